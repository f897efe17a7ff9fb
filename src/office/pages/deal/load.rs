//! What the hub has, as the pages show it.

use std::collections::BTreeMap;

use api_types::quotation::Quotation;
use api_types::request::Request;
use browser::api::{self, Deed, Refused};
use browser::chance;
use domain::Id;
use workflow::office::quotation::{Asked, Deal, Side, Talk, messages};
use workflow::office::request::{Sent, Sheet, answered};

/// What a buyer has sent.
///
/// # Errors
/// See [`Refused`].
pub async fn requests(company: Id) -> Result<Vec<Sent>, Refused> {
    let requests = all_requests(company).await?;
    let answered = answered(&all_quotations(company).await?);
    let own = requests.iter().filter(|request| request.is_own);
    let sent = own.map(|request| {
        let answered = answered.get(&request.id).copied();
        Sent::of(request, answered.unwrap_or_default())
    });
    Ok(sent.collect())
}

/// A request of a buyer's, with all that suppliers have answered.
///
/// # Errors
/// See [`Refused`].
pub async fn request(company: Id, request: Id) -> Result<(Sent, Vec<Deal>), Refused> {
    let found = api::request(company, request).await?;
    let mut quotations = Vec::new();
    let mut after: Option<String> = None;
    loop {
        let (items, next) = api::quotations_of(company, request, after.as_deref()).await?;
        quotations.extend(items);
        after = next;
        if after.is_none() {
            break;
        }
    }
    let count = answered(&quotations).get(&request).copied();
    let sent = Sent::of(&found, count.unwrap_or_default());
    let deals = quotations.iter().map(|one| Deal::of(one, &sent.sheet));
    let deals = deals.collect();
    Ok((sent, deals))
}

/// What a supplier was asked.
///
/// # Errors
/// See [`Refused`].
pub async fn inbox(company: Id) -> Result<Vec<Asked>, Refused> {
    let requests = all_requests(company).await?;
    let requests: BTreeMap<Id, Request> = requests.into_iter().map(|one| (one.id, one)).collect();
    let quotations = all_quotations(company).await?;
    let asked = quotations.iter().filter_map(|quotation| {
        let sheet = Sheet::of(requests.get(&quotation.request)?);
        let deal = Deal::of(quotation, &sheet);
        (deal.side == Side::Supplier).then_some(Asked {
            deal,
            sheet,
            at: quotation.at,
        })
    });
    Ok(asked.collect())
}

/// A negotiation with its request and its thread.
///
/// # Errors
/// See [`Refused`].
pub async fn talk(company: Id, quotation: Id) -> Result<Talk, Refused> {
    let quotation = api::quotation(company, quotation).await?;
    let request = api::request(company, quotation.request).await?;
    let thread = api::messages(company, quotation.id).await?;
    let sheet = Sheet::of(&request);
    let deal = Deal::of(&quotation, &sheet);
    Ok(Talk {
        messages: messages(&thread, deal.side),
        read: thread.read,
        deal,
        sheet,
    })
}

/// What the other side wrote has been seen, up to this message. That nobody heard of it is no trouble: it is said again
/// the next time.
pub async fn seen(company: Id, quotation: Id, read: u32) {
    let deed = Deed {
        company,
        key: chance::id(),
    };
    let heard = api::read_messages(deed, quotation, read).await;
    drop(heard);
}

/// All requests that a company has sent or was asked.
///
/// # Errors
/// See [`Refused`].
pub async fn all_requests(company: Id) -> Result<Vec<Request>, Refused> {
    let mut all = Vec::new();
    let mut after: Option<String> = None;
    loop {
        let (items, next) = api::requests(company, after.as_deref()).await?;
        all.extend(items);
        after = next;
        if after.is_none() {
            return Ok(all);
        }
    }
}

/// All quotations of a company, on either side.
///
/// # Errors
/// See [`Refused`].
pub async fn all_quotations(company: Id) -> Result<Vec<Quotation>, Refused> {
    let mut all = Vec::new();
    let mut after: Option<String> = None;
    loop {
        let (items, next) = api::quotations(company, after.as_deref()).await?;
        all.extend(items);
        after = next;
        if after.is_none() {
            return Ok(all);
        }
    }
}
