//! A supplier's own catalogue: what is written of it, what buyers are shown of it, and how the two stand to each other.
//!
//! Drafts and listings come from the hub in pages ([`Book::take_drafts`], [`Book::take_listings`]), what is not sent yet
//! from this device ([`Book::write`]); a row for each product comes out, arranged as the reader asks ([`arrange`]).

mod arrange;
mod certificates;
mod columns;
mod import;
mod parallel;
mod publication;

pub use arrange::{Asked, arrange};
pub use certificates::{Ending, Standing as CertificateStanding, endings};
pub use columns::{Column, Group, PAGE, PRODUCT, TABLE};
pub use import::{Import, Tally as ImportTally};
pub use parallel::{Parallel, Suggestion};
pub use publication::{Outcome, Want, publications, settle};

use std::collections::BTreeMap;

use api_types::draft::{Draft, DraftKind};
use api_types::listing::{Listing, ListingState};
use api_types::problem::{Code, FieldError};
use domain::Id;
use serde_json::{Map, Value};

/// What a draft says, as the client writes it: `cells` and whatever else it has.
pub type Content = Map<String, Value>;

/// How it stands with a product.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum State {
    /// Written, and never shown to buyers.
    Draft,
    /// Buyers see it as it is written.
    Published,
    /// Buyers see an earlier version.
    Changed,
    Withdrawn,
    /// The hub refused to publish it as it is written.
    Faulty,
}

impl State {
    pub const ALL: [Self; 5] = [
        Self::Draft,
        Self::Published,
        Self::Changed,
        Self::Withdrawn,
        Self::Faulty,
    ];

    /// As addresses and forms have it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Published => "published",
            Self::Changed => "changed",
            Self::Withdrawn => "withdrawn",
            Self::Faulty => "faulty",
        }
    }

    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.name() == name)
    }
}

/// Why the hub did not publish or withdraw something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    pub code: Code,
    pub errors: Vec<FieldError>,
    /// What was refused: a draft that was changed since may be good.
    draft: Option<u64>,
}

/// A product of the supplier, or the supplier's page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Product {
    pub content: Content,
    /// The version of the draft that the hub has; none while it has none.
    pub draft: Option<u64>,
    pub listing: Option<Listing>,
    pub refusal: Option<Refusal>,
    /// Written on this device, and not with the hub yet.
    pub is_unsent: bool,
}

impl Product {
    /// What stands in a cell; nothing where it was never written.
    #[must_use]
    pub fn cell(&self, column: &str) -> &str {
        let cell = self
            .content
            .get("cells")
            .and_then(|cells| cells.get(column));
        cell.and_then(Value::as_str).unwrap_or_default()
    }

    /// The content with another text in a cell. A blank cell is left out.
    #[must_use]
    pub fn with(&self, column: &str, text: &str) -> Content {
        let mut content = self.content.clone();
        let cells = content
            .entry("cells")
            .or_insert_with(|| Value::Object(Map::new()));
        if !cells.is_object() {
            *cells = Value::Object(Map::new());
        }
        if let Value::Object(cells) = cells {
            match text.trim() {
                "" => drop(cells.remove(column)),
                text => drop(cells.insert(column.to_owned(), text.into())),
            }
        }
        content
    }

    /// Its photographs, in the order in which buyers see them.
    #[must_use]
    pub fn photos(&self) -> Vec<Id> {
        let photos = self.content.get("photos").and_then(Value::as_array);
        let photos = photos.into_iter().flatten();
        photos
            .filter_map(|photo| photo.as_str()?.parse().ok())
            .collect()
    }

    /// The content with these photographs.
    #[must_use]
    pub fn with_photos(&self, photos: &[Id]) -> Content {
        let mut content = self.content.clone();
        let photos = photos.iter().map(|photo| Value::from(photo.to_string()));
        content.insert("photos".to_owned(), photos.collect());
        content
    }

