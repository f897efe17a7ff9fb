use super::super::words::{About, Home, Site, Trouble};

pub const SITE: Site = Site {
    name: "亚洲中小企业枢纽",
    tagline: "新加坡供应商，资质可查、货比三家",
    skip: "跳到正文",
    search: "搜索",
    search_placeholder: "品名、规格、型号",
    home: "首页",
    products: "产品",
    departments: "产品大类",
    suppliers: "供应商",
    favourites: "收藏",
    compare: "对比",
    about: "平台保障",
    office: "企业登录",
    main_menu: "主菜单",
    you_are_here: "当前位置",
    other_language: "English",
    to_dark: "深色模式",
    to_light: "浅色模式",
    shortcuts: "键盘快捷键",
    shortcut_list: &[
        ("/", "搜索"),
        ("h", "首页"),
        ("p", "全部产品"),
        ("s", "供应商"),
        ("f", "我的收藏"),
        ("c", "产品对比"),
        ("l", "切换到英文"),
        ("t", "切换深浅色"),
        ("?", "显示本列表"),
    ],
    close: "关闭",
    demonstration: "演示",
    demonstration_note: "本站的企业、证书和价格均为虚构，仅用于演示平台功能。",
    new_version: "新版本已就绪。",
    reload: "刷新",
    later: "稍后",
};

pub const HOME: Home = Home {
    title: "采购新加坡好货，资质、价格一目了然",
    lead: |products, suppliers| {
        format!("{suppliers} 家供应商、{products} 款产品，阶梯价、证书和交付记录页页可查。")
    },
    browse_all: "浏览全部产品",
    newest: "新品上架",
    recent: "最近浏览",
    trusted: "为什么信得过",
    trust_points: &[
        (
            "企业经过核验",
            "每家供应商都标明工商登记和签字人核验到哪一级、由谁核验。",
        ),
        (
            "记录标明样本数",
            "准时交货率和响应时间都注明依据多少笔订单。",
        ),
        ("证书有时效", "证书过期会明确标出，筛选时不再计入。"),
        (
            "价格一次看全",
            "阶梯价、起订量、包装倍数和交期并排列出，询价前心里有数。",
        ),
    ],
    learn_more: "了解平台如何保障交易",
    suppliers: "供应商",
    all_suppliers: "全部供应商",
};

pub const ABOUT: About = About {
    title: "平台如何保障交易可靠",
    lead: "调查显示，过半买家想采购新加坡产品，却不知道哪家企业靠得住。平台把下面这些信息摆在明处。",
    sections: &[
        (
            "核验等级",
            "一级：联系人已在企业自有地址回复确认。二级：企业编号（新加坡 UEN 或中国统一社会信用代码）在登记机关有效，且属于该企业。三级：签字人身份已核实，并有权代表企业签字。等级只说明核验了什么，不保证每笔订单都顺利。",
        ),
        (
            "交付记录",
            "按约定日期或提前交货的订单比例，并注明依据的订单数。不足十笔时，平台会注明样本太小，不足以判断。",
        ),
        (
            "证书",
            "每张证书都列出类别、编号、发证机构和有效期。过期次日起标为已过期，任何筛选都不再计入。如果证书决定您的采购，请直接向发证机构核实。",
        ),
        (
            "价格",
            "单价自所示数量起适用，以供应商的报价币种为准。另一币种的合计按注明日期的演示汇率折算，仅供参考。",
        ),
        (
            "您的数据",
            "收藏、对比和设置只保存在本浏览器。本站不向任何其他网站请求内容，打开过一次的内容断网也能使用。",
        ),
        (
            "本站为演示",
            "目录中的供应商、证书、价格和库存均为虚构；标准、尺寸、CAS 号、UN 编号和 HS 编码是真实的。",
        ),
    ],
};

pub const TROUBLE: Trouble = Trouble {
    not_found: "没有这个页面",
    not_found_help: "网址可能已失效或输入有误，请从产品目录重新查找。",
    product_gone: "目录中没有这款产品",
    product_gone_help: "供应商可能已下架，同类产品可在相应大类中找到。",
    offline: "网络未连接",
    offline_help: "本设备尚未打开过此页，请检查网络后重试。",
    broken: "内容未能正常加载",
    broken_help: "平台可能已发布新版本，刷新页面通常即可解决。",
    again: "重试",
    go_home: "返回首页",
    see_all: "查看全部产品",
};
