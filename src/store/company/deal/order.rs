//! Purchase orders, approvals, and a company's ledger: settings, books and record.

use domain::Id;
use market::{Approval, Books, Order, Present, PurchaseOrder, Record, Settings, Write};

use super::{
    body,
    load::{find, find_quotation, request},
};
use crate::{
    StoreError,
    company::{Companies, Page, present, read, values},
    sql::{composed, sql},
    writer::Batch,
};

/// A quotation with its request, all others of it, and what an order is made of.
pub(in crate::company) async fn acceptance(
    batch: &mut Batch<'_>,
    order: &Order,
    id: Id,
    found: &mut Present,
) -> Result<(), StoreError> {
    let approval = find(batch, "approvals", order.company, id).await?;
    let approval = approval.map(|text| body(&text, Approval::read_text, "an approval"));
    found.approval = approval.transpose()?;
    found.quotation = find_quotation(batch, order.company, id).await?;
    let Some(quotation) = found.quotation.clone() else {
        return Ok(());
    };
    request(batch, order, quotation.request, found).await?;
    for party in quotation.parties() {
        if let Some(company) = present::find(batch, &party.as_bytes()[..]).await? {
            found.companies.insert(party, company);
        }
    }
    let own = ledger(batch, order.company).await?;
    (found.settings, found.books) = (own.settings, own.books);
    if let Some(supplier) = quotation.supplier {
        found.supplier_settings = ledger(batch, supplier).await?.settings;
    }
    Ok(())
}

/// An order, and what its next step is made of.
pub(in crate::company) async fn order(
    batch: &mut Batch<'_>,
    order: &Order,
    id: Id,
    found: &mut Present,
) -> Result<(), StoreError> {
    found.order = find_order(batch, order.company, id).await?;
    let own = ledger(batch, order.company).await?;
    (found.settings, found.books) = (own.settings, own.books);
    if let Some(placed) = &found.order {
        found.record = ledger(batch, placed.supplier.company).await?.record;
    }
    Ok(())
}

/// What a company has laid down.
pub(in crate::company) async fn settings(
    batch: &mut Batch<'_>,
    order: &Order,
) -> Result<Settings, StoreError> {
    Ok(ledger(batch, order.company).await?.settings)
}

pub(super) async fn find_order(
    batch: &mut Batch<'_>,
    company: Id,
    id: Id,
) -> Result<Option<PurchaseOrder>, StoreError> {
    let text = find(batch, "orders", company, id).await?;
    text.map(|text| body(&text, PurchaseOrder::read_text, "an order"))
        .transpose()
}

#[derive(Default)]
struct Ledger {
    settings: Settings,
    books: Books,
    record: Record,
}

type LedgerRow = (String, String, String);

const LEDGER: &str = "SELECT settings, books, record FROM ledgers WHERE company = $1";

impl Ledger {
    fn read(row: Option<LedgerRow>) -> Result<Self, StoreError> {
        let Some((settings, books, record)) = row else {
            return Ok(Self::default());
        };
        Ok(Self {
            settings: read_or_default(&settings, Settings::read_text)?,
            books: read_or_default(&books, Books::read_text)?,
            record: read_or_default(&record, Record::read_text)?,
        })
    }
}

fn read_or_default<T: Default>(
    text: &str,
    read: impl Fn(&str) -> Option<T>,
) -> Result<T, StoreError> {
    if text.is_empty() {
        return Ok(T::default());
    }
    body(text, read, "a ledger")
}

async fn ledger(batch: &mut Batch<'_>, company: Id) -> Result<Ledger, StoreError> {
    let row = sql(LEDGER).bind(&company.as_bytes()[..]);
    Ledger::read(row.optional_in(batch.connection).await?)
}

