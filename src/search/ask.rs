//! What is asked of the engine, and what it answers: the messages between the page and the worker.

use serde::{Deserialize, Serialize};

use crate::document::{Field, Kind};
pub use crate::other::{Choice, Line, Other, OtherAnswer};
pub use crate::packed::Packed;
use crate::understood::{Rates, Understood};

/// What a file is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Part {
    Segment,
    /// Words across languages.
    Lexicon,
    /// Prices, terms and records of the products: what matching needs beside words.
    Offers,
}

/// A question. `version` comes back with the answer, so that a late answer can be dropped.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Ask {
    /// The bytes travel beside the message and are not copied. `name` comes back.
    Add { name: String, part: Part },
    Search {
        version: u32,
        text: String,
        limit: u32,
    },
    /// While somebody types: the last word may be unfinished.
    Suggest {
        version: u32,
        text: String,
        limit: u32,
    },
    /// `today`: days since 1970-01-01.
    Match {
        version: u32,
        need: Need,
        today: i32,
        limit: u32,
    },
    /// What a text in plain words asks for, to fill the request form with and to show as "understood as".
    Understand {
        version: u32,
        text: String,
        today: i32,
        rates: Rates,
    },
    /// What few pages ask: only those carry the code that writes it.
    Other { version: u32, other: Packed<Other> },
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Answer {
    Added {
        name: String,
    },
    /// The bytes are not what they should be; `reason` is for the log, not for the reader.
    Refused {
        name: String,
        reason: String,
    },
    Found {
        version: u32,
        found: Found,
    },
    Suggested {
        version: u32,
        suggestions: Vec<Suggestion>,
    },
    Matched {
        version: u32,
        matched: Matched,
    },
    Understood {
        version: u32,
        understood: Understood,
    },
    Other {
        version: u32,
        answer: Packed<OtherAnswer>,
    },
}

/// The answer to a search.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Found {
    /// Products, best first.
    pub hits: Vec<Hit>,
    /// How many of the first hits have every word of the query (in one of its forms); the rest have some.
    pub whole: u32,
    /// The words as they were understood, in the order they were typed.
    pub words: Vec<Word>,
    /// A spelling that finds more; only when the query as typed finds little.
    pub did_you_mean: Option<String>,
    /// Slugs of the categories that suit best, for a page that has little else to show.
    pub categories: Vec<String>,
}

/// One product found.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Hit {
    /// Row in the published list.
    pub row: u32,
    /// Thousandths; exactly the sum of the points of `parts` where these are told.
    pub score: i32,
    /// Told for the first page's worth of hits only.
    pub parts: Vec<Points>,
}

/// One part of a score.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Points {
    pub reason: Reason,
    /// Thousandths; may be negative.
    pub points: i32,
}

/// Why a product has points.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Reason {
    /// A word of the query, by index into [`Found::words`], stands in this field in this form.
    Word { word: u16, field: Field, form: Form },
    /// Words stand beside each other as they were typed.
    Phrase,
    /// The query names what the thing is, not just something about it.
    HeadNoun,
    /// How much of the query is there.
    Coverage,
    /// The query names the product's category.
    Category,
    /// What the trained model adds or takes for features together.
    Model,
}

/// How a word of a product answers a word of the query.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Form {
    /// As typed, up to case, width, plural, Traditional or Simplified.
    Same,
    /// The word typed is the beginning of this one.
    Begun(String),
    /// Typed otherwise: at most 2 edits.
    Spelling(String),
    /// Typed in pinyin, whole or by initials.
    Pinyin(String),
    /// The word in the other language.
    Translation(String),
    /// A related word in the same language.
    Related(String),
}

/// A word of a query.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Word {
    /// As typed.
    pub text: String,
    /// Beginnings of words to mark in a name: lower case, folded; the same word, its translations and corrections.
    pub marks: Vec<String>,
}

/// Something offered while typing.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Suggestion {
    /// The query with its last word finished.
    Query { text: String },
    /// `key` is a category's slug, a supplier's code; `row` a product's row.
    Place { kind: Kind, key: String, row: u32 },
}

