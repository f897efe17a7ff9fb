use api_types::account::SignUp;
use axum::{extract::State, response::Response};
use clerk::newcomer;
use store::account::NewAccount;

use crate::{asked::Body, chance, clock, identity::peer::Peer, problem::Error, routes::Api, wire};

/// Makes an account.
///
/// The answer, and the time it takes, are the same whether the address has an account or not; one that has keeps it as
/// it is.
#[utoipa::path(post, path = "/sign-up", tag = "account", request_body = SignUp, responses((status = 204)))]
pub(super) async fn sign_up(
    State(api): State<Api>,
    peer: Peer,
    Body(form): Body<SignUp>,
) -> Result<Response, Error> {
    let now = clock::now();
    let (email, name) = newcomer::check(&form)?;
    api.gate.sign_up(peer.0, now)?;
    let password = api.passwords.hash(form.password).await?;
    let account = NewAccount {
        id: chance::id(now)?,
        email,
        name,
        password,
        at: now,
    };
    api.store.accounts().create(account).await?;
    Ok(wire::done())
}
