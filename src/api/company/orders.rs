use api_types::{
    approval::{Approval, Approvals, DecisionForm},
    change::Receipt,
    order::{Order, Orders, StepForm},
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

/// What a company has ordered, or was ordered from it.
#[utoipa::path(get, path = "/companies/{company}/orders", tag = "order", responses((status = 200, body = Orders)))]
pub(super) async fn list(
    State(api): State<Api>,
    who: SignedIn,
    Ids([company]): Ids<1>,
    Asked(paging): Asked<Paging>,
) -> Result<Response, Error> {
    who.may(&api, Route::ListOrders, Some(company)).await?;
    let most = paging.most()?.min(deal::MOST_DEALS);
    let companies = api.store.companies();
    let page = companies.orders(company, paging.after, most).await?;
    let next = wire::next(&page, |(id, _)| *id);
    let items = page.items.into_iter();
    let items = items.map(|(id, found)| deal::order(company, id, found));
    let items = items.collect();
    Ok(wire::private(&Orders { items, next }))
}

/// One order with all that was agreed and all that has happened.
#[utoipa::path(get, path = "/companies/{company}/orders/{order}", tag = "order",
    responses((status = 200, body = Order)))]
pub(super) async fn show(
    State(api): State<Api>,
    who: SignedIn,
    Ids([company, order]): Ids<2>,
    headers: HeaderMap,
) -> Result<Response, Error> {
    who.may(&api, Route::ShowOrder, Some(company)).await?;
    let found = api.store.companies().order(company, order).await?;
    let found = found.ok_or(Error::NotFound)?;
    let version = found.version;
    let body = deal::order(company, order, found);
    Ok(wire::versioned(&headers, version, &body))
}

/// Takes an order one step further; its `may` says which steps one's own side may take.
#[utoipa::path(post, path = "/companies/{company}/orders/{order}/steps", tag = "order", request_body = StepForm,
    responses((status = 200, body = Receipt)))]
pub(super) async fn step(
    State(api): State<Api>,
    who: SignedIn,
    Ids([company, order]): Ids<2>,
    Change(terms, form): Change<StepForm>,
) -> Result<Response, Error> {
    let command = Command::TakeStep {
        order,
        known: terms.must_know()?,
        step: Box::new(deal::step_in(form)?),
    };
    api.order(&who, company, terms, (command, false)).await
}

/// Offers that wait for somebody who may bind the company to so much, and what became of others.
#[utoipa::path(get, path = "/companies/{company}/approvals", tag = "order",
    responses((status = 200, body = Approvals)))]
pub(super) async fn approvals(
    State(api): State<Api>,
    who: SignedIn,
    Ids([company]): Ids<1>,
    Asked(paging): Asked<Paging>,
) -> Result<Response, Error> {
    who.may(&api, Route::ListApprovals, Some(company)).await?;
    let most = paging.most()?;
    let companies = api.store.companies();
    let page = companies.approvals(company, paging.after, most).await?;
    let next = wire::next(&page, |(id, _)| *id);
    let items = page.items.iter();
    let items = items.map(|(id, found)| deal::approval(*id, found));
    let items = items.collect();
    Ok(wire::private(&Approvals { items, next }))
}

/// One of them.
#[utoipa::path(get, path = "/companies/{company}/approvals/{approval}", tag = "order",
    responses((status = 200, body = Approval)))]
pub(super) async fn approval(
    State(api): State<Api>,
    who: SignedIn,
    Ids([company, approval]): Ids<2>,
    headers: HeaderMap,
) -> Result<Response, Error> {
    who.may(&api, Route::ShowApproval, Some(company)).await?;
    let found = api.store.companies().approval(company, approval).await?;
    let found = found.ok_or(Error::NotFound)?;
    let body = deal::approval(approval, &found);
    Ok(wire::versioned(&headers, found.version, &body))
}

/// Approves an offer, which orders it if it still stands, or refuses it.
#[utoipa::path(post, path = "/companies/{company}/approvals/{approval}/decision", tag = "order",
    request_body = DecisionForm, responses((status = 200, body = Receipt)))]
pub(super) async fn decide(
    State(api): State<Api>,
    who: SignedIn,
    Ids([company, approval]): Ids<2>,
    Change(terms, form): Change<DecisionForm>,
) -> Result<Response, Error> {
    let command = Command::DecideApproval {
        approval,
        known: terms.must_know()?,
        is_approved: form.is_approved,
        reason: form.reason,
    };
    api.order(&who, company, terms, (command, false)).await
}
