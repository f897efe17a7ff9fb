//! The search engine's worker: started when it is first needed, asked in postcard, started anew when it dies.

use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::rc::Rc;

use search::ask::{Answer, Ask};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{ErrorEvent, Event, MessageEvent, Worker};

use crate::catalogue::Bytes;
use crate::document::{document, window};

/// A worker that dies so often, and answers no question in between, will not live the next time either.
const MOST_DEATHS: u32 = 3;
/// A worker that says nothing for twice this long while it is asked something is as good as dead: killed by the system
/// without a word, or lost in a loop. Twice, since a page that was suspended wakes with its timers due.
const PATIENCE_MS: i32 = 6_000;

/// What a worker was asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Task {
    /// To take in the part of this name.
    Add(String),
    /// A question of this version.
    Answer(u32),
}

/// What becomes of what was asked.
#[derive(Clone, Debug, PartialEq)]
pub enum News {
    Answer(Answer),
    /// It died over this task, if over any, and what it had is gone. Another one stands in its place, empty, unless it
    /// died too often.
    Died {
        of: Option<Task>,
        replaced: bool,
    },
}

/// The engine's worker, whichever one it is now.
#[derive(Clone)]
pub struct Engine(Rc<Inner>);

struct Inner {
    hear: Box<dyn Fn(News)>,
    worker: RefCell<Option<Running>>,
    deaths: Cell<u32>,
}

struct Running {
    worker: Worker,
    /// It takes its messages in turn, so the first of these is what it does now.
    tasks: VecDeque<Task>,
    /// It has said something.
    ready: bool,
    /// It has not said anything for one look of the watch.
    quiet: bool,
    watch: Option<i32>,
    on_message: Closure<dyn Fn(MessageEvent)>,
    on_error: Closure<dyn Fn(Event)>,
    on_watch: Closure<dyn Fn()>,
}

impl Engine {
    /// Starts a worker. `hear` is told of everything that comes of it, never while [`Engine::ask`] runs.
    #[must_use]
    pub fn start(hear: impl Fn(News) + 'static) -> Self {
        let engine = Engine(Rc::new(Inner {
            hear: Box::new(hear),
            worker: RefCell::new(None),
            deaths: Cell::new(0),
        }));
        engine.replace();
        engine
    }

    /// Whether a worker is there to be asked.
    #[must_use]
    pub fn is_running(&self) -> bool {
        self.0.worker.borrow().is_some()
    }

    /// Starts a worker where there is none any more.
    pub fn revive(&self) {
        if !self.is_running() {
            self.0.deaths.set(0);
            self.replace();
        }
    }

    /// Sends a question.
    pub fn ask(&self, ask: &Ask) {
        let task = match ask {
            Ask::Add { name, .. } => Task::Add(name.clone()),
            Ask::Search { version, .. }
            | Ask::Suggest { version, .. }
            | Ask::Match { version, .. }
            | Ask::Understand { version, .. }
            | Ask::Other { version, .. } => Task::Answer(*version),
        };
        self.send(task, ask, None);
    }

    /// Gives a part to the worker: the bytes move there and are not copied.
    pub fn add(&self, ask: &Ask, body: Bytes) {
        if let Ask::Add { name, .. } = ask {
            self.send(Task::Add(name.clone()), ask, Some(body.0));
        }
    }

    fn send(&self, task: Task, ask: &Ask, body: Option<js_sys::ArrayBuffer>) {
        let head = postcard::to_allocvec(ask).expect("a question has only values of known length");
        let head = js_sys::Uint8Array::from(head.as_slice());
        let message = js_sys::Array::of1(&head);
        let given_away = js_sys::Array::of1(&head.buffer());
        if let Some(body) = body {
            message.push(&body);
            given_away.push(&body);
        }
        let mut running = self.0.worker.borrow_mut();
        if let Some(running) = running.as_mut() {
            running.tasks.push_back(task);
            let sent = running
                .worker
                .post_message_with_transfer(&message, &given_away);
            debug_assert!(sent.is_ok());
            self.watch(running);
        }
    }

