//! What is looked at besides the words: one number for each feature, from which trained weights make points.

use crate::ask::Reason;

/// What is looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[repr(u8)]
pub enum Feature {
    /// The last word of the query is what the name says the thing is.
    HeadLast,
    /// Any word of the query is.
    HeadAny,
    /// The last word of the query stands at most one word before the head of the name.
    HeadNear,
    /// How much of the name up to its head the query has.
    NameShare,
    /// Neighbors of the query that stand side by side in the name, of all.
    Phrase,
    /// The same within three words and in any order.
    Near,
    /// Words between those that were found in the name, up to ten.
    Gaps,
    /// Words before the first one found in the name, up to 15.
    Start,
    /// How much of the query is in the name, by rarity.
    NameCoverage,
    /// How much of it is anywhere.
    Coverage,
    /// Words that are nowhere.
    Missing,
    /// The rarest word that is not in the name, as a share of the rarest word.
    MissingRare,
    /// How much of the query is in the category.
    Category,
}

/// All features, in the order of their numbers.
pub const FEATURES: [Feature; 13] = [
    Feature::HeadLast,
    Feature::HeadAny,
    Feature::HeadNear,
    Feature::NameShare,
    Feature::Phrase,
    Feature::Near,
    Feature::Gaps,
    Feature::Start,
    Feature::NameCoverage,
    Feature::Coverage,
    Feature::Missing,
    Feature::MissingRare,
    Feature::Category,
];

/// The features of one document.
pub type Features = [f32; FEATURES.len()];

impl Feature {
    /// How the weights file names it.
    pub fn name(self) -> &'static str {
        match self {
            Feature::HeadLast => "head-last",
            Feature::HeadAny => "head-any",
            Feature::HeadNear => "head-near",
            Feature::NameShare => "name-share",
            Feature::Phrase => "phrase",
            Feature::Near => "near",
            Feature::Gaps => "gaps",
            Feature::Start => "start",
            Feature::NameCoverage => "name-coverage",
            Feature::Coverage => "coverage",
            Feature::Missing => "missing",
            Feature::MissingRare => "missing-rare",
            Feature::Category => "category",
        }
    }

    /// What the reader is told; features of one reason are told as one part.
    pub fn reason(self) -> Reason {
        match self {
            Feature::HeadLast | Feature::HeadAny | Feature::HeadNear | Feature::NameShare => {
                Reason::HeadNoun
            }
            Feature::Phrase | Feature::Near | Feature::Gaps => Reason::Phrase,
            Feature::NameCoverage | Feature::Coverage | Feature::Missing | Feature::MissingRare => {
                Reason::Coverage
            }
            Feature::Category => Reason::Category,
            Feature::Start => Reason::Model,
        }
    }
}
