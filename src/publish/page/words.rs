//! What the static pages say of themselves. The app's own words are in its locales.

use super::{Language, Place};

/// Heading and line.
pub type Words = (&'static str, &'static str);

/// The name of the hub.
pub fn hub(language: Language) -> &'static str {
    match language {
        Language::English => "Asia SME Hub",
        Language::Chinese => "亚洲中小企业枢纽",
    }
}

pub const NOT_FOUND: [Words; 2] = [
    (
        "This page is not here",
        "The address may be mistyped, or the product may no longer be listed.",
    ),
    ("页面不存在", "网址可能有误，或该产品已下架。"),
];

/// Home, with how many products and suppliers there are.
pub fn home(language: Language, products: usize, suppliers: usize) -> (&'static str, String) {
    match language {
        Language::English => (
            "Buy from Singapore with the facts in front of you",
            format!(
                "{} products from {} suppliers, with price breaks, certificates and delivery records on every page.",
                grouped(products),
                grouped(suppliers)
            ),
        ),
        Language::Chinese => (
            "采购新加坡好货，资质、价格一目了然",
            format!(
                "{} 家供应商、{} 款产品，阶梯价、证书和交付记录页页可查。",
                grouped(suppliers),
                grouped(products)
            ),
        ),
    }
}

/// What home leads on to.
pub fn browse(language: Language) -> &'static str {
    match language {
        Language::English => "Browse all products",
        Language::Chinese => "浏览全部产品",
    }
}

/// `12,345`, as both languages group digits.
fn grouped(number: usize) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if 0 < at && (digits.len() - at).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

/// The pages that are the same for every catalogue.
pub fn of(place: Place<'_>, language: Language) -> Option<Words> {
    use Language::{Chinese, English};
    Some(match (place, language) {
        (Place::Products, English) => (
            "All products",
            "Filter by department, supplier, origin, price, lead time and certificate.",
        ),
        (Place::Products, Chinese) => (
            "全部产品",
            "按产品大类、供应商、产地、价格、交期与证书筛选。",
        ),
        (Place::Suppliers, English) => (
            "Suppliers in Singapore",
            "Each with its verification level and its record, and how many orders the record rests on.",
        ),
        (Place::Suppliers, Chinese) => (
            "新加坡供应商",
            "每家都标明核验等级和交付记录，以及记录依据的订单数。",
        ),
        (Place::Compare, English) => (
            "Compare products",
            "Up to four, side by side. The best value of a row is marked.",
        ),
        (Place::Compare, Chinese) => ("产品对比", "最多四款并排对比，每行最优值已标出。"),
        (Place::Favourites, English) => ("Saved products", "Kept in this browser only."),
        (Place::Favourites, Chinese) => ("我的收藏", "仅保存在本浏览器中。"),
        (Place::Need, English) => (
            "Find suppliers for my need",
            "Say what you need in your own words; see who suits it best, and why.",
        ),
        (Place::Need, Chinese) => (
            "按需求找供应商",
            "用自己的话写下采购需求，看看谁最合适、为什么。",
        ),
        (Place::About, English) => (
            "How the hub makes trading reliable",
            "Verification levels, delivery records, certificates and prices: what the hub shows buyers.",
        ),
        (Place::About, Chinese) => (
            "关于本站",
            "亚洲中小企业枢纽如何让中小企业之间的贸易更可靠。",
        ),
        _ => return None,
    })
}
