//! Accounts and their sessions. Secrets arrive hashed; what is kept here opens nothing by itself, save the shared
//! secrets of one-time codes, which must be known to be checked.

mod passkey;
mod read;
mod session;
mod write;

use domain::Id;
use market::{CompanyKind, Email, Moment, Role};

pub use passkey::{AddedPasskey, Ceremony, Passkey};

use crate::{Store, StoreError};

/// SHA-256 of a token.
pub type Digest = [u8; 32];

/// Somebody who can sign in.
#[derive(Clone, PartialEq, Eq)]
pub struct Account {
    pub id: Id,
    pub email: Email,
    pub name: String,
    /// PHC string.
    pub password: String,
    pub is_reviewer: bool,
    /// Shared secret of one-time codes, once its owner has shown that they have it.
    pub totp: Option<Vec<u8>>,
    /// Offered, and not yet confirmed.
    pub totp_offered: Option<Vec<u8>>,
    pub has_passkey: bool,
}

impl Account {
    /// Whether more than the password is asked of whoever signs in.
    #[must_use]
    pub fn has_second_factor(&self) -> bool {
        self.totp.is_some() || self.has_passkey
    }
}

/// Who is signed in by a session.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Session {
    pub id: Id,
    pub account: Id,
    pub is_reviewer: bool,
    pub has_second_factor: bool,
    pub made_at: Moment,
    pub seen_at: Moment,
    /// What the browser called itself.
    pub agent: String,
}

/// A company that an account is of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Membership {
    pub company: Id,
    pub kind: CompanyKind,
    pub role: Role,
}

/// A new account.
#[derive(Clone)]
pub struct NewAccount {
    pub id: Id,
    pub email: Email,
    pub name: String,
    pub password: String,
    pub at: Moment,
}

/// A new session, and what it is opened with besides the password.
#[derive(Clone)]
pub struct NewSession {
    pub account: Id,
    pub id: Id,
    pub digest: Digest,
    pub at: Moment,
    pub agent: String,
    pub factor: Factor,
    /// A session of the same browser, which ends with this one's beginning.
    pub instead_of: Option<Digest>,
}

/// A second factor: good once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Factor {
    None,
    /// A code of this time step was right.
    Step(u64),
    /// A recovery code.
    Recovery(Digest),
    /// A passkey, with what is to be known of it from now on.
    Passkey {
        id: Id,
        passkey: String,
    },
}

/// A shared secret that its owner has shown to have.
#[derive(Clone)]
pub struct Confirmation {
    pub account: Id,
    /// The secret that was confirmed.
    pub secret: Vec<u8>,
    pub step: u64,
    /// Of the recovery codes, in place of all earlier ones.
    pub recovery: Vec<Digest>,
    pub session: Rotation,
    pub at: Moment,
}

/// A session's token is replaced; all other sessions of the account end.
#[derive(Clone, Copy, Debug)]
pub struct Rotation {
    pub from: Digest,
    pub to: Digest,
}

/// The accounts' repository.
#[derive(Clone, Copy, Debug)]
pub struct Accounts<'a> {
    store: &'a Store,
}

impl<'a> Accounts<'a> {
    pub(crate) fn new(store: &'a Store) -> Self {
        Self { store }
    }

    /// Keeps a new account; `false` if its address has one already, which stays as it is.
    ///
    /// # Errors
    /// The database is busy or failed.
    pub async fn create(&self, account: NewAccount) -> Result<bool, StoreError> {
        self.store.queue.write(write::Create(account)).await
    }

    /// Opens a session; `false` if its second factor has been used before.
    ///
    /// # Errors
    /// The database is busy or failed.
    pub async fn open(&self, session: NewSession) -> Result<bool, StoreError> {
        self.store.queue.write(session::Open(session)).await
    }

    /// Ends a session of an account by its id; `false` if there is none.
    ///
    /// # Errors
    /// The database is busy or failed.
    pub async fn end(&self, account: Id, session: Id, at: Moment) -> Result<bool, StoreError> {
        self.store
            .queue
            .write(session::End {
                account,
                session,
                at,
            })
            .await
    }

    /// Notes that a session is in use.
    ///
    /// # Errors
    /// The database is busy or failed.
    pub async fn seen(&self, digest: Digest, at: Moment) -> Result<(), StoreError> {
        self.store.queue.write(session::Seen { digest, at }).await
    }

    /// Keeps a shared secret until its owner confirms it.
    ///
    /// # Errors
    /// The database is busy or failed.
    pub async fn offer_totp(&self, account: Id, secret: Vec<u8>) -> Result<(), StoreError> {
        self.store
            .queue
            .write(write::Offer { account, secret })
            .await
    }

    /// Makes the offered secret the account's; `false` if another has been offered meanwhile or the step was used.
    ///
    /// # Errors
    /// The database is busy or failed.
    pub async fn confirm_totp(&self, confirmation: Confirmation) -> Result<bool, StoreError> {
        self.store.queue.write(write::Confirm(confirmation)).await
    }

    /// Replaces the password.
    ///
    /// # Errors
    /// The database is busy or failed.
    pub async fn change_password(
        &self,
        account: Id,
        password: String,
        session: Rotation,
        at: Moment,
    ) -> Result<(), StoreError> {
        self.store
            .queue
            .write(write::Password {
                account,
                password,
                session,
                at,
            })
            .await
    }

    /// Makes an account a reviewer of the hub's own, or takes that away; `false` if there is no such account.
    ///
    /// # Errors
    /// The database is busy or failed.
    pub async fn set_reviewer(
        &self,
        email: Email,
        is_reviewer: bool,
        at: Moment,
    ) -> Result<bool, StoreError> {
        self.store
            .queue
            .write(write::Reviewer {
                email,
                is_reviewer,
                at,
            })
            .await
    }
}
