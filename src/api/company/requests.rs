use api_types::{
    change::Receipt,
    quotation::Quotations,
    request::{ReasonForm, Request, RequestForm, Requests},
};
use axum::{extract::State, http::HeaderMap, response::Response};
use clerk::deal;
use market::{Command, access::Route};

use crate::{
    asked::{Asked, Change, Ids, Paging},
    identity::SignedIn,
    problem::Error,
    routes::Api,
    wire,
};

/// What a company has sent to suppliers, and what it was asked as one.
#[utoipa::path(get, path = "/companies/{company}/requests", tag = "deal", responses((status = 200, body = Requests)))]
pub(super) async fn list(
    State(api): State<Api>,
    who: SignedIn,
    Ids([company]): Ids<1>,
    Asked(paging): Asked<Paging>,
) -> Result<Response, Error> {
    who.may(&api, Route::ListRequests, Some(company)).await?;
    let most = paging.most()?.min(deal::MOST_DEALS);
    let companies = api.store.companies();
    let page = companies.requests(company, paging.after, most).await?;
    let next = wire::next(&page, |(id, _)| *id);
    let items = page.items.into_iter();
    let items = items.map(|(id, found)| deal::request(company, id, found));
    let items = items.collect();
    Ok(wire::private(&Requests { items, next }))
}

/// One request.
#[utoipa::path(get, path = "/companies/{company}/requests/{request}", tag = "deal",
    responses((status = 200, body = Request)))]
pub(super) async fn show(
    State(api): State<Api>,
    who: SignedIn,
    Ids([company, request]): Ids<2>,
    headers: HeaderMap,
) -> Result<Response, Error> {
    who.may(&api, Route::ShowRequest, Some(company)).await?;
    let found = api.store.companies().request(company, request).await?;
    let found = found.ok_or(Error::NotFound)?;
    let version = found.version;
    let body = deal::request(company, request, found);
    Ok(wire::versioned(&headers, version, &body))
}

/// Asks suppliers, each of whom is told of it and of nobody else who is asked. It is kept for those nobody of whom has
/// joined yet.
#[utoipa::path(put, path = "/companies/{company}/requests/{request}", tag = "deal", request_body = RequestForm,
    responses((status = 201, body = Receipt), (status = 200, body = Receipt)))]
pub(super) async fn send(
    State(api): State<Api>,
    who: SignedIn,
    Ids([company, request]): Ids<2>,
    Change(terms, form): Change<RequestForm>,
) -> Result<Response, Error> {
    let command = deal::request_in(request, form)?;
    api.order(&who, company, terms, (command, true)).await
}

/// Wants it no more: all open quotations of it are lost.
#[utoipa::path(post, path = "/companies/{company}/requests/{request}/closure", tag = "deal",
    request_body = ReasonForm, responses((status = 200, body = Receipt)))]
pub(super) async fn close(
    State(api): State<Api>,
    who: SignedIn,
    Ids([company, request]): Ids<2>,
    Change(terms, form): Change<ReasonForm>,
) -> Result<Response, Error> {
    let (known, reason) = (terms.must_know()?, form.reason);
    let command = Command::CloseRequest {
        request,
        reason,
        known,
    };
    api.order(&who, company, terms, (command, false)).await
}

/// All quotations of a request that the company has: the buyer's to compare, a supplier's own.
#[utoipa::path(get, path = "/companies/{company}/requests/{request}/quotations", tag = "deal",
    responses((status = 200, body = Quotations)))]
pub(super) async fn quotations(
    State(api): State<Api>,
    who: SignedIn,
    Ids([company, request]): Ids<2>,
    Asked(paging): Asked<Paging>,
) -> Result<Response, Error> {
    who.may(&api, Route::ListRequestQuotations, Some(company))
        .await?;
    let most = paging.most()?.min(deal::MOST_DEALS);
    let companies = api.store.companies();
    let found = companies.request(company, request).await?;
    found.ok_or(Error::NotFound)?;
    let page = companies
        .quotations(company, Some(request), paging.after, most)
        .await?;
    let next = wire::next(&page, |(id, _)| *id);
    let items = page.items.into_iter();
    let items = items.map(|(id, found)| deal::quotation(company, id, found));
    let items = items.collect();
    Ok(wire::private(&Quotations { items, next }))
}
