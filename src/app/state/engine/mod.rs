mod state;

use std::sync::Arc;
use std::time::Duration;

use browser::ApiError;
use browser::catalogue::{self as fetch, Bytes};
use browser::engine::{self, News};
use leptos::prelude::*;

use crate::components::{effect, spawn};
use search::ask::{Ask, Found, Matched, Need, Part, Suggestion};
use search::understood::{Rates, Understood};
use workflow::engine::{Progress, Topic};

use super::{Load, use_catalogue};
use state::{Answers, State};

/// Requests beside each other: the line is never idle, and the first part is not slowed down by all the others.
const AT_ONCE: u8 = 2;
/// More than anybody scrolls through, so that facets count all that was found.
const HITS: u32 = 10_000;
const SUGGESTIONS: u32 = 8;
const MATCHES: u32 = 200;

/// The engine that searches and matches. It sleeps, and costs nothing, until [`Engine::wake`] or the first question.
///
/// Of each kind there is one question at a time; putting another replaces it. Its answer may come several times, better
/// each time, while the catalogue is still arriving. What a getter returns is tracked.
#[derive(Clone, Copy)]
pub struct Engine(StoredValue<State, LocalStorage>);

/// An answer, and to what.
#[derive(Debug)]
pub struct Reply<T> {
    /// The words of the question as they were typed.
    pub text: String,
    pub answer: T,
    /// Given with the whole catalogue at hand: a better one will not come.
    pub whole: bool,
}

impl Engine {
    /// The reader is about to search: starts the worker and begins to bring it the catalogue.
    pub fn wake(self) {
        let asleep = self.with(|state| state.engine.is_none());
        if asleep == Some(true) {
            let engine = engine::Engine::start(move |news| self.heard(news));
            self.with(|state| state.engine = Some(engine));
            self.go_on();
        }
    }

    /// Searches for this; for nothing where the text is blank.
    pub fn search(self, text: &str) {
        self.put(Topic::Search, text, |text| Ask::Search {
            version: 0,
            text,
            limit: HITS,
        });
    }

    /// The newest answer of [`Engine::search`]: it may still be to what was asked before, as its text says.
    pub fn found(self) -> Option<Arc<Reply<Found>>> {
        self.read(|state| &state.found)
    }

    /// Looks for what this beginning of a question may become.
    pub fn suggest(self, text: &str) {
        self.put(Topic::Suggest, text, |text| Ask::Suggest {
            version: 0,
            text,
            limit: SUGGESTIONS,
        });
    }

    /// The newest answer of [`Engine::suggest`].
    pub fn suggested(self) -> Option<Arc<Reply<Vec<Suggestion>>>> {
        self.read(|state| &state.suggested)
    }

    /// Looks for what suits a need. `today`: days since 1970-01-01.
    pub fn match_need(self, need: Need, today: i32) {
        let text = need.text.clone();
        self.put(Topic::Match, &text, |_| Ask::Match {
            version: 0,
            need,
            today,
            limit: MATCHES,
        });
    }

    /// The newest answer of [`Engine::match_need`].
    pub fn matched(self) -> Option<Arc<Reply<Matched>>> {
        self.read(|state| &state.matched)
    }

    /// Reads a need out of plain words. `today`: days since 1970-01-01.
    pub fn understand(self, text: &str, today: i32, rates: Rates) {
        self.put(Topic::Understand, text, |text| Ask::Understand {
            version: 0,
            text,
            today,
            rates,
        });
    }

    /// The newest answer of [`Engine::understand`].
    pub fn understood(self) -> Option<Arc<Reply<Understood>>> {
        self.read(|state| &state.understood)
    }

    /// How much of the catalogue is searched.
    pub fn progress(self) -> Progress {
        let progress = self.with(|state| {
            state.progressed.track();
            state.progress()
        });
        progress.unwrap_or_default()
    }

    /// Another try of what did not arrive, or of an engine that has stopped.
    pub fn retry(self) {
        let stopped = self.with(|state| {
            let engine = state.engine.clone().filter(|engine| !engine.is_running());
            if let Some(supply) = &mut state.supply {
                supply.retry();
                if engine.is_some() {
                    supply.emptied();
                }
            }
            engine
        });
        if let Some(engine) = stopped.flatten() {
            engine.revive();
        }
        self.go_on();
    }

    fn put(self, topic: Topic, text: &str, ask: impl FnOnce(String) -> Ask) {
        self.wake();
        let question = Some(text).filter(|text| !text.trim().is_empty());
        let question = question.map(|text| ask(text.to_owned()));
        let forgotten = self.with(|state| state.put(topic, question));
        if let Some(forgotten) = forgotten.flatten() {
            forgotten.notify();
        }
        self.go_on();
    }

    /// Fetches what is needed next, asks what can be answered by now, and tells of the progress.
    fn go_on(self) {
        while let Some((file, part, anew)) = self.with(State::next).flatten() {
            spawn(async move {
                let bytes = fetch::bytes(&file, anew).await;
                self.fetched(file, part, bytes);
            });
        }
        let progressed = self.with(|state| {
            state.ask();
            state.progressed.clone()
        });
        if let Some(progressed) = progressed {
            progressed.notify();
        }
    }

    fn fetched(self, file: String, part: Part, bytes: Result<Bytes, ApiError>) {
        let wait = self.with(|state| {
            state.fetching -= 1;
            let (supply, engine) = (state.supply.as_mut()?, state.engine.as_ref()?);
            match bytes {
                Ok(bytes) => {
                    supply.handed(&file);
                    let name = file.clone();
                    engine.add(&Ask::Add { name, part }, bytes);
                    None
                }
                Err(error) => supply.failed(&file, error == ApiError::Offline),
            }
        });
        if let Some(seconds) = wait.flatten() {
            let again = move || {
                self.with(|state| {
                    state.supply.as_mut()?.try_again(&file);
                    Some(())
                });
                self.go_on();
            };
            set_timeout(again, Duration::from_secs(seconds.into()));
        }
        self.go_on();
    }

    fn heard(self, news: News) {
        let changed = self.with(|state| state.hear(news)).flatten();
        if let Some(changed) = changed {
            changed.notify();
        }
        self.go_on();
    }

    fn read<T>(self, of: impl FnOnce(&State) -> &Answers<T>) -> Option<Arc<Reply<T>>> {
        let read = self.with(|state| {
            let answers = of(state);
            answers.changed.track();
            answers.last.clone()
        });
        read.flatten()
    }

    fn with<T>(self, act: impl FnOnce(&mut State) -> T) -> Option<T> {
        self.0.try_update_value(act)
    }
}

/// Needs the catalogue.
pub fn provide_engine() {
    let engine = Engine(StoredValue::new_local(State::default()));
    let catalogue = use_catalogue();
    effect(move || {
        if let Load::Ready(front) = catalogue.front() {
            engine.with(|state| state.publication(front));
            engine.go_on();
        }
    });
    provide_context(engine);
}

pub fn use_engine() -> Engine {
    expect_context()
}
