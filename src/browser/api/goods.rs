//! What a supplier writes of its goods, and shows of them.

use api_types::change::Receipt;
use api_types::draft::{Draft, Drafts, ProductsForm};
use api_types::listing::{Listing, Listings, Publication, PublicationForm};
use api_types::reminder::{Reminder, Reminders};
use domain::Id;
use gloo_net::http::Method;

use super::call::Ask;
use super::{Deed, Refused};

/// A part of a list, and what to give as `after` to go on; none on the last.
pub type Part<T> = (Vec<T>, Option<String>);

/// Drafts by the fifty, which is as many as the hub gives at a time.
///
/// # Errors
/// See [`Refused`].
pub async fn drafts(company: Id, after: Option<&str>) -> Result<Part<Draft>, Refused> {
    let drafts: Drafts = Ask::get(&path(company, "drafts", 50, after)).read().await?;
    Ok((drafts.items, drafts.next))
}

/// # Errors
/// See [`Refused`].
pub async fn draft(company: Id, draft: Id) -> Result<Draft, Refused> {
    Ask::get(&format!("v1/companies/{company}/drafts/{draft}"))
        .read()
        .await
}

/// Listings by the two hundred.
///
/// # Errors
/// See [`Refused`].
pub async fn listings(company: Id, after: Option<&str>) -> Result<Part<Listing>, Refused> {
    let listings: Listings = Ask::get(&path(company, "listings", 200, after))
        .read()
        .await?;
    Ok((listings.items, listings.next))
}

/// Saves products, all of them or none.
///
/// # Errors
/// See [`Refused`].
pub async fn put_products(deed: Deed, form: &ProductsForm) -> Result<Receipt, Refused> {
    deed.ask(Method::POST, "/drafts").body(form).read().await
}

/// Throws a draft away.
///
/// # Errors
/// See [`Refused`].
pub async fn drop_draft(deed: Deed, draft: Id, version: u64) -> Result<Receipt, Refused> {
    let ask = deed.ask(Method::DELETE, &format!("/drafts/{draft}"));
    ask.seen(version).read().await
}

/// Publishes and withdraws; what became of each is asked for by [`publication`].
///
/// # Errors
/// See [`Refused`].
pub async fn publish(
    deed: Deed,
    publication: Id,
    form: &PublicationForm,
) -> Result<Receipt, Refused> {
    let rest = format!("/publications/{publication}");
    deed.ask(Method::PUT, &rest).body(form).read().await
}

/// # Errors
/// See [`Refused`].
pub async fn publication(company: Id, publication: Id) -> Result<Publication, Refused> {
    let path = format!("v1/companies/{company}/publications/{publication}");
    Ask::get(&path).read().await
}

/// Certificates of what is published that end soon or have ended, the most urgent first.
///
/// # Errors
/// See [`Refused`].
pub async fn reminders(company: Id) -> Result<Vec<Reminder>, Refused> {
    let path = format!("v1/companies/{company}/reminders");
    let reminders: Reminders = Ask::get(&path).read().await?;
    Ok(reminders.items)
}

fn path(company: Id, noun: &str, limit: u32, after: Option<&str>) -> String {
    let after = after.map_or_else(String::new, |after| format!("&after={after}"));
    format!("v1/companies/{company}/{noun}?limit={limit}{after}")
}
