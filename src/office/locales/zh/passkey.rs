use super::super::words::Passkey;

pub const PASSKEY: Passkey = Passkey {
    sign_in: "用通行密钥登录",
    or: "或使用密码登录",
    page: "保护您的账户",
    page_lead: "以下两种方式任选其一。此后即使密码泄露，别人也进不来。",
    title: "通行密钥（最快捷）",
    lead: "用本设备的指纹、面容或锁屏密码即可登录，无需输入任何内容，假冒网站也骗不走。",
    create: "在本设备上创建通行密钥",
    added: "已添加通行密钥，其他浏览器均已退出登录。",
    otherwise: "或使用验证器（适用于微信及不支持通行密钥的设备）",
    closed: "浏览器窗口已关闭，操作未完成。请再点一次按钮，或使用下方的另一种方式。",
    already: "本设备已有此账户的通行密钥。请直接用它登录，或在另一台设备上创建。",
    impossible: "当前浏览器不支持此操作，请使用下方的另一种方式。",
    unknown: "平台不认识这个通行密钥，可能已被移除。请使用密码登录。",
    made: |moment| format!("创建于 {moment}"),
    used: |moment| format!("最近使用 {moment}"),
    unused: "尚未使用",
    remove: "移除",
    remove_of: |name| format!("移除 {name} 的通行密钥"),
    removed: "已移除该通行密钥，其他浏览器均已退出登录。",
};
