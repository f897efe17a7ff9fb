//! Asking the thread that hosts the demonstration.

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;

use domain::Id;
use js_sys::{Function, Promise, Uint8Array};
use stage::ask::{Ask, Told, What, Wish};
use stage::{Answer, Call, Person};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Event, MessageEvent, Worker};

use super::player::{begin, has_begun, player, remember};

/// The thread died, or the browser keeps nothing just now: nothing is known to be done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Gone;

/// The thread, and who waits for it.
#[derive(Default)]
struct Client {
    worker: RefCell<Option<Worker>>,
    numbers: Cell<u32>,
    /// Whom to give an answer's bytes, or nothing where it will not come.
    waiting: RefCell<BTreeMap<u32, Function>>,
    was_damaged: Cell<bool>,
    /// The number of the thread that answered last.
    thread: Cell<Option<u32>>,
}

thread_local! {
    static CLIENT: Client = Client::default();
}

/// Whether this is the static demonstration, so that the hub is to be asked here and not over the network.
#[must_use]
pub fn is_here() -> bool {
    address().is_some()
}

/// Whether what was kept could not be read, since the page came, so that the demonstration began anew.
#[must_use]
pub fn was_damaged() -> bool {
    CLIENT.with(|client| client.was_damaged.get())
}

/// Whether a message on the channel is of another thread than this page's own.
pub(super) fn is_of_another(message: &JsValue) -> bool {
    let own = CLIENT.with(|client| client.thread.get());
    own.is_none_or(|own| message.as_f64() != Some(f64::from(own)))
}

/// The script of the thread, as the page names it.
fn address() -> Option<String> {
    let meta = web_sys::window()?
        .document()?
        .query_selector("meta[name='hub:stage']")
        .ok()??;
    meta.get_attribute("content")
}

/// Asks the demonstration what a page would ask the hub.
///
/// # Errors
/// Nothing is known to be done; the same call may be sent again.
pub async fn call(call: Call) -> Result<Answer, Gone> {
    let session = player();
    let call = Call { session, ..call };
    answer(Wish::Call(call)).await
}

/// Who can be played.
///
/// # Errors
/// See [`call`].
pub async fn people() -> Result<Vec<Person>, Gone> {
    match ask(Wish::People).await? {
        What::People(people) => Ok(people),
        _ => Err(Gone),
    }
}

/// Has this tab play somebody.
///
/// # Errors
/// See [`call`].
pub async fn play(account: Id) -> Result<(), Gone> {
    let answer = answer(Wish::Play(account, named(Call::default()))).await?;
    if answer.is_problem { Err(Gone) } else { Ok(()) }
}

/// Forgets all that was done.
///
/// # Errors
/// See [`call`].
pub async fn start_again() -> Result<(), Gone> {
    ask(Wish::StartAgain).await?;
    remember(None);
    CLIENT.with(|client| client.was_damaged.set(false));
    Ok(())
}

async fn answer(wish: Wish) -> Result<Answer, Gone> {
    let What::Answer(answer) = ask(wish).await? else {
        return Err(Gone);
    };
    if let Some(session) = answer.session {
        remember(session);
    }
    Ok(answer)
}

/// With what the browser calls itself, as every browser says it to a server.
pub(crate) fn named(mut call: Call) -> Call {
    let agent = web_sys::window().and_then(|window| window.navigator().user_agent().ok());
    call.headers
        .push(("user-agent".to_owned(), agent.unwrap_or_default()));
    call
}

async fn ask(wish: Wish) -> Result<What, Gone> {
    let answering = CLIENT.with(|client| client.post(wish)).ok_or(Gone)?;
    let bytes = JsFuture::from(answering).await.map_err(|_| Gone)?;
    let bytes: &Uint8Array = bytes.dyn_ref().ok_or(Gone)?;
    let told: Told = postcard::from_bytes(&bytes.to_vec()).map_err(|_| Gone)?;
    begin();
    CLIENT.with(|client| client.thread.set(Some(told.thread)));
    if told.was_damaged {
        CLIENT.with(|client| client.was_damaged.set(true));
    }
    match told.what {
        What::NotKept => Err(Gone),
        what => Ok(what),
    }
}

impl Client {
    /// A promise of the answer's bytes; it breaks if the thread dies.
    fn post(&self, wish: Wish) -> Option<Promise> {
        if self.worker.borrow().is_none() {
            self.worker.replace(Some(start()?));
        }
        let number = self.numbers.get().wrapping_add(1);
        self.numbers.set(number);
        let has_begun = has_begun();
        let ask = Ask {
            number,
            has_begun,
            wish,
        };
        let bytes = postcard::to_allocvec(&ask).ok()?;
        let answering = Promise::new(&mut |done, _| {
            self.waiting.borrow_mut().insert(number, done);
        });
        let worker = self.worker.borrow();
        let bytes = Uint8Array::from(bytes.as_slice());
        worker.as_ref()?.post_message(&bytes).ok()?;
        Some(answering)
    }

    fn heard(&self, data: &JsValue) {
        let Some(bytes) = data.dyn_ref::<Uint8Array>() else {
            return;
        };
        // Each answer begins with its number.
        let number = postcard::take_from_bytes::<u32>(&bytes.to_vec()).map(|(number, _)| number);
        let waiting = number
            .ok()
            .and_then(|number| self.waiting.borrow_mut().remove(&number));
        if let Some(done) = waiting {
            let given = done.call1(&JsValue::NULL, data);
            debug_assert!(given.is_ok());
        }
    }

    fn died(&self) {
        if let Some(worker) = self.worker.take() {
            worker.terminate();
        }
        for done in self.waiting.take().into_values() {
            let given = done.call1(&JsValue::NULL, &JsValue::NULL);
            debug_assert!(given.is_ok());
        }
    }
}

fn start() -> Option<Worker> {
    let worker = Worker::new(&address()?).ok()?;
    let on_message = Closure::<dyn Fn(MessageEvent)>::new(|event: MessageEvent| {
        CLIENT.with(|client| client.heard(&event.data()));
    });
    let on_error = Closure::<dyn Fn(Event)>::new(|event: Event| {
        event.prevent_default();
        web_sys::console::warn_1(&"the demonstration's thread has died".into());
        CLIENT.with(Client::died);
    });
    worker.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
    worker.set_onerror(Some(on_error.as_ref().unchecked_ref()));
    worker.set_onmessageerror(Some(on_error.as_ref().unchecked_ref()));
    // One or two in the life of a page.
    on_message.forget();
    on_error.forget();
    Some(worker)
}
