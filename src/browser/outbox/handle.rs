//! The page's end of the outbox: starts the worker, says what the person does, hears how things stand.
//!
//! The worker is fetched when a [`Handle`] is started, and never before. If it dies another one takes its place, and is told
//! again what the page does not know to be kept; a key counts once, however often it is told.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use js_sys::Array;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{ErrorEvent, Event, MessageEvent, Worker};
use workflow::outbox::page::Told;
use workflow::outbox::{Form, Id, Kept, Key, Request, Unsent, draft_id};

use super::database::name;
use super::message::version;
use super::scope::random;
use super::told;
use crate::document::{document, window};
use crate::storage;

/// Where the last generation that this browser has seen is kept, to tell a device that was emptied from a new one.
const MARK: &str = "hub.outbox.generation";
/// Whose items wait to be sent, for pages without a handle: `public/sync.js` starts the worker then.
const UNSENT: &str = "hub.outbox.unsent";
/// How it stands with them, for the same: `[waiting, refused]`, while somebody is signed in or something is unsent.
const STATE: &str = "hub.outbox.state";
/// A worker that dies so often, and says nothing in between, will not live the next time either.
const MOST_DEATHS: u32 = 3;

/// One tab's outbox.
#[derive(Clone)]
pub struct Handle(Rc<Inner>);

struct Inner {
    hear: Box<dyn Fn(Told)>,
    worker: RefCell<Option<Running>>,
    deaths: Cell<u32>,
    account: RefCell<Option<String>>,
    /// What was sent or typed and is kept nowhere as far as we know.
    pending: RefCell<Vec<(Id, Array)>>,
}

struct Running {
    worker: Worker,
    on_message: Closure<dyn Fn(MessageEvent)>,
    on_error: Closure<dyn Fn(Event)>,
}

impl Handle {
    /// Starts the worker for whoever is signed in: the account's id, or nobody. `hear` is told of all that comes of it, never
    /// while a method of this handle runs.
    #[must_use]
    pub fn start(account: Option<&str>, hear: impl Fn(Told) + 'static) -> Self {
        let handle = Self(Rc::new(Inner {
            hear: Box::new(hear),
            worker: RefCell::new(None),
            deaths: Cell::new(0),
            account: RefCell::new(account.map(str::to_owned)),
            pending: RefCell::default(),
        }));
        handle.replace();
        let online = Closure::<dyn Fn()>::new({
            let handle = handle.clone();
            move || handle.say(&["online".into()])
        });
        let listens = window()
            .add_event_listener_with_callback("online", online.into_js_value().unchecked_ref());
        debug_assert!(listens.is_ok());
        handle
    }

    /// Says who is signed in now.
    pub fn account(&self, account: Option<&str>) {
        *self.0.account.borrow_mut() = account.map(str::to_owned);
        self.say_account();
    }

    /// Whether this device has something unsent, whoever's, as far as was noted.
    #[must_use]
    pub fn has_unsent() -> bool {
        storage::get(UNSENT).is_some()
    }

    /// The person has signed out: pages of the catalogue say nothing any more, unless something is unsent.
    pub fn left() {
        if !Self::has_unsent() {
            storage::set(STATE, "");
        }
    }

    /// The person has pressed Send. Returns the name under which [`Told::Kept`] comes.
    #[must_use]
    pub fn submit(&self, conversation: &str, request: &Request, form: Option<&Form>) -> Id {
        let id = Key::new(random()).id();
        let of_form =
            |part: fn(&Form) -> &str| form.map_or(JsValue::NULL, |form| part(form).into());
        let message = message(&[
            "submit".into(),
            name(id).into(),
            conversation.into(),
            request.method.name().into(),
            request.path.as_str().into(),
            request.body.as_str().into(),
            version(request),
            of_form(|form| &form.name),
            of_form(|form| &form.text),
            name(id).into(),
        ]);
        self.0.pending.borrow_mut().push((id, message.clone()));
        self.post(&message);
        id
    }

    /// A form was typed in; an empty text forgets it. Returns the name under which [`Told::Kept`] comes, if somebody is signed
    /// in.
    #[must_use]
    pub fn typed(&self, form: &Form) -> Option<Id> {
        let message = message(&[
            "type".into(),
            form.name.as_str().into(),
            form.text.as_str().into(),
        ]);
        self.post(&message);
        let id = draft_id(self.0.account.borrow().as_deref()?, &form.name);
        let mut pending = self.0.pending.borrow_mut();
        pending.retain(|(other, _)| *other != id);
        pending.push((id, message));
        Some(id)
    }

    /// Tries something refused again as it is.
    pub fn retry(&self, id: Id) {
        self.say(&["retry".into(), name(id).into()]);
    }

