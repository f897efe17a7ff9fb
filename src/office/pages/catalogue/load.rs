use api_types::draft::Draft;
use api_types::listing::Listing;
use browser::api::{self, Refused};
use domain::Id;

use crate::drafts::Drafts;

/// A page of what the hub has of a supplier.
pub enum Part {
    Listings(Vec<Listing>),
    Drafts(Vec<Draft>),
}

/// All of it, listings first. Stops where nobody takes it any more, which `take` says by `false`.
///
/// # Errors
/// See [`Refused`].
pub async fn load(
    company: Id,
    known: Drafts,
    mut take: impl FnMut(Part) -> bool,
) -> Result<(), Refused> {
    let mut after: Option<String> = None;
    loop {
        let (listings, next) = api::listings(company, after.as_deref()).await?;
        after = next;
        if !take(Part::Listings(listings)) {
            return Ok(());
        }
        if after.is_none() {
            break;
        }
    }
    loop {
        let (drafts, next) = api::drafts(company, after.as_deref()).await?;
        for draft in &drafts {
            known.seen(company, draft.id, Some(draft.version));
        }
        after = next;
        if !take(Part::Drafts(drafts)) || after.is_none() {
            return Ok(());
        }
    }
}