    /// Puts a new worker in the place of the one that is there, if any.
    fn replace(&self) {
        let started = self.new_worker();
        if let Err(error) = &started {
            web_sys::console::warn_2(&"the search engine does not start:".into(), error);
        }
        let old = self.0.worker.replace(started.ok());
        if let Some(old) = old {
            old.stop();
        }
    }

    fn new_worker(&self) -> Result<Running, JsValue> {
        let name = document()
            .query_selector("meta[name='hub:engine']")?
            .and_then(|meta| meta.get_attribute("content"))
            .ok_or("the page does not name it")?;
        let worker = Worker::new(&name)?;
        let on_message = Closure::new({
            let engine = self.clone();
            move |event: MessageEvent| engine.heard(&event.data())
        });
        let on_error = Closure::new({
            let engine = self.clone();
            move |event: Event| {
                // Our own report is enough.
                event.prevent_default();
                let why = event.dyn_ref::<ErrorEvent>().map(ErrorEvent::message);
                engine.died(&why.unwrap_or_else(|| "it did not arrive".to_owned()));
            }
        });
        let on_watch = Closure::new({
            let engine = self.clone();
            move || engine.look()
        });
        worker.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
        worker.set_onerror(Some(on_error.as_ref().unchecked_ref()));
        worker.set_onmessageerror(Some(on_error.as_ref().unchecked_ref()));
        Ok(Running {
            worker,
            tasks: VecDeque::new(),
            ready: false,
            quiet: false,
            watch: None,
            on_message,
            on_error,
            on_watch,
        })
    }

    fn heard(&self, data: &JsValue) {
        if let Some(running) = self.0.worker.borrow_mut().as_mut() {
            running.ready = true;
            running.quiet = false;
        }
        // Anything else it says is that it is ready.
        let Some(bytes) = data.dyn_ref::<js_sys::Uint8Array>() else {
            return;
        };
        let Ok(answer) = postcard::from_bytes(&bytes.to_vec()) else {
            self.died("its answer cannot be read");
            return;
        };
        if let Some(running) = self.0.worker.borrow_mut().as_mut() {
            running.tasks.pop_front();
        }
        if !matches!(answer, Answer::Added { .. } | Answer::Refused { .. }) {
            self.0.deaths.set(0);
        }
        (self.0.hear)(News::Answer(answer));
    }

    fn died(&self, why: &str) {
        let of = match self.0.worker.borrow_mut().as_mut() {
            // What was asked of one that never came to life is not what it died of.
            Some(running) => running.tasks.pop_front().filter(|_| running.ready),
            None => return,
        };
        let text = format!("the search engine has died of {of:?}: {why}");
        web_sys::console::warn_1(&text.into());
        self.0.deaths.set(self.0.deaths.get() + 1);
        if self.0.deaths.get() < MOST_DEATHS {
            self.replace();
        } else if let Some(dead) = self.0.worker.take() {
            dead.stop();
        }
        (self.0.hear)(News::Died {
            of,
            replaced: self.is_running(),
        });
    }

    /// Sets the watch, unless it is set or there is nothing to wait for.
    fn watch(&self, running: &mut Running) {
        if running.watch.is_none() && !running.tasks.is_empty() {
            let callback = running.on_watch.as_ref().unchecked_ref();
            let set = window()
                .set_timeout_with_callback_and_timeout_and_arguments_0(callback, PATIENCE_MS);
            running.watch = set.ok();
        }
    }

    fn look(&self) {
        let dead = match self.0.worker.borrow_mut().as_mut() {
            Some(running) => {
                running.watch = None;
                let dead = running.quiet && !running.tasks.is_empty();
                running.quiet = !running.tasks.is_empty();
                if !dead {
                    self.watch(running);
                }
                dead
            }
            None => false,
        };
        if dead {
            self.died("it has stopped answering");
        }
    }
}

impl Running {
    fn stop(self) {
        self.worker.set_onmessage(None);
        self.worker.set_onerror(None);
        self.worker.set_onmessageerror(None);
        self.worker.terminate();
        if let Some(watch) = self.watch {
            window().clear_timeout_with_handle(watch);
        }
        // One of these may be what runs now: it is dropped when it has returned.
        wasm_bindgen_futures::spawn_local(async move {
            drop((self.on_message, self.on_error, self.on_watch));
        });
    }
}
