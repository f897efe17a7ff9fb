use api_types::{
    change::Receipt,
    listing::{Publication, PublicationForm},
};
use axum::{extract::State, http::HeaderMap, response::Response};
use clerk::listings;
use market::{Command, access::Route};

use crate::{
    asked::{Change, Ids},
    identity::SignedIn,
    problem::Error,
    routes::Api,
    wire,
};

/// Publishes and withdraws many listings: all that are good are done, and what became of each is kept.
#[utoipa::path(put, path = "/companies/{company}/publications/{publication}", tag = "listing",
    request_body = PublicationForm, responses((status = 201, body = Receipt), (status = 200, body = Receipt)))]
pub(super) async fn put(
    State(api): State<Api>,
    who: SignedIn,
    Ids([company, publication]): Ids<2>,
    Change(terms, form): Change<PublicationForm>,
) -> Result<Response, Error> {
    who.may(&api, Route::PutPublication, Some(company)).await?;
    listings::check(&form)?;
    let asked: Vec<_> = form
        .publish
        .iter()
        .map(|item| (item.id, item.draft))
        .collect();
    let command = Command::PutPublication {
        publication,
        offers: api.offers(company, &asked).await?,
        withdrawals: form
            .withdraw
            .iter()
            .map(|item| (item.id, item.version))
            .collect(),
    };
    api.order(&who, company, terms, (command, true)).await
}

/// What became of each of them.
#[utoipa::path(get, path = "/companies/{company}/publications/{publication}", tag = "listing",
    responses((status = 200, body = Publication)))]
pub(super) async fn show(
    State(api): State<Api>,
    who: SignedIn,
    Ids([company, publication]): Ids<2>,
    headers: HeaderMap,
) -> Result<Response, Error> {
    who.may(&api, Route::ShowPublication, Some(company)).await?;
    let found = api
        .store
        .companies()
        .publication(company, publication)
        .await?
        .ok_or(Error::NotFound)?;
    let body = listings::publication(publication, found);
    Ok(wire::versioned(&headers, 1, &body))
}
