use domain::Id;

use crate::{Moment, Version};

/// Bytes of a draft's content: a request of 500 lines fits.
pub const MAX_CONTENT: usize = 192 * 1024;
/// Drafts that a company may keep at a time.
pub const MAX_DRAFTS: u64 = 1_000_000;

/// What somebody is writing: kept as it is, checked when it is sent or published.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DraftKind {
    /// What a buyer asks suppliers to price.
    SourcingRequest,
    /// A row of a supplier's catalogue, not published.
    Product,
    /// A supplier's page.
    Profile,
}

impl DraftKind {
    pub const ALL: [Self; 3] = [Self::SourcingRequest, Self::Product, Self::Profile];

    /// As it is stored and sent.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::SourcingRequest => "sourcing_request",
            Self::Product => "product",
            Self::Profile => "profile",
        }
    }

    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }
}

/// Rows of a supplier's catalogue that are saved at once.
pub const MAX_ROWS: usize = 200;

/// A product's draft among others.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProductRow {
    pub draft: Id,
    /// As [`Draft::content`].
    pub content: String,
    /// `None` to create it.
    pub known: Option<Version>,
}

/// A draft that is kept.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Draft {
    pub kind: DraftKind,
    /// JSON text of an object, of [`MAX_CONTENT`] bytes at most.
    pub content: String,
    pub version: Version,
    pub updated_at: Moment,
}
