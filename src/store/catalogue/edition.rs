//! What the current catalogue was made from, and what the next one is to be made from.

use std::collections::BTreeMap;

use domain::Id;
use market::{DraftKind, Record};

use super::Catalogue;
use crate::{StoreError, backend::Connection, company::id, sql::sql};

/// The goods of a publication.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Edition {
    /// The sum of the versions of all listings and of all completed orders: it grows with every change of what is shown,
    /// whatever tenants it happens in.
    pub listings: u64,
    /// A name of the goods that are published beside the listings.
    pub base: String,
}

/// A published listing, as it is to be shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shown {
    pub company: Id,
    pub id: Id,
    pub kind: DraftKind,
    pub content: String,
}

type Row = (Vec<u8>, Vec<u8>, String, String);

const CURRENT: &str = "current";

impl Catalogue<'_> {
    /// What the current catalogue was made from, if whoever made it said so.
    ///
    /// # Errors
    /// The database cannot be read.
    pub async fn edition(&self) -> Result<Option<Edition>, StoreError> {
        let row: Option<(i64, String)> = edition().optional(&self.store.readers).await?;
        Ok(row.map(read))
    }

    /// What [`Edition::listings`] is now.
    ///
    /// # Errors
    /// The database cannot be read.
    pub async fn listings(&self) -> Result<u64, StoreError> {
        // PostgreSQL sums up to a type without bounds.
        let sum: Option<(i64,)> = sql(
            "SELECT CAST((SELECT COALESCE(SUM(version), 0) FROM listings)
                    + (SELECT COALESCE(SUM(completed), 0) FROM ledgers) AS BIGINT)",
        )
        .optional(&self.store.readers)
        .await?;
        Ok(sum.map_or(0, |(sum,)| sum.cast_unsigned()))
    }

    /// What completed orders say of their suppliers, by their companies.
    ///
    /// # Errors
    /// The database cannot be read.
    pub async fn records(&self) -> Result<BTreeMap<Id, Record>, StoreError> {
        let rows: Vec<(Vec<u8>, String)> =
            sql("SELECT company, record FROM ledgers WHERE completed > 0")
                .all(&self.store.readers)
                .await?;
        let record = |(company, text): (Vec<u8>, String)| {
            let record =
                Record::read_text(&text).ok_or(StoreError::Damaged { what: "a record" })?;
            Ok((id(&company)?, record))
        };
        rows.into_iter().map(record).collect()
    }

    /// Published listings of all companies, each company's behind each other, from the one behind `after` on.
    ///
    /// # Errors
    /// The database cannot be read.
    pub async fn shown(
        &self,
        after: Option<(Id, Id)>,
        most: u32,
    ) -> Result<Vec<Shown>, StoreError> {
        let (company, listing) = match &after {
            Some((company, listing)) => (&company.as_bytes()[..], &listing.as_bytes()[..]),
            None => (&[][..], &[][..]),
        };
        let rows: Vec<Row> = sql("SELECT company, id, kind, content FROM listings
             WHERE state = 'published' AND (company > $1 OR (company = $1 AND id > $2))
             ORDER BY company, id LIMIT $3")
        .bind(company)
        .bind(listing)
        .bind(i64::from(most))
        .all(&self.store.readers)
        .await?;
        rows.into_iter()
            .map(|(company, listing, kind, content)| {
                Ok(Shown {
                    company: id(&company)?,
                    id: id(&listing)?,
                    kind: crate::company::draft_kind(&kind)?,
                    content,
                })
            })
            .collect()
    }
}

fn edition() -> crate::sql::Sql<'static> {
    sql("SELECT listings, base FROM catalogue_editions WHERE name = $1").bind(CURRENT)
}

fn read((listings, base): (i64, String)) -> Edition {
    Edition {
        listings: listings.cast_unsigned(),
        base,
    }
}

/// Notes what is published now, or says that a later edition is. Within a publication's turn.
pub(super) async fn note(
    transaction: &mut Connection,
    noted: &Edition,
) -> Result<bool, StoreError> {
    let row: Option<(i64, String)> = edition().optional_in(transaction).await?;
    if row.is_some_and(|row| noted.listings < read(row).listings) {
        return Ok(false);
    }
    sql(
        "INSERT INTO catalogue_editions (name, listings, base) VALUES ($1, $2, $3)
         ON CONFLICT (name) DO UPDATE SET listings = excluded.listings, base = excluded.base",
    )
    .bind(CURRENT)
    .bind(noted.listings.cast_signed())
    .bind(&noted.base)
    .execute(transaction)
    .await?;
    Ok(true)
}
