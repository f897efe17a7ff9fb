//! Words of the trade in both languages, found in what somebody wrote: help for whoever reads the other one.
//!
//! Written for this room in November 2026, as traders between Singapore and Shenzhen say it.

/// English, in lower case, and Chinese.
const TERMS: [(&str, &str); 52] = [
    ("lead time", "交货期"),
    ("minimum order", "起订量"),
    ("moq", "起订量"),
    ("sample", "样品"),
    ("quotation", "报价"),
    ("counter-offer", "还价"),
    ("unit price", "单价"),
    ("target price", "目标价"),
    ("discount", "折扣"),
    ("deposit", "定金"),
    ("balance", "余款"),
    ("letter of credit", "信用证"),
    ("l/c", "信用证"),
    ("t/t", "电汇"),
    ("bill of lading", "提单"),
    ("commercial invoice", "商业发票"),
    ("proforma invoice", "形式发票"),
    ("purchase order", "采购订单"),
    ("packing list", "装箱单"),
    ("certificate of origin", "原产地证"),
    ("customs clearance", "清关"),
    ("customs duty", "关税"),
    ("import duty", "进口关税"),
    ("hs code", "海关编码"),
    ("freight", "运费"),
    ("insurance", "保险"),
    ("container", "集装箱"),
    ("full container", "整箱"),
    ("less than container", "拼箱"),
    ("pallet", "托盘"),
    ("carton", "纸箱"),
    ("gross weight", "毛重"),
    ("net weight", "净重"),
    ("port of loading", "装运港"),
    ("port of discharge", "卸货港"),
    ("shipment", "装运"),
    ("partial shipment", "分批装运"),
    ("delivery date", "交货日期"),
    ("in stock", "现货"),
    ("out of stock", "缺货"),
    ("drawing", "图纸"),
    ("tolerance", "公差"),
    ("stainless steel", "不锈钢"),
    ("zinc plated", "镀锌"),
    ("material certificate", "材质证明"),
    ("inspection", "验货"),
    ("warranty", "质保"),
    ("claim", "索赔"),
    ("bank account", "银行账户"),
    ("payment terms", "付款条件"),
    ("valid until", "有效期至"),
    ("tax included", "含税"),
];

/// As many as help and do not bury what was written.
const MOST: usize = 6;

/// Terms that stand in a text, with their word in the other language, longest first where one holds another.
#[must_use]
pub fn terms_in(text: &str) -> Vec<(&'static str, &'static str)> {
    let lower = text.to_lowercase();
    let mut found: Vec<(usize, &str, &str)> = Vec::new();
    let mut terms = TERMS;
    terms.sort_by_key(|(en, _)| std::cmp::Reverse(en.len()));
    for (en, zh) in terms {
        if let Some(at) = find_word(&lower, en) {
            let is_inside = found
                .iter()
                .any(|(from, other, _)| (*from..*from + other.len()).contains(&at));
            if !is_inside {
                found.push((at, en, zh));
            }
        }
    }
    let mut chinese = TERMS;
    chinese.sort_by_key(|(_, zh)| std::cmp::Reverse(zh.len()));
    for (en, zh) in chinese {
        if let Some(at) = text.find(zh) {
            let is_known = found
                .iter()
                .any(|(_, term, other)| term.contains(zh) || other.contains(zh));
            if !is_known {
                found.push((at, zh, en));
            }
        }
    }
    found.sort_unstable();
    let terms = found.into_iter().map(|(_, term, other)| (term, other));
    terms.take(MOST).collect()
}

/// Where a term stands as words of its own; a plural is one too.
fn find_word(text: &str, term: &str) -> Option<usize> {
    let mut from = 0;
    while let Some(at) = text.get(from..)?.find(term).map(|at| at + from) {
        let end = at + term.len();
        let rest = &text[end..];
        let is_letter = |letter: char| letter.is_ascii_alphanumeric();
        let starts = !text[..at].ends_with(is_letter);
        let ends = !rest
            .strip_prefix('s')
            .unwrap_or(rest)
            .starts_with(is_letter);
        if starts && ends {
            return Some(at);
        }
        from = end;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_the_trade_are_found_in_either_language() {
        let check =
            |text: &str, expected: &[(&str, &str)]| assert_eq!(terms_in(text), expected, "{text}");
        check(
            "Lead time is 3 weeks, T/T 30 % deposit.",
            &[
                ("lead time", "交货期"),
                ("t/t", "电汇"),
                ("deposit", "定金"),
            ],
        );
        check(
            "两份样品，交货期多久？",
            &[("样品", "sample"), ("交货期", "lead time")],
        );
        check("We need samples.", &[("sample", "样品")]);
        check("The samplers and resample", &[]);
        check("partial shipment", &[("partial shipment", "分批装运")]);
        check("分批装运", &[("分批装运", "partial shipment")]);
        check("进口关税", &[("进口关税", "import duty")]);
        check("İ lead time", &[("lead time", "交货期")]);
        check("", &[]);
    }
}
