use std::collections::BTreeSet;

use domain::Id;
use market::{Mailbox, Needs, Order, Present, PurchaseOrder, Quotation, Request, Thread, Waiting};

use super::{body, order::find_order};
use crate::{
    StoreError,
    company::{present, values},
    sql::{composed, sql},
    writer::Batch,
};

/// Quotations that are given to a new company at once.
const MOST_WAITING: i64 = 200;

/// All companies that an order may write to, as far as it is about something that is negotiated. Who they are does not
/// change, which is why it may be read before anything is locked.
pub(in crate::company) async fn parties(
    batch: &mut Batch<'_>,
    order: &Order,
) -> Result<BTreeSet<Id>, StoreError> {
    let mut parties = BTreeSet::new();
    let request = match order.command.needs() {
        Needs::Asked(_) => {
            for ask in order.command.asks().iter().take(market::MAX_ASKED) {
                parties.extend(owner(batch, &ask.code).await?);
            }
            None
        }
        Needs::Request(id) => Some(id),
        Needs::Quotation(id) | Needs::Thread(id) => {
            let found = find_quotation(batch, order.company, id).await?;
            parties.extend(found.iter().flat_map(Quotation::parties));
            None
        }
        Needs::Acceptance(id) => {
            let found = find_quotation(batch, order.company, id).await?;
            parties.extend(found.iter().flat_map(Quotation::parties));
            found.map(|found| found.request)
        }
        Needs::Order(id) => {
            let found = find_order(batch, order.company, id).await?;
            parties.extend(found.iter().flat_map(PurchaseOrder::parties));
            None
        }
        _ => return Ok(parties),
    };
    if let Some(request) = request {
        let found = find_request(batch, order.company, request).await?;
        let asked = found.iter().flat_map(|found| &found.asked);
        parties.extend(asked.filter_map(|asked| asked.supplier));
    }
    parties.insert(order.company);
    Ok(parties)
}

/// Whose code it is.
async fn owner(batch: &mut Batch<'_>, code: &str) -> Result<Option<Id>, StoreError> {
    let row: Option<(Vec<u8>,)> = sql("SELECT company FROM supplier_codes WHERE code = $1")
        .bind(code)
        .optional_in(batch.connection)
        .await?;
    row.map(|(owner,)| values::id(&owner)).transpose()
}

/// Whom the codes lead to, and whether the ids are free with all of them.
pub(in crate::company) async fn asked(
    batch: &mut Batch<'_>,
    order: &Order,
    id: Id,
    found: &mut Present,
) -> Result<(), StoreError> {
    found.company = present::find(batch, &order.company.as_bytes()[..]).await?;
    found.request = find_request(batch, order.company, id).await?;
    let asks = order.command.asks();
    for ask in asks.iter().take(market::MAX_ASKED) {
        if let Some(owner) = owner(batch, &ask.code).await? {
            found.codes.insert(ask.code.clone(), owner);
        }
    }
    // What is read of them stays true until the commit; in one order, so that two who ask the same do not wait for each
    // other.
    let owners: BTreeSet<Id> = found.codes.values().copied().collect();
    for owner in owners {
        batch.head(owner).await?;
        if let Some(company) = present::find(batch, &owner.as_bytes()[..]).await? {
            found.companies.insert(owner, company);
        }
    }
    for ask in asks.iter().take(market::MAX_ASKED) {
        let supplier = found.codes.get(&ask.code).copied();
        let at_supplier = match supplier {
            Some(supplier) => is_taken(batch, supplier, (id, ask.quotation)).await?,
            None => false,
        };
        if at_supplier || is_taken(batch, order.company, (id, ask.quotation)).await? {
            found.taken.insert(ask.quotation);
        }
    }
    Ok(())
}

async fn is_taken(
    batch: &mut Batch<'_>,
    company: Id,
    (request, quotation): (Id, Id),
) -> Result<bool, StoreError> {
    let count: Option<(i64,)> = sql(
        "SELECT (SELECT COUNT(*) FROM requests WHERE company = $1 AND id = $2)
              + (SELECT COUNT(*) FROM quotations WHERE company = $1 AND id = $3)",
    )
    .bind(&company.as_bytes()[..])
    .bind(&request.as_bytes()[..])
    .bind(&quotation.as_bytes()[..])
    .optional_in(batch.connection)
    .await?;
    Ok(count.is_some_and(|(count,)| count > 0))
}

