//! Passkeys (WebAuthn level 3): the hub as relying party, under whatever name its reader's browser knows it by.

use api_types::passkey::Ceremony;
use axum::http::{HeaderMap, header::ORIGIN};
use domain::Id;
use market::Moment;
use serde::{Serialize, de::DeserializeOwned};
use serde_json::{Map, Value};
use store::account;
use webauthn_rs::{
    Webauthn, WebauthnBuilder,
    prelude::{Url, WebauthnError},
};

use crate::{chance, clock, problem::Error, routes::Api};

/// A ceremony is answered within so many milliseconds: five minutes, as browsers wait.
const LASTS: u64 = 5 * 60_000;

impl From<WebauthnError> for Error {
    /// Which check failed helps nobody but whoever forges an answer.
    fn from(_: WebauthnError) -> Self {
        Self::Passkey
    }
}

/// The hub as the browser that asks knows it.
///
/// The origin is that of the request, which is the request's own host (`same_site.rs`). A key is bound to the name it
/// was made under by the device: an answer for another name does not fit, whichever name this request came to.
///
/// # Errors
/// `Passkey`: no browser asks, or it knows the hub by an address of numbers, to which keys cannot be bound.
pub(crate) fn relying_party(headers: &HeaderMap) -> Result<Webauthn, Error> {
    let origin = headers.get(ORIGIN).and_then(|value| value.to_str().ok());
    let origin = origin.ok_or(Error::Passkey)?;
    let origin = Url::parse(origin).map_err(|_| Error::Passkey)?;
    let name = origin.domain().ok_or(Error::Passkey)?;
    let builder = WebauthnBuilder::new(name, &origin)?;
    Ok(builder.rp_name("Asia SME Hub").build()?)
}

/// Keeps what is expected of the answer, and says what the device is to be asked.
///
/// # Errors
/// The store is busy or failed.
pub(crate) async fn begin(
    api: &Api,
    account: Option<Id>,
    state: &impl Serialize,
    options: Map<String, Value>,
) -> Result<Ceremony, Error> {
    let now = clock::now();
    let id = chance::id(now)?;
    let ceremony = account::Ceremony {
        id,
        account,
        state: serde_json::to_string(state).map_err(|_| Error::Passkey)?,
        expires_at: now.after(LASTS),
    };
    api.store.accounts().begin_ceremony(ceremony, now).await?;
    Ok(Ceremony { id, options })
}

/// Ends a ceremony: it is answered once, rightly or wrongly.
///
/// # Errors
/// `Passkey`: there is none for this account under this id, or its time is over.
pub(crate) async fn end<T: DeserializeOwned>(
    api: &Api,
    account: Option<Id>,
    ceremony: Id,
    now: Moment,
) -> Result<T, Error> {
    let state = api
        .store
        .accounts()
        .take_ceremony(ceremony, account, now)
        .await?;
    let state = state.ok_or(Error::Passkey)?;
    serde_json::from_str(&state).map_err(|_| Error::Passkey)
}

/// What the browser is given, out of what webauthn-rs puts around it.
pub(crate) fn options(challenge: &impl Serialize) -> Result<Map<String, Value>, Error> {
    let mut value = serde_json::to_value(challenge).map_err(|_| Error::Passkey)?;
    match value["publicKey"].take() {
        Value::Object(options) => Ok(options),
        _ => Err(Error::Passkey),
    }
}

/// A device's answer, read as webauthn-rs knows it.
pub(crate) fn answer<T: DeserializeOwned>(credential: Map<String, Value>) -> Result<T, Error> {
    serde_json::from_value(Value::Object(credential)).map_err(|_| Error::Passkey)
}
