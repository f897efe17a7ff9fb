//! Accounts: coming in, going out, and what is one's own.

mod passkey_sign_in;
mod passkeys;
mod password;
mod sessions;
mod sign_in;
mod sign_out;
mod sign_up;
mod totp;

#[cfg(test)]
mod tests;

use api_types::account::{Me, Membership, Session};
use axum::{extract::State, response::Response};
use store::account::Account;
use utoipa_axum::{router::OpenApiRouter, routes};

use crate::{clock, identity::SignedIn, problem::Error, routes::Api, same_site::guarded, wire};

pub(crate) fn routes() -> OpenApiRouter<Api> {
    OpenApiRouter::new()
        .routes(guarded(routes!(sign_up::sign_up)))
        .routes(guarded(routes!(sign_in::sign_in)))
        .routes(guarded(routes!(sign_out::sign_out)))
        .routes(guarded(routes!(show)))
        .routes(guarded(routes!(sessions::list)))
        .routes(guarded(routes!(sessions::end)))
        .routes(guarded(routes!(
            passkey_sign_in::begin,
            passkey_sign_in::finish
        )))
        .routes(guarded(routes!(
            passkeys::list,
            passkeys::begin,
            passkeys::add
        )))
        .routes(guarded(routes!(passkeys::remove)))
        .routes(guarded(routes!(totp::begin, totp::confirm)))
        .routes(guarded(routes!(password::change)))
}

/// Who is signed in.
#[utoipa::path(get, path = "/me", tag = "account", responses((status = 200, body = Me)))]
async fn show(State(api): State<Api>, who: SignedIn) -> Result<Response, Error> {
    let account = api.store.accounts().by_id(who.session.account).await?;
    let account = account.ok_or(Error::NotFound)?;
    Ok(wire::private(&me(&api, account, &who.session).await?))
}

async fn me(api: &Api, account: Account, session: &store::account::Session) -> Result<Me, Error> {
    let memberships = api.store.accounts().memberships(account.id).await?;
    let membership = |found: store::account::Membership| Membership {
        company: found.company,
        kind: wire::company_kind(found.kind),
        role: wire::role(found.role),
    };
    Ok(Me {
        account: account.id,
        email: account.email.to_string(),
        name: account.name,
        is_reviewer: account.is_reviewer,
        has_totp: account.totp.is_some(),
        has_passkey: account.has_passkey,
        session: view(session, session.id),
        memberships: memberships.into_iter().map(membership).collect(),
    })
}

fn view(session: &store::account::Session, this: domain::Id) -> Session {
    Session {
        id: session.id,
        has_second_factor: session.has_second_factor,
        made_at: session.made_at.0,
        seen_at: session.seen_at.0,
        agent: session.agent.clone(),
        is_this: session.id == this,
    }
}

/// A session that begins now, for an answer that need not wait for reading it back.
fn fresh(new: &store::account::NewSession, is_reviewer: bool) -> store::account::Session {
    store::account::Session {
        id: new.id,
        account: new.account,
        is_reviewer,
        has_second_factor: new.factor != store::account::Factor::None,
        made_at: clock::now(),
        seen_at: new.at,
        agent: new.agent.clone(),
    }
}
