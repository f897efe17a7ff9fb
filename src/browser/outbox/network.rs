//! Asking the server, with the key.

use js_sys::{Promise, Reflect};
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    AbortController, Headers, RequestCredentials, RequestInit, RequestRedirect, Response,
};
use workflow::outbox::answer::{Answer, Reply};
use workflow::outbox::{Key, Request};

use super::scope::within;
use crate::demo::errand;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_name = fetch)]
    fn fetch_with_init(path: &str, init: &RequestInit) -> Promise;
}

/// Less than the core waits for us.
const PATIENCE_MS: i32 = 45_000;
/// Whose request it is: the session may be another one's by now, since tabs share it.
const ACCOUNT: &str = "Hub-Account";

/// What the server says to a request.
pub async fn send(key: Key, account: &str, request: &Request) -> Answer {
    if errand::is_here() {
        return play(key, account, request).await;
    }
    let Ok(abort) = AbortController::new() else {
        return Answer::NONE;
    };
    let asked = wasm_bindgen_futures::future_to_promise({
        let ask = ask(key, account.to_owned(), request.clone(), abort.signal());
        async move { ask.await.map(|reply| reply.to_js()) }
    });
    let answer = within(PATIENCE_MS, &asked).await;
    abort.abort();
    answer.map_or(Answer::NONE, |reply| Heard::of(&reply).answer())
}

/// The same where the hub is a thread of this browser.
async fn play(key: Key, account: &str, request: &Request) -> Answer {
    let errand = js_sys::Array::new();
    for text in [
        account,
        request.method.name(),
        &format!("/{}", request.path),
    ] {
        errand.push(&text.into());
    }
    errand.push(&request.body.as_str().into());
    errand.push(&key.to_string().into());
    errand.push(
        &request
            .known
            .map_or(JsValue::NULL, |known| JsValue::from_f64(known as f64)),
    );
    match errand::send(&errand).await {
        Some((status, code)) => Answer::of(Reply {
            status,
            is_ours: true,
            code: &code,
            retry_after: None,
        }),
        None => Answer::NONE,
    }
}

/// What is read of an answer.
struct Heard {
    status: u16,
    is_ours: bool,
    code: String,
    retry_after: Option<u32>,
}

impl Heard {
    fn answer(&self) -> Answer {
        Answer::of(Reply {
            status: self.status,
            is_ours: self.is_ours,
            code: &self.code,
            retry_after: self.retry_after,
        })
    }

    fn to_js(&self) -> JsValue {
        let array = js_sys::Array::new();
        array.push(&self.status.into());
        array.push(&self.is_ours.into());
        array.push(&self.code.as_str().into());
        array.push(&self.retry_after.into());
        array.into()
    }

    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    fn of(value: &JsValue) -> Self {
        let array: &js_sys::Array = value.unchecked_ref();
        Self {
            status: array.get(0).as_f64().unwrap_or(0.0) as u16,
            is_ours: array.get(1).is_truthy(),
            code: array.get(2).as_string().unwrap_or_default(),
            retry_after: array.get(3).as_f64().map(|seconds| seconds as u32),
        }
    }
}

async fn ask(
    key: Key,
    account: String,
    request: Request,
    signal: web_sys::AbortSignal,
) -> Result<Heard, JsValue> {
    let headers = Headers::new()?;
    headers.set("Content-Type", "application/json")?;
    headers.set("Idempotency-Key", &key.to_string())?;
    headers.set(ACCOUNT, &account)?;
    headers.set("Hub-Client", "outbox")?;
    if let Some(version) = request.known {
        headers.set("If-Match", &format!("\"{version}\""))?;
    }
    let init = RequestInit::new();
    init.set_method(request.method.name());
    init.set_headers(&headers);
    init.set_body(&request.body.as_str().into());
    init.set_credentials(RequestCredentials::SameOrigin);
    // Our server sends nobody elsewhere; a hotspot does.
    init.set_redirect(RequestRedirect::Error);
    init.set_signal(Some(&signal));
    let response = JsFuture::from(fetch_with_init(&request.path, &init)).await?;
    let response: Response = response.unchecked_into();
    let kind = response.headers().get("content-type")?.unwrap_or_default();
    let kind = kind.split(';').next().unwrap_or_default().trim();
    let is_problem = kind == "application/problem+json";
    let retry_after = response.headers().get("retry-after")?;
    // An answer that breaks off is none.
    let text = JsFuture::from(response.text()?).await?;
    let code = if is_problem {
        let problem = js_sys::JSON::parse(&text.as_string().unwrap_or_default())?;
        Reflect::get(&problem, &"code".into()).ok()
    } else {
        None
    };
    Ok(Heard {
        status: response.status(),
        is_ours: is_problem || kind == "application/json" || response.status() == 204,
        code: code.and_then(|code| code.as_string()).unwrap_or_default(),
        retry_after: retry_after.and_then(|seconds| seconds.trim().parse().ok()),
    })
}
