//! The facts behind each part of a match, in words.

use api_types::address::Language;
use browser::format;
use leptos::prelude::untrack;
use search::ask::{About, Match, SampleTerms};

use super::results::Goods;
use crate::locales::{unit, words};
use crate::widgets::Line;

pub(super) fn lines(goods: &Goods, one: &Match) -> Vec<Line> {
    let line = |part: &search::ask::Suit| Line {
        text: say(goods, one, &part.about),
        points: part.points,
        most: part.most.max(part.points.abs()),
    };
    one.parts.iter().map(line).collect()
}

/// What would be ordered, with its unit.
pub(super) fn counted(goods: &Goods, one: &Match) -> String {
    with_unit(goods, one, one.quantity)
}

pub(super) fn amount_at(language: Language, price: &str, quantity: &str) -> String {
    (words(language).need.price_at)(price, quantity)
}

fn with_unit(goods: &Goods, one: &Match, quantity: u32) -> String {
    let (language, list) = (goods.page.language, &goods.shelf.list);
    let code = list.unit.get(one.row as usize);
    let code = code.and_then(|&at| list.units.get(usize::from(at)));
    let gap = match language {
        Language::English => " ",
        Language::Chinese => "",
    };
    let unit = unit(language, code.map(String::as_str).unwrap_or_default());
    format!("{}{gap}{unit}", format::count(language, quantity))
}

fn say(goods: &Goods, one: &Match, about: &About) -> String {
    let language = goods.page.language;
    let all = words(language);
    let words = &all.need;
    let count = |number: u32| format::count(language, number);
    let days = |days: u16| (all.list.days)(days.into(), &count(days.into()));
    let price = |price: i64| format::price(language, price, "SGD");
    let orders = |orders: u32| (all.supplier.orders)(orders, &count(orders));
    let mut facts: Vec<String> = Vec::new();
    match about {
        About::Relevance => facts.push(words.words.to_owned()),
        About::Price {
            unit_price,
            beside,
            next,
            ..
        } => {
            facts.push((words.price_at)(&price(*unit_price), &counted(goods, one)));
            let whole = untrack(|| goods.page.whole());
            let has_target = whole.is_some_and(|(need, _)| need.target_price.is_some());
            facts.push(match has_target {
                true => (words.target)(&price(*beside)),
                false => (words.others)(&price(*beside)),
            });
            if let Some((from, less)) = next {
                facts.push((words.price_at)(
                    &price(*less),
                    &with_unit(goods, one, *from),
                ));
            }
        }
        About::Quantity { excess: 0 } => facts.push(words.fits.to_owned()),
        About::Quantity { excess } => facts.push((words.excess)(&with_unit(goods, one, *excess))),
        About::LeadTime {
            days: dispatch,
            transit,
            late,
        } => {
            facts.push((words.dispatch)(&days(*dispatch)));
            if 0 < *transit {
                facts.push((words.transit)(&days(*transit)));
            }
            if 0 < *late {
                facts.push((words.late)(&days(*late)));
            }
        }
        About::Stock { on_hand } => facts.push((words.in_stock)(&with_unit(goods, one, *on_hand))),
        About::Certificates {
            valid,
            missing,
            expired,
        } => {
            facts.push((words.valid)(&count((*valid).into())));
            if !missing.is_empty() {
                facts.push((words.missing)(&missing.join(", ")));
            }
            if !expired.is_empty() {
                facts.push((words.expired)(&expired.join(", ")));
            }
        }
        About::Sample { terms } => facts.push(
            match terms {
                SampleTerms::No => all.product.sample_none,
                SampleTerms::Paid => all.product.sample_paid,
                SampleTerms::Free => all.product.sample_free,
            }
            .to_owned(),
        ),
        About::OnTime {
            recorded,
            orders: sample,
            ..
        } => facts.push((words.on_time)(
            &format::percent(language, *recorded),
            &orders(*sample),
        )),
        About::Verification { level } => {
            let level = usize::from((*level).min(3));
            facts.push(all.supplier.verification[level].to_owned());
        }
        About::Response { recorded, .. } => {
            let hours = u32::from(*recorded);
            let within = (all.supplier.within_hours)(hours, &count(hours));
            facts.push(format!("{} {within}", all.supplier.responds));
        }
        About::Disputes {
            recorded,
            orders: sample,
            ..
        } => facts.push((words.disputes)(&count(*recorded), &orders(*sample))),
        About::Logistics {
            weight_grams,
            freight,
            sells_there,
            preference,
        } => {
            #[expect(
                clippy::cast_precision_loss,
                reason = "grams of an order are far below 2^52"
            )]
            let kilograms = (*weight_grams as f64 / 1000.0).round().max(1.0);
            let weight = format!("{} kg", format::number(language, kilograms));
            let freight = format::amount(language, *freight / 100, "SGD");
            facts.push((words.freight)(&freight, &weight));
            if *sells_there {
                facts.push(words.sells_there.to_owned());
            }
            if *preference {
                facts.push(words.preference.to_owned());
            }
        }
        About::SameSupplier => facts.push(words.same_supplier.to_owned()),
    }
    facts.join(" · ")
}
