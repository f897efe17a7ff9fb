use api_types::{
    change::Receipt,
    message::{MessageForm, Messages, Notices, ReadForm},
};
use axum::{extract::State, response::Response};
use clerk::deal;
use market::{Command, access::Route};

use crate::{
    asked::{Change, Ids},
    identity::SignedIn,
    problem::Error,
    routes::Api,
    wire,
};

/// What the two sides of a quotation have said to each other.
#[utoipa::path(get, path = "/companies/{company}/quotations/{quotation}/messages", tag = "deal",
    responses((status = 200, body = Messages)))]
pub(super) async fn show(
    State(api): State<Api>,
    who: SignedIn,
    Ids([company, quotation]): Ids<2>,
) -> Result<Response, Error> {
    who.may(&api, Route::ShowMessages, Some(company)).await?;
    let companies = api.store.companies();
    let found = companies.quotation(company, quotation).await?;
    let side = found.ok_or(Error::NotFound)?.side(company);
    let thread = companies.thread(company, quotation).await?;
    Ok(wire::private(&deal::messages(side, &thread)))
}

/// Says something, in the writer's own words.
#[utoipa::path(post, path = "/companies/{company}/quotations/{quotation}/messages", tag = "deal",
    request_body = MessageForm, responses((status = 200, body = Receipt)))]
pub(super) async fn send(
    State(api): State<Api>,
    who: SignedIn,
    Ids([company, quotation]): Ids<2>,
    Change(terms, form): Change<MessageForm>,
) -> Result<Response, Error> {
    let command = deal::message_in(quotation, form)?;
    api.order(&who, company, terms, (command, false)).await
}

/// Marks what one's own company has read.
#[utoipa::path(put, path = "/companies/{company}/quotations/{quotation}/messages", tag = "deal",
    request_body = ReadForm, responses((status = 200, body = Receipt)))]
pub(super) async fn read(
    State(api): State<Api>,
    who: SignedIn,
    Ids([company, quotation]): Ids<2>,
    Change(terms, form): Change<ReadForm>,
) -> Result<Response, Error> {
    let read = deal::read_in(form)?;
    let command = Command::ReadMessages { quotation, read };
    api.order(&who, company, terms, (command, false)).await
}

/// What others did that the company's people should know: the newest hundred.
#[utoipa::path(get, path = "/companies/{company}/notices", tag = "deal", responses((status = 200, body = Notices)))]
pub(super) async fn notices(
    State(api): State<Api>,
    who: SignedIn,
    Ids([company]): Ids<1>,
) -> Result<Response, Error> {
    who.may(&api, Route::ListNotices, Some(company)).await?;
    let companies = api.store.companies();
    let (letters, mailbox) = companies.letters(company, deal::MOST_NOTICES).await?;
    Ok(wire::private(&deal::notices(letters, mailbox)))
}

/// Marks all up to a number as read, for everybody of the company.
#[utoipa::path(put, path = "/companies/{company}/notices", tag = "deal", request_body = ReadForm,
    responses((status = 200, body = Receipt)))]
pub(super) async fn read_notices(
    State(api): State<Api>,
    who: SignedIn,
    Ids([company]): Ids<1>,
    Change(terms, form): Change<ReadForm>,
) -> Result<Response, Error> {
    let command = Command::ReadNotices { read: form.read };
    api.order(&who, company, terms, (command, false)).await
}
