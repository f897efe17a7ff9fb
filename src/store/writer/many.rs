//! Rows of one shape, many in one statement.

use super::batch::{Answered, Batch, Change, Entry};
use crate::{
    StoreError,
    sql::{Sql, composed},
};

/// Rows in a statement: few different statements, so that each stays prepared.
const SIZES: [usize; 4] = [64, 16, 4, 1];

pub(super) async fn changes(batch: &mut Batch<'_>) -> Result<(), StoreError> {
    let rows = std::mem::take(&mut batch.changes);
    let table = "changes (company, number, noun, id, version, is_gone, at)";
    insert(batch, table, 7, &rows, |query, row: &Change| {
        query
            .bind(row.company.as_bytes())
            .bind(row.number.cast_signed())
            .bind(row.notice.noun.name())
            .bind(row.notice.id.as_bytes())
            .bind(row.notice.version.cast_signed())
            .bind(i64::from(row.notice.is_gone))
            .bind(row.at.cast_signed())
    })
    .await
}

pub(super) async fn entries(batch: &mut Batch<'_>) -> Result<(), StoreError> {
    let rows = std::mem::take(&mut batch.entries);
    let table = "audit (tenant, number, at, actor, action, noun, object, digest, hash)";
    insert(batch, table, 9, &rows, |query, row: &Entry| {
        query
            .bind(row.tenant.as_bytes())
            .bind(row.number.cast_signed())
            .bind(row.deed.at.cast_signed())
            .bind(row.deed.actor.as_bytes())
            .bind(row.deed.action)
            .bind(row.deed.noun.name())
            .bind(row.deed.object.as_bytes())
            .bind(&row.deed.digest)
            .bind(&row.hash)
    })
    .await
}

pub(super) async fn answers(batch: &mut Batch<'_>) -> Result<(), StoreError> {
    let rows = std::mem::take(&mut batch.answers);
    let table = "answers (company, account, key, digest, id, version)";
    insert(batch, table, 6, &rows, |query, row: &Answered| {
        query
            .bind(row.company.as_bytes())
            .bind(row.account.as_bytes())
            .bind(row.key.as_str())
            .bind(&row.digest)
            .bind(row.id.as_bytes())
            .bind(row.version.cast_signed())
    })
    .await
}

async fn insert<T>(
    batch: &mut Batch<'_>,
    table: &str,
    columns: usize,
    mut rows: &[T],
    bind: impl for<'q> Fn(Sql<'q>, &'q T) -> Sql<'q>,
) -> Result<(), StoreError> {
    for size in SIZES {
        while rows.len() >= size {
            let (now, later) = rows.split_at(size);
            let statement = statement(table, columns, size);
            let mut query = composed(statement);
            for row in now {
                query = bind(query, row);
            }
            query.execute(batch.connection).await?;
            rows = later;
        }
    }
    Ok(())
}

/// Nothing in it comes from outside: names are this file's, values are placeholders.
fn statement(table: &str, columns: usize, rows: usize) -> String {
    let mut text = format!("INSERT INTO {table} VALUES ");
    for row in 0..rows {
        text.push_str(if row == 0 { "(" } else { ", (" });
        for column in 0..columns {
            let comma = if column == 0 { "" } else { ", " };
            text.push_str(&format!("{comma}${}", row * columns + column + 1));
        }
        text.push(')');
    }
    text
}

#[cfg(test)]
mod tests {
    #[test]
    fn placeholders_are_numbered_through() {
        assert_eq!(
            super::statement("t (a, b)", 2, 2),
            "INSERT INTO t (a, b) VALUES ($1, $2), ($3, $4)"
        );
    }
}
