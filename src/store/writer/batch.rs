use std::collections::HashMap;

use domain::Id;
use market::{Key, Notice, Noun, Version};
use sha2::{Digest, Sha256};

use super::many;
use crate::{StoreError, backend::Connection, sql::sql};

const HEAD: &str = "SELECT feed, audit, audit_hash, drafts, listings, blobs, notices, notices_read FROM heads WHERE tenant = $1";

type HeadRow = (i64, i64, Vec<u8>, i64, i64, i64, i64, i64);

/// A transaction that several tasks share.
///
/// What every task adds in the same shape (feed, audit, answers) is gathered and written once, before the commit.
pub(crate) struct Batch<'a> {
    pub(crate) connection: &'a mut Connection,
    /// Whether anything was written about sessions, accounts or memberships.
    pub(crate) is_of_identity: bool,
    /// As they were found, if they were, and as they are to be.
    heads: HashMap<Id, (Option<Head>, Head)>,
    pub(super) changes: Vec<Change>,
    pub(super) entries: Vec<Entry>,
    pub(super) answers: Vec<Answered>,
    /// Where in `answers` a key of this very batch is.
    keys: HashMap<(Id, Id, Key), usize>,
}

/// How far a tenant's numbered lists have come.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Head {
    pub(crate) feed: u64,
    pub(crate) audit: u64,
    pub(crate) audit_hash: [u8; 32],
    pub(crate) drafts: u64,
    pub(crate) listings: u64,
    pub(crate) blobs: u64,
    pub(crate) notices: u64,
    pub(crate) notices_read: u64,
}

/// A row of the feed.
pub(super) struct Change {
    pub(super) company: Id,
    pub(super) number: u64,
    pub(super) notice: Notice,
    pub(super) at: u64,
}

/// A row of the audit log.
pub(super) struct Entry {
    pub(super) tenant: Id,
    pub(super) number: u64,
    pub(super) deed: Deed,
    pub(super) hash: [u8; 32],
}

/// What the audit log is told.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Deed {
    pub(crate) at: u64,
    pub(crate) actor: Id,
    pub(crate) action: &'static str,
    pub(crate) noun: Noun,
    pub(crate) object: Id,
    /// SHA-256 of what was asked.
    pub(crate) digest: [u8; 32],
}

/// What was answered under a key.
#[derive(Clone, Debug)]
pub(crate) struct Answered {
    pub(crate) company: Id,
    pub(crate) account: Id,
    pub(crate) key: Key,
    pub(crate) digest: [u8; 32],
    pub(crate) id: Id,
    pub(crate) version: Version,
}

impl<'a> Batch<'a> {
    pub(super) fn new(connection: &'a mut Connection) -> Self {
        Self {
            connection,
            is_of_identity: false,
            heads: HashMap::new(),
            changes: Vec::new(),
            entries: Vec::new(),
            answers: Vec::new(),
            keys: HashMap::new(),
        }
    }

    /// A tenant's head, to be read and moved on. Whoever has it has the tenant to themselves until the commit: what else
    /// is then read of the tenant stays true.
    pub(crate) async fn head(&mut self, tenant: Id) -> Result<&mut Head, StoreError> {
        if !self.heads.contains_key(&tenant) {
            let row: Option<HeadRow> = sql(HEAD)
                .bind(tenant.as_bytes())
                .locking()
                .optional_in(self.connection)
                .await?;
            let found = row
                .map(
                    |(feed, audit, hash, drafts, listings, blobs, notices, read)| {
                        Ok::<_, StoreError>(Head {
                            feed: feed.cast_unsigned(),
                            audit: audit.cast_unsigned(),
                            audit_hash: hash
                                .try_into()
                                .map_err(|_| StoreError::Damaged { what: "a head" })?,
                            drafts: drafts.cast_unsigned(),
                            listings: listings.cast_unsigned(),
                            blobs: blobs.cast_unsigned(),
                            notices: notices.cast_unsigned(),
                            notices_read: read.cast_unsigned(),
                        })
                    },
                )
                .transpose()?;
            let head = found.clone().unwrap_or(Head {
                feed: 0,
                audit: 0,
                audit_hash: [0; 32],
                drafts: 0,
                listings: 0,
                blobs: 0,
                notices: 0,
                notices_read: 0,
            });
            self.heads.insert(tenant, (found, head));
        }
        let (_, head) = self.heads.get_mut(&tenant).expect("inserted above");
        Ok(head)
    }

