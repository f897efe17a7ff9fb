//! Listings, and what became of those that were published together.

use api_types::listing;
use market::{Item, ListingState, Outcome, Refusal};

use crate::problem;

#[must_use]
pub fn state(state: ListingState) -> listing::ListingState {
    match state {
        ListingState::Published => listing::ListingState::Published,
        ListingState::Withdrawn => listing::ListingState::Withdrawn,
    }
}

#[must_use]
pub fn item(item: Item) -> listing::PublicationItem {
    let (outcome, version) = match &item.outcome {
        Outcome::Published(version) => (listing::Outcome::Published, Some(*version)),
        Outcome::Withdrawn(version) => (listing::Outcome::Withdrawn, Some(*version)),
        Outcome::Refused(Refusal::Changed { version }) => {
            (listing::Outcome::Refused, Some(*version))
        }
        Outcome::Refused(_) => (listing::Outcome::Refused, None),
    };
    let (code, errors) = match &item.outcome {
        Outcome::Refused(refusal) => (Some(problem::of(refusal).1), problem::errors(refusal)),
        _ => (None, Vec::new()),
    };
    listing::PublicationItem {
        id: item.listing,
        outcome,
        version,
        code,
        errors,
    }
}
