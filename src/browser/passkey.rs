//! Passkeys: the browser asks a device to make a key, or to show that it holds one (WebAuthn level 3).

use js_sys::{JSON, Object, Promise, Reflect};
use serde_json::{Map, Value};
use thiserror::Error;
use wasm_bindgen::{JsValue, prelude::wasm_bindgen};
use wasm_bindgen_futures::JsFuture;

use crate::document::window;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = PublicKeyCredential, js_name = parseCreationOptionsFromJSON, catch)]
    fn creation_options(options: &JsValue) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(js_namespace = PublicKeyCredential, js_name = parseRequestOptionsFromJSON, catch)]
    fn request_options(options: &JsValue) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(js_namespace = ["navigator", "credentials"], js_name = create, catch)]
    fn credentials_create(options: &JsValue) -> Result<Promise, JsValue>;
    #[wasm_bindgen(js_namespace = ["navigator", "credentials"], js_name = get, catch)]
    fn credentials_get(options: &JsValue) -> Result<Promise, JsValue>;
}

/// Why there is no key.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum NoKey {
    /// The reader closed the browser's window, or let its time pass; browsers do not say which.
    #[error("closed")]
    Closed,
    /// The device holds one for this account already.
    #[error("there is one already")]
    AlreadyThere,
    #[error("not possible here")]
    Impossible,
}

/// Whether a passkey can be used here: over HTTPS or on this machine, by a name, in a browser that knows them.
#[must_use]
pub fn is_possible() -> bool {
    let has = |object: &JsValue, name: &str| {
        Reflect::get(object, &name.into()).is_ok_and(|value| value.is_truthy())
    };
    let window = window();
    let Ok(kind) = Reflect::get(&window, &"PublicKeyCredential".into()) else {
        return false;
    };
    let host = window.location().hostname().unwrap_or_default();
    // Keys are bound to names; an address of numbers is none.
    let is_name = !host.contains(':') && host.contains(|c: char| c.is_ascii_alphabetic());
    let knows = |name| kind.is_function() && has(&kind, name);
    is_name
        && has(&window, "isSecureContext")
        && knows("parseCreationOptionsFromJSON")
        && knows("parseRequestOptionsFromJSON")
}

/// What this browser calls itself.
#[must_use]
pub fn agent() -> String {
    window().navigator().user_agent().unwrap_or_default()
}

/// Has a device make a key. `options`: `PublicKeyCredentialCreationOptionsJSON`; the answer: `RegistrationResponseJSON`.
///
/// # Errors
/// See [`NoKey`].
pub async fn create(options: &Map<String, Value>) -> Result<Map<String, Value>, NoKey> {
    let options = creation_options(&read(options)?).map_err(|error| why(&error))?;
    answer(credentials_create(&asked(&options)?)).await
}

/// Has a device show a key. `options`: `PublicKeyCredentialRequestOptionsJSON`; the answer: `AuthenticationResponseJSON`.
///
/// # Errors
/// See [`NoKey`].
pub async fn show(options: &Map<String, Value>) -> Result<Map<String, Value>, NoKey> {
    let options = request_options(&read(options)?).map_err(|error| why(&error))?;
    answer(credentials_get(&asked(&options)?)).await
}

fn read(options: &Map<String, Value>) -> Result<JsValue, NoKey> {
    let text = serde_json::to_string(options).map_err(|_| NoKey::Impossible)?;
    JSON::parse(&text).map_err(|_| NoKey::Impossible)
}

fn asked(options: &JsValue) -> Result<JsValue, NoKey> {
    let asked = Object::new();
    let is_set = Reflect::set(&asked, &"publicKey".into(), options);
    is_set.map_err(|_| NoKey::Impossible)?;
    Ok(asked.into())
}

async fn answer(asked: Result<Promise, JsValue>) -> Result<Map<String, Value>, NoKey> {
    let asked = asked.map_err(|error| why(&error))?;
    let key = JsFuture::from(asked).await.map_err(|error| why(&error))?;
    // Its own `toJSON` is what makes text of its bytes.
    let text = JSON::stringify(&key).map_err(|_| NoKey::Impossible)?;
    serde_json::from_str(&String::from(text)).map_err(|_| NoKey::Impossible)
}

fn why(error: &JsValue) -> NoKey {
    // A `DOMException`.
    let name = Reflect::get(error, &"name".into()).ok();
    let name = name.and_then(|name| name.as_string());
    match name.as_deref() {
        Some("NotAllowedError" | "AbortError") => NoKey::Closed,
        Some("InvalidStateError") => NoKey::AlreadyThere,
        _ => NoKey::Impossible,
    }
}
