//! What was understood of a need written in plain words.

use serde::{Deserialize, Serialize};

use crate::ask::Need;

/// A need read from plain words, and which words of them said what.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Understood {
    /// Its `text` is what remains to be searched.
    pub need: Need,
    /// In the order of the text; they do not overlap.
    pub spans: Vec<Span>,
}

/// A stretch of the text and what it says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Span {
    /// Bytes of the text as it was given, between two characters.
    pub start: u32,
    pub end: u32,
    pub meaning: Meaning,
}

/// In the units of [`Need`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Meaning {
    Quantity(u32),
    /// Ten-thousandths of an SGD for one unit.
    TargetPrice(i64),
    /// Days since 1970-01-01.
    NeededBy(i32),
    /// ISO 3166-1 alpha-2.
    Destination(String),
    /// A kind as the catalogue writes it.
    Certificate(String),
    /// Three letters.
    Incoterm(String),
    Sample,
}

/// What prices in other currencies are converted at; the day of the rate is the caller's to show.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rates {
    /// Millionths of a CNY for one SGD: `5_310_000` is 5.31.
    pub cny_per_sgd_millionths: i64,
    /// Millionths of an SGD for one USD.
    pub sgd_per_usd_millionths: i64,
}
