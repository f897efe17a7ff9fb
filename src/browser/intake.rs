//! The worker that reads a supplier's file: started when a file is given, asked in postcard, stopped when nobody wants to
//! wait for it any longer.

use std::cell::{Cell, RefCell};
use std::future::poll_fn;
use std::rc::Rc;
use std::task::{Poll, Waker};

use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{ErrorEvent, Event, MessageEvent, Worker};
use workflow::intake::ask::{Answer, Ask};

use crate::catalogue::{self, Bytes};
use crate::document::document;

/// What comes of it.
#[derive(Clone, Debug, PartialEq)]
pub enum News {
    Answer(Answer),
    /// It is gone, with all that it had. The next question starts another.
    Died,
}

/// The worker, whichever one it is now.
#[derive(Clone)]
pub struct Reader(Rc<Inner>);

struct Inner {
    hear: Box<dyn Fn(News)>,
    running: RefCell<Option<Running>>,
    /// Counts the workers, so that what arrives for one that is gone is not given to the next.
    workers: Cell<u32>,
}

struct Running {
    worker: Worker,
    /// The words across languages have arrived, or will not.
    is_taught: bool,
    /// Questions that wait for them: an index is made with them from the first row on.
    waiting: Vec<Ask>,
    on_message: Closure<dyn Fn(MessageEvent)>,
    on_error: Closure<dyn Fn(Event)>,
}

impl Reader {
    /// Starts nothing yet. `hear` is told of everything that comes of it, never while [`Reader::ask`] runs.
    #[must_use]
    pub fn new(hear: impl Fn(News) + 'static) -> Self {
        Reader(Rc::new(Inner {
            hear: Box::new(hear),
            running: RefCell::new(None),
            workers: Cell::new(0),
        }))
    }

    /// Gives a file to the worker: the bytes move there and are not copied.
    pub fn open(&self, ask: &Ask, body: Bytes) {
        if self.0.running.borrow().is_none() {
            self.start();
            self.teach();
        }
        self.post(ask, Some(body));
    }

    /// Sends a question about the file that was opened last, or about no file at all.
    pub fn ask(&self, ask: &Ask) {
        // Words across languages are for an index, which nobody makes of one product.
        if matches!(ask, Ask::Look { .. }) && self.0.running.borrow().is_none() {
            self.start();
        }
        if let (Ask::Check { .. }, Some(running)) = (ask, self.0.running.borrow_mut().as_mut())
            && !running.is_taught
        {
            running.waiting.push(ask.clone());
            return;
        }
        self.post(ask, None);
    }

    /// Stops the worker, in the middle of whatever it does.
    pub fn stop(&self) {
        if let Some(running) = self.0.running.take() {
            running.stop();
        }
    }

    fn start(&self) {
        self.0.workers.set(self.0.workers.get() + 1);
        match self.new_worker() {
            Ok(running) => {
                self.0.running.replace(Some(running));
            }
            Err(error) => {
                web_sys::console::warn_2(&"files cannot be read here:".into(), &error);
                // Not while the caller runs, who may be in the middle of a change that this would lead to.
                let reader = self.clone();
                wasm_bindgen_futures::spawn_local(async move { (reader.0.hear)(News::Died) });
            }
        }
    }

    fn new_worker(&self) -> Result<Running, JsValue> {
        let name = document()
            .query_selector("meta[name='hub:intake']")?
            .and_then(|meta| meta.get_attribute("content"))
            .ok_or("the page does not name the worker")?;
        let worker = Worker::new(&name)?;
        let on_message = Closure::new({
            let reader = self.clone();
            move |event: MessageEvent| reader.heard(&event.data())
        });
        let on_error = Closure::new({
            let reader = self.clone();
            move |event: Event| {
                // Our own report is enough.
                event.prevent_default();
                let why = event.dyn_ref::<ErrorEvent>().map(ErrorEvent::message);
                reader.died(&why.unwrap_or_else(|| "it did not arrive".to_owned()));
            }
        });
        worker.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
        worker.set_onerror(Some(on_error.as_ref().unchecked_ref()));
        worker.set_onmessageerror(Some(on_error.as_ref().unchecked_ref()));
        Ok(Running {
            worker,
            is_taught: false,
            waiting: Vec::new(),
            on_message,
            on_error,
        })
    }

    /// Brings the worker the words across languages, with which the catalogue is published.
    fn teach(&self) {
        let reader = self.clone();
        let worker = self.0.workers.get();
        wasm_bindgen_futures::spawn_local(async move {
            let lexicon = match catalogue::front().await {
                Ok(front) => catalogue::bytes(&front.engine.lexicon.file, false).await,
                Err(error) => Err(error),
            };
            if reader.0.workers.get() != worker {
                return;
            }
            // Without them a file is read and searched all the same, each language by itself.
            if let Ok(lexicon) = lexicon {
                reader.post(&Ask::Learn, Some(lexicon));
            }
            let mut waiting = Vec::new();
            if let Some(running) = reader.0.running.borrow_mut().as_mut() {
                running.is_taught = true;
                waiting.append(&mut running.waiting);
            }
            for ask in waiting {
                reader.post(&ask, None);
            }
        });
    }

    fn post(&self, ask: &Ask, body: Option<Bytes>) {
        let head = postcard::to_allocvec(ask).expect("a question has only values of known length");
        let head = js_sys::Uint8Array::from(head.as_slice());
        let message = js_sys::Array::of1(&head);
        let given_away = js_sys::Array::of1(&head.buffer());
        if let Some(Bytes(body)) = body {
            message.push(&body);
            given_away.push(&body);
        }
        if let Some(running) = self.0.running.borrow().as_ref() {
            let worker = &running.worker;
            let sent = worker.post_message_with_transfer(&message, &given_away);
            debug_assert!(sent.is_ok());
        }
    }

    fn heard(&self, data: &JsValue) {
        let Some(bytes) = data.dyn_ref::<js_sys::Uint8Array>() else {
            return;
        };
        match postcard::from_bytes(&bytes.to_vec()) {
            Ok(answer) => (self.0.hear)(News::Answer(answer)),
            Err(_) => self.died("its answer cannot be read"),
        }
    }

    fn died(&self, why: &str) {
        let text = format!("the reader of files has died: {why}");
        web_sys::console::warn_1(&text.into());
        self.stop();
        (self.0.hear)(News::Died);
    }
}

/// The cells of a spreadsheet as text, a tab between them; longer than `most` bytes where there is more than that. None
/// where it cannot be read. The worker is there for this alone, and gone afterwards.
pub async fn list(file: Bytes, most: u32) -> Option<String> {
    let heard: Rc<RefCell<(Option<News>, Option<Waker>)>> = Rc::default();
    let reader = Reader::new({
        let heard = heard.clone();
        move |news| {
            let mut heard = heard.borrow_mut();
            heard.0 = Some(news);
            if let Some(waker) = heard.1.take() {
                waker.wake();
            }
        }
    });
    reader.start();
    reader.post(&Ask::List { most }, Some(file));
    let news = poll_fn(|context| {
        let mut heard = heard.borrow_mut();
        heard.1 = Some(context.waker().clone());
        heard.0.take().map_or(Poll::Pending, Poll::Ready)
    });
    let news = news.await;
    reader.stop();
    match news {
        News::Answer(Answer::List { text }) => text,
        News::Answer(_) | News::Died => None,
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
