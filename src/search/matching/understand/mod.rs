//! A need in plain words, English or Chinese or both: what is said of quantity, price, day, place, certificates,
//! Incoterm and samples is taken out, and the rest is what is searched for.
//!
//! Patterns, not a model: what was understood is shown with the words that said it, so that a buyer sees and corrects
//! it, and what is not sure is left among the words.

mod certificate;
mod count;
mod day;
mod incoterm;
mod numbers;
mod place;
mod price;
mod quantity;
mod rest;
mod sample;
#[cfg(test)]
mod tests;
mod tokens;

use std::ops::Range;

pub use self::count::{Counted, count};
pub use self::quantity::is_unit;
use self::tokens::Words;
use crate::ask::Need;
use crate::order;
use crate::understood::{Meaning, Rates, Span, Understood};

/// What must be known to understand a need.
#[derive(Clone, Copy, Debug)]
pub struct Known<'a> {
    /// Days since 1970-01-01.
    pub today: i32,
    pub rates: Rates,
    /// The kinds of certificate that the catalogue has, as it writes them.
    pub kinds: &'a [&'a str],
}

/// Longer texts are cut: nobody types more, and the patterns walk over every word.
const LONGEST: usize = 2_000;

/// What a text in plain words asks for.
#[must_use]
pub fn understand(text: &str, known: Known) -> Understood {
    let text = match text.char_indices().nth(LONGEST) {
        Some((end, _)) => &text[..end],
        None => text,
    };
    let mut reading = Reading::new(text);
    reading.certificates(known.kinds);
    reading.price(known.rates);
    reading.needed_by(known.today);
    reading.places();
    reading.quantity();
    reading.sample();
    reading.finish()
}

/// A text while it is being understood. The order of the steps matters: a price is not a quantity, a day is not either.
struct Reading<'a> {
    words: Words<'a>,
    need: Need,
    spans: Vec<Span>,
    /// The sum that all together may cost, until the quantity is known.
    total: Option<(Range<usize>, i64)>,
}

impl<'a> Reading<'a> {
    fn new(text: &'a str) -> Self {
        Self {
            words: Words::new(text),
            need: Need::default(),
            spans: Vec::new(),
            total: None,
        }
    }

    fn take(&mut self, range: Range<usize>, meaning: Meaning) {
        let bytes = self.words.take(range);
        self.tell(bytes, meaning);
    }

    fn tell(&mut self, bytes: Range<usize>, meaning: Meaning) {
        let at = |byte: usize| u32::try_from(byte).unwrap_or(u32::MAX);
        self.spans.push(Span {
            start: at(bytes.start),
            end: at(bytes.end),
            meaning,
        });
    }

    fn certificates(&mut self, kinds: &[&str]) {
        while let Some((range, kind)) = self.words.certificate(kinds) {
            self.take(range, Meaning::Certificate(kind.clone()));
            if !self.need.certificates.contains(&kind) {
                self.need.certificates.push(kind);
            }
        }
    }

    fn price(&mut self, rates: Rates) {
        let Some(found) = self.words.price(rates) else {
            return;
        };
        if found.total {
            let bytes = self.words.take(found.range);
            self.total = Some((bytes, found.price));
            return;
        }
        self.need.target_price = Some(found.price);
        self.take(found.range, Meaning::TargetPrice(found.price));
    }

    fn needed_by(&mut self, today: i32) {
        if let Some((range, day)) = self.words.needed_by(today) {
            self.need.needed_by = Some(day);
            self.take(range, Meaning::NeededBy(day));
        }
    }

    /// The place of an Incoterm stands behind it.
    fn places(&mut self) {
        let incoterm = self.words.incoterm();
        let named = incoterm.as_ref().map(|(range, _)| range.end);
        if let Some((range, code)) = incoterm {
            self.need.incoterm = Some(code.to_owned());
            self.take(range, Meaning::Incoterm(code.to_owned()));
        }
        if let Some((range, code)) = self.words.destination(named) {
            self.need.destination = Some(code.to_owned());
            self.take(range, Meaning::Destination(code.to_owned()));
        }
    }

    fn quantity(&mut self) {
        if let Some((range, count)) = self.words.quantity() {
            self.need.quantity = Some(count);
            self.take(range, Meaning::Quantity(count));
        }
        // A sum for all is a price for one as soon as it is known how many; otherwise it says nothing to compare with.
        let quantity = self.need.quantity.map(i64::from);
        if let (Some((bytes, sum)), Some(quantity)) = (self.total.take(), quantity) {
            let price = sum / quantity;
            if 0 < price {
                self.need.target_price = Some(price);
                self.tell(bytes, Meaning::TargetPrice(price));
            }
        }
    }

    fn sample(&mut self) {
        if let Some(range) = self.words.sample() {
            self.need.sample = true;
            self.take(range, Meaning::Sample);
        }
    }

    fn finish(mut self) -> Understood {
        order::by_number(&mut self.spans, |span| span.start.into());
        self.need.text = self.words.rest();
        Understood {
            need: self.need,
            spans: self.spans,
        }
    }
}
