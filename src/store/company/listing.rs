//! Listings: what orders find of them, what they write, and what is read.

use domain::Id;
use market::{
    DraftKind, Item, ListingState, Moment, Order, Photo, Present, Publication, Standing, Version,
};

use super::{Companies, Page, deal, read, values};
use crate::{
    StoreError,
    sql::{Sql, composed, sql},
    writer::Batch,
};

/// Ids or keys in one statement.
pub(super) const AT_ONCE: usize = 100;
/// Of a listing without certificates.
const NEVER: i64 = i64::MAX;

/// A listing without its content.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listing {
    pub id: Id,
    pub kind: DraftKind,
    pub state: ListingState,
    pub draft: Version,
    pub version: Version,
    pub published_at: Moment,
}

type Row = (Vec<u8>, String, String, i64, i64, i64);

/// `… IN ($3, $4, …)`: a statement that ends with a list of so many values behind those before it.
pub(super) fn listed(text: &str, before: usize, count: usize) -> Sql<'static> {
    let places: Vec<_> = (before + 1..=before + count)
        .map(|place| format!("${place}"))
        .collect();
    composed(format!("{text} IN ({})", places.join(", ")))
}

/// Looks up all that an order about listings needs.
pub(super) async fn load(
    batch: &mut Batch<'_>,
    order: &Order,
    publication: Option<Id>,
    present: &mut Present,
) -> Result<(), StoreError> {
    let company = &order.company.as_bytes()[..];
    present.listings = batch.head(order.company).await?.listings;
    let (ids, keys) = (order.command.listings(), order.command.keys());
    drafts(batch, company, &ids, present).await?;
    for ids in ids.chunks(AT_ONCE) {
        standings(batch, company, ids, present).await?;
    }
    for keys in keys.chunks(AT_ONCE) {
        let mut query = listed(
            "SELECT key, id FROM listings WHERE company = $1 AND kind = 'product' AND state = 'published' AND key",
            1,
            keys.len(),
        )
        .bind(company);
        for key in keys {
            query = query.bind(*key);
        }
        let rows: Vec<(String, Vec<u8>)> = query.all_in(batch.connection).await?;
        for (key, id) in rows {
            present.keys.insert(key, values::id(&id)?);
        }
    }
    if ids.contains(&order.company) {
        codes(batch, company, &keys, present).await?;
        deal::waiting(batch, order, &keys, present).await?;
    }
    let page: Option<(i64,)> =
        sql("SELECT version FROM listings WHERE company = $1 AND id = $1 AND state = 'published'")
            .bind(company)
            .optional_in(batch.connection)
            .await?;
    present.has_page = page.is_some();
    if let Some(id) = publication {
        let found: Option<(i64,)> =
            sql("SELECT at FROM publications WHERE company = $1 AND id = $2")
                .bind(company)
                .bind(&id.as_bytes()[..])
                .optional_in(batch.connection)
                .await?;
        present.publication = found.is_some();
    }
    Ok(())
}

/// Kinds and versions of the drafts that are there.
pub(super) async fn drafts(
    batch: &mut Batch<'_>,
    company: &[u8],
    ids: &[Id],
    present: &mut Present,
) -> Result<(), StoreError> {
    for ids in ids.chunks(AT_ONCE) {
        let mut query = listed(
            "SELECT id, kind, version FROM drafts WHERE company = $1 AND id",
            1,
            ids.len(),
        )
        .bind(company);
        for id in ids {
            query = query.bind(&id.as_bytes()[..]);
        }
        let rows: Vec<(Vec<u8>, String, i64)> = query.all_in(batch.connection).await?;
        for (id, kind, version) in rows {
            let draft = (values::draft_kind(&kind)?, version.cast_unsigned());
            present.stands.entry(values::id(&id)?).or_default().draft = Some(draft);
        }
    }
    Ok(())
}

async fn standings(
    batch: &mut Batch<'_>,
    company: &[u8],
    ids: &[Id],
    present: &mut Present,
) -> Result<(), StoreError> {
    let mut query = listed(
        "SELECT id, state, version, key FROM listings WHERE company = $1 AND id",
        1,
        ids.len(),
    )
    .bind(company);
    for id in ids {
        query = query.bind(&id.as_bytes()[..]);
    }
    let rows: Vec<(Vec<u8>, String, i64, String)> = query.all_in(batch.connection).await?;
    for (id, name, version, key) in rows {
        let standing = Standing {
            state: state(&name)?,
            version: version.cast_unsigned(),
            key,
        };
        present.stands.entry(values::id(&id)?).or_default().listing = Some(standing);
    }
    Ok(())
}

