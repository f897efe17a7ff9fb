//! What one unit may cost.

use std::ops::Range;

use super::numbers::{Found, ONE};
use super::tokens::{Kind, Words};
use crate::understood::Rates;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Currency {
    Sgd,
    Usd,
    Cny,
}

/// A price that was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Price {
    /// Pieces of the text.
    pub range: Range<usize>,
    /// Ten-thousandths of an SGD.
    pub price: i64,
    /// It is for all together.
    pub total: bool,
}

/// Before the sum. The longer ones first.
const CUES: [&str; 44] = [
    "target unit price",
    "target price",
    "unit price",
    "not more than",
    "no more than",
    "not over",
    "less than",
    "cheaper than",
    "at most",
    "up to",
    "under",
    "below",
    "within",
    "max",
    "maximum",
    "budget",
    "target",
    "price",
    "around",
    "about",
    "at",
    "@",
    "<",
    "≤",
    "~",
    "for",
    "目标单价",
    "目标价",
    "单价",
    "价格",
    "预算",
    "不超过",
    "不高于",
    "不要超过",
    "低于",
    "少于",
    "控制在",
    "最多",
    "最高",
    "大约",
    "大概",
    "约",
    "每个",
    "价",
];
/// Says that the sum is for all together.
const TOTAL_BEFORE: [&str; 6] = [
    "total budget",
    "total price",
    "total",
    "总预算",
    "总价",
    "一共",
];
const TOTAL_AFTER: [&str; 5] = ["in total", "total", "altogether", "for all", "总共"];
/// After the sum: for one unit.
const EACH: [&str; 34] = [
    "per piece",
    "per unit",
    "per pc",
    "per pair",
    "per box",
    "per set",
    "per roll",
    "per bottle",
    "a piece",
    "each",
    "apiece",
    "/ piece",
    "/ pc",
    "/ pcs",
    "/ unit",
    "/ each",
    "/ pair",
    "/ box",
    "/ set",
    "ea",
    "/ 个",
    "/ 只",
    "/ 件",
    "/ 套",
    "/ 双",
    "/ 箱",
    "/ 瓶",
    "/ 卷",
    "/ 盒",
    "/ 包",
    "一个",
    "每个",
    "每件",
    "一只",
];
/// After the sum: it is the most.
const AT_MOST: [&str; 7] = ["or less", "max", "maximum", "以内", "以下", "左右", "之内"];

