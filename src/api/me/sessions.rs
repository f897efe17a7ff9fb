use api_types::account::Sessions;
use axum::{extract::State, response::Response};
use market::session;

use super::view;
use crate::{asked::Ids, clock, identity::SignedIn, problem::Error, routes::Api, wire};

/// Where the account is signed in.
#[utoipa::path(get, path = "/me/sessions", tag = "account", responses((status = 200, body = Sessions)))]
pub(super) async fn list(State(api): State<Api>, who: SignedIn) -> Result<Response, Error> {
    let now = clock::now();
    let sessions = api.store.accounts().sessions(who.session.account).await?;
    let holding = sessions
        .iter()
        .filter(|session| session::holds(session.made_at, session.seen_at, now));
    let items = holding
        .map(|session| view(session, who.session.id))
        .collect();
    Ok(wire::private(&Sessions { items }))
}

/// Ends one of them.
#[utoipa::path(delete, path = "/me/sessions/{session}", tag = "account", responses((status = 204)))]
pub(super) async fn end(
    State(api): State<Api>,
    who: SignedIn,
    Ids([session]): Ids<1>,
) -> Result<Response, Error> {
    let ended = api
        .store
        .accounts()
        .end(who.session.account, session, clock::now())
        .await?;
    if ended {
        Ok(wire::done())
    } else {
        Err(Error::NotFound)
    }
}
