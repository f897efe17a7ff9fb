use axum::{extract::State, http::HeaderMap, response::Response};
use market::access::Route;

use crate::{asked::Ids, identity::SignedIn, problem::Error, routes::Api};

/// A picture or a drawing of a request's line: for the company that sent it, and for those that it was sent to.
#[utoipa::path(get, path = "/companies/{company}/requests/{request}/attachments/{file}", tag = "deal", responses(
    (status = 200, content((Vec<u8> = "image/webp"), (Vec<u8> = "image/jpeg"), (Vec<u8> = "image/png"),
        (Vec<u8> = "application/pdf")))))]
pub(super) async fn of_request(
    State(api): State<Api>,
    who: SignedIn,
    Ids([company, request, file]): Ids<3>,
    headers: HeaderMap,
) -> Result<Response, Error> {
    who.may(&api, Route::ShowRequestFile, Some(company)).await?;
    let found = api.store.companies().request(company, request).await?;
    let found = found.ok_or(Error::NotFound)?;
    let attached = found.attachment(file).ok_or(Error::NotFound)?;
    api.send_attached(attached, &headers).await
}

/// What is attached to a message: for the two companies of the quotation.
#[utoipa::path(get, path = "/companies/{company}/quotations/{quotation}/attachments/{file}", tag = "deal", responses(
    (status = 200, content((Vec<u8> = "image/webp"), (Vec<u8> = "image/jpeg"), (Vec<u8> = "image/png"),
        (Vec<u8> = "application/pdf")))))]
pub(super) async fn of_message(
    State(api): State<Api>,
    who: SignedIn,
    Ids([company, quotation, file]): Ids<3>,
    headers: HeaderMap,
) -> Result<Response, Error> {
    who.may(&api, Route::ShowMessageFile, Some(company)).await?;
    let companies = api.store.companies();
    let found = companies.quotation(company, quotation).await?;
    let found = found.ok_or(Error::NotFound)?;
    let thread = companies.thread(company, quotation).await?;
    let attached = found.attachment(&thread, file).ok_or(Error::NotFound)?;
    api.send_attached(attached, &headers).await
}