/// A sourcing request as far as it is known; everything but the words may be left open.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Need {
    /// In plain words, either language.
    pub text: String,
    /// How many, in the unit of the product.
    pub quantity: Option<u32>,
    /// For one unit, ten-thousandths of an SGD.
    pub target_price: Option<i64>,
    /// Days since 1970-01-01.
    pub needed_by: Option<i32>,
    /// ISO 3166-1 alpha-2.
    pub destination: Option<String>,
    /// Kinds of certificate that must be valid on the day the goods are needed.
    pub certificates: Vec<String>,
    /// Incoterms 2020, three letters.
    pub incoterm: Option<String>,
    pub sample: bool,
    pub weights: Weights,
}

/// What matters how much to this buyer, each 0 to 100; relevance to the words always counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Weights {
    pub price: u8,
    pub speed: u8,
    pub reliability: u8,
}

impl Default for Weights {
    fn default() -> Self {
        Weights {
            price: 50,
            speed: 50,
            reliability: 50,
        }
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Matched {
    /// Products, best first.
    pub products: Vec<Match>,
    /// Suppliers by their best products, best first: index into the published suppliers, and the place in `products`.
    pub suppliers: Vec<(u16, u32)>,
    pub words: Vec<Word>,
}

/// An open request beside a supplier's catalogue: by the product of theirs that suits it best.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Request {
    /// The caller's.
    pub id: String,
    pub best: Match,
    /// How many products of the supplier suit at all.
    pub products: u32,
}

/// A product beside a need.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Match {
    pub row: u32,
    /// Index into the published suppliers.
    pub supplier: u16,
    /// Thousandths; exactly the sum of the points of `parts`.
    pub score: i32,
    pub parts: Vec<Suit>,
    /// For one unit at the quantity asked for, ten-thousandths of an SGD.
    pub unit_price: i64,
    /// What would be ordered: the quantity raised to MOQ and order multiple.
    pub quantity: u32,
}

/// One part of how a product suits a need, with the facts that it rests on, so that the page can say it in words.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Suit {
    pub about: About,
    /// Thousandths; may be negative.
    pub points: i32,
    /// The most that this part could have given with these weights.
    pub most: i32,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum About {
    /// The words.
    Relevance,
    /// Unit price at the quantity beside the target, or beside the middle of the others that suit when there is no
    /// target; both in ten-thousandths of an SGD.
    Price {
        unit_price: i64,
        beside: i64,
        /// The quantity from which this price holds.
        from: u32,
        /// The next price break, if there is one: quantity from, and unit price.
        next: Option<(u32, i64)>,
    },
    /// The MOQ is above the quantity asked for, or the multiple makes it more: units to be taken beyond the need.
    Quantity {
        excess: u32,
    },
    /// Days until dispatch and an estimate of those on the way; `late` days beyond what is needed.
    LeadTime {
        days: u16,
        transit: u16,
        late: u16,
    },
    /// How much of the quantity is in stock.
    Stock {
        on_hand: u32,
    },
    /// How many of the certificates asked for are valid on the day that the goods are needed. `missing` were never
    /// there, `expired` will have run out by then.
    Certificates {
        valid: u16,
        missing: Vec<String>,
        expired: Vec<String>,
    },
    Sample {
        terms: SampleTerms,
    },
    /// The supplier's record shrunk to the mean of all by its sample size, per cent; what was recorded, and the
    /// number of orders that it stands on.
    OnTime {
        percent: u8,
        recorded: u8,
        orders: u32,
    },
    /// 0 to 3.
    Verification {
        level: u8,
    },
    /// The time to answer a request, hours, shrunk to the mean of all by the number of requests; what was recorded.
    Response {
        hours: u16,
        recorded: u16,
        requests: u32,
    },
    /// Disputes in a thousand orders, shrunk to the mean of all by the number of orders; how many were recorded.
    Disputes {
        per_mille: u16,
        recorded: u32,
        orders: u32,
    },
    /// What the whole order weighs; an estimate of its freight in ten-thousandths of an SGD; whether the supplier sells
    /// to the destination; whether goods of this origin may enter it at a preferential duty.
    Logistics {
        weight_grams: u64,
        freight: i64,
        sells_there: bool,
        preference: bool,
    },
    /// Moved down because the same supplier has better ones before it.
    SameSupplier,
}

/// Whether a buyer may try the product first.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum SampleTerms {
    #[default]
    No,
    Paid,
    Free,
}
