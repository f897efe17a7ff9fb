//! The loop: events go into the core, its effects are done in turn, and what comes of them are events.

use std::cell::{Cell, OnceCell, RefCell};
use std::collections::VecDeque;

use wasm_bindgen::JsCast;
use wasm_bindgen::JsValue;
use wasm_bindgen::closure::Closure;
use wasm_bindgen_futures::spawn_local;
use workflow::outbox::journal::{self, Finding, Place};
use workflow::outbox::{Effect, Event, Id, Kept, Outbox, Row, Status};

use super::database::{Database, Put};
use super::files::Files;
use super::message::{self, Wish};
use super::network;
use super::scope::{chance, now, say, scope};
use super::stream::{self, Stream};

thread_local! {
    /// A worker has one thread and one outbox.
    static KEEPER: &'static Keeper = Box::leak(Box::default());
}

/// No timer is set for less, nor, since browsers wrap around, for more.
const SHORTEST_MS: u64 = 20;
const LONGEST_MS: u64 = 60 * 60_000;

#[derive(Default)]
struct Keeper {
    core: RefCell<Outbox>,
    database: Database,
    files: Files,
    stream: RefCell<Option<Stream>>,
    jobs: RefCell<VecDeque<Effect>>,
    /// What the page said before the device was read.
    early: RefCell<Option<Vec<JsValue>>>,
    mark: Cell<Option<u32>>,
    is_working: Cell<bool>,
    has_started: Cell<bool>,
    timer: Cell<Option<i32>>,
    /// What the timer calls.
    ring: OnceCell<JsValue>,
    told: RefCell<Option<Status>>,
    has_told_all: Cell<bool>,
}

/// Takes a message of the page.
pub fn hear(message: &JsValue) {
    KEEPER.with(|keeper| keeper.hear(message));
}

impl Keeper {
    fn hear(&'static self, message: &JsValue) {
        #[expect(clippy::cast_possible_truncation)]
        let clock = js_sys::Date::now() as i64;
        let Some(wish) = message::read(message, clock) else {
            web_sys::console::warn_2(&"the outbox does not understand".into(), message);
            return;
        };
        if let Wish::Start { mark } = wish {
            if !self.has_started.replace(true) {
                self.mark.set(mark);
                self.early.borrow_mut().get_or_insert_default();
                spawn_local(self.start());
            }
            return;
        }
        let is_early = !self.has_started.get() || self.early.borrow().is_some();
        if is_early {
            self.early
                .borrow_mut()
                .get_or_insert_default()
                .push(message.clone());
            return;
        }
        match wish {
            Wish::Start { .. } => {}
            Wish::Event(event) => self.feed(event),
            Wish::Submit { token, event, key } => {
                self.feed(event);
                let is_taken = self.core.borrow().has(key.id());
                say(&message::submitted(token, is_taken.then_some(key)));
            }
            Wish::Draft { form } => {
                let core = self.core.borrow();
                let text = core.draft(&form).map(|form| form.text.as_str());
                say(&message::draft(&form, text));
            }
            Wish::Export => say(&message::export(&self.core.borrow().export())),
        }
    }

    async fn start(&'static self) {
        *self.stream.borrow_mut() = Some(Stream::open(|news| self.feed(Event::Heard(news))));
        self.load().await;
        stream::lead(|| self.feed(Event::Led(true)));
        let online = Closure::<dyn Fn()>::new(|| self.feed(Event::Online));
        scope().set_ononline(Some(online.into_js_value().unchecked_ref()));
        for message in self.early.take().unwrap_or_default() {
            self.hear(&message);
        }
    }

    /// Something happened.
    fn feed(&'static self, event: Event) {
        // What another account has written is nobody's business on this page.
        let is_other = matches!(event, Event::Account(_));
        let effects = self.core.borrow_mut().update(event, now(), chance());
        self.jobs.borrow_mut().extend(effects);
        self.tell_written(is_other);
        self.tell_status();
        self.set_timer();
        if !self.is_working.replace(true) {
            spawn_local(self.work());
        }
    }

    fn tell_status(&self) {
        // Before the page has said who is signed in, everything is of others: "nothing waits" would be kept as the truth by a
        // page that is left just then.
        if !self.has_told_all.get() {
            return;
        }
        let status = self.core.borrow().status();
        if self.told.borrow().as_ref() != Some(&status) {
            say(&message::status(&status));
            *self.told.borrow_mut() = Some(status);
        }
    }

    fn tell_written(&self, all: bool) {
        let mut core = self.core.borrow_mut();
        // What the device has comes first of all.
        if core.is_new() {
            return;
        }
        if all {
            self.has_told_all.set(true);
            say(&message::all(&core.all_written()));
        } else if self.has_told_all.get() {
            for news in core.news() {
                say(&message::news(&news));
            }
        }
    }

