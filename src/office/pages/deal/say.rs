use api_types::address::Language;
use api_types::catalogue::Front;
use browser::format;
use search::ask::About;
use workflow::office::request::terms::{INCOTERMS, PORTS, UNITS};
use workflow::office::request::{Fault, Missing};

use crate::locales::words;

/// What is wrong with a field, and how it is put right.
pub fn fault(language: Language, fault: Fault) -> &'static str {
    let words = &words(language).compose;
    match fault {
        Fault::NoLine => words.fault_lines,
        Fault::Item => words.fault_item,
        Fault::Quantity => words.fault_quantity,
        Fault::Target => words.fault_target,
        Fault::Nobody => words.fault_asked,
        Fault::ValidUntil => words.fault_valid,
        Fault::NeededBy => words.fault_needed,
        Fault::Destination => words.fault_place,
        Fault::Pasted => crate::locales::words(language).paste.fault,
    }
}

pub fn missing(language: Language, missing: Missing) -> String {
    let words = &words(language).compose;
    match missing {
        Missing::Destination => words.lacks_destination.to_owned(),
        Missing::Incoterm => words.lacks_incoterm.to_owned(),
        Missing::NeededBy => words.lacks_needed_by.to_owned(),
        Missing::Certificates => words.lacks_certificates.to_owned(),
        Missing::Target => words.lacks_target.to_owned(),
        Missing::Words(line) => (words.lacks_words)(u32::try_from(line + 1).unwrap_or(u32::MAX)),
    }
}

/// A place as people call it: `Shenzhen`, or its code.
pub fn port(language: Language, code: &str) -> String {
    let at = PORTS.iter().position(|have| *have == code);
    at.map_or_else(
        || code.to_owned(),
        |at| words(language).compose.ports[at].to_owned(),
    )
}

/// `FOB`, with what it means.
pub fn incoterm(language: Language, code: &str) -> String {
    let at = INCOTERMS.iter().position(|have| *have == code);
    at.map_or_else(
        || code.to_owned(),
        |at| format!("{code} · {}", words(language).compose.incoterms[at]),
    )
}

/// What a unit is called, or its code.
pub fn unit(language: Language, code: &str) -> &str {
    let choices = words(language).catalogue.choices;
    let units = choices.iter().find(|(column, _)| *column == "unit");
    let mut units = units.into_iter().flat_map(|(_, units)| units.iter());
    let named = units.find(|(have, _)| *have == code);
    // Goods of the catalogue are sold by more units than the form offers.
    named.map_or_else(|| app::locales::unit(language, code), |(_, name)| *name)
}

/// Units to choose from, with the one that stands there.
pub fn units(language: Language, present: &str) -> Vec<(String, String)> {
    let mut codes: Vec<&str> = UNITS.to_vec();
    if !present.is_empty() && !codes.contains(&present) {
        codes.push(present);
    }
    let named = codes
        .into_iter()
        .map(|code| (code.to_owned(), unit(language, code).to_owned()));
    named.collect()
}

/// A number as it is typed, written as the language writes it, with its unit.
pub fn counted(language: Language, number: &str, code: &str) -> String {
    let unit = unit(language, code);
    let shown = match number.parse::<f64>() {
        Ok(number) => format::number(language, number),
        Err(_) => number.to_owned(),
    };
    match language {
        Language::Chinese => format!("{shown}{unit}"),
        Language::English if number == "1" || unit == code => format!("{shown} {unit}"),
        Language::English if unit.ends_with('x') => format!("{shown} {unit}es"),
        Language::English => format!("{shown} {unit}s"),
    }
}

/// Why a supplier suits, in words; nothing for what says nothing by itself.
pub fn reason(language: Language, about: &About, has_target: bool) -> Option<String> {
    let words = &words(language).suits;
    let count = |number: u32| format::count(language, number);
    let days = |days: u16| (crate::locales::words(language).intake.days)(days);
    let price = |price: i64| format::price(language, price, "SGD");
    Some(match about {
        About::Price {
            unit_price, beside, ..
        } if has_target => (words.price_target)(&price(*unit_price), &price(*beside)),
        About::Price { unit_price, .. } => (words.price)(&price(*unit_price)),
        About::Quantity { excess: 0 } => return None,
        About::Quantity { excess } => (words.excess)(&count(*excess)),
        About::LeadTime {
            days: dispatch,
            transit,
            late,
        } => {
            let arrives = days(dispatch.saturating_add(*transit));
            match late {
                0 => (words.days)(&arrives),
                &late => (words.late)(&arrives, &days(late)),
            }
        }
        About::Stock { on_hand: 0 } => return None,
        About::Stock { on_hand } => (words.stock)(&count(*on_hand)),
        About::Certificates { missing, .. } if !missing.is_empty() => {
            (words.no_certificates)(&missing.join(", "))
        }
        About::Certificates { valid: 0, .. } => return None,
        About::Certificates { valid, .. } => (words.certificates)(&count(u32::from(*valid))),
        About::OnTime { orders: 0, .. } => return None,
        About::OnTime {
            recorded, orders, ..
        } => (words.on_time)(&format::percent(language, *recorded), &count(*orders)),
        About::Verification { level } => {
            words.verification[usize::from((*level).min(3))].to_owned()
        }
        About::Response { recorded, .. } => (words.response)(&count(u32::from(*recorded))),
        About::Disputes { recorded: 0, .. } => return None,
        About::Disputes {
            recorded, orders, ..
        } => (words.disputes)(&count(*recorded), &count(*orders)),
        About::Logistics { preference, .. } if *preference => words.preference.to_owned(),
        About::Logistics { sells_there, .. } if *sells_there => words.sells_there.to_owned(),
        About::Logistics { .. } | About::Relevance | About::Sample { .. } | About::SameSupplier => {
            return None;
        }
    })
}

/// The same to the supplier: what is about their goods, not about themselves.
pub fn reason_to_supplier(language: Language, about: &About, has_target: bool) -> Option<String> {
    let is_of_goods = matches!(
        about,
        About::Price { .. }
            | About::Quantity { .. }
            | About::LeadTime { .. }
            | About::Stock { .. }
            | About::Certificates { .. }
    );
    is_of_goods
        .then(|| reason(language, about, has_target))
        .flatten()
}

/// What a supplier of the catalogue is called; its code where nobody knows it.
pub fn supplier(language: Language, front: Option<&Front>, code: &str) -> String {
    let suppliers = front.map(|front| front.suppliers.as_slice());
    let mut suppliers = suppliers.unwrap_or_default().iter();
    suppliers.find(|one| one.code == code).map_or_else(
        || code.to_owned(),
        |one| crate::pages::say(language, &one.name),
    )
}
