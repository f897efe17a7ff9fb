use std::{
    collections::{HashMap, HashSet},
    time::{SystemTime, UNIX_EPOCH},
};

use bytes::Bytes;
use sha2::{Digest, Sha256};

use crate::{
    StoreError,
    backend::Connection,
    catalogue::{
        Catalogue, Edition, FRONT, KEPT,
        compress::{self, Bodies},
        edition,
    },
    sql::sql,
};

/// What a publication did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Publication {
    /// The same parts were current already; nothing was written.
    Unchanged,
    /// Somebody has published a later edition meanwhile; nothing was written.
    Overtaken,
    Replaced {
        /// Parts not kept before, the front included.
        added: usize,
        /// Parts that were current until now.
        withdrawn: usize,
        /// Parts withdrawn longer than [`KEPT`] ago, now gone.
        dropped: usize,
    },
}

/// A part that somebody wants published.
struct Offered<'a> {
    name: &'a str,
    digest: String,
    bytes: &'a Bytes,
}

/// A part that is kept.
struct Kept {
    digest: String,
    is_current: bool,
}

impl Catalogue<'_> {
    /// Makes exactly these parts the current catalogue, all at once: a reader sees the old front or the new one, and
    /// finds every part of either.
    ///
    /// One part must be the [`FRONT`]. Any other name that is kept already must come with the same bytes.
    /// New parts are compressed here, which takes a while; the write lock is not held meanwhile.
    ///
    /// # Errors
    /// A name that cannot be one, a known name with other bytes, no front, or the database cannot be written.
    pub async fn publish(
        &self,
        parts: &[(String, Bytes)],
        published_at: SystemTime,
    ) -> Result<Publication, StoreError> {
        self.publish_edition(parts, None, published_at).await
    }

    /// The same, noting what it was made from: an edition of earlier listings never replaces one of later ones, whichever
    /// hub is faster.
    ///
    /// # Errors
    /// The same.
    pub async fn publish_edition(
        &self,
        parts: &[(String, Bytes)],
        made_from: Option<&Edition>,
        published_at: SystemTime,
    ) -> Result<Publication, StoreError> {
        let offered = check(parts)?;
        let mut compressed: HashMap<&str, Bodies> = HashMap::new();
        loop {
            let mut transaction = self.store.writer.begin().await?;
            // What is read here stays true until the commit.
            transaction.take_turn("publish").await?;
            let kept = kept(&mut transaction).await?;
            let new: Vec<_> = offered
                .iter()
                .filter(|part| {
                    kept.get(part.name)
                        .is_none_or(|kept| kept.digest != part.digest)
                })
                .collect();
            if let Some(part) = new
                .iter()
                .find(|part| part.name != FRONT && kept.contains_key(part.name))
            {
                return Err(StoreError::PartChanged {
                    name: part.name.to_owned(),
                });
            }
            let raw: Vec<_> = new
                .iter()
                .filter(|part| !compressed.contains_key(part.name))
                .map(|part| (part.name, part.bytes.clone()))
                .collect();
            if raw.is_empty() {
                if let Some(made_from) = made_from
                    && !edition::note(&mut transaction, made_from).await?
                {
                    transaction.roll_back().await;
                    return Ok(Publication::Overtaken);
                }
                return replace(
                    transaction,
                    &offered,
                    &new,
                    &kept,
                    &compressed,
                    published_at,
                )
                .await;
            }
            // Another publisher may come in between: then the next round compresses what that one has dropped.
            transaction.roll_back().await;
            let (names, bytes): (Vec<_>, Vec<_>) = raw.into_iter().unzip();
            let bodies = tokio::task::spawn_blocking(move || compress::all(&bytes))
                .await
                .expect("compression neither panics nor is cancelled");
            compressed.extend(names.into_iter().zip(bodies));
        }
    }
}

