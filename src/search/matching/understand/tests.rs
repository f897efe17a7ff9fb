use domain::Date;
use proptest::prelude::*;

use super::*;
use crate::ask::Weights;

const KINDS: [&str; 9] = [
    "ISO 9001",
    "CE",
    "EN 388",
    "EN ISO 20345",
    "EN 149",
    "FDA 510(k)",
    "Halal",
    "RoHS",
    "UL",
];

fn known() -> Known<'static> {
    Known {
        // A Sunday.
        today: day("2026-11-22"),
        rates: Rates {
            cny_per_sgd_millionths: 5_000_000,
            sgd_per_usd_millionths: 1_300_000,
        },
        kinds: &KINDS,
    }
}

fn day(date: &str) -> i32 {
    date.parse::<Date>().unwrap().days_since_epoch()
}

/// `told`: what was understood, in one line.
fn check(text: &str, rest: &str, told: &str) {
    let need = understand(text, known()).need;
    assert_eq!(need.text, rest, "{text:?}");
    let mut parts = Vec::new();
    parts.extend(need.quantity.map(|count| count.to_string()));
    parts.extend(need.target_price.map(|price| format!("${price}")));
    let date = |day| Date::from_days_since_epoch(day).unwrap().to_string();
    parts.extend(need.needed_by.map(date));
    parts.extend(need.incoterm);
    parts.extend(need.destination);
    parts.extend(need.certificates);
    parts.extend(need.sample.then(|| "sample".to_owned()));
    assert_eq!(parts.join(" "), told, "{text:?}");
}

#[test]
fn a_whole_request_is_understood() {
    check(
        "2000 pcs M8x40 hex bolts zinc plated, under S$0.50 each, needed by 15 Dec 2026, deliver to Jakarta, CE certified, with sample",
        "M8x40 hex bolts zinc plated",
        "2000 $5000 2026-12-15 ID CE sample",
    );
    check(
        "求购 M8×40 外六角螺栓 2000 个，单价不超过 2 元，三周内送到雅加达，要有 CE 认证，先寄样品",
        "M8×40 外六角螺栓",
        "2000 $4000 2026-12-13 ID CE sample",
    );
    check(
        "We need 500 pairs of nitrile gloves EN 388 CIF Shenzhen before end of December",
        "nitrile gloves",
        "500 2026-12-31 CIF CN EN 388",
    );
}

#[test]
fn quantities_are_told_from_sizes() {
    check("2000 pcs bolts", "bolts", "2000");
    check("bolts x 2,000 pcs", "bolts", "2000");
    check("2k pcs cable ties", "cable ties", "2000");
    check("qty: 300 safety boots", "safety boots", "300");
    check("safety boots, quantity 300", "safety boots", "300");
    check("5 dozen pens", "pens", "60");
    check("500 x hex nut M8", "hex nut M8", "500");
    check("2000 hex bolts M8", "hex bolts M8", "2000");
    check("need 20 angle grinders", "angle grinders", "20");
    check("两千个螺母", "螺母", "2000");
    check("螺母两千个", "螺母", "2000");
    check("螺母，数量 2 万", "螺母", "20000");
    check("1.5万只口罩", "口罩", "15000");
    check("手套 300 双", "手套", "300");
    check("打印纸五十箱", "打印纸", "50");
    // What a thing is, not how many.
    check("M8 x 40 hex bolt", "M8 x 40 hex bolt", "");
    check("hex bolt 8 x 40 mm", "hex bolt 8 x 40 mm", "");
    check("gloves box of 100 pcs", "gloves box of 100 pcs", "");
    check("100 pcs per box gloves", "100 pcs per box gloves", "");
    check("46-piece socket set", "46-piece socket set", "");
    check("500 ml bottle", "500 ml bottle", "");
    check("3 phase motor", "3 phase motor", "");
    check("6204-2RS", "6204-2RS", "");
    check("三通接头", "三通接头", "");
    check("六角螺母", "六角螺母", "");
    check("万用表", "万用表", "");
    check("一次性手套 100只装", "一次性手套 100只装", "");
    check("手套 100只/盒", "手套 100只/盒", "");
}

#[test]
fn prices_are_for_one_unit_in_sgd() {
    check("bolts under S$0.50", "bolts", "$5000");
    check("bolts under $0.50 each", "bolts", "$5000");
    check("bolts SGD 0.5 per piece", "bolts", "$5000");
    check("bolts at 50 cents", "bolts", "$5000");
    check("bolts max USD 1", "bolts", "$13000");
    check("bolts, target price: US$0.10/pc", "bolts", "$1300");
    check("bolts RMB 2 /pc", "bolts", "$4000");
    check("100 pcs bolts, budget S$50 in total", "bolts", "100 $5000");
    check("bolts, total budget S$50", "bolts", "");
    check("螺栓单价不超过 2 元", "螺栓", "$4000");
    check("螺栓 2元以内", "螺栓", "$4000");
    check("螺栓，单价两块五", "螺栓", "$5000");
    check("螺栓 预算 0.5 新元", "螺栓", "$5000");
    check("螺栓每个￥2", "螺栓", "$4000");
    check("砖 20 块", "砖", "20");
    check("螺栓 100 个，总预算 250 元", "螺栓", "100 $5000");
}

