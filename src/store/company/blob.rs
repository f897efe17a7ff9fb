//! What is known of a blob beside its bytes.

use std::collections::BTreeMap;

use domain::{Id, Media};
use market::{Blob, BlobKind};

use super::{Companies, listing, values};
use crate::{
    StoreError,
    sql::{Sql, sql},
    writer::Batch,
};

type Row = (String, String, i64, Vec<u8>, i64, i64, String, i64);

pub(super) fn put<'q>(company: &'q [u8], id: &'q [u8], blob: &'q Blob) -> Sql<'q> {
    sql(
        "INSERT INTO blobs (company, id, kind, media, bytes, digest, width, height, object, made_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
    )
    .bind(company)
    .bind(id)
    .bind(blob.kind.name())
    .bind(blob.media.extension())
    .bind(blob.bytes.cast_signed())
    .bind(&blob.digest)
    .bind(i64::from(blob.width))
    .bind(i64::from(blob.height))
    .bind(&blob.object)
    .bind(blob.made_at.0.cast_signed())
}

/// Which of these the company keeps: what each is, and how many bytes it has.
pub(super) async fn files(
    batch: &mut Batch<'_>,
    company: &[u8],
    ids: &[Id],
) -> Result<BTreeMap<Id, (Media, u64)>, StoreError> {
    let mut files = BTreeMap::new();
    for ids in ids.chunks(listing::AT_ONCE) {
        let text = "SELECT id, media, bytes FROM blobs WHERE company = $1 AND id";
        let mut query = listing::listed(text, 1, ids.len()).bind(company);
        for id in ids {
            query = query.bind(&id.as_bytes()[..]);
        }
        let rows: Vec<(Vec<u8>, String, i64)> = query.all_in(batch.connection).await?;
        for (id, media, bytes) in rows {
            let media = Media::parse(&media).ok_or(StoreError::Damaged { what: "a blob" })?;
            files.insert(values::id(&id)?, (media, bytes.cast_unsigned()));
        }
    }
    Ok(files)
}

impl Companies<'_> {
    /// # Errors
    /// The database cannot be read.
    pub async fn blob(&self, company: Id, blob: Id) -> Result<Option<Blob>, StoreError> {
        let row = sql(
            "SELECT kind, media, bytes, digest, width, height, object, made_at FROM blobs
             WHERE company = $1 AND id = $2",
        )
        .bind(&company.as_bytes()[..])
        .bind(&blob.as_bytes()[..])
        .optional(&self.store.readers)
        .await?;
        row.map(read_blob).transpose()
    }

    /// A photograph that a published listing shows, by the SHA-256 of its bytes.
    ///
    /// # Errors
    /// The database cannot be read.
    pub async fn photo(&self, digest: [u8; 32]) -> Result<Option<Blob>, StoreError> {
        let row = sql(
            "SELECT kind, media, bytes, blobs.digest, width, height, object, made_at FROM shown_photos
             JOIN blobs ON blobs.company = shown_photos.company AND blobs.id = shown_photos.blob
             WHERE shown_photos.digest = $1 LIMIT 1",
        )
        .bind(&digest)
        .optional(&self.store.readers)
        .await?;
        row.map(read_blob).transpose()
    }
}

fn read_blob(row: Row) -> Result<Blob, StoreError> {
    let (kind, media, bytes, digest, width, height, object, made_at) = row;
    let damaged = || StoreError::Damaged { what: "a blob" };
    let side = |pixels: i64| u32::try_from(pixels).map_err(|_| damaged());
    Ok(Blob {
        kind: BlobKind::parse(&kind).ok_or_else(damaged)?,
        media: Media::parse(&media).ok_or_else(damaged)?,
        bytes: bytes.cast_unsigned(),
        digest: values::digest(digest)?,
        width: side(width)?,
        height: side(height)?,
        object,
        made_at: values::moment(made_at),
    })
}