    /// Does what is to be done, one after another: rows are kept in the order in which they were written.
    async fn work(&'static self) {
        loop {
            let next = self.jobs.borrow_mut().pop_front();
            let Some(effect) = next else { break };
            match effect {
                Effect::Keep(row) => self.keep(row).await,
                Effect::Load => self.load().await,
                Effect::Tell(news) => {
                    if let Some(stream) = self.stream.borrow().as_ref() {
                        stream.tell(&news);
                    }
                }
                Effect::Send {
                    key,
                    attempt,
                    account,
                    request,
                } => spawn_local(async move {
                    let answer = network::send(key, &account, &request).await;
                    self.feed(Event::Answered {
                        key,
                        attempt,
                        answer,
                    });
                }),
                Effect::SignOut => say(&message::sign_out()),
            }
        }
        self.is_working.set(false);
    }

    async fn keep(&'static self, row: Row) {
        let (id, version) = (row.id, row.version);
        let bytes = row.to_bytes();
        let put = match self.database.put(&bytes).await {
            Ok(Put::Emptied) => {
                self.load().await;
                self.database.put(&bytes).await
            }
            put => put,
        };
        if let Ok(Put::Newer(there)) = &put
            && let Some(row) = Row::from_bytes(there)
        {
            self.feed(Event::Stale { id, version, row });
            return;
        }
        let in_database = matches!(put, Ok(Put::Done));
        let in_journal = self.files.append(&journal::entry(&bytes)).await.is_ok();
        let kept = match (in_database, in_journal) {
            (true, true) => Kept::Twice,
            (false, false) => Kept::Nowhere,
            _ => Kept::Once,
        };
        self.feed(Event::Kept { id, version, kept });
        self.tell_kept(id, kept);
    }

    fn tell_kept(&self, id: Id, kept: Kept) {
        say(&message::kept(id, kept));
    }

    /// Makes one of both places, and gives each what it lacks.
    async fn load(&'static self) {
        let database = self.database.read().await;
        let files = self.files.read().await;
        if let Err(error) = &database {
            web_sys::console::warn_2(&"the outbox cannot read its database:".into(), error);
        }
        if let Err(error) = &files {
            web_sys::console::warn_2(&"the outbox cannot read its journal:".into(), error);
        }
        let (can_database, can_files) = (database.is_ok(), files.is_ok());
        let nothing = |_: JsValue| Place::default();
        let (database, files) = (
            database.unwrap_or_else(nothing),
            files.unwrap_or_else(nothing),
        );
        let plan = journal::reconcile(&database, &files, self.mark.get());
        let is_first = self.core.borrow().is_new();
        // Looking again begins no generation, unless something is found.
        let is_whole = plan.for_database.is_empty() && plan.for_journal.is_empty();
        if is_first || !is_whole || database.generation.is_none() {
            let mut frames: Vec<u8> = plan.for_journal.iter().flat_map(journal::entry).collect();
            frames.extend(journal::generation(plan.generation));
            if can_files && self.files.append(&frames).await.is_err() {
                web_sys::console::warn_1(&"the outbox cannot mend its journal".into());
            }
            if can_database {
                let mended = self
                    .database
                    .mend(&plan.for_database, plan.generation)
                    .await;
                let is_safe = mended.is_ok() && can_files && is_first;
                if is_safe
                    && self
                        .files
                        .shorten(&plan.rows, plan.generation)
                        .await
                        .is_err()
                {
                    web_sys::console::warn_1(&"the outbox cannot shorten its journal".into());
                }
            }
            self.mark.set(Some(plan.generation));
            // What could not be read is not lost for that.
            let finding = if can_database && can_files {
                plan.finding
            } else {
                Finding::Whole
            };
            say(&message::found(finding, plan.generation));
        }
        if can_database && matches!(plan.finding, Finding::DatabaseLost | Finding::BothLost) {
            web_sys::console::warn_1(&"the browser has emptied the outbox's database".into());
        }
        let rows = plan.rows.iter().filter_map(Row::from_bytes).collect();
        self.feed(Event::Loaded(rows));
    }

    fn set_timer(&'static self) {
        if let Some(timer) = self.timer.take() {
            scope().clear_timeout_with_handle(timer);
        }
        let Some(at) = self.core.borrow().wake_at() else {
            return;
        };
        let wait = at.saturating_sub(now()).clamp(SHORTEST_MS, LONGEST_MS);
        let wait = i32::try_from(wait).expect("an hour fits");
        let ring = self.ring.get_or_init(|| {
            let ring = Closure::<dyn Fn()>::new(|| {
                self.timer.take();
                self.feed(Event::Ticked);
            });
            ring.into_js_value()
        });
        let set = scope()
            .set_timeout_with_callback_and_timeout_and_arguments_0(ring.unchecked_ref(), wait);
        self.timer.set(set.ok());
    }
}