#[test]
fn days_are_counted_from_today() {
    check("bolts in 3 weeks", "bolts", "2026-12-13");
    check("bolts within two months", "bolts", "2027-01-21");
    check("bolts by 15 Dec", "bolts", "2026-12-15");
    check("bolts by Dec 15th, 2026", "bolts", "2026-12-15");
    check("bolts by 1 March", "bolts", "2027-03-01");
    check("bolts needed by 2026-12-15", "bolts", "2026-12-15");
    check("bolts before 15/12/2026", "bolts", "2026-12-15");
    check("bolts by Friday", "bolts", "2026-11-27");
    check("bolts next week", "bolts", "2026-11-27");
    check("bolts by end of month", "bolts", "2026-11-30");
    check("螺栓三周内", "螺栓", "2026-12-13");
    check("螺栓 10 天内到货", "螺栓", "2026-12-02");
    check("螺栓，十五日内", "螺栓", "2026-12-07");
    check("螺栓两个月内交货", "螺栓", "2027-01-21");
    check("螺栓，12月15日前", "螺栓", "2026-12-15");
    check("螺栓 2027年1月5号之前", "螺栓", "2027-01-05");
    check("螺栓，十二月十五日前送到", "螺栓", "2026-12-15");
    check("螺栓，下周五前", "螺栓", "2026-11-27");
    check("螺栓年底前要", "螺栓", "2026-12-31");
    // What a thing is.
    check("7 day weekly planner", "7 day weekly planner", "");
    check("may contain nuts 15", "may contain nuts 15", "");
}

#[test]
fn places_are_where_goods_go_not_where_they_come_from() {
    check("bolts to Shenzhen", "bolts", "CN");
    check("bolts, delivered to Ho Chi Minh City", "bolts", "VN");
    check("bolts FOB", "bolts", "FOB");
    check("bolts DDP Kuala Lumpur", "bolts", "DDP MY");
    check("bolts, Singapore", "bolts", "SG");
    check("bolts for Indonesia", "bolts", "ID");
    check("螺栓送到深圳", "螺栓", "CN");
    check("螺栓发往印度尼西亚", "螺栓", "ID");
    check("螺栓，吉隆坡交货", "螺栓", "MY");
    check("螺栓，FOB 新加坡", "螺栓", "FOB SG");
    check("螺栓，到岸价，胡志明市", "螺栓", "CIF VN");
    check("bolts made in China", "bolts made in China", "");
    check("Singapore noodles", "Singapore noodles", "");
    check("manila rope", "manila rope", "");
    check("台湾产螺栓", "台湾产螺栓", "");
    check("产自日本的刀具", "产自日本的刀具", "");
}

#[test]
fn certificates_are_known_by_the_catalogue() {
    check("gloves ISO9001", "gloves", "ISO 9001");
    check("gloves with CE and RoHS certificates", "gloves", "CE RoHS");
    check("mask EN 149:2001", "mask", "EN 149");
    check("FDA 510(k) thermometer", "thermometer", "FDA 510(k)");
    check("boots EN ISO 20345 certified", "boots", "EN ISO 20345");
    check("清真酱油", "酱油", "Halal");
    check("手套 要有CE认证", "手套", "CE");
    check("ul mail", "ul mail", "");
    check("ISO 4017 bolts", "ISO 4017 bolts", "");
}

#[test]
fn a_sample_is_told_from_a_sample_bottle() {
    check("bolts, free sample", "bolts", "sample");
    check("bolts, need sample first", "bolts", "sample");
    check("螺栓，要样品", "螺栓", "sample");
    check("sample bottle 500 ml", "sample bottle 500 ml", "");
    check("样品瓶", "样品瓶", "");
}

#[test]
fn nothing_is_made_of_nothing() {
    check("", "", "");
    check("，。!", "", "");
    assert_eq!(
        understand("bolts", known()).need.weights,
        Weights::default()
    );
}

#[test]
fn spans_say_which_words_said_it() {
    let text = "螺栓２０００个，三周内";
    let understood = understand(text, known());
    let told: Vec<&str> = understood
        .spans
        .iter()
        .map(|span| &text[span.start as usize..span.end as usize])
        .collect();
    assert_eq!(told, ["２０００个", "三周内"]);
    assert_eq!(understood.spans[0].meaning, Meaning::Quantity(2_000));
}

/// Pieces of requests in any order, and anything at all.
fn text() -> impl Strategy<Value = String> {
    let pieces = vec![
        "2000",
        "pcs",
        "个",
        "两千",
        "万",
        "under",
        "S$",
        "0.5",
        "元",
        "by",
        "15",
        "Dec",
        "12月",
        "日",
        "前",
        "三周内",
        "to",
        "Jakarta",
        "深圳",
        "CIF",
        "CE",
        "ISO",
        "9001",
        "sample",
        "样品",
        ",",
        "。",
        " ",
        "M8x40",
        "螺栓",
        "\u{FF11}",
        "半",
        "/",
        "-",
        "99999999999999999999",
        "年",
        "底",
        "total",
        "total budget",
    ];
    let made = prop::collection::vec(prop::sample::select(pieces), 0..20)
        .prop_map(|pieces| pieces.join(" "));
    let joined = made.clone().prop_map(|text| text.replace(' ', ""));
    prop_oneof![made, joined, any::<String>()]
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_is_understood_or_left(text in text()) {
        let understood = understand(&text, known());
        let mut end = 0;
        for span in &understood.spans {
            prop_assert!(end <= span.start && span.start < span.end);
            end = span.end;
            prop_assert!(text.get(span.start as usize..span.end as usize).is_some());
        }
        // What is left was there.
        for word in understood.need.text.split_whitespace() {
            prop_assert!(text.contains(word), "{word:?}");
        }
        prop_assert!(understood.need.quantity != Some(0));
        prop_assert!(understood.need.target_price.is_none_or(|price| 0 < price));
    }
}
