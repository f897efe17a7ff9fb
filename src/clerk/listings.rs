//! Listings, and what became of those that were published together.

use api_types::{listing, reminder};
use domain::{Date, Id};
use market::{Fault, Item, ListingState, MAX_ITEMS, Outcome, Publication, Refusal, Why};

use crate::{offer, problem};

/// Reminders at most.
pub const MOST_REMINDERS: u32 = 200;

#[must_use]
pub fn state(state: ListingState) -> listing::ListingState {
    match state {
        ListingState::Published => listing::ListingState::Published,
        ListingState::Withdrawn => listing::ListingState::Withdrawn,
    }
}

/// # Errors
/// More is asked for at once than may be.
pub fn check(form: &listing::PublicationForm) -> Result<(), Refusal> {
    if MAX_ITEMS < form.publish.len() + form.withdraw.len() {
        return Err(Refusal::Invalid(vec![Fault::new("/publish", Why::TooLong)]));
    }
    Ok(())
}

/// It never changes.
#[must_use]
pub fn publication(id: Id, found: Publication) -> listing::Publication {
    listing::Publication {
        id,
        version: 1,
        items: found.items.into_iter().map(item).collect(),
        at: found.at.0,
    }
}

/// Of published listings with a certificate that ends soon or has ended, given with their content, what to remind of.
#[must_use]
pub fn reminders<'a>(
    ending: impl Iterator<Item = (Id, &'a str)>,
    today: Date,
) -> reminder::Reminders {
    let all = ending.flat_map(|(id, content)| {
        let of = offer::certificates(content).into_iter();
        of.map(move |certificate| (id, certificate))
    });
    let items = market::reminders(all, today)
        .into_iter()
        .take(MOST_REMINDERS as usize)
        .map(|reminder| reminder::Reminder {
            listing: reminder.listing,
            valid_until: reminder.certificate.valid_until.to_string(),
            kind: reminder.certificate.kind,
            number: reminder.certificate.number,
            issuer: reminder.certificate.issuer,
            days: reminder.days,
        })
        .collect();
    reminder::Reminders { items }
}

fn item(item: Item) -> listing::PublicationItem {
    let (outcome, version) = match &item.outcome {
        Outcome::Published(version) => (listing::Outcome::Published, Some(*version)),
        Outcome::Withdrawn(version) => (listing::Outcome::Withdrawn, Some(*version)),
        Outcome::Refused(Refusal::Changed { version } | Refusal::Behind { version }) => {
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
