use api_types::address::Language;
use api_types::catalogue::{Front, Rate};
use browser::format;
use domain::{Amount, Currency};

use crate::locales::{unit, words};

/// `S$0.42 / pc`. `price` in ten-thousandths.
pub fn price_per_unit(language: Language, price: i64, currency: &str, unit_code: &str) -> String {
    let per = (words(language).list.per)(unit(language, unit_code));
    let gap = if language == Language::English {
        " "
    } else {
        ""
    };
    format!("{}{gap}{per}", format::price(language, price, currency))
}

/// An amount in SGD and CNY where it is in neither, or in the other of the two. Minor units.
pub fn in_other_currencies(
    front: &Front,
    amount: Amount,
    currency: Currency,
) -> Vec<(Currency, Amount)> {
    let Some(rate) = rate(&front.rate) else {
        return Vec::new();
    };
    [Currency::Sgd, Currency::Cny]
        .into_iter()
        .filter(|&other| other != currency)
        .map(|other| (other, rate.convert(amount, currency, other)))
        .collect()
}

fn rate(rate: &Rate) -> Option<domain::Rate> {
    let date = rate.date.parse().ok()?;
    domain::Rate::new(
        date,
        rate.cny_per_sgd_millionths,
        rate.sgd_per_usd_millionths,
    )
    .ok()
}