async fn codes(
    batch: &mut Batch<'_>,
    company: &[u8],
    keys: &[&str],
    present: &mut Present,
) -> Result<(), StoreError> {
    for keys in keys.chunks(AT_ONCE) {
        let mut query = listed(
            "SELECT code, company FROM supplier_codes WHERE code",
            0,
            keys.len(),
        );
        for key in keys {
            query = query.bind(*key);
        }
        let rows: Vec<(String, Vec<u8>)> = query.all_in(batch.connection).await?;
        for (code, owner) in rows {
            present.codes.insert(code, values::id(&owner)?);
        }
    }
    let count: Option<(i64,)> = sql("SELECT COUNT(*) FROM supplier_codes WHERE company = $1")
        .bind(company)
        .optional_in(batch.connection)
        .await?;
    present.codes_of_company = count.map_or(0, |(count,)| count.cast_unsigned());
    Ok(())
}

pub(super) async fn put(
    batch: &mut Batch<'_>,
    company: &[u8],
    id: &[u8],
    listing: &market::Listing,
) -> Result<(), StoreError> {
    let offered = &listing.offered;
    sql(
        "INSERT INTO listings (company, id, kind, state, draft, content, key, expires_on, version, published_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
         ON CONFLICT (company, id) DO UPDATE SET kind = excluded.kind, state = excluded.state,
         draft = excluded.draft, content = excluded.content, key = excluded.key, expires_on = excluded.expires_on,
         version = excluded.version, published_at = excluded.published_at",
    )
    .bind(company)
    .bind(id)
    .bind(listing.kind.name())
    .bind(listing.state.name())
    .bind(listing.draft.cast_signed())
    .bind(&offered.content)
    .bind(&offered.key)
    .bind(offered.expires_on.map_or(NEVER, i64::from))
    .bind(listing.version.cast_signed())
    .bind(listing.published_at.0.cast_signed())
    .execute(batch.connection)
    .await?;
    if listing.version > 1 {
        hide_photos(batch, company, id).await?;
    }
    for Photo { blob, digest } in &offered.photos {
        // The same picture may have come twice: one of them is enough to show it.
        sql(
            "INSERT INTO shown_photos (company, listing, digest, blob) VALUES ($1, $2, $3, $4)
             ON CONFLICT (company, listing, digest) DO NOTHING",
        )
        .bind(company)
        .bind(id)
        .bind(digest)
        .bind(&blob.as_bytes()[..])
        .execute(batch.connection)
        .await?;
    }
    Ok(())
}

pub(super) async fn withdraw(
    batch: &mut Batch<'_>,
    company: &[u8],
    id: &[u8],
    version: Version,
) -> Result<(), StoreError> {
    sql("UPDATE listings SET state = 'withdrawn', version = $3 WHERE company = $1 AND id = $2")
        .bind(company)
        .bind(id)
        .bind(version.cast_signed())
        .execute(batch.connection)
        .await?;
    hide_photos(batch, company, id).await
}

async fn hide_photos(
    batch: &mut Batch<'_>,
    company: &[u8],
    listing: &[u8],
) -> Result<(), StoreError> {
    sql("DELETE FROM shown_photos WHERE company = $1 AND listing = $2")
        .bind(company)
        .bind(listing)
        .execute(batch.connection)
        .await?;
    Ok(())
}

pub(super) fn take_code<'q>(company: &'q [u8], code: &'q str) -> Sql<'q> {
    sql("INSERT INTO supplier_codes (code, company) VALUES ($1, $2)")
        .bind(code)
        .bind(company)
}

pub(super) async fn put_publication(
    batch: &mut Batch<'_>,
    company: &[u8],
    id: &[u8],
    publication: &Publication,
) -> Result<(), StoreError> {
    sql("INSERT INTO publications (company, id, items, at) VALUES ($1, $2, $3, $4)")
        .bind(company)
        .bind(id)
        .bind(&publication.text())
        .bind(publication.at.0.cast_signed())
        .execute(batch.connection)
        .await?;
    Ok(())
}

