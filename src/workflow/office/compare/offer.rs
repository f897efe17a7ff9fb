//! Negotiations as offers that can be compared.

use std::collections::BTreeMap;

use domain::{Currency, Quantity};

use super::{Offer, OfferLine};
use crate::office::quotation::{Deal, amount_of};
use crate::office::request::Sheet;

/// The supplier's last offer beside what was asked for. None where there is none yet.
#[must_use]
pub fn offer(sheet: &Sheet, deal: &Deal) -> Option<Offer> {
    let bid = &deal.offer()?.bid;
    let number = |text: &str| text.parse::<Quantity>().ok();
    let lines = bid.offered().filter_map(|line| {
        let asked = sheet.lines.iter().find(|asked| asked.id == Some(line.line));
        let asked = asked.and_then(|asked| number(&asked.quantity));
        let quantity = number(&line.quantity)?;
        let own = OfferLine {
            price: line.price.parse().ok()?,
            amount: amount_of(line)?,
            lead_time_days: line.days.parse().ok(),
            is_alternative: !line.alternative.is_empty(),
            is_whole: asked.is_none_or(|asked| asked <= quantity),
        };
        Some((line.line, own))
    });
    let lines: BTreeMap<_, _> = lines.collect();
    Some(Offer {
        quotation: deal.id,
        currency: bid.currency().unwrap_or(Currency::Sgd),
        lines,
        incoterm: bid.incoterm.clone(),
        valid_until: bid.valid_until.parse().ok(),
    })
}