fn check(parts: &[(String, Bytes)]) -> Result<Vec<Offered<'_>>, StoreError> {
    let mut names = HashSet::new();
    for (name, _) in parts {
        if !is_name(name) || !names.insert(name) {
            return Err(StoreError::PartName { name: name.clone() });
        }
    }
    if !parts.iter().any(|(name, _)| name == FRONT) {
        return Err(StoreError::FrontMissing);
    }
    let offered = parts.iter().map(|(name, bytes)| Offered {
        name,
        digest: hexadecimal(bytes),
        bytes,
    });
    Ok(offered.collect())
}

/// What an address can carry as it is, and every file system can hold.
pub(super) fn is_name(name: &str) -> bool {
    let plain = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit();
    name.len() <= 120
        && name.bytes().next().is_some_and(plain)
        && name
            .bytes()
            .all(|byte| plain(byte) || b"._-".contains(&byte))
}

fn hexadecimal(bytes: &[u8]) -> String {
    format!("{:x}", Sha256::digest(bytes))
}

async fn kept(transaction: &mut Connection) -> Result<HashMap<String, Kept>, StoreError> {
    let rows: Vec<(String, String, Option<i64>)> =
        sql("SELECT name, digest, withdrawn_at FROM catalogue_parts")
            .all_in(transaction)
            .await?;
    let kept = rows.into_iter().map(|(name, digest, withdrawn_at)| {
        let is_current = withdrawn_at.is_none();
        (name, Kept { digest, is_current })
    });
    Ok(kept.collect())
}

async fn replace(
    mut transaction: Connection,
    offered: &[Offered<'_>],
    new: &[&Offered<'_>],
    kept: &HashMap<String, Kept>,
    compressed: &HashMap<&str, Bodies>,
    published_at: SystemTime,
) -> Result<Publication, StoreError> {
    let current = kept.values().filter(|kept| kept.is_current).count();
    let stays = |part: &&Offered<'_>| kept.get(part.name).is_some_and(|kept| kept.is_current);
    let staying = offered.iter().filter(stays).count();
    if new.is_empty() && staying == offered.len() && staying == current {
        // The note of the edition alone.
        let committed = transaction.commit().await;
        committed.map_err(|uncommitted| uncommitted.error)?;
        return Ok(Publication::Unchanged);
    }
    let now = seconds(published_at);
    let executor = &mut transaction;
    sql("UPDATE catalogue_parts SET withdrawn_at = $1 WHERE withdrawn_at IS NULL")
        .bind(now)
        .execute(executor)
        .await?;
    for part in offered {
        sql("INSERT INTO catalogue_parts (name, digest) VALUES ($1, $2)
             ON CONFLICT (name) DO UPDATE SET digest = excluded.digest, withdrawn_at = NULL")
        .bind(part.name)
        .bind(&part.digest)
        .execute(executor)
        .await?;
    }
    for part in new {
        sql("DELETE FROM catalogue_bodies WHERE name = $1")
            .bind(part.name)
            .execute(executor)
            .await?;
        for (coding, bytes) in &compressed[part.name] {
            sql("INSERT INTO catalogue_bodies (name, coding, body) VALUES ($1, $2, $3)")
                .bind(part.name)
                .bind(coding.name())
                .bind(bytes.as_ref())
                .execute(executor)
                .await?;
        }
    }
    let dropped = sql("DELETE FROM catalogue_parts WHERE withdrawn_at < $1")
        .bind(now.saturating_sub_unsigned(KEPT.as_secs()))
        .execute(executor)
        .await?;
    // A publication may be repeated by whoever was not answered.
    let committed = transaction.commit().await;
    committed.map_err(|uncommitted| uncommitted.error)?;
    Ok(Publication::Replaced {
        added: new.len(),
        withdrawn: current - staying,
        dropped: usize::try_from(dropped).expect("rows that were in memory a moment ago"),
    })
}

/// Seconds since 1970, before it negative; saturates hundreds of thousands of millions of years away.
fn seconds(instant: SystemTime) -> i64 {
    let whole = |seconds| i64::try_from(seconds).unwrap_or(i64::MAX);
    match instant.duration_since(UNIX_EPOCH) {
        Ok(after) => whole(after.as_secs()),
        Err(before) => -whole(before.duration().as_secs()),
    }
}
