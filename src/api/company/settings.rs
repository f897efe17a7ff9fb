use api_types::{
    change::Receipt,
    settings::{Limits, Payee, Settings},
};
use axum::{extract::State, response::Response};
use clerk::deal;
use market::{Command, access::Route};

use crate::{
    asked::{Bare, Change, Ids},
    clock,
    identity::SignedIn,
    problem::Error,
    routes::Api,
    wire,
};

/// Up to what a company's traders may bind it, and where it is paid to.
#[utoipa::path(get, path = "/companies/{company}/settings", tag = "order",
    responses((status = 200, body = Settings)))]
pub(super) async fn show(
    State(api): State<Api>,
    who: SignedIn,
    Ids([company]): Ids<1>,
) -> Result<Response, Error> {
    who.may(&api, Route::ShowSettings, Some(company)).await?;
    let found = api.store.companies().settings(company).await?;
    // With the time an account comes to count, at the same version: nobody keeps this.
    Ok(wire::private(&deal::settings(&found, clock::now())))
}

/// What a trader may order without anybody's approval.
#[utoipa::path(put, path = "/companies/{company}/limits", tag = "order", request_body = Limits,
    responses((status = 200, body = Receipt)))]
pub(super) async fn set_limits(
    State(api): State<Api>,
    who: SignedIn,
    Ids([company]): Ids<1>,
    Change(terms, form): Change<Limits>,
) -> Result<Response, Error> {
    let command = Command::SetLimits {
        known: terms.must_know()?,
        limits: deal::limits_in(&form)?,
    };
    api.order(&who, company, terms, (command, false)).await
}

/// Proposes an account to be paid to: it counts when somebody else has confirmed it, and where it takes the place of
/// another, 72 hours after that.
#[utoipa::path(put, path = "/companies/{company}/payee", tag = "order", request_body = Payee,
    responses((status = 200, body = Receipt)))]
pub(super) async fn propose_payee(
    State(api): State<Api>,
    who: SignedIn,
    Ids([company]): Ids<1>,
    Change(terms, form): Change<Payee>,
) -> Result<Response, Error> {
    let command = Command::ProposePayee {
        known: terms.must_know()?,
        payee: deal::payee_in(form)?,
    };
    api.order(&who, company, terms, (command, false)).await
}

/// Takes back what was proposed, also while it waits.
#[utoipa::path(delete, path = "/companies/{company}/payee", tag = "order",
    responses((status = 200, body = Receipt)))]
pub(super) async fn drop_payee(
    State(api): State<Api>,
    who: SignedIn,
    Ids([company]): Ids<1>,
    Bare(terms): Bare,
) -> Result<Response, Error> {
    let known = terms.must_know()?;
    let command = Command::DropPayee { known };
    api.order(&who, company, terms, (command, false)).await
}

/// Confirms what somebody else has proposed.
#[utoipa::path(post, path = "/companies/{company}/payee/confirmation", tag = "order",
    responses((status = 200, body = Receipt)))]
pub(super) async fn confirm_payee(
    State(api): State<Api>,
    who: SignedIn,
    Ids([company]): Ids<1>,
    Bare(terms): Bare,
) -> Result<Response, Error> {
    let known = terms.must_know()?;
    let command = Command::ConfirmPayee { known };
    api.order(&who, company, terms, (command, false)).await
}
