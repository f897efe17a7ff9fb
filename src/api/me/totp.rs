use api_types::account::{RecoveryCodes, TotpConfirmation, TotpOffer};
use axum::{extract::State, http::header::SET_COOKIE, response::Response};
use store::account::{Account, Confirmation, Rotation};

use crate::{
    asked::Body,
    chance, clock,
    identity::{SignedIn, base32, recovery, token::Token, totp},
    problem::Error,
    routes::Api,
    wire,
};

/// Offers a shared secret to an authenticator. An account that has one needs it to get another.
#[utoipa::path(post, path = "/me/totp", tag = "account", responses((status = 200, body = TotpOffer)))]
pub(super) async fn begin(State(api): State<Api>, who: SignedIn) -> Result<Response, Error> {
    let account = account(&api, &who).await?;
    let secret: [u8; totp::SECRET] = chance::bytes()?;
    api.store
        .accounts()
        .offer_totp(account.id, secret.to_vec())
        .await?;
    let text = base32::encode(&secret);
    let address = format!(
        "otpauth://totp/Asia%20SME%20Hub:{}?secret={text}&issuer=Asia%20SME%20Hub",
        account
            .email
            .as_str()
            .replace('%', "%25")
            .replace('+', "%2B")
    );
    Ok(wire::private(&TotpOffer {
        secret: text,
        address,
    }))
}

/// Takes it into use, once a code shows that the authenticator has it. All other sessions end.
#[utoipa::path(put, path = "/me/totp", tag = "account", request_body = TotpConfirmation,
    responses((status = 200, body = RecoveryCodes)))]
pub(super) async fn confirm(
    State(api): State<Api>,
    who: SignedIn,
    Body(form): Body<TotpConfirmation>,
) -> Result<Response, Error> {
    let now = clock::now();
    let account = account(&api, &who).await?;
    api.gate.code(account.id, now)?;
    let secret = account.totp_offered.ok_or(Error::SignInFailed)?;
    let step = totp::step_of(&secret, &form.code, now).ok_or(Error::SignInFailed)?;
    let codes = recovery::codes()?;
    let token = Token::new()?;
    let confirmation = Confirmation {
        account: account.id,
        secret,
        step,
        recovery: recovery::digests(&codes),
        session: Rotation {
            from: who.digest,
            to: token.digest(),
        },
        at: now,
    };
    if !api.store.accounts().confirm_totp(confirmation).await? {
        return Err(Error::SignInFailed);
    }
    let mut response = wire::private(&RecoveryCodes { codes });
    response.headers_mut().insert(SET_COOKIE, token.cookie());
    Ok(response)
}

async fn account(api: &Api, who: &SignedIn) -> Result<Account, Error> {
    let account = api
        .store
        .accounts()
        .by_id(who.session.account)
        .await?
        .ok_or(Error::NotFound)?;
    who.must_be_proven(&account)?;
    Ok(account)
}