/// Writes one thing of an order, where it is none of what all deals have.
pub(super) async fn write(
    batch: &mut Batch<'_>,
    order: &Order,
    write: &Write,
) -> Result<(), StoreError> {
    let (company, column, text) = match write {
        Write::Settings(row) => (order.company, "settings", row.text()),
        Write::Books(row) => (order.company, "books", row.text()),
        Write::Record(company, row) => (*company, "record", row.text()),
        _ => return Ok(()),
    };
    sql(
        "INSERT INTO ledgers (company, settings, books, record) VALUES ($1, '', '', '')
         ON CONFLICT (company) DO NOTHING",
    )
    .bind(&company.as_bytes()[..])
    .execute(batch.connection)
    .await?;
    if let Write::Record(company, row) = write {
        sql("UPDATE ledgers SET completed = $2 WHERE company = $1")
            .bind(&company.as_bytes()[..])
            .bind(i64::from(row.completed))
            .execute(batch.connection)
            .await?;
    }
    composed(format!(
        "UPDATE ledgers SET {column} = $2 WHERE company = $1"
    ))
    .bind(&company.as_bytes()[..])
    .bind(&text)
    .execute(batch.connection)
    .await?;
    Ok(())
}

impl Companies<'_> {
    /// # Errors
    /// The database cannot be read.
    pub async fn order(&self, company: Id, id: Id) -> Result<Option<PurchaseOrder>, StoreError> {
        self.one("orders", (company, id), PurchaseOrder::read_text)
            .await
    }

    /// In the order of their ids.
    ///
    /// # Errors
    /// The database cannot be read.
    pub async fn orders(
        &self,
        company: Id,
        after: Option<Id>,
        most: u32,
    ) -> Result<Page<(Id, PurchaseOrder)>, StoreError> {
        self.many("orders", (company, after, most), PurchaseOrder::read_text)
            .await
    }

    /// # Errors
    /// The database cannot be read.
    pub async fn approval(&self, company: Id, id: Id) -> Result<Option<Approval>, StoreError> {
        self.one("approvals", (company, id), Approval::read_text)
            .await
    }

    /// In the order of their ids.
    ///
    /// # Errors
    /// The database cannot be read.
    pub async fn approvals(
        &self,
        company: Id,
        after: Option<Id>,
        most: u32,
    ) -> Result<Page<(Id, Approval)>, StoreError> {
        self.many("approvals", (company, after, most), Approval::read_text)
            .await
    }

    /// What a company has laid down for its orders.
    ///
    /// # Errors
    /// The database cannot be read.
    pub async fn settings(&self, company: Id) -> Result<Settings, StoreError> {
        let row = sql(LEDGER).bind(&company.as_bytes()[..]);
        Ok(Ledger::read(row.optional(&self.store.readers).await?)?.settings)
    }

    async fn one<T>(
        &self,
        table: &str,
        (company, id): (Id, Id),
        read: impl Fn(&str) -> Option<T>,
    ) -> Result<Option<T>, StoreError> {
        let text = format!("SELECT body FROM {table} WHERE company = $1 AND id = $2");
        let row: Option<(String,)> = composed(text)
            .bind(&company.as_bytes()[..])
            .bind(&id.as_bytes()[..])
            .optional(&self.store.readers)
            .await?;
        row.map(|(text,)| body(&text, &read, "an order"))
            .transpose()
    }

    async fn many<T>(
        &self,
        table: &str,
        (company, after, most): (Id, Option<Id>, u32),
        read_text: impl Fn(&str) -> Option<T>,
    ) -> Result<Page<(Id, T)>, StoreError> {
        let rows: Vec<(Vec<u8>, String)> = composed(format!(
            "SELECT id, body FROM {table} WHERE company = $1 AND id > $2 ORDER BY id LIMIT $3"
        ))
        .bind(&company.as_bytes()[..])
        .bind(read::start(after.as_ref()))
        .bind(i64::from(most) + 1)
        .all(&self.store.readers)
        .await?;
        read::page(rows, most, |(id, text)| {
            Ok((values::id(&id)?, body(&text, &read_text, "an order")?))
        })
    }
}
