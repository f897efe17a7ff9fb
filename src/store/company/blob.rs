//! What is known of a blob beside its bytes.

use domain::Id;
use market::{Blob, BlobKind, Media};

use super::{Companies, values};
use crate::{
    StoreError,
    sql::{Sql, sql},
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
