use super::super::files::Files;

pub const FILES: Files = Files {
    attach: "添加图片或 PDF",
    attach_to_line: |line| format!("为第 {line} 行添加图片或 PDF"),
    hint: "每处最多 5 个文件。图片会缩小，并去除拍摄地点和设备信息；PDF 不超过 2 MB，按原文件发送，包括其中的作者等信息。",
    attached: "附件",
    size: |kilobytes| format!("{kilobytes} KB"),
    working: |name| format!("正在上传 {name}……"),
    many: |name| format!("未添加 {name}：已有 5 个文件。"),
    unread: |name| format!("未添加 {name}：既不是可读取的图片，也不是 PDF。"),
    large: |name| format!("未添加 {name}：文件过大，PDF 不得超过 2 MB。"),
    offline: |name| {
        format!("未添加 {name}：上传文件需要联网。已填写的内容仍保留，联网后请重新添加。")
    },
    remove: |name| format!("移除 {name}"),
    missing: "文件不存在",
};
