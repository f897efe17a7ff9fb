use api_types::{
    change::Receipt,
    listing::{Listing, ListingForm, Listings},
};
use axum::{extract::State, http::HeaderMap, response::Response};
use market::{Command, access::Route};

use crate::{
    asked::{Asked, Bare, Change, Ids, Paging},
    identity::SignedIn,
    problem::Error,
    routes::Api,
    wire,
};

/// What a supplier shows to buyers, or has shown.
#[utoipa::path(get, path = "/companies/{company}/listings", tag = "listing",
    responses((status = 200, body = Listings)))]
pub(super) async fn list(
    State(api): State<Api>,
    who: SignedIn,
    Ids([company]): Ids<1>,
    Asked(paging): Asked<Paging>,
) -> Result<Response, Error> {
    who.may(&api, Route::ListListings, Some(company)).await?;
    let page = api
        .store
        .companies()
        .listings(company, paging.after, paging.most()?)
        .await?;
    let next = wire::next(&page, |listing| listing.id);
    let items = page.items.into_iter().map(wire::listing).collect();
    Ok(wire::private(&Listings { items, next }))
}

/// One listing.
#[utoipa::path(get, path = "/companies/{company}/listings/{listing}", tag = "listing",
    responses((status = 200, body = Listing)))]
pub(super) async fn show(
    State(api): State<Api>,
    who: SignedIn,
    Ids([company, listing]): Ids<2>,
    headers: HeaderMap,
) -> Result<Response, Error> {
    who.may(&api, Route::ShowListing, Some(company)).await?;
    let found = api.store.companies().listing(company, listing).await?;
    let found = found.ok_or(Error::NotFound)?;
    Ok(wire::versioned(
        &headers,
        found.version,
        &wire::listing(found),
    ))
}

/// Publishes the draft of this id: a product, or under the company's own id the supplier's page. Its faults are pointed
/// at within the draft, as `/cells/moq`.
#[utoipa::path(put, path = "/companies/{company}/listings/{listing}", tag = "listing", request_body = ListingForm,
    responses((status = 201, body = Receipt), (status = 200, body = Receipt)))]
pub(super) async fn put(
    State(api): State<Api>,
    who: SignedIn,
    Ids([company, listing]): Ids<2>,
    Change(terms, form): Change<ListingForm>,
) -> Result<Response, Error> {
    // What it is decided upon is looked up for those alone who may ask.
    who.may(&api, Route::PutListing, Some(company)).await?;
    let mut offers = api.offers(company, &[(listing, form.draft)]).await?;
    let offer = offers.pop().ok_or(Error::NotFound)?;
    let known = terms.known;
    let command = Command::PutListing { offer, known };
    api.order(&who, company, terms, (command, true)).await
}

/// Takes it away from buyers; it may be published again.
#[utoipa::path(delete, path = "/companies/{company}/listings/{listing}", tag = "listing",
    responses((status = 200, body = Receipt)))]
pub(super) async fn withdraw(
    State(api): State<Api>,
    who: SignedIn,
    Ids([company, listing]): Ids<2>,
    Bare(terms): Bare,
) -> Result<Response, Error> {
    let known = terms.must_know()?;
    let command = Command::WithdrawListing { listing, known };
    api.order(&who, company, terms, (command, false)).await
}
