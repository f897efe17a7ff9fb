use api_types::reminder::Reminders;
use axum::{extract::State, response::Response};
use clerk::listings::{MOST_REMINDERS, reminders};
use market::{REMINDED_BEFORE, access::Route};

use crate::{asked::Ids, clock, identity::SignedIn, problem::Error, routes::Api, wire};

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
    let ending = api
        .store
        .companies()
        .ending(company, soon, MOST_REMINDERS)
        .await?;
    let ending = ending.iter().map(|(id, content)| (*id, &content[..]));
    Ok(wire::private(&reminders(ending, today)))
}
