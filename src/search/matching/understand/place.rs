//! Where the goods go.

use std::ops::Range;

use super::tokens::{Words, is_han};

/// Pieces of the text, and ISO 3166-1 alpha-2.
pub type Found = (Range<usize>, &'static str);

/// Countries, cities and ports in both languages, `code,name,name…` a line. Common knowledge, written for this room in
/// November 2026.
const PLACES: &str = include_str!("places.csv");

const CUES: [&str; 41] = [
    "deliver to",
    "delivered to",
    "delivery to",
    "delivery at",
    "delivery in",
    "ship to",
    "shipped to",
    "shipping to",
    "shipment to",
    "send to",
    "export to",
    "exported to",
    "destination port",
    "destination",
    "port of",
    "port",
    "to our warehouse in",
    "in",
    "to our site in",
    "for our site in",
    "for our factory in",
    "to",
    "into",
    "for",
    "送到",
    "送至",
    "送往",
    "送",
    "运到",
    "运至",
    "运往",
    "发到",
    "发往",
    "发至",
    "寄到",
    "出口到",
    "交货地",
    "目的地",
    "目的港",
    "到",
    "至",
];
/// After a place: goods arrive there.
const ENDS: [&str; 12] = [
    "交货",
    "收货",
    "到货",
    "到岸",
    "港交货",
    "港",
    "仓库",
    "仓",
    "工厂收货",
    "工地",
    "port",
    "warehouse",
];
/// Before a place: goods come from there, or are called so.
const ORIGINS: [&str; 14] = [
    "from",
    "made in",
    "manufactured in",
    "produced in",
    "origin",
    "product of",
    "ex",
    "not",
    "产自",
    "来自",
    "原产",
    "产地",
    "源自",
    "从",
];

impl Words<'_> {
    /// `incoterms`: places in the text after which a name is the place that the rule names.
    #[must_use]
    pub fn destination(&self, after_incoterm: Option<usize>) -> Option<Found> {
        let found = (0..self.tokens.len()).filter_map(|at| {
            let (code, next) = self.place_at(at)?;
            self.as_destination(at, next, after_incoterm)
                .map(|range| (range, code))
        });
        // The first that is one; a name that begins where another does is longer and comes first in the table.
        found.into_iter().next()
    }

    fn as_destination(
        &self,
        at: usize,
        next: usize,
        after_incoterm: Option<usize>,
    ) -> Option<Range<usize>> {
        if self.before_any(at, &ORIGINS).is_some() {
            return None;
        }
        let colon = usize::from(self.word(at.wrapping_sub(1)) == ":");
        let cue = self.before_any(at - colon, &CUES);
        let end = self.after_any(next, &ENDS);
        let named = after_incoterm == Some(at);
        let alone = self.is_edge_before(at) && self.is_edge(next);
        if cue.is_none() && end.is_none() && !named && !alone {
            return None;
        }
        Some(cue.unwrap_or(at)..end.unwrap_or(next))
    }

    /// The longest name of a place that begins here.
    fn place_at(&self, at: usize) -> Option<(&'static str, usize)> {
        if self.word(at).is_empty() {
            return None;
        }
        let names = PLACES.lines().filter_map(|line| line.split_once(','));
        let found = names.flat_map(|(code, names)| {
            let fits = names.split(',').filter_map(|name| self.after(at, name));
            fits.map(move |next| (code, next))
        });
        found
            .max_by_key(|(_, next)| *next)
            .filter(|(_, next)| self.is_whole(at, *next))
    }

    /// `印度` in `印度尼西亚` is a part of a name only; the table has both, and the longer wins. What the table does not
    /// have cannot be told apart.
    fn is_whole(&self, at: usize, next: usize) -> bool {
        let word = self.word(at);
        !word.starts_with(is_han) || at + 1 < next
    }
}
