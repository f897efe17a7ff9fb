use api_types::account::PasswordChange;
use axum::{extract::State, http::header::SET_COOKIE, response::Response};
use clerk::newcomer::why;
use market::{Fault, Refusal, check_password};
use store::account::Rotation;

use crate::{
    asked::Body,
    clock,
    identity::{SignedIn, token::Token},
    problem::Error,
    routes::Api,
    wire,
};

/// Changes the password. All other sessions end, and this one gets another token.
#[utoipa::path(put, path = "/me/password", tag = "account", request_body = PasswordChange,
    responses((status = 204)))]
pub(super) async fn change(
    State(api): State<Api>,
    who: SignedIn,
    Body(form): Body<PasswordChange>,
) -> Result<Response, Error> {
    let now = clock::now();
    let account = api
        .store
        .accounts()
        .by_id(who.session.account)
        .await?
        .ok_or(Error::NotFound)?;
    api.gate.code(account.id, now)?;
    check_password(&form.next, &account.email, &account.name)
        .map_err(|fault| Refusal::Invalid(vec![Fault::new("/next", why(fault))]))?;
    if form.present.chars().count() > 128
        || !api
            .passwords
            .is_right(form.present, Some(account.password))
            .await?
    {
        return Err(Error::SignInFailed);
    }
    let password = api.passwords.hash(form.next).await?;
    let token = Token::new()?;
    let rotation = Rotation {
        from: who.digest,
        to: token.digest(),
    };
    api.store
        .accounts()
        .change_password(account.id, password, rotation, now)
        .await?;
    let mut response = wire::done();
    response.headers_mut().insert(SET_COOKIE, token.cookie());
    Ok(response)
}
