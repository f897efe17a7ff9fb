use domain::Id;
use market::{Moment, session};

use super::{Digest, Factor, NewSession, Rotation, write::record};
use crate::{
    StoreError,
    sql::sql,
    writer::{Batch, Task},
};

pub(super) struct Open(pub(super) NewSession);

impl Task for Open {
    type Answer = bool;

    async fn run(&self, batch: &mut Batch<'_>) -> Result<bool, StoreError> {
        batch.is_of_identity = true;
        let new = &self.0;
        let account = &new.account.as_bytes()[..];
        let spent = match &new.factor {
            Factor::None => true,
            Factor::Step(step) => {
                let query =
                    sql("UPDATE accounts SET totp_step = $2 WHERE id = $1 AND totp_step < $2");
                let query = query.bind(account).bind(step.cast_signed());
                query.execute(batch.connection).await? == 1
            }
            Factor::Recovery(digest) => {
                let query = sql("DELETE FROM recovery_codes WHERE account = $1 AND digest = $2");
                let query = query.bind(account).bind(&digest[..]);
                query.execute(batch.connection).await? == 1
            }
            Factor::Passkey { id, passkey } => {
                let query = sql("UPDATE passkeys SET passkey = $3, used_at = $4
                     WHERE account = $1 AND id = $2");
                let query = query.bind(account).bind(&id.as_bytes()[..]);
                let query = query.bind(passkey).bind(new.at.0.cast_signed());
                query.execute(batch.connection).await? == 1
            }
        };
        if !spent {
            return Ok(false);
        }
        if let Some(old) = new.instead_of {
            sql("DELETE FROM sessions WHERE digest = $1")
                .bind(&old[..])
                .execute(batch.connection)
                .await?;
        }
        // The ones used longest ago make room, and so do those that have ended by themselves.
        sql(
            "DELETE FROM sessions WHERE account = $1 AND (seen_at < $2 OR digest NOT IN
             (SELECT digest FROM sessions WHERE account = $1 ORDER BY seen_at DESC LIMIT $3))",
        )
        .bind(account)
        .bind(new.at.0.saturating_sub(session::IDLE).cast_signed())
        .bind(i64::try_from(session::MOST - 1).expect("a small number"))
        .execute(batch.connection)
        .await?;
        sql(
            "INSERT INTO sessions (digest, account, id, has_second_factor, made_at, seen_at, agent)
             VALUES ($1, $2, $3, $4, $5, $5, $6)",
        )
        .bind(&new.digest[..])
        .bind(account)
        .bind(&new.id.as_bytes()[..])
        .bind(i64::from(new.factor != Factor::None))
        .bind(new.at.0.cast_signed())
        .bind(&new.agent)
        .execute(batch.connection)
        .await?;
        record(batch, new.account, "sign_in", new.at).await?;
        Ok(true)
    }
}

pub(super) struct End {
    pub(super) account: Id,
    pub(super) session: Id,
    pub(super) at: Moment,
}

impl Task for End {
    type Answer = bool;

    async fn run(&self, batch: &mut Batch<'_>) -> Result<bool, StoreError> {
        batch.is_of_identity = true;
        let ended = sql("DELETE FROM sessions WHERE account = $1 AND id = $2")
            .bind(&self.account.as_bytes()[..])
            .bind(&self.session.as_bytes()[..])
            .execute(batch.connection)
            .await?;
        let ended = ended > 0;
        if ended {
            record(batch, self.account, "end_session", self.at).await?;
        }
        Ok(ended)
    }
}

pub(super) struct Seen {
    pub(super) digest: Digest,
    pub(super) at: Moment,
}

impl Task for Seen {
    type Answer = ();

    const IS_REPEATABLE: bool = true;

    async fn run(&self, batch: &mut Batch<'_>) -> Result<(), StoreError> {
        batch.is_of_identity = true;
        sql("UPDATE sessions SET seen_at = $2 WHERE digest = $1 AND seen_at < $2")
            .bind(&self.digest[..])
            .bind(self.at.0.cast_signed())
            .execute(batch.connection)
            .await?;
        Ok(())
    }
}

/// Gives a session another token, and ends all others of the account: whoever had one of them is out.
pub(super) async fn rotate(
    batch: &mut Batch<'_>,
    account: Id,
    Rotation { from, to }: Rotation,
    has_second_factor: bool,
) -> Result<(), StoreError> {
    let account = &account.as_bytes()[..];
    sql("DELETE FROM sessions WHERE account = $1 AND digest <> $2")
        .bind(account)
        .bind(&from[..])
        .execute(batch.connection)
        .await?;
    sql("UPDATE sessions SET digest = $3,
         has_second_factor = CASE WHEN $4 = 1 THEN 1 ELSE has_second_factor END
         WHERE account = $1 AND digest = $2")
    .bind(account)
    .bind(&from[..])
    .bind(&to[..])
    .bind(i64::from(has_second_factor))
    .execute(batch.connection)
    .await?;
    Ok(())
}
