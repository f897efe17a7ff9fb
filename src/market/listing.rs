use domain::Id;

use crate::{DraftKind, Fault, Moment, Version};

/// Listings that a company may have, withdrawn ones too.
pub const MAX_LISTINGS: u64 = 100_000;
/// Listings that one publication may change.
pub const MAX_ITEMS: usize = 500;
/// Photographs of a product.
pub const MAX_PHOTOS: usize = 8;
/// Codes that a company may have had: each stays its own, so that its old addresses never become another's.
pub const MAX_CODES: u64 = 10;

/// Whether buyers are shown a listing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ListingState {
    Published,
    Withdrawn,
}

impl ListingState {
    /// As it is stored and sent.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Published => "published",
            Self::Withdrawn => "withdrawn",
        }
    }

    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        [Self::Published, Self::Withdrawn]
            .into_iter()
            .find(|state| state.name() == name)
    }
}

/// A product of a supplier, or the supplier's page, as buyers are shown it; its id is its draft's.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Listing {
    /// [`DraftKind::Product`] or [`DraftKind::Profile`].
    pub kind: DraftKind,
    pub state: ListingState,
    /// The version of the draft that was published.
    pub draft: Version,
    pub offered: Offered,
    pub version: Version,
    pub published_at: Moment,
}

/// What a draft says that the host has checked.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Offered {
    /// JSON text, as the host reads it again when it makes the catalogue.
    pub content: String,
    /// What no other listing may have: a product's number in lower case, within its company; a supplier's code, within
    /// the hub.
    pub key: String,
    /// The last day on which all its certificates count, in days since 1970-01-01.
    pub expires_on: Option<i32>,
    pub photos: Vec<Photo>,
}

/// A photograph by which a listing is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Photo {
    pub blob: Id,
    /// SHA-256 of its bytes, by which everybody asks for it.
    pub digest: [u8; 32],
}

/// A draft that is to be published.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offer {
    pub listing: Id,
    /// The version of the draft that its author has seen.
    pub draft: Version,
    /// What the host found in it, or all its faults; nothing if it has no such version.
    pub checked: Option<Result<Offered, Vec<Fault>>>,
}

/// What is there of one listing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Stand {
    pub draft: Option<(DraftKind, Version)>,
    pub listing: Option<Standing>,
}

/// A listing that is kept, as far as is asked here.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standing {
    pub state: ListingState,
    pub version: Version,
    pub key: String,
}
