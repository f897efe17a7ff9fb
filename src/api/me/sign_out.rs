use axum::{extract::State, http::header::SET_COOKIE, response::Response};

use crate::{
    clock,
    identity::{SignedIn, token},
    problem::Error,
    routes::Api,
    wire,
};

/// Ends the session.
#[utoipa::path(post, path = "/sign-out", tag = "account", responses((status = 204)))]
pub(super) async fn sign_out(State(api): State<Api>, who: SignedIn) -> Result<Response, Error> {
    api.store
        .accounts()
        .end(who.session.account, who.session.id, clock::now())
        .await?;
    let mut response = wire::done();
    response
        .headers_mut()
        .insert(SET_COOKIE, token::forgotten());
    Ok(response)
}
