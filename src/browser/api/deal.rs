//! What companies ask and offer each other. Whatever changes anything goes through the outbox instead.

use api_types::change::Receipt;
use api_types::message::{Messages, Notices, ReadForm};
use api_types::quotation::{Quotation, Quotations};
use api_types::request::{Request, Requests};
use domain::Id;
use gloo_net::http::Method;

use super::call::Ask;
use super::goods::Part;
use super::{Deed, Refused};

/// Requests that a company has sent, and those that it was asked, by the fifty.
///
/// # Errors
/// See [`Refused`].
pub async fn requests(company: Id, after: Option<&str>) -> Result<Part<Request>, Refused> {
    let requests: Requests = Ask::get(&list(company, "requests", after)).read().await?;
    Ok((requests.items, requests.next))
}

/// # Errors
/// See [`Refused`].
pub async fn request(company: Id, request: Id) -> Result<Request, Refused> {
    let path = format!("v1/companies/{company}/requests/{request}");
    Ask::get(&path).read().await
}

/// Quotations on either side, by the fifty.
///
/// # Errors
/// See [`Refused`].
pub async fn quotations(company: Id, after: Option<&str>) -> Result<Part<Quotation>, Refused> {
    let quotations: Quotations = Ask::get(&list(company, "quotations", after)).read().await?;
    Ok((quotations.items, quotations.next))
}

/// All quotations of a request: as many as were asked, which are few.
///
/// # Errors
/// See [`Refused`].
pub async fn quotations_of(
    company: Id,
    request: Id,
    after: Option<&str>,
) -> Result<Part<Quotation>, Refused> {
    let noun = format!("requests/{request}/quotations");
    let quotations: Quotations = Ask::get(&list(company, &noun, after)).read().await?;
    Ok((quotations.items, quotations.next))
}

/// # Errors
/// See [`Refused`].
pub async fn quotation(company: Id, quotation: Id) -> Result<Quotation, Refused> {
    let path = format!("v1/companies/{company}/quotations/{quotation}");
    Ask::get(&path).read().await
}

/// # Errors
/// See [`Refused`].
pub async fn messages(company: Id, quotation: Id) -> Result<Messages, Refused> {
    let path = format!("v1/companies/{company}/quotations/{quotation}/messages");
    Ask::get(&path).read().await
}

/// Somebody has seen the messages up to this one.
///
/// # Errors
/// See [`Refused`].
pub async fn read_messages(deed: Deed, quotation: Id, read: u32) -> Result<Receipt, Refused> {
    let form = ReadForm {
        read: u64::from(read),
    };
    let ask = deed.ask(Method::PUT, &format!("/quotations/{quotation}/messages"));
    ask.body(&form).read().await
}

/// What others did that a company's people should know, the newest hundred.
///
/// # Errors
/// See [`Refused`].
pub async fn notices(company: Id) -> Result<Notices, Refused> {
    let path = format!("v1/companies/{company}/notices");
    Ask::get(&path).read().await
}

/// Somebody has seen the notices up to this one.
///
/// # Errors
/// See [`Refused`].
pub async fn read_notices(deed: Deed, read: u64) -> Result<Receipt, Refused> {
    let ask = deed.ask(Method::PUT, "/notices");
    ask.body(&ReadForm { read }).read().await
}

fn list(company: Id, noun: &str, after: Option<&str>) -> String {
    let after = after.map_or_else(String::new, |after| format!("&after={after}"));
    format!("v1/companies/{company}/{noun}?limit=50{after}")
}
