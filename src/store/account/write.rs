use domain::Id;
use market::{Email, Moment, Noun};
use sha2::{Digest as _, Sha256};

use super::{Confirmation, NewAccount, Rotation, passkey::replace_recovery, session};
use crate::{
    StoreError,
    company::id,
    sql::sql,
    writer::{Batch, Deed, Task},
};

pub(super) struct Create(pub(super) NewAccount);

impl Task for Create {
    type Answer = bool;

    async fn run(&self, batch: &mut Batch<'_>) -> Result<bool, StoreError> {
        batch.is_of_identity = true;
        let account = &self.0;
        let made = sql(
            "INSERT INTO accounts (id, email, name, password, created_at) VALUES ($1, $2, $3, $4, $5)
             ON CONFLICT DO NOTHING",
        )
        .bind(&account.id.as_bytes()[..])
        .bind(account.email.as_str())
        .bind(&account.name)
        .bind(&account.password)
        .bind(account.at.0.cast_signed())
        .execute(batch.connection)
        .await?;
        let made = made == 1;
        if made {
            record(batch, account.id, "sign_up", account.at).await?;
        }
        Ok(made)
    }
}

pub(super) struct Offer {
    pub(super) account: Id,
    pub(super) secret: Vec<u8>,
}

impl Task for Offer {
    type Answer = ();

    const IS_REPEATABLE: bool = true;

    async fn run(&self, batch: &mut Batch<'_>) -> Result<(), StoreError> {
        batch.is_of_identity = true;
        sql("UPDATE accounts SET totp_offered = $2 WHERE id = $1")
            .bind(&self.account.as_bytes()[..])
            .bind(&self.secret)
            .execute(batch.connection)
            .await?;
        Ok(())
    }
}

pub(super) struct Confirm(pub(super) Confirmation);

impl Task for Confirm {
    type Answer = bool;

    async fn run(&self, batch: &mut Batch<'_>) -> Result<bool, StoreError> {
        batch.is_of_identity = true;
        let Confirmation {
            account,
            secret,
            step,
            recovery,
            session,
            at,
        } = &self.0;
        let key = &account.as_bytes()[..];
        let confirmed = sql(
            "UPDATE accounts SET totp = totp_offered, totp_offered = NULL, totp_step = $3
             WHERE id = $1 AND totp_offered = $2 AND totp_step < $3",
        )
        .bind(key)
        .bind(secret)
        .bind(step.cast_signed())
        .execute(batch.connection)
        .await?;
        if confirmed == 0 {
            return Ok(false);
        }
        replace_recovery(batch, *account, recovery).await?;
        session::rotate(batch, *account, *session, true).await?;
        record(batch, *account, "confirm_totp", *at).await?;
        Ok(true)
    }
}

pub(super) struct Password {
    pub(super) account: Id,
    pub(super) password: String,
    pub(super) session: Rotation,
    pub(super) at: Moment,
}

impl Task for Password {
    type Answer = ();

    async fn run(&self, batch: &mut Batch<'_>) -> Result<(), StoreError> {
        batch.is_of_identity = true;
        sql("UPDATE accounts SET password = $2 WHERE id = $1")
            .bind(&self.account.as_bytes()[..])
            .bind(&self.password)
            .execute(batch.connection)
            .await?;
        session::rotate(batch, self.account, self.session, false).await?;
        record(batch, self.account, "change_password", self.at).await
    }
}

pub(super) struct Reviewer {
    pub(super) email: Email,
    pub(super) is_reviewer: bool,
    pub(super) at: Moment,
}

impl Task for Reviewer {
    type Answer = bool;

    async fn run(&self, batch: &mut Batch<'_>) -> Result<bool, StoreError> {
        batch.is_of_identity = true;
        let found: Option<(Vec<u8>,)> =
            sql("UPDATE accounts SET is_reviewer = $2 WHERE email = $1 RETURNING id")
                .bind(self.email.as_str())
                .bind(i64::from(self.is_reviewer))
                .optional_in(batch.connection)
                .await?;
        let Some((account,)) = found else {
            return Ok(false);
        };
        let action = if self.is_reviewer {
            "become_reviewer"
        } else {
            "cease_reviewer"
        };
        record(batch, id(&account)?, action, self.at).await?;
        Ok(true)
    }
}

/// Into the audit log of the account itself.
pub(super) async fn record(
    batch: &mut Batch<'_>,
    account: Id,
    action: &'static str,
    at: Moment,
) -> Result<(), StoreError> {
    let deed = Deed {
        at: at.0,
        actor: account,
        action,
        noun: Noun::Account,
        object: account,
        // Nothing of a secret, not even its hash.
        digest: Sha256::digest(b"").into(),
    };
    batch.record(account, deed).await
}
