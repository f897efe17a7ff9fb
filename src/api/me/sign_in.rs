use api_types::account::{Me, SignIn};
use axum::{
    extract::State,
    http::{
        HeaderMap,
        header::{SET_COOKIE, USER_AGENT},
    },
    response::Response,
};
use market::{Email, Moment};
use store::account::{Account, Factor, NewSession};

use super::{fresh, me};
use crate::{
    asked::Body,
    chance, clock,
    identity::{
        peer::Peer,
        recovery,
        token::{self, Token},
        totp,
    },
    problem::Error,
    routes::Api,
    wire,
};

/// Longest password that is hashed at all.
const LONGEST: usize = 1024;
/// Characters kept of what a browser calls itself.
const AGENT: usize = 120;

/// Opens a session, in place of the one that the browser had.
///
/// Whether there is such an account is not said: neither by the answer nor by the time it takes.
#[utoipa::path(post, path = "/sign-in", tag = "account", request_body = SignIn,
    responses((status = 200, body = Me)))]
pub(super) async fn sign_in(
    State(api): State<Api>,
    peer: Peer,
    headers: HeaderMap,
    Body(form): Body<SignIn>,
) -> Result<Response, Error> {
    let now = clock::now();
    let email = form.email.to_ascii_lowercase();
    api.gate.sign_in(peer.0, &email, now)?;
    let account = match email.parse::<Email>() {
        Ok(email) if form.password.len() <= LONGEST => {
            api.store.accounts().by_email(&email).await?
        }
        _ => None,
    };
    let mut password = form.password;
    password.truncate(password.floor_char_boundary(LONGEST));
    let hash = account.as_ref().map(|account| account.password.clone());
    let is_right = api.passwords.is_right(password, hash).await?;
    let account = account.filter(|_| is_right).ok_or(Error::SignInFailed)?;
    let factor = factor(&account, form.code.as_deref(), now)?;
    open(&api, &headers, account, factor).await
}

/// Opens a session for somebody who has shown who they are.
pub(super) async fn open(
    api: &Api,
    headers: &HeaderMap,
    account: Account,
    factor: Factor,
) -> Result<Response, Error> {
    let now = clock::now();
    let token = Token::new()?;
    let session = NewSession {
        account: account.id,
        id: chance::id(now)?,
        digest: token.digest(),
        at: now,
        agent: agent(headers),
        factor,
        instead_of: token::digest(headers),
    };
    if !api.store.accounts().open(session.clone()).await? {
        // A code that has been used, or a passkey that was removed meanwhile.
        return Err(Error::SignInFailed);
    }
    let session = fresh(&session, account.is_reviewer);
    let mut response = wire::private(&me(api, account, &session).await?);
    response.headers_mut().insert(SET_COOKIE, token.cookie());
    Ok(response)
}

/// Six digits are the authenticator's; anything else is taken for a recovery code.
fn factor(account: &Account, code: Option<&str>, now: Moment) -> Result<Factor, Error> {
    if !account.has_second_factor() {
        return Ok(Factor::None);
    }
    let code = code.ok_or(Error::CodeMissing)?;
    let code: String = code
        .chars()
        .filter(|c| !c.is_whitespace() && *c != '-')
        .collect();
    if code.len() == 6 && code.bytes().all(|byte| byte.is_ascii_digit()) {
        let secret = account.totp.as_deref().ok_or(Error::SignInFailed)?;
        return totp::step_of(secret, &code, now)
            .map(Factor::Step)
            .ok_or(Error::SignInFailed);
    }
    Ok(Factor::Recovery(recovery::digest(&code)))
}

fn agent(headers: &HeaderMap) -> String {
    let text = headers
        .get(USER_AGENT)
        .and_then(|value| value.to_str().ok())
        .unwrap_or_default();
    text.chars().take(AGENT).collect()
}