impl Companies<'_> {
    /// # Errors
    /// The database cannot be read.
    pub async fn listing(&self, company: Id, listing: Id) -> Result<Option<Listing>, StoreError> {
        let row = sql(
            "SELECT id, kind, state, draft, version, published_at FROM listings WHERE company = $1 AND id = $2",
        )
        .bind(&company.as_bytes()[..])
        .bind(&listing.as_bytes()[..])
        .optional(&self.store.readers)
        .await?;
        row.map(read_listing).transpose()
    }

    /// In the order of their ids.
    ///
    /// # Errors
    /// The database cannot be read.
    pub async fn listings(
        &self,
        company: Id,
        after: Option<Id>,
        most: u32,
    ) -> Result<Page<Listing>, StoreError> {
        let rows: Vec<Row> = sql(
            "SELECT id, kind, state, draft, version, published_at FROM listings WHERE company = $1 AND id > $2
             ORDER BY id LIMIT $3",
        )
        .bind(&company.as_bytes()[..])
        .bind(read::start(after.as_ref()))
        .bind(i64::from(most) + 1)
        .all(&self.store.readers)
        .await?;
        read::page(rows, most, read_listing)
    }

    /// # Errors
    /// The database cannot be read.
    pub async fn publication(
        &self,
        company: Id,
        publication: Id,
    ) -> Result<Option<Publication>, StoreError> {
        let row: Option<(String, i64)> =
            sql("SELECT items, at FROM publications WHERE company = $1 AND id = $2")
                .bind(&company.as_bytes()[..])
                .bind(&publication.as_bytes()[..])
                .optional(&self.store.readers)
                .await?;
        row.map(|(text, at)| {
            let items: Option<Vec<Item>> = Publication::items(&text);
            let what = "a publication";
            Ok(Publication {
                items: items.ok_or(StoreError::Damaged { what })?,
                at: values::moment(at),
            })
        })
        .transpose()
    }

    /// Content of published listings with a certificate that ends on this day or before, in days since 1970-01-01; what
    /// ends first comes first.
    ///
    /// # Errors
    /// The database cannot be read.
    pub async fn ending(
        &self,
        company: Id,
        day: i32,
        most: u32,
    ) -> Result<Vec<(Id, String)>, StoreError> {
        let rows: Vec<(Vec<u8>, String)> = sql(
            "SELECT id, content FROM listings WHERE company = $1 AND state = 'published' AND expires_on <= $2
             ORDER BY expires_on LIMIT $3",
        )
        .bind(&company.as_bytes()[..])
        .bind(i64::from(day))
        .bind(i64::from(most))
        .all(&self.store.readers)
        .await?;
        rows.into_iter()
            .map(|(id, content)| Ok((values::id(&id)?, content)))
            .collect()
    }

    /// Those of the drafts that are there: id, kind, content and version.
    ///
    /// # Errors
    /// The database cannot be read.
    pub async fn drafts_of(&self, company: Id, ids: &[Id]) -> Result<Vec<read::Draft>, StoreError> {
        let mut drafts = Vec::new();
        for ids in ids.chunks(AT_ONCE) {
            let mut query = listed(
                "SELECT id, kind, content, version, updated_at FROM drafts WHERE company = $1 AND id",
                1,
                ids.len(),
            )
            .bind(&company.as_bytes()[..]);
            for id in ids {
                query = query.bind(&id.as_bytes()[..]);
            }
            for row in query.all(&self.store.readers).await? {
                drafts.push(read::read_draft(row)?);
            }
        }
        Ok(drafts)
    }
}

fn state(name: &str) -> Result<ListingState, StoreError> {
    let what = "a state of a listing";
    ListingState::parse(name).ok_or(StoreError::Damaged { what })
}

fn read_listing((id, kind, name, draft, version, at): Row) -> Result<Listing, StoreError> {
    Ok(Listing {
        id: values::id(&id)?,
        kind: values::draft_kind(&kind)?,
        state: state(&name)?,
        draft: draft.cast_unsigned(),
        version: version.cast_unsigned(),
        published_at: values::moment(at),
    })
}
