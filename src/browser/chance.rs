//! Chance and the clock, out of which ids, keys and secrets are made.

use domain::Id;
use js_sys::Uint8Array;
use wasm_bindgen_futures::JsFuture;

use crate::document::window;

/// An id for what is made now (a UUID of version 7), or a key for what is done now.
#[must_use]
pub fn id() -> Id {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "milliseconds since 1970 fit"
    )]
    let now = js_sys::Date::now() as u64;
    Id::new(now, bytes())
}

/// 160 bits in hexadecimal, for an address that only one person is to have.
#[must_use]
pub fn secret() -> String {
    hexadecimal(&bytes::<20>())
}

/// SHA-256 in hexadecimal; none where the browser keeps cryptography from pages that came without TLS.
pub async fn digest(text: &str) -> Option<String> {
    let crypto = window().crypto().ok()?.subtle();
    let bytes = Uint8Array::from(text.as_bytes());
    let digest = crypto
        .digest_with_str_and_buffer_source("SHA-256", &bytes)
        .ok()?;
    let digest = JsFuture::from(digest).await.ok()?;
    Some(hexadecimal(&Uint8Array::new(&digest).to_vec()))
}

fn bytes<const N: usize>() -> [u8; N] {
    let mut bytes = [0; N];
    // Every browser that runs the app has it, without TLS too.
    if let Ok(crypto) = window().crypto() {
        let _ = crypto.get_random_values_with_u8_array(&mut bytes);
    }
    bytes
}

fn hexadecimal(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
