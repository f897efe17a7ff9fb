//! Who somebody is, and how they sign in.

use api_types::account::{
    Me, PasswordChange, RecoveryCodes, Session, Sessions, SignIn, SignUp, TotpConfirmation,
    TotpOffer,
};
use api_types::passkey::{Ceremony, NewPasskey, Passkey, PasskeySignIn, Passkeys};
use domain::Id;
use gloo_net::http::Method;

use super::Refused;
use super::call::Ask;

/// # Errors
/// See [`Refused`].
pub async fn sign_up(form: &SignUp) -> Result<(), Refused> {
    Ask::new(Method::POST, "v1/sign-up").body(form).done().await
}

/// # Errors
/// See [`Refused`].
pub async fn sign_in(form: &SignIn) -> Result<Me, Refused> {
    Ask::new(Method::POST, "v1/sign-in").body(form).read().await
}

/// # Errors
/// See [`Refused`].
pub async fn sign_out() -> Result<(), Refused> {
    Ask::new(Method::POST, "v1/sign-out").done().await
}

/// # Errors
/// See [`Refused`].
pub async fn me() -> Result<Me, Refused> {
    Ask::get("v1/me").read().await
}

/// # Errors
/// See [`Refused`].
pub async fn sessions() -> Result<Vec<Session>, Refused> {
    let sessions: Sessions = Ask::get("v1/me/sessions").read().await?;
    Ok(sessions.items)
}

/// # Errors
/// See [`Refused`].
pub async fn end_session(session: Id) -> Result<(), Refused> {
    let path = format!("v1/me/sessions/{session}");
    Ask::new(Method::DELETE, &path).done().await
}

/// # Errors
/// See [`Refused`].
pub async fn begin_totp() -> Result<TotpOffer, Refused> {
    Ask::new(Method::POST, "v1/me/totp").read().await
}

/// # Errors
/// See [`Refused`].
pub async fn confirm_totp(code: String) -> Result<RecoveryCodes, Refused> {
    let form = TotpConfirmation { code };
    Ask::new(Method::PUT, "v1/me/totp").body(&form).read().await
}

/// # Errors
/// See [`Refused`].
pub async fn change_password(form: &PasswordChange) -> Result<(), Refused> {
    let ask = Ask::new(Method::PUT, "v1/me/password");
    ask.body(form).done().await
}

/// # Errors
/// See [`Refused`].
pub async fn begin_passkey_sign_in() -> Result<Ceremony, Refused> {
    Ask::new(Method::POST, "v1/sign-in/passkey").read().await
}

/// # Errors
/// See [`Refused`].
pub async fn sign_in_by_passkey(form: &PasskeySignIn) -> Result<Me, Refused> {
    let ask = Ask::new(Method::PUT, "v1/sign-in/passkey");
    ask.body(form).read().await
}

/// # Errors
/// See [`Refused`].
pub async fn passkeys() -> Result<Vec<Passkey>, Refused> {
    let passkeys: Passkeys = Ask::get("v1/me/passkeys").read().await?;
    Ok(passkeys.items)
}

/// # Errors
/// See [`Refused`].
pub async fn offer_passkey() -> Result<Ceremony, Refused> {
    Ask::new(Method::POST, "v1/me/passkeys").read().await
}

/// # Errors
/// See [`Refused`].
pub async fn add_passkey(form: &NewPasskey) -> Result<RecoveryCodes, Refused> {
    let ask = Ask::new(Method::PUT, "v1/me/passkeys");
    ask.body(form).read().await
}

/// # Errors
/// See [`Refused`].
pub async fn remove_passkey(passkey: Id) -> Result<(), Refused> {
    let path = format!("v1/me/passkeys/{passkey}");
    Ask::new(Method::DELETE, &path).done().await
}
