//! Hands an address to the system's share sheet, or to the clipboard where there is none.

use js_sys::Reflect;
use wasm_bindgen_futures::JsFuture;

use crate::document::window;

/// What became of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shared {
    /// The reader saw the system's sheet, and sent it or changed their mind.
    Sheet,
    Copied,
    /// Neither is allowed here: the address has to be copied by hand.
    Refused,
}

pub async fn share(title: &str, address: &str) -> Shared {
    let navigator = window().navigator();
    let can = |name: &str| {
        Reflect::get(&navigator, &name.into()).is_ok_and(|value| !value.is_undefined())
    };
    if can("share") {
        let data = web_sys::ShareData::new();
        data.set_title(title);
        data.set_url(address);
        // A rejection here is the reader closing the sheet.
        let _ = JsFuture::from(navigator.share_with_data(&data)).await;
        return Shared::Sheet;
    }
    // Absent outside of secure contexts.
    if !can("clipboard") {
        return Shared::Refused;
    }
    match JsFuture::from(navigator.clipboard().write_text(address)).await {
        Ok(_) => Shared::Copied,
        Err(_) => Shared::Refused,
    }
}

/// Puts a text into the clipboard; false where that is not allowed.
pub async fn copy(text: &str) -> bool {
    let navigator = window().navigator();
    // Absent outside of secure contexts.
    if !Reflect::get(&navigator, &"clipboard".into()).is_ok_and(|value| !value.is_undefined()) {
        return false;
    }
    JsFuture::from(navigator.clipboard().write_text(text))
        .await
        .is_ok()
}
