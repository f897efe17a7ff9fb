use crate::{StoreError, catalogue::*, sql::sql};

impl Catalogue<'_> {
    /// The front of the current publication, in the smallest accepted coding; `None` before the first one.
    ///
    /// # Errors
    /// The database cannot be read.
    pub async fn front(&self, accepted: Accepted) -> Result<Option<Part>, StoreError> {
        self.part(FRONT, accepted).await
    }

    /// What [`Part::digest`] of the front is, without reading it.
    ///
    /// # Errors
    /// The database cannot be read.
    pub async fn front_digest(&self) -> Result<Option<String>, StoreError> {
        let found: Option<(String,)> = sql("SELECT digest FROM catalogue_parts WHERE name = $1")
            .bind(FRONT)
            .optional(&self.store.readers)
            .await?;
        Ok(found.map(|(digest,)| digest))
    }

    /// A part that is current or was until [`KEPT`] ago, in the smallest accepted coding.
    ///
    /// # Errors
    /// The database cannot be read.
    pub async fn part(&self, name: &str, accepted: Accepted) -> Result<Option<Part>, StoreError> {
        // Such a name nobody published; and some texts no database takes.
        if !publish::is_name(name) {
            return Ok(None);
        }
        // Codings that do not make a part smaller are not kept, so that the order is also the order of sizes.
        let found: Option<(String, String, Vec<u8>)> =
            sql("SELECT parts.digest, bodies.coding, bodies.body
             FROM catalogue_parts parts JOIN catalogue_bodies bodies ON bodies.name = parts.name
             WHERE parts.name = $1 AND bodies.coding IN ('identity', $2, $3)
             ORDER BY CASE bodies.coding WHEN 'br' THEN 0 WHEN 'gzip' THEN 1 ELSE 2 END
             LIMIT 1")
            .bind(name)
            .bind(if accepted.brotli { "br" } else { "identity" })
            .bind(if accepted.gzip { "gzip" } else { "identity" })
            .optional(&self.store.readers)
            .await?;
        Ok(found.map(|(digest, coding, body)| Part {
            digest,
            coding: Coding::parse(&coding).expect("the table admits no other coding"),
            bytes: body.into(),
        }))
    }
}
