use api_types::reminder::{Reminder, Reminders};
use axum::{extract::State, response::Response};
use market::{REMINDED_BEFORE, access::Route, reminders};

use crate::{asked::Ids, clock, identity::SignedIn, listing, problem::Error, routes::Api, wire};

/// Reminders at most.
const LARGEST: u32 = 200;

/// Certificates of what is published that end soon or have ended, the most urgent first.
#[utoipa::path(get, path = "/companies/{company}/reminders", tag = "listing",
    responses((status = 200, body = Reminders)))]
pub(super) async fn list(
    State(api): State<Api>,
    who: SignedIn,
    Ids([company]): Ids<1>,
) -> Result<Response, Error> {
    who.may(&api, Route::ListReminders, Some(company)).await?;
    let today = clock::today();
    let soon = today.days_since_epoch() + REMINDED_BEFORE;
    let ending = api.store.companies().ending(company, soon, LARGEST).await?;
    let all = ending.iter().flat_map(|(id, content)| {
        let of = listing::certificates(content).into_iter();
        of.map(|certificate| (*id, certificate))
    });
    let items = reminders(all, today)
        .into_iter()
        .take(LARGEST as usize)
        .map(|reminder| Reminder {
            listing: reminder.listing,
            valid_until: reminder.certificate.valid_until.to_string(),
            kind: reminder.certificate.kind,
            number: reminder.certificate.number,
            issuer: reminder.certificate.issuer,
            days: reminder.days,
        })
        .collect();
    Ok(wire::private(&Reminders { items }))
}