    /// Puts another request in the place of one that was refused.
    pub fn replace_with(&self, id: Id, request: &Request, form: &Form) {
        self.say(&[
            "replace".into(),
            name(id).into(),
            request.method.name().into(),
            request.path.as_str().into(),
            request.body.as_str().into(),
            version(request),
            form.name.as_str().into(),
            form.text.as_str().into(),
        ]);
    }

    /// Forgets something that was refused.
    pub fn discard(&self, id: Id) {
        self.say(&["discard".into(), name(id).into()]);
    }

    /// Sign out: [`Told::SignOut`] follows when the session may end.
    pub fn leave(&self, unsent: Unsent) {
        let unsent = match unsent {
            Unsent::Send => "send",
            Unsent::Keep => "keep",
            Unsent::Discard => "discard",
        };
        self.say(&["leave".into(), unsent.into()]);
    }

    /// Not after all: an outbox that sends before it leaves stays.
    pub fn stay(&self) {
        self.say(&["account".into(), JsValue::NULL]);
        self.say_account();
    }

    fn say_account(&self) {
        let account = self.0.account.borrow();
        let account = account.as_deref().map_or(JsValue::NULL, Into::into);
        self.say(&["account".into(), account]);
    }

    fn say(&self, parts: &[JsValue]) {
        self.post(&message(parts));
    }

    fn post(&self, message: &Array) {
        if let Some(running) = self.0.worker.borrow().as_ref() {
            let posted = running.worker.post_message(message);
            debug_assert!(posted.is_ok());
        }
    }

    fn replace(&self) {
        let started = self.new_worker();
        if let Err(error) = &started {
            web_sys::console::warn_2(&"the outbox does not start:".into(), error);
        }
        if let Some(old) = self.0.worker.replace(started.ok()) {
            old.stop();
        }
        let mark: Option<f64> = storage::get(MARK).and_then(|mark| mark.parse().ok());
        self.say(&["start".into(), mark.map_or(JsValue::NULL, JsValue::from)]);
        self.say_account();
        for (_, message) in self.0.pending.borrow().iter() {
            self.post(message);
        }
    }

    fn new_worker(&self) -> Result<Running, JsValue> {
        let script = document()
            .query_selector("meta[name='hub:outbox']")?
            .and_then(|meta| meta.get_attribute("content"))
            .ok_or("the page does not name it")?;
        let worker = Worker::new(&script)?;
        let on_message = Closure::new({
            let handle = self.clone();
            move |event: MessageEvent| handle.heard(&event.data())
        });
        let on_error = Closure::new({
            let handle = self.clone();
            move |event: Event| {
                // Our own report is enough.
                event.prevent_default();
                let why = event.dyn_ref::<ErrorEvent>().map(ErrorEvent::message);
                handle.died(&why.unwrap_or_else(|| "it did not arrive".to_owned()));
            }
        });
        worker.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
        worker.set_onerror(Some(on_error.as_ref().unchecked_ref()));
        worker.set_onmessageerror(Some(on_error.as_ref().unchecked_ref()));
        Ok(Running {
            worker,
            on_message,
            on_error,
        })
    }

    fn heard(&self, message: &JsValue) {
        if let Some(generation) = told::generation(message) {
            storage::set(MARK, &generation.to_string());
        }
        let Some(told) = told::read(message) else {
            return;
        };
        self.0.deaths.set(0);
        if let Told::Kept(id, kept) = &told
            && *kept != Kept::Nowhere
        {
            self.0.pending.borrow_mut().retain(|(other, _)| other != id);
        }
        if let Told::Status(status) = &told
            && let Some(account) = self.0.account.borrow().as_deref()
        {
            let is_unsent = 0 < status.waiting;
            storage::set(UNSENT, if is_unsent { account } else { "" });
            let (waiting, refused) = (status.waiting, status.attention.len());
            storage::set(STATE, &format!("[{waiting},{refused}]"));
        }
        (self.0.hear)(told);
    }

    fn died(&self, why: &str) {
        web_sys::console::warn_1(&format!("the outbox has died: {why}").into());
        self.0.deaths.set(self.0.deaths.get() + 1);
        let is_replaced = self.0.deaths.get() < MOST_DEATHS;
        if is_replaced {
            self.replace();
        } else if let Some(dead) = self.0.worker.take() {
            dead.stop();
        }
        (self.0.hear)(Told::Died { is_replaced });
    }
}

impl Running {
    fn stop(self) {
        self.worker.set_onmessage(None);
        self.worker.set_onerror(None);
        self.worker.set_onmessageerror(None);
        self.worker.terminate();
        // One of these may be what runs now: it is dropped when it has returned.
        wasm_bindgen_futures::spawn_local(async move {
            drop((self.on_message, self.on_error));
        });
    }
}

fn message(parts: &[JsValue]) -> Array {
    parts.iter().collect()
}
