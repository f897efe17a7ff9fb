//! What the outbox's thread asks of the demonstration: in plain arrays, so that it carries next to no code for it.
//!
//! There: account, method, path, body, key, the version known or null, and a port for the answer. Back on that port: the HTTP
//! status and the problem's code, which is empty where there is none.

use std::cell::RefCell;

use api_types::problem::Problem;
use js_sys::{Array, Promise, Reflect};
use stage::ask::Wish;
use stage::{Answer, Call};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{MessageChannel, MessagePort, Worker};

use crate::outbox::scope::within;

/// Longer than any transaction may take.
const PATIENCE_MS: i32 = 20_000;

thread_local! {
    static WORKER: RefCell<Option<Worker>> = const { RefCell::new(None) };
}

/// Whether this thread is of the static demonstration: then the name of the demonstration's stands behind the `#` of its own
/// address.
pub(crate) fn is_here() -> bool {
    address().is_some()
}

fn address() -> Option<String> {
    let location = Reflect::get(&js_sys::global(), &"location".into()).ok()?;
    let hash = Reflect::get(&location, &"hash".into()).ok()?.as_string()?;
    let name = hash.strip_prefix('#')?;
    (!name.is_empty()).then(|| name.to_owned())
}

/// Status and code of the answer; none where nothing is known to be done.
pub(crate) async fn send(errand: &Array) -> Option<(u16, String)> {
    let answering = post(errand)?;
    match within(PATIENCE_MS, &answering).await {
        Ok(event) => {
            let told: Array = Reflect::get(&event, &"data".into()).ok()?.dyn_into().ok()?;
            #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
            let status = told.get(0).as_f64()? as u16;
            Some((status, told.get(1).as_string()?))
        }
        Err(_) => {
            // It may have died; the next errand starts another.
            if let Some(worker) = WORKER.take() {
                worker.terminate();
            }
            None
        }
    }
}

fn post(errand: &Array) -> Option<Promise> {
    let channel = MessageChannel::new().ok()?;
    let near = channel.port1();
    let far = channel.port2();
    let answering = Promise::new(&mut |done, _| near.set_onmessage(Some(&done)));
    errand.push(&far);
    WORKER.with_borrow_mut(|worker| {
        if worker.is_none() {
            *worker = Worker::new(&address()?).ok();
        }
        let given_away = Array::of1(&far);
        let worker = worker.as_ref()?;
        worker
            .post_message_with_transfer(errand, &given_away)
            .ok()?;
        Some(answering)
    })
}

/// Reads an errand on the other side; none where it makes no sense.
pub(super) fn read(message: &Array) -> Option<(Wish, MessagePort)> {
    let text = |place: u32| message.get(place).as_string();
    let mut headers = vec![
        ("content-type".to_owned(), "application/json".to_owned()),
        ("idempotency-key".to_owned(), text(4)?),
    ];
    if let Some(version) = message.get(5).as_f64() {
        headers.push(("if-match".to_owned(), format!("\"{version}\"")));
    }
    let call = Call {
        method: text(1)?,
        path: text(2)?,
        headers,
        body: text(3)?.into_bytes(),
        ..Call::default()
    };
    let account = text(0)?.parse().ok()?;
    Some((Wish::As(account, call), message.get(6).dyn_into().ok()?))
}

/// What is said of an answer.
pub(super) fn told(answer: &Answer) -> JsValue {
    let problem: Option<Problem> = serde_json::from_slice(&answer.body).ok();
    let code = problem.and_then(|problem| serde_json::to_value(problem.code).ok());
    let code = code.as_ref().and_then(|code| code.as_str());
    Array::of2(&answer.status.into(), &code.unwrap_or_default().into()).into()
}
