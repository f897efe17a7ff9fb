//! Passkeys, and ceremonies under way. What webauthn-rs makes of them is kept as its text and never looked into.

use domain::Id;
use market::Moment;

use super::{Accounts, Digest, Rotation, session, write::record};
use crate::{
    StoreError,
    company::{id, moment},
    sql::sql,
    writer::{Batch, Task},
};

/// Passkeys that an account may have.
const MOST: i64 = 20;

/// A passkey that is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Passkey {
    pub id: Id,
    /// What the device calls it.
    pub credential: Vec<u8>,
    /// What its owner calls it.
    pub name: String,
    pub passkey: String,
    pub made_at: Moment,
    /// `None` before the first sign-in.
    pub used_at: Option<Moment>,
}

type PasskeyRow = (Vec<u8>, Vec<u8>, String, String, i64, i64);

/// What a device has been asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ceremony {
    pub id: Id,
    /// Who is to get a key; `None` while somebody signs in.
    pub account: Option<Id>,
    pub state: String,
    pub expires_at: Moment,
}

/// A passkey that its owner's device has shown to hold.
#[derive(Clone)]
pub struct AddedPasskey {
    pub account: Id,
    pub passkey: Passkey,
    /// Of new recovery codes, taken into use if the account has no second factor yet.
    pub recovery: Vec<Digest>,
    pub session: Rotation,
}

impl Accounts<'_> {
    /// All passkeys of an account, the oldest first.
    ///
    /// # Errors
    /// The database cannot be read.
    pub async fn passkeys(&self, of: Id) -> Result<Vec<Passkey>, StoreError> {
        let rows: Vec<PasskeyRow> = sql(
            "SELECT id, credential, name, passkey, made_at, used_at FROM passkeys WHERE account = $1 ORDER BY id",
        )
        .bind(&of.as_bytes()[..])
        .all(&self.store.readers)
        .await?;
        rows.into_iter().map(passkey).collect()
    }

    /// Keeps a ceremony until it is answered or ends by itself.
    ///
    /// # Errors
    /// The database is busy or failed.
    pub async fn begin_ceremony(&self, ceremony: Ceremony, now: Moment) -> Result<(), StoreError> {
        self.store.queue.write(Begin { ceremony, now }).await
    }

    /// Takes a ceremony out: it is answered once. `None` if there is none under this id for whom it was made.
    ///
    /// # Errors
    /// The database is busy or failed.
    pub async fn take_ceremony(
        &self,
        ceremony: Id,
        account: Option<Id>,
        now: Moment,
    ) -> Result<Option<String>, StoreError> {
        let task = Take {
            ceremony,
            account,
            now,
        };
        self.store.queue.write(task).await
    }

    /// Keeps a passkey, and says whether its recovery codes were taken into use; `None` if the account has it already or
    /// has too many.
    ///
    /// # Errors
    /// The database is busy or failed.
    pub async fn add_passkey(&self, added: AddedPasskey) -> Result<Option<bool>, StoreError> {
        self.store.queue.write(Add(added)).await
    }

    /// Removes a passkey; `false` if there is none. All other sessions end: one of them may have been opened with it.
    ///
    /// # Errors
    /// The database is busy or failed.
    pub async fn remove_passkey(
        &self,
        account: Id,
        passkey: Id,
        session: Rotation,
        at: Moment,
    ) -> Result<bool, StoreError> {
        let task = Remove {
            account,
            passkey,
            session,
            at,
        };
        self.store.queue.write(task).await
    }
}

fn passkey(row: PasskeyRow) -> Result<Passkey, StoreError> {
    let (key, credential, name, passkey, made_at, used_at) = row;
    Ok(Passkey {
        id: id(&key)?,
        credential,
        name,
        passkey,
        made_at: moment(made_at),
        used_at: (used_at > 0).then(|| moment(used_at)),
    })
}

/// Who a ceremony is for, as it is kept.
fn target(account: Option<&Id>) -> &[u8] {
    account.map_or(&[], |account| &account.as_bytes()[..])
}

struct Begin {
    ceremony: Ceremony,
    now: Moment,
}

impl Task for Begin {
    type Answer = ();