impl Words<'_> {
    #[must_use]
    pub fn price(&self, rates: Rates) -> Option<Price> {
        (0..self.tokens.len()).find_map(|at| self.price_at(at, rates))
    }

    /// A sum that begins here with everything that belongs to it on both sides.
    fn price_at(&self, at: usize, rates: Rates) -> Option<Price> {
        let (start, mut total) = self.cues_before(at);
        let (value, currency, mut end) = self.sum(at, start < at)?;
        if let Some(next) = self.after_any(end, &TOTAL_AFTER) {
            (total, end) = (true, next);
        }
        while let Some(next) = self
            .after_any(end, &EACH)
            .or_else(|| self.after_any(end, &AT_MOST))
        {
            end = next;
        }
        let price = in_sgd(value, currency, rates)?;
        (0 < price).then_some(Price {
            range: start..end,
            price,
            total,
        })
    }

    /// Where the words begin that say that a price follows, and whether they say that it is for all together.
    fn cues_before(&self, at: usize) -> (usize, bool) {
        let (mut start, mut total) = (at, false);
        loop {
            let joins = matches!(
                self.word(start.wrapping_sub(1)),
                ":" | "是" | "为" | "is" | "of"
            );
            let end = start - usize::from(joins);
            if let Some(before) = self.before_any(end, &TOTAL_BEFORE) {
                (start, total) = (before, true);
            } else if let Some(before) = self.before_any(end, &CUES) {
                start = before;
            } else {
                return (start, total);
            }
        }
    }

    /// `S$0.50`, `0.5 SGD`, `2 元`, `50 cents`. `cued`: something before it says that it is a price.
    fn sum(&self, at: usize, cued: bool) -> Option<(i64, Currency, usize)> {
        if let Some((currency, number)) = self.currency_before(at) {
            let (value, mut next) = self.digits(number)?;
            // SGD 0.50 SGD happens.
            if let Some((_, after)) = self.currency_after(next, cued) {
                next = after;
            }
            return Some((value, currency, next));
        }
        let (value, next) = self.number(at)?;
        if let Some(next) = self.after_any(next, &["cents", "cent", "分钱"]) {
            return Some((value / 100, Currency::Sgd, next));
        }
        let (currency, next) = self.currency_after(next, cued)?;
        // 两块五 is 2.50.
        let tenths = match self.word(next.wrapping_sub(1)) {
            "块" => self.count(next).filter(|(tenths, _)| *tenths < 10),
            _ => None,
        };
        match tenths {
            Some((tenths, next)) => {
                let tenths = i64::from(tenths) * ONE / 10;
                Some((value.saturating_add(tenths), currency, next))
            }
            None => Some((value, currency, next)),
        }
    }

    fn digits(&self, at: usize) -> Option<Found> {
        match self.kind(at)? {
            Kind::Number(_) => self.number(at),
            _ => None,
        }
    }

    fn currency_before(&self, at: usize) -> Option<(Currency, usize)> {
        const MARKS: [(&str, Currency); 11] = [
            ("s $", Currency::Sgd),
            ("sg $", Currency::Sgd),
            ("sgd $", Currency::Sgd),
            ("sgd", Currency::Sgd),
            ("us $", Currency::Usd),
            ("usd $", Currency::Usd),
            ("usd", Currency::Usd),
            ("$", Currency::Sgd),
            ("rmb", Currency::Cny),
            ("cny", Currency::Cny),
            ("¥", Currency::Cny),
        ];
        let mut found = MARKS
            .iter()
            .filter_map(|(mark, currency)| Some((*currency, self.after(at, mark)?)));
        found.next()
    }

    /// `块` is a currency after a cue only: it counts bricks as well.
    fn currency_after(&self, at: usize, cued: bool) -> Option<(Currency, usize)> {
        const MARKS: [(&str, Currency); 17] = [
            ("sgd", Currency::Sgd),
            ("s $", Currency::Sgd),
            ("singapore dollars", Currency::Sgd),
            ("新加坡元", Currency::Sgd),
            ("新元", Currency::Sgd),
            ("新币", Currency::Sgd),
            ("坡币", Currency::Sgd),
            ("dollars", Currency::Sgd),
            ("usd", Currency::Usd),
            ("us dollars", Currency::Usd),
            ("美元", Currency::Usd),
            ("美金", Currency::Usd),
            ("rmb", Currency::Cny),
            ("cny", Currency::Cny),
            ("yuan", Currency::Cny),
            ("人民币", Currency::Cny),
            ("元", Currency::Cny),
        ];
        let mut found = MARKS
            .iter()
            .filter_map(|(mark, currency)| Some((*currency, self.after(at, mark)?)));
        found.next().or_else(|| {
            let next = self.after_any(at, &["块钱", "块"]).filter(|_| cued)?;
            Some((Currency::Cny, next))
        })
    }
}

/// Rounded half up; nothing where the rate is none.
fn in_sgd(value: i64, currency: Currency, rates: Rates) -> Option<i64> {
    const MILLION: i128 = 1_000_000;
    let (times, by) = match currency {
        Currency::Sgd => (1, 1),
        Currency::Usd => (rates.sgd_per_usd_millionths.into(), MILLION),
        Currency::Cny => (MILLION, rates.cny_per_sgd_millionths.into()),
    };
    let twice = (i128::from(value) * times * 2).checked_div(by)?;
    i64::try_from((twice + 1).div_euclid(2)).ok()
}