    /// Numbers a change and tells the company's feed of it.
    pub(crate) async fn tell(
        &mut self,
        company: Id,
        notice: Notice,
        at: u64,
    ) -> Result<(), StoreError> {
        let head = self.head(company).await?;
        head.feed += 1;
        let number = head.feed;
        self.changes.push(Change {
            company,
            number,
            notice,
            at,
        });
        Ok(())
    }

    /// Adds to a tenant's audit log.
    pub(crate) async fn record(&mut self, tenant: Id, deed: Deed) -> Result<(), StoreError> {
        let head = self.head(tenant).await?;
        head.audit += 1;
        head.audit_hash = chained(&head.audit_hash, head.audit, &deed);
        let (number, hash) = (head.audit, head.audit_hash);
        self.entries.push(Entry {
            tenant,
            number,
            deed,
            hash,
        });
        Ok(())
    }

    /// What a task of this batch has answered under a key: the table does not have it yet.
    pub(crate) fn answered(&self, company: Id, account: Id, key: &Key) -> Option<&Answered> {
        if self.keys.is_empty() {
            return None;
        }
        let at = self.keys.get(&(company, account, key.clone()))?;
        self.answers.get(*at)
    }

    pub(crate) fn answer(&mut self, answered: Answered) {
        let key = (answered.company, answered.account, answered.key.clone());
        self.keys.insert(key, self.answers.len());
        self.answers.push(answered);
    }

    /// Writes all that was gathered.
    pub(super) async fn finish(mut self) -> Result<(), StoreError> {
        many::changes(&mut self).await?;
        many::entries(&mut self).await?;
        many::answers(&mut self).await?;
        for (tenant, (found, head)) in &self.heads {
            let statement = match found {
                Some(found) if found == head => continue,
                Some(_) => {
                    "UPDATE heads SET feed = $2, audit = $3, audit_hash = $4, drafts = $5, listings = $6,
                     blobs = $7, notices = $8, notices_read = $9 WHERE tenant = $1"
                }
                // Nobody could be kept from a row that is not there: if another process has made it meanwhile, this one
                // is a double, and the batch is run again.
                None if head.audit == 0 => continue,
                None => {
                    "INSERT INTO heads (tenant, feed, audit, audit_hash, drafts, listings, blobs, notices, notices_read)
                     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)"
                }
            };
            sql(statement)
                .bind(tenant.as_bytes())
                .bind(head.feed.cast_signed())
                .bind(head.audit.cast_signed())
                .bind(&head.audit_hash)
                .bind(head.drafts.cast_signed())
                .bind(head.listings.cast_signed())
                .bind(head.blobs.cast_signed())
                .bind(head.notices.cast_signed())
                .bind(head.notices_read.cast_signed())
                .execute(self.connection)
                .await?;
        }
        Ok(())
    }
}

/// An entry's hash: over the hash before it, its number, and all it says; lengths keep words apart.
pub(crate) fn chained(previous: &[u8; 32], number: u64, deed: &Deed) -> [u8; 32] {
    hash(
        previous,
        number,
        deed.at,
        (
            deed.actor.as_bytes(),
            deed.action,
            deed.noun.name(),
            deed.object.as_bytes(),
            &deed.digest,
        ),
    )
}

/// The same from parts as they are stored: actor, action, noun, object, digest.
pub(crate) fn hash(
    previous: &[u8],
    number: u64,
    at: u64,
    (actor, action, noun, object, digest): (&[u8], &str, &str, &[u8], &[u8]),
) -> [u8; 32] {
    let mut hash = Sha256::new();
    for part in [previous, &number.to_be_bytes(), &at.to_be_bytes(), actor] {
        hash.update(part);
    }
    for word in [action, noun] {
        hash.update((word.len() as u64).to_be_bytes());
        hash.update(word);
    }
    hash.update(object);
    hash.update(digest);
    hash.finalize().into()
}