    async fn run(&self, batch: &mut Batch<'_>) -> Result<(), StoreError> {
        sql("DELETE FROM ceremonies WHERE expires_at <= $1")
            .bind(self.now.0.cast_signed())
            .execute(batch.connection)
            .await?;
        sql("INSERT INTO ceremonies (id, account, state, expires_at) VALUES ($1, $2, $3, $4)")
            .bind(&self.ceremony.id.as_bytes()[..])
            .bind(target(self.ceremony.account.as_ref()))
            .bind(&self.ceremony.state)
            .bind(self.ceremony.expires_at.0.cast_signed())
            .execute(batch.connection)
            .await?;
        Ok(())
    }
}

struct Take {
    ceremony: Id,
    account: Option<Id>,
    now: Moment,
}

impl Task for Take {
    type Answer = Option<String>;

    async fn run(&self, batch: &mut Batch<'_>) -> Result<Option<String>, StoreError> {
        let taken: Option<(String,)> = sql(
            "DELETE FROM ceremonies WHERE id = $1 AND account = $2 AND expires_at > $3 RETURNING state",
        )
        .bind(&self.ceremony.as_bytes()[..])
        .bind(target(self.account.as_ref()))
        .bind(self.now.0.cast_signed())
        .optional_in(batch.connection)
        .await?;
        Ok(taken.map(|(state,)| state))
    }
}

struct Add(AddedPasskey);

impl Task for Add {
    type Answer = Option<bool>;

    async fn run(&self, batch: &mut Batch<'_>) -> Result<Option<bool>, StoreError> {
        batch.is_of_identity = true;
        let AddedPasskey {
            account,
            passkey,
            recovery,
            session,
        } = &self.0;
        let key = &account.as_bytes()[..];
        let standing: Option<(i64, i64)> =
            sql("SELECT (SELECT count(*) FROM passkeys WHERE account = $1),
                    (SELECT count(*) FROM accounts WHERE id = $1 AND totp IS NOT NULL)")
            .bind(key)
            .optional_in(batch.connection)
            .await?;
        let (passkeys, authenticators) = standing.unwrap_or_default();
        if passkeys >= MOST {
            return Ok(None);
        }
        let made = sql(
            "INSERT INTO passkeys (account, id, credential, name, passkey, made_at, used_at)
             VALUES ($1, $2, $3, $4, $5, $6, 0) ON CONFLICT DO NOTHING",
        )
        .bind(key)
        .bind(&passkey.id.as_bytes()[..])
        .bind(&passkey.credential)
        .bind(&passkey.name)
        .bind(&passkey.passkey)
        .bind(passkey.made_at.0.cast_signed())
        .execute(batch.connection)
        .await?;
        if made == 0 {
            return Ok(None);
        }
        let is_first = passkeys + authenticators == 0;
        if is_first {
            replace_recovery(batch, *account, recovery).await?;
        }
        session::rotate(batch, *account, *session, true).await?;
        record(batch, *account, "add_passkey", passkey.made_at).await?;
        Ok(Some(is_first))
    }
}

struct Remove {
    account: Id,
    passkey: Id,
    session: Rotation,
    at: Moment,
}

impl Task for Remove {
    type Answer = bool;

    async fn run(&self, batch: &mut Batch<'_>) -> Result<bool, StoreError> {
        batch.is_of_identity = true;
        let removed = sql("DELETE FROM passkeys WHERE account = $1 AND id = $2")
            .bind(&self.account.as_bytes()[..])
            .bind(&self.passkey.as_bytes()[..])
            .execute(batch.connection)
            .await?;
        if removed == 0 {
            return Ok(false);
        }
        session::rotate(batch, self.account, self.session, false).await?;
        record(batch, self.account, "remove_passkey", self.at).await?;
        Ok(true)
    }
}

/// Recovery codes in place of all earlier ones.
pub(super) async fn replace_recovery(
    batch: &mut Batch<'_>,
    account: Id,
    recovery: &[Digest],
) -> Result<(), StoreError> {
    let key = &account.as_bytes()[..];
    sql("DELETE FROM recovery_codes WHERE account = $1")
        .bind(key)
        .execute(batch.connection)
        .await?;
    for digest in recovery {
        sql("INSERT INTO recovery_codes (account, digest) VALUES ($1, $2)")
            .bind(key)
            .bind(&digest[..])
            .execute(batch.connection)
            .await?;
    }
    Ok(())
}
