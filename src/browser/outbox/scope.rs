//! What a worker finds around it. Every browser has its own gaps, so whatever may be missing is an `Option` or a `Result`.

use js_sys::{Array, Function, Promise, Uint8Array};
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{IdbFactory, WorkerGlobalScope};

#[wasm_bindgen]
extern "C" {
    /// web-sys counts the Web Locks API among what may still change.
    pub type Locks;
    #[wasm_bindgen(method)]
    pub fn request(this: &Locks, name: &str, callback: &Function) -> Promise;

    #[wasm_bindgen(extends = WorkerGlobalScope)]
    pub type Scope;
    #[wasm_bindgen(method, js_name = postMessage)]
    pub fn post_message(this: &Scope, message: &JsValue);
}

/// The worker itself.
pub fn scope() -> Scope {
    js_sys::global().unchecked_into()
}

/// Says something to the page.
pub fn say(message: &Array) {
    scope().post_message(message);
}

/// Milliseconds since the worker started: a clock that nobody sets.
pub fn now() -> u64 {
    let milliseconds = scope().performance().map_or(0.0, |clock| clock.now());
    // Never negative, and small for centuries.
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    {
        milliseconds as u64
    }
}

/// Sixteen random bytes, as good as the browser has them.
pub fn random() -> [u8; 16] {
    let mut bytes = [0; 16];
    let crypto = scope().crypto();
    // A page's crypto is asked in the same way: both scopes have it under this name.
    if crypto
        .and_then(|crypto| crypto.get_random_values_with_u8_array(&mut bytes))
        .is_err()
    {
        // No browser above our floor lacks it.
        bytes.fill_with(|| (js_sys::Math::random() * 256.0) as u8);
    }
    bytes
}

pub fn chance() -> u32 {
    let [a, b, c, d, ..] = random();
    u32::from_le_bytes([a, b, c, d])
}

pub fn databases() -> Result<IdbFactory, JsValue> {
    scope().indexed_db()?.ok_or(JsValue::NULL)
}

pub fn locks() -> Option<Locks> {
    let locks = js_sys::Reflect::get(&scope().navigator(), &"locks".into()).ok()?;
    locks.is_object().then(|| locks.unchecked_into())
}

/// A promise that is kept after so many milliseconds.
pub fn after(milliseconds: i32) -> Promise {
    Promise::new(&mut |done, _| {
        let set =
            scope().set_timeout_with_callback_and_timeout_and_arguments_0(&done, milliseconds);
        debug_assert!(set.is_ok());
    })
}

/// What a promise brings, unless it takes too long: a full disk makes Chromium's database hang without a word.
pub async fn within(milliseconds: i32, promise: &Promise) -> Result<JsValue, JsValue> {
    let late = JsValue::from_str("late");
    let mark = late.clone();
    let timer = async move {
        JsFuture::from(after(milliseconds)).await?;
        Ok(mark)
    };
    let timer = wasm_bindgen_futures::future_to_promise(timer);
    let first = JsFuture::from(Promise::race(&Array::of2(promise, &timer))).await?;
    if first == late { Err(late) } else { Ok(first) }
}

/// The bytes of a value that should be some.
pub fn bytes(value: &JsValue) -> Option<Vec<u8>> {
    Some(value.dyn_ref::<Uint8Array>()?.to_vec())
}
