use super::super::words::{Fault, Problem};

pub const FAULT: Fault = Fault {
    number_check: "校验位与号码不符，请对照营业执照或商业档案逐位核对。",
    number_missing: "请填写企业编号。",
    number_form: "号码格式不符，请检查是否漏填，以及上面的登记机关是否选对。",
    email: "请填写邮箱地址，例如 wei@company.sg。",
    password_short: "至少 12 个字符，用四五个词连成一句话最好记。",
    password_guessable: "这个密码太容易猜到：大半是您的姓名，或只是几个字符重复。建议用四个互不相关的词。",
    name_missing: "请填写名称。",
    code: "请输入验证器当前显示的六位数字。",
    missing: "此项必填。",
    too_long: "内容过长，请删减。",
    too_short: "内容过短。",
    form: "格式不符合要求。",
};

pub const PROBLEM: Problem = Problem {
    offline: "平台没有响应，您填写的内容仍保留在此。请检查网络后再点一次按钮，不会重复提交。",
    no_hub: "当前是没有服务器的演示版。请在正式部署的平台上使用账户和企业功能。",
    broken: "无法读取平台的答复，可能已发布新版本。请在另一标签页打开本页，以免丢失已填内容。",
    not_found: "内容不存在，或您无权查看。请返回总览，或联系企业管理员。",
    sign_in_required: "您已退出登录，填写的内容仍保留在此。请在另一标签页重新登录，再回来点一次按钮。",
    sign_in_failed: "邮箱、密码或验证码有误。为安全起见不说明是哪一项，请逐项核对。",
    second_factor_required: "密码正确。请输入验证器上的六位数字，或一个恢复码。",
    second_factor_needed: "此操作关系到谁属于本企业，须先验证第二重身份。请先在“账户”中设置验证器，本页填写的内容会保留。",
    forbidden: "您在本企业的角色无权这样做。请联系管理员代为操作，或调整您的角色。",
    cross_site: "浏览器提示请求来自其他网站。请通过平台自己的网址打开后重试。",
    too_many_attempts: |seconds| {
        format!("尝试次数过多。请在 {seconds} 秒后重试，填写的内容会保留。")
    },
    changed: "您打开后，已有人修改了这里的内容。请对照下方两个版本后再决定。",
    exists: "该内容已存在。请返回总览查看。",
    last_administrator: "企业至少要有一名管理员。请先将其他人设为管理员。",
    too_many: "数量已达上限。请先移除不再需要的，再试一次。",
    invalid: "有几处需要修改。已在下方标出，并注明要求。",
    too_large: "内容超出上限。请删减后重试。",
    busy: "平台正忙，尚未执行任何操作。请稍后再点一次按钮。",
    full: "平台暂时没有存储空间，没有做任何更改。您填写的内容仍保留在此，请稍后再试。",
    internal: "平台出错了，这是我们的问题，您填写的内容仍保留在此。请稍后再点一次按钮。",
};
