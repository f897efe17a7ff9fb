use domain::Id;
use market::{Letter, Notice, Order, Write};

use crate::{
    StoreError,
    sql::{composed, sql},
    writer::Batch,
};

/// Writes one thing that is negotiated.
pub(in crate::company) async fn write(
    batch: &mut Batch<'_>,
    order: &Order,
    write: &Write,
) -> Result<(), StoreError> {
    match write {
        Write::Request(company, id, row) => {
            put(
                batch,
                "requests",
                (*company, *id),
                (&row.text(), row.version),
            )
            .await?;
        }
        Write::Order(company, id, row) => {
            put(batch, "orders", (*company, *id), (&row.text(), row.version)).await?;
        }
        Write::Approval(id, row) => {
            let place = (order.company, *id);
            put(batch, "approvals", place, (&row.text(), row.version)).await?;
        }
        Write::Settings(_) | Write::Books(_) | Write::Record(..) => {
            super::order::write(batch, order, write).await?;
        }
        Write::Thread(company, id, row) => {
            put(
                batch,
                "threads",
                (*company, *id),
                (&row.text(), row.version),
            )
            .await?;
        }
        Write::Quotation(company, id, row) => {
            sql(
                "INSERT INTO quotations (company, id, request, body, version) VALUES ($1, $2, $3, $4, $5)
                 ON CONFLICT (company, id) DO UPDATE SET body = excluded.body, version = excluded.version",
            )
            .bind(&company.as_bytes()[..])
            .bind(&id.as_bytes()[..])
            .bind(&row.request.as_bytes()[..])
            .bind(&row.text())
            .bind(row.version.cast_signed())
            .execute(batch.connection)
            .await?;
        }
        Write::Tell(company, notice) => tell(batch, order, *company, notice).await?,
        Write::Letter(company, row) => letter(batch, *company, row).await?,
        Write::LettersRead(read) => batch.head(order.company).await?.notices_read = *read,
        Write::Wait(code, quotation) => {
            sql("INSERT INTO waiting (code, company, quotation) VALUES ($1, $2, $3)")
                .bind(&code[..])
                .bind(&order.company.as_bytes()[..])
                .bind(&quotation.as_bytes()[..])
                .execute(batch.connection)
                .await?;
        }
        Write::Waited(code, buyer, quotation) => {
            sql("DELETE FROM waiting WHERE code = $1 AND company = $2 AND quotation = $3")
                .bind(&code[..])
                .bind(&buyer.as_bytes()[..])
                .bind(&quotation.as_bytes()[..])
                .execute(batch.connection)
                .await?;
        }
        // All else is written where it stands.
        _ => (),
    }
    Ok(())
}

async fn put(
    batch: &mut Batch<'_>,
    table: &str,
    (company, id): (Id, Id),
    (text, version): (&String, u64),
) -> Result<(), StoreError> {
    composed(format!(
        "INSERT INTO {table} (company, id, body, version) VALUES ($1, $2, $3, $4)
         ON CONFLICT (company, id) DO UPDATE SET body = excluded.body, version = excluded.version"
    ))
    .bind(&company.as_bytes()[..])
    .bind(&id.as_bytes()[..])
    .bind(text)
    .bind(version.cast_signed())
    .execute(batch.connection)
    .await?;
    Ok(())
}

async fn tell(
    batch: &mut Batch<'_>,
    order: &Order,
    company: Id,
    notice: &Notice,
) -> Result<(), StoreError> {
    batch.tell(company, *notice, order.at.0).await
}

async fn letter(batch: &mut Batch<'_>, company: Id, letter: &Letter) -> Result<(), StoreError> {
    let head = batch.head(company).await?;
    head.notices += 1;
    let number = head.notices;
    sql(
        "INSERT INTO notices (company, number, kind, noun, id, at) VALUES ($1, $2, $3, $4, $5, $6)",
    )
    .bind(&company.as_bytes()[..])
    .bind(number.cast_signed())
    .bind(letter.kind.name())
    .bind(letter.noun.name())
    .bind(&letter.id.as_bytes()[..])
    .bind(letter.at.0.cast_signed())
    .execute(batch.connection)
    .await?;
    Ok(())
}
