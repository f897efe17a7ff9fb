use axum::{extract::FromRequestParts, http::request::Parts};
use domain::Id;
use market::{Refusal, access::Route, session};
use store::account::{Account, Digest, Session};

use super::token;
use crate::{clock, problem::Error, routes::Api};

/// For whom the client means to ask. Tabs share the cookie: another one may have signed in as somebody else meanwhile.
const MEANT: &str = "hub-account";

/// Somebody whose session holds.
#[derive(Clone, Debug)]
pub(crate) struct SignedIn {
    pub(crate) session: Session,
    /// Of the session's token.
    pub(crate) digest: Digest,
}

impl FromRequestParts<Api> for SignedIn {
    type Rejection = Error;

    async fn from_request_parts(parts: &mut Parts, api: &Api) -> Result<Self, Error> {
        let none = || Error::Refused(Refusal::SignIn);
        let digest = token::digest(&parts.headers).ok_or_else(none)?;
        let now = clock::now();
        let session = api
            .store
            .accounts()
            .session(&digest, now)
            .await?
            .ok_or_else(none)?;
        if !session::holds(session.made_at, session.seen_at, now) {
            return Err(none());
        }
        if !is_meant(parts, session.account) {
            return Err(none());
        }
        if now > session.seen_at.after(session::NOTED) {
            // Nobody waits for a note.
            let store = api.store.clone();
            tokio::spawn(async move { store.accounts().seen(digest, now).await });
        }
        Ok(Self { session, digest })
    }
}

/// Whether the request is meant to be this account's, or says nothing about it. What cannot be read is nobody's.
fn is_meant(parts: &Parts, account: Id) -> bool {
    let mut meant = parts.headers.get_all(MEANT).iter();
    meant.all(|value| value.to_str().ok().and_then(|text| text.parse().ok()) == Some(account))
}

impl SignedIn {
    /// What the table says of this asker at a route that only reads; what changes something is decided by
    /// [`market::decide`], in the transaction.
    pub(crate) async fn may(
        &self,
        api: &Api,
        route: Route,
        company: Option<Id>,
    ) -> Result<(), Error> {
        let role = match company {
            Some(company) => {
                api.store
                    .companies()
                    .role(company, self.session.account, clock::now())
                    .await?
            }
            None => None,
        };
        let session = &self.session;
        route.permit(role, session.is_reviewer, session.has_second_factor)?;
        Ok(())
    }

    /// An account that has a second factor needs it to get another: else the password alone would do.
    pub(crate) fn must_be_proven(&self, account: &Account) -> Result<(), Error> {
        if account.has_second_factor() && !self.session.has_second_factor {
            return Err(Refusal::SecondFactorNeeded.into());
        }
        Ok(())
    }
}
