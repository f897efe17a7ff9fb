//! Who somebody is, and how they sign in.

use api_types::account::{
    Me, PasswordChange, RecoveryCodes, Session, Sessions, SignIn, SignUp, TotpConfirmation,
    TotpOffer,
};
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
