use domain::Id;
use market::{Email, Moment};

use super::{Account, Accounts, Digest, Membership, Session};
use crate::{
    StoreError,
    company::{company_kind, id, moment, role},
    sql::sql,
};

type AccountRow = (
    Vec<u8>,
    String,
    String,
    String,
    i64,
    Option<Vec<u8>>,
    Option<Vec<u8>>,
    i64,
);
type SessionRow = (Vec<u8>, Vec<u8>, i64, i64, i64, i64, String);

impl Accounts<'_> {
    /// # Errors
    /// The database cannot be read.
    pub async fn by_email(&self, email: &Email) -> Result<Option<Account>, StoreError> {
        let row = sql(
            "SELECT id, email, name, password, is_reviewer, totp, totp_offered,
                    (SELECT count(*) FROM passkeys WHERE passkeys.account = accounts.id)
             FROM accounts WHERE email = $1",
        )
        .bind(email.as_str())
        .optional(&self.store.readers)
        .await?;
        row.map(account).transpose()
    }

    /// # Errors
    /// The database cannot be read.
    pub async fn by_id(&self, key: Id) -> Result<Option<Account>, StoreError> {
        let row = sql(
            "SELECT id, email, name, password, is_reviewer, totp, totp_offered,
                    (SELECT count(*) FROM passkeys WHERE passkeys.account = accounts.id)
             FROM accounts WHERE id = $1",
        )
        .bind(&key.as_bytes()[..])
        .optional(&self.store.readers)
        .await?;
        row.map(account).transpose()
    }

    /// Who is signed in by a token; whether the session still holds is for [`market::session::holds`] to say.
    ///
    /// # Errors
    /// The database cannot be read.
    pub async fn session(
        &self,
        digest: &Digest,
        now: Moment,
    ) -> Result<Option<Session>, StoreError> {
        let known = &self.store.known;
        if let Some(found) = known.session(digest, now) {
            return Ok(found);
        }
        let count = known.count();
        let row = sql(
            "SELECT sessions.id, sessions.account, accounts.is_reviewer, sessions.has_second_factor,
                    sessions.made_at, sessions.seen_at, sessions.agent
             FROM sessions JOIN accounts ON accounts.id = sessions.account WHERE sessions.digest = $1",
        )
        .bind(&digest[..])
        .optional(&self.store.readers)
        .await?;
        let found = row.map(session).transpose()?;
        // What is no session is not remembered: anybody can make up any number of tokens.
        if found.is_some() {
            known.keep_session(*digest, found.clone(), now, count);
        }
        Ok(found)
    }

    /// All sessions of an account, the one used last first.
    ///
    /// # Errors
    /// The database cannot be read.
    pub async fn sessions(&self, of: Id) -> Result<Vec<Session>, StoreError> {
        let rows: Vec<SessionRow> = sql(
            "SELECT sessions.id, sessions.account, accounts.is_reviewer, sessions.has_second_factor,
                    sessions.made_at, sessions.seen_at, sessions.agent
             FROM sessions JOIN accounts ON accounts.id = sessions.account
             WHERE sessions.account = $1 ORDER BY sessions.seen_at DESC",
        )
        .bind(&of.as_bytes()[..])
        .all(&self.store.readers)
        .await?;
        rows.into_iter().map(session).collect()
    }

    /// The companies that an account is of.
    ///
    /// # Errors
    /// The database cannot be read.
    pub async fn memberships(&self, of: Id) -> Result<Vec<Membership>, StoreError> {
        let rows: Vec<(Vec<u8>, String, String)> =
            sql("SELECT members.company, companies.kind, members.role
             FROM members JOIN companies ON companies.id = members.company
             WHERE members.account = $1 ORDER BY members.company LIMIT 100")
            .bind(&of.as_bytes()[..])
            .all(&self.store.readers)
            .await?;
        let read = |(company, kind, name): (Vec<u8>, String, String)| {
            Ok(Membership {
                company: id(&company)?,
                kind: company_kind(&kind)?,
                role: role(&name)?,
            })
        };
        rows.into_iter().map(read).collect()
    }
}

fn account(row: AccountRow) -> Result<Account, StoreError> {
    let (key, email, name, password, is_reviewer, totp, totp_offered, passkeys) = row;
    Ok(Account {
        id: id(&key)?,
        email: email
            .parse()
            .map_err(|_| StoreError::Damaged { what: "an address" })?,
        name,
        password,
        is_reviewer: is_reviewer != 0,
        totp,
        totp_offered,
        has_passkey: passkeys > 0,
    })
}

fn session(row: SessionRow) -> Result<Session, StoreError> {
    let (key, of, is_reviewer, has_second_factor, made_at, seen_at, agent) = row;
    Ok(Session {
        id: id(&key)?,
        account: id(&of)?,
        is_reviewer: is_reviewer != 0,
        has_second_factor: has_second_factor != 0,
        made_at: moment(made_at),
        seen_at: moment(seen_at),
        agent,
    })
}
