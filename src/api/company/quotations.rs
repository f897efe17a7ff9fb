use api_types::{
    change::Receipt,
    quotation::{AcceptanceForm, Bid, Quotation, Quotations},
    request::ReasonForm,
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

/// What a company negotiates, as a buyer or as a supplier.
#[utoipa::path(get, path = "/companies/{company}/quotations", tag = "deal",
    responses((status = 200, body = Quotations)))]
pub(super) async fn list(
    State(api): State<Api>,
    who: SignedIn,
    Ids([company]): Ids<1>,
    Asked(paging): Asked<Paging>,
) -> Result<Response, Error> {
    who.may(&api, Route::ListQuotations, Some(company)).await?;
    let most = paging.most()?.min(deal::MOST_DEALS);
    let companies = api.store.companies();
    let page = companies
        .quotations(company, None, paging.after, most)
        .await?;
    let next = wire::next(&page, |(id, _)| *id);
    let items = page.items.into_iter();
    let items = items.map(|(id, found)| deal::quotation(company, id, found));
    let items = items.collect();
    Ok(wire::private(&Quotations { items, next }))
}

/// One quotation with all its offers.
#[utoipa::path(get, path = "/companies/{company}/quotations/{quotation}", tag = "deal",
    responses((status = 200, body = Quotation)))]
pub(super) async fn show(
    State(api): State<Api>,
    who: SignedIn,
    Ids([company, quotation]): Ids<2>,
    headers: HeaderMap,
) -> Result<Response, Error> {
    who.may(&api, Route::ShowQuotation, Some(company)).await?;
    let found = api.store.companies().quotation(company, quotation).await?;
    let found = found.ok_or(Error::NotFound)?;
    let version = found.version;
    let body = deal::quotation(company, quotation, found);
    Ok(wire::versioned(&headers, version, &body))
}

/// An offer of the supplier, or a counter-offer of the buyer. It is never edited; the next one comes after it.
#[utoipa::path(post, path = "/companies/{company}/quotations/{quotation}/offers", tag = "deal", request_body = Bid,
    responses((status = 200, body = Receipt)))]
pub(super) async fn offer(
    State(api): State<Api>,
    who: SignedIn,
    Ids([company, quotation]): Ids<2>,
    Change(terms, form): Change<Bid>,
) -> Result<Response, Error> {
    let command = Command::MakeOffer {
        quotation,
        known: terms.must_know()?,
        bid: Box::new(deal::bid_in(form)?),
    };
    api.order(&who, company, terms, (command, false)).await
}

/// The supplier offers nothing.
#[utoipa::path(post, path = "/companies/{company}/quotations/{quotation}/decline", tag = "deal",
    request_body = ReasonForm, responses((status = 200, body = Receipt)))]
pub(super) async fn decline(
    State(api): State<Api>,
    who: SignedIn,
    Ids([company, quotation]): Ids<2>,
    Change(terms, form): Change<ReasonForm>,
) -> Result<Response, Error> {
    let (known, reason) = (terms.must_know()?, form.reason);
    let command = Command::DeclineQuotation {
        quotation,
        reason,
        known,
    };
    api.order(&who, company, terms, (command, false)).await
}

/// The supplier takes the offer back.
#[utoipa::path(post, path = "/companies/{company}/quotations/{quotation}/withdrawal", tag = "deal",
    request_body = ReasonForm, responses((status = 200, body = Receipt)))]
pub(super) async fn withdraw(
    State(api): State<Api>,
    who: SignedIn,
    Ids([company, quotation]): Ids<2>,
    Change(terms, form): Change<ReasonForm>,
) -> Result<Response, Error> {
    let (known, reason) = (terms.must_know()?, form.reason);
    let command = Command::WithdrawQuotation {
        quotation,
        reason,
        known,
    };
    api.order(&who, company, terms, (command, false)).await
}

/// The buyer takes the supplier's last offer: it is ordered, the request is awarded, and all other quotations of it are
/// lost. Above what the asker may order alone, it waits for the company's own approval, and nothing happens but that.
#[utoipa::path(post, path = "/companies/{company}/quotations/{quotation}/acceptance", tag = "deal",
    request_body = AcceptanceForm, responses((status = 200, body = Receipt)))]
pub(super) async fn accept(
    State(api): State<Api>,
    who: SignedIn,
    Ids([company, quotation]): Ids<2>,
    Change(terms, form): Change<AcceptanceForm>,
) -> Result<Response, Error> {
    let command = deal::accepted_in(quotation, form, terms.must_know()?)?;
    api.order(&who, company, terms, (command, false)).await
}