/// A request with all its quotations, as the order's company has them.
pub(in crate::company) async fn request(
    batch: &mut Batch<'_>,
    order: &Order,
    id: Id,
    found: &mut Present,
) -> Result<(), StoreError> {
    found.request = find_request(batch, order.company, id).await?;
    let rows: Vec<(Vec<u8>, String)> =
        sql("SELECT id, body FROM quotations WHERE company = $1 AND request = $2")
            .bind(&order.company.as_bytes()[..])
            .bind(&id.as_bytes()[..])
            .all_in(batch.connection)
            .await?;
    for (id, text) in rows {
        let quotation = body(&text, Quotation::read_text, "a quotation")?;
        found.rivals.insert(values::id(&id)?, quotation);
    }
    Ok(())
}

/// A quotation with its request.
pub(in crate::company) async fn quotation(
    batch: &mut Batch<'_>,
    order: &Order,
    id: Id,
    found: &mut Present,
) -> Result<(), StoreError> {
    found.quotation = find_quotation(batch, order.company, id).await?;
    let Some(of) = found.quotation.as_ref().map(|found| found.request) else {
        return Ok(());
    };
    found.request = find_request(batch, order.company, of).await?;
    Ok(())
}

pub(in crate::company) async fn thread(
    batch: &mut Batch<'_>,
    order: &Order,
    id: Id,
    found: &mut Present,
) -> Result<(), StoreError> {
    found.quotation = find_quotation(batch, order.company, id).await?;
    let text = find(batch, "threads", order.company, id).await?;
    if let Some(text) = text {
        found.thread = body(&text, Thread::read_text, "a thread")?;
    }
    Ok(())
}

pub(in crate::company) async fn mailbox(
    batch: &mut Batch<'_>,
    order: &Order,
) -> Result<Mailbox, StoreError> {
    let head = batch.head(order.company).await?;
    Ok(Mailbox {
        letters: head.notices,
        read: head.notices_read,
    })
}

/// What was asked of the codes that nobody has had so far.
pub(in crate::company) async fn waiting(
    batch: &mut Batch<'_>,
    order: &Order,
    codes: &[&str],
    found: &mut Present,
) -> Result<(), StoreError> {
    for code in codes
        .iter()
        .filter(|code| !found.codes.contains_key(**code))
    {
        let rows: Vec<(Vec<u8>, Vec<u8>)> = sql(
            "SELECT company, quotation FROM waiting WHERE code = $1 ORDER BY company, quotation LIMIT $2",
        )
        .bind(*code)
        .bind(MOST_WAITING)
        .all_in(batch.connection)
        .await?;
        for (buyer, id) in rows {
            let (buyer, id) = (values::id(&buyer)?, values::id(&id)?);
            batch.head(buyer).await?;
            let Some(quotation) = find_quotation(batch, buyer, id).await? else {
                continue;
            };
            let Some(request) = find_request(batch, buyer, quotation.request).await? else {
                continue;
            };
            if is_taken(batch, order.company, (quotation.request, id)).await? {
                found.taken.insert(id);
            }
            found.waiting.push(Waiting {
                id,
                quotation,
                request,
            });
        }
    }
    Ok(())
}

pub(super) async fn find(
    batch: &mut Batch<'_>,
    table: &str,
    company: Id,
    id: Id,
) -> Result<Option<String>, StoreError> {
    let text = format!("SELECT body FROM {table} WHERE company = $1 AND id = $2");
    let row: Option<(String,)> = composed(text)
        .bind(&company.as_bytes()[..])
        .bind(&id.as_bytes()[..])
        .optional_in(batch.connection)
        .await?;
    Ok(row.map(|(text,)| text))
}

async fn find_request(
    batch: &mut Batch<'_>,
    company: Id,
    id: Id,
) -> Result<Option<Request>, StoreError> {
    let text = find(batch, "requests", company, id).await?;
    text.map(|text| body(&text, Request::read_text, "a request"))
        .transpose()
}

pub(super) async fn find_quotation(
    batch: &mut Batch<'_>,
    company: Id,
    id: Id,
) -> Result<Option<Quotation>, StoreError> {
    let text = find(batch, "quotations", company, id).await?;
    text.map(|text| body(&text, Quotation::read_text, "a quotation"))
        .transpose()
}
