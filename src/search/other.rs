//! What few pages ask of the engine.

use serde::{Deserialize, Serialize};

use crate::ask::{Need, Request};

/// A question that no page of the catalogue asks.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Other {
    /// A list: which products its lines mean, each with the ways in which it may be searched for (`lines::read`).
    Lines(Vec<Vec<String>>),
    /// Matching the other way round: which of these open requests suit the catalogue of a supplier, best first.
    Requests {
        /// Index into the published suppliers.
        supplier: u16,
        /// By the caller's ids.
        open: Vec<(String, Need)>,
        /// Days since 1970-01-01.
        today: i32,
        limit: u32,
    },
}

/// The answer to one of them.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum OtherAnswer {
    /// In the order of the list.
    Lined(Vec<Line>),
    /// The requests that suit at all, best first.
    Requested(Vec<Request>),
    /// The question could not be read.
    Unread,
}

/// The products that a line of a list may mean.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Line {
    /// Which of the line's ways found the most.
    pub way: u8,
    /// Whether the first choice may be taken without asking.
    pub is_sure: bool,
    /// Best first; empty where nothing is like it.
    pub choices: Vec<Choice>,
}

/// A product that a line may mean.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Choice {
    /// Row in the published list.
    pub row: u32,
    /// Thousandths.
    pub score: i32,
    /// Products of the same number are the same thing by different suppliers.
    pub thing: u8,
}