    #[must_use]
    pub fn state(&self) -> State {
        let listing = self.listing.as_ref();
        let shown = listing.filter(|listing| listing.state == ListingState::Published);
        match shown {
            Some(shown) if Some(shown.draft) == self.draft && !self.is_unsent => State::Published,
            _ if self.standing_refusal().is_some() => State::Faulty,
            Some(_) => State::Changed,
            None if listing.is_some() => State::Withdrawn,
            None => State::Draft,
        }
    }

    /// What was refused, unless it was written anew since.
    #[must_use]
    pub fn standing_refusal(&self) -> Option<&Refusal> {
        let refusal = self.refusal.as_ref()?;
        (refusal.draft == self.draft && !self.is_unsent).then_some(refusal)
    }

    /// What the hub says of a cell.
    #[must_use]
    pub fn fault(&self, column: &str) -> Option<&FieldError> {
        let errors = &self.standing_refusal()?.errors;
        let is_of = |error: &&FieldError| error.pointer.strip_prefix("/cells/") == Some(column);
        errors.iter().find(is_of)
    }
}

/// All that a supplier has: its products by id, and its page under the company's own id.
#[derive(Clone, Debug, PartialEq)]
pub struct Book {
    company: Id,
    products: BTreeMap<Id, Product>,
    page: Product,
}

impl Book {
    #[must_use]
    pub fn new(company: Id) -> Self {
        Self {
            company,
            products: BTreeMap::new(),
            page: Product::default(),
        }
    }

    /// A page of the hub's drafts. What somebody is writing of other kinds is passed over, and so is what is written on
    /// this device and newer.
    pub fn take_drafts(&mut self, drafts: Vec<Draft>) {
        for draft in drafts {
            if draft.kind != self.kind_of(draft.id) {
                continue;
            }
            let product = self.entry(draft.id);
            product.draft = Some(draft.version);
            if !product.is_unsent {
                product.content = draft.content;
            }
        }
    }

    pub fn take_listings(&mut self, listings: Vec<Listing>) {
        for listing in listings {
            if listing.kind == self.kind_of(listing.id) {
                let id = listing.id;
                self.entry(id).listing = Some(listing);
            }
        }
    }

    /// What was written on this device, and the version that it makes when the hub has it.
    pub fn write(&mut self, id: Id, content: Content) {
        let product = self.entry(id);
        product.content = content;
        product.is_unsent = true;
    }

    /// The hub has what was written, as this version.
    pub fn sent(&mut self, id: Id, version: u64) {
        let product = self.entry(id);
        product.draft = Some(version);
        product.is_unsent = false;
    }

    /// Its draft was thrown away; what buyers see of it stays.
    pub fn dropped(&mut self, id: Id) {
        self.products.remove(&id);
    }

    #[must_use]
    pub fn get(&self, id: Id) -> Option<&Product> {
        if id == self.company {
            return Some(&self.page);
        }
        self.products.get(&id)
    }

    /// Products that are written or shown: what was withdrawn and has no draft any more is over.
    pub fn products(&self) -> impl Iterator<Item = (Id, &Product)> {
        let products = self.products.iter();
        let is_there = |product: &Product| {
            product.draft.is_some() || product.is_unsent || product.state() != State::Withdrawn
        };
        products
            .filter(move |(_, product)| is_there(product))
            .map(|(id, product)| (*id, product))
    }

    /// Whether buyers are shown the supplier's page, without which they are shown none of its products.
    #[must_use]
    pub fn has_page(&self) -> bool {
        let listing = self.page.listing.as_ref();
        listing.is_some_and(|listing| listing.state == ListingState::Published)
    }

    fn kind_of(&self, id: Id) -> DraftKind {
        match id == self.company {
            true => DraftKind::Profile,
            false => DraftKind::Product,
        }
    }

    fn entry(&mut self, id: Id) -> &mut Product {
        if id == self.company {
            return &mut self.page;
        }
        self.products.entry(id).or_default()
    }
}

#[cfg(test)]
mod tests;
