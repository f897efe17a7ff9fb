//! The audit log, verified from its first entry to its last.

use domain::Id;
use sha2::{Digest, Sha256};

use crate::{Store, StoreError, company::id, sql::sql, writer::hash};

/// What a verification found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Audited {
    pub entries: u64,
    /// Tenants that have entries: companies and accounts.
    pub tenants: u64,
    /// SHA-256 over the heads of all tenants in order. A chain cannot show by itself that its newest entries were cut
    /// off with its head: kept elsewhere, this can.
    pub seal: [u8; 32],
    pub first_bad: Option<Bad>,
}

/// The first entry that is not as it was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bad {
    pub tenant: Id,
    pub number: u64,
    pub fault: AuditFault,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AuditFault {
    /// An entry is not there.
    Missing,
    /// The entry, or one that it rests on, is not what was hashed.
    Changed,
    /// The log goes on beyond its head.
    Surplus,
}

type Row = (i64, i64, Vec<u8>, String, String, Vec<u8>, Vec<u8>, Vec<u8>);

/// Entries read at a time.
const PIECE: i64 = 1000;

impl Store {
    /// Walks through every tenant's log.
    ///
    /// # Errors
    /// The database cannot be read.
    pub async fn verify_audit(&self) -> Result<Audited, StoreError> {
        let mut seal = Sha256::new();
        let mut audited = Audited {
            entries: 0,
            tenants: 0,
            seal: [0; 32],
            first_bad: None,
        };
        let mut after = Vec::new();
        loop {
            // Heads, and tenants whose head was taken away.
            let tenant: Option<(Vec<u8>,)> = sql(
                "SELECT tenant FROM (SELECT tenant FROM heads WHERE tenant > $1
                 UNION SELECT tenant FROM audit WHERE tenant > $1) AS tenants ORDER BY tenant LIMIT 1",
            )
            .bind(&after)
            .optional(&self.readers)
            .await?;
            let Some((tenant,)) = tenant else { break };
            let head: Option<(i64, Vec<u8>)> =
                sql("SELECT audit, audit_hash FROM heads WHERE tenant = $1")
                    .bind(&tenant)
                    .optional(&self.readers)
                    .await?;
            let (count, hash) = head.unwrap_or((0, vec![0; 32]));
            seal.update(&tenant);
            seal.update(count.to_be_bytes());
            seal.update(&hash);
            audited.tenants += 1;
            let (read, bad) = self.walk(&tenant, count, &hash).await?;
            audited.entries += read;
            if let (None, Some((number, fault))) = (audited.first_bad, bad) {
                audited.first_bad = Some(Bad {
                    tenant: id(&tenant)?,
                    number: number.cast_unsigned(),
                    fault,
                });
            }
            after = tenant;
        }
        audited.seal = seal.finalize().into();
        Ok(audited)
    }

    /// How many entries a tenant has, and the first that is wrong.
    async fn walk(
        &self,
        tenant: &[u8],
        count: i64,
        head: &[u8],
    ) -> Result<(u64, Option<(i64, AuditFault)>), StoreError> {
        let (mut previous, mut number, mut bad) = (vec![0; 32], 0, None);
        loop {
            let rows: Vec<Row> = sql(
                "SELECT number, at, actor, action, noun, object, digest, hash FROM audit
                 WHERE tenant = $1 AND number > $2 ORDER BY number LIMIT $3",
            )
            .bind(tenant)
            .bind(number)
            .bind(PIECE)
            .all(&self.readers)
            .await?;
            if rows.is_empty() {
                break;
            }
            for (found, at, actor, action, noun, object, digest, written) in rows {
                let parts = (&actor[..], &action[..], &noun[..], &object[..], &digest[..]);
                let computed = hash(&previous, found.cast_unsigned(), at.cast_unsigned(), parts);
                let fault = if found != number + 1 {
                    Some((number + 1, AuditFault::Missing))
                } else if found > count {
                    Some((found, AuditFault::Surplus))
                } else if computed[..] != written[..] {
                    Some((found, AuditFault::Changed))
                } else {
                    None
                };
                bad = bad.or(fault);
                (previous, number) = (written, found);
            }
        }
        if number < count {
            bad = bad.or(Some((number + 1, AuditFault::Missing)));
        } else if previous != head {
            bad = bad.or(Some((number, AuditFault::Changed)));
        }
        Ok((number.cast_unsigned(), bad))
    }
}
