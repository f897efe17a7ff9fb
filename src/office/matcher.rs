//! The engine in the office: who suits what a buyer asks for, and which requests suit a supplier.
//!
//! It sleeps, and costs nothing, until the first question. A question has a place; another one at the same place replaces
//! it. Each is asked as soon as the engine can answer, and once more when it has the whole catalogue.

use std::collections::BTreeMap;
use std::future::poll_fn;
use std::sync::Arc;
use std::task::{Poll, Waker};
use std::time::Duration;

use api_types::catalogue::{Detail, Front};
use browser::ApiError;
use browser::catalogue::{self as fetch, Bytes};
use browser::engine::{Engine, News};
use leptos::prelude::*;
use search::ask::{Answer, Ask, Part};
use workflow::engine::{Stage, Supply, Wish};

use crate::components::spawn;

/// Requests beside each other: the line is never idle.
const AT_ONCE: u8 = 2;

/// Where a question stands; its answer is found there too.
pub type Place = u32;

/// How far it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Readiness {
    /// It is asked for nothing, or not all of the catalogue is here.
    Preparing,
    Ready,
    /// The catalogue or the engine cannot be had just now.
    Failed,
}

#[derive(Clone, Copy)]
pub struct Matcher {
    state: StoredValue<State, LocalStorage>,
    front: RwSignal<Option<Arc<Front>>>,
    answers: RwSignal<BTreeMap<Place, Arc<Answer>>>,
    readiness: RwSignal<Readiness>,
}

#[derive(Default)]
struct State {
    engine: Option<Engine>,
    supply: Option<Supply>,
    fetching: u8,
    is_woken: bool,
    /// Who waits for the front: it is fetched once, however many parts of a page need it.
    waiting: Vec<Waker>,
    questions: BTreeMap<Place, Question>,
    version: u32,
}

struct Question {
    ask: Ask,
    /// Of the newest time that it was asked.
    version: u32,
    /// To be asked, or to be asked again.
    is_due: bool,
}

pub fn provide_matcher() {
    provide_context(Matcher {
        state: StoredValue::new_local(State::default()),
        front: RwSignal::new(None),
        answers: RwSignal::new(BTreeMap::new()),
        readiness: RwSignal::new(Readiness::Preparing),
    });
}

pub fn use_matcher() -> Matcher {
    expect_context()
}

impl Matcher {
    /// The published catalogue's front, once it is here.
    pub fn front(self) -> Option<Arc<Front>> {
        self.front.get()
    }

    pub fn readiness(self) -> Readiness {
        self.readiness.get()
    }

    /// The newest answer to what was asked at a place.
    pub fn answer(self, place: Place) -> Option<Arc<Answer>> {
        self.answers.with(|answers| answers.get(&place).cloned())
    }

    /// The same for those who only look.
    pub fn answer_untracked(self, place: Place) -> Option<Arc<Answer>> {
        let answers = self.answers.try_read_untracked()?;
        answers.get(&place).cloned()
    }

    /// Whoever calls it is told of every answer.
    pub fn track(self) {
        self.answers.track();
    }

    /// Asks anew at a place, unless it is what is asked there already. The version is the matcher's own.
    pub fn ask(self, place: Place, ask: Ask) {
        self.wake();
        let is_new = self.with(|state| {
            let have = state.questions.get(&place);
            if have.is_some_and(|have| have.ask == ask) {
                return false;
            }
            let question = Question {
                ask,
                version: 0,
                is_due: true,
            };
            state.questions.insert(place, question);
            true
        });
        if is_new == Some(true) {
            self.go_on();
        }
    }

    /// Nothing is asked at these places any more.
    pub fn forget(self, is_gone: impl Fn(Place) -> bool) {
        self.with(|state| state.questions.retain(|place, _| !is_gone(*place)));
        let has_any = self
            .answers
            .with_untracked(|answers| answers.keys().any(|place| is_gone(*place)));
        if has_any {
            self.answers
                .update(|answers| answers.retain(|place, _| !is_gone(*place)));
        }
    }

    /// All that the catalogue says of a product; none where it has no such product, or is not to be had.
    pub async fn product(self, id: &str) -> Option<Detail> {
        let front = self.arrived().await?;
        let shard = fetch::shard(front.shard_of(id)?).await.ok()?;
        let products = shard.read().ok()?.products;
        products.into_iter().find(|product| product.id == id)
    }

    /// The front as soon as it is here; none where it cannot be had just now.
    pub async fn arrived(self) -> Option<Arc<Front>> {
        self.wake();
        poll_fn(|context| {
            // The page may be gone by now.
            if let Some(Some(front)) = self.front.try_get_untracked() {
                return Poll::Ready(Some(front));
            }
            let is_coming = self.with(|state| {
                if state.is_woken {
                    state.waiting.push(context.waker().clone());
                }
                state.is_woken
            });
            match is_coming {
                Some(true) => Poll::Pending,
                Some(false) | None => Poll::Ready(None),
            }
        })
        .await
    }

    /// Starts the engine and begins to bring it the catalogue.
    pub fn wake(self) {
        let was_woken = self.with(|state| std::mem::replace(&mut state.is_woken, true));
        if was_woken != Some(false) {
            return;
        }
        let engine = Engine::start(move |news| self.heard(news));
        self.with(|state| state.engine = Some(engine));
        spawn(async move {
            match fetch::front().await {
                Ok(front) => {
                    self.with(|state| state.supply = Some(Supply::new(&front)));
                    self.front.set(Some(Arc::new(front)));
                    self.go_on();
                }
                Err(_) => {
                    self.with(|state| state.is_woken = false);
                    self.readiness.set(Readiness::Failed);
                }
            }
            let waiting = self.with(|state| std::mem::take(&mut state.waiting));
            waiting.into_iter().flatten().for_each(Waker::wake);
        });
    }

    fn go_on(self) {
        while let Some((file, part, anew)) = self.with(State::next).flatten() {
            spawn(async move {
                let bytes = fetch::bytes(&file, anew).await;
                self.fetched(file, part, bytes);
            });
        }
        self.with(State::ask_all);
        if let Some(readiness) = self.with(State::readiness)
            && self.readiness.get_untracked() != readiness
        {
            self.readiness.set(readiness);
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
                    if let Some(supply) = &mut state.supply {
                        supply.try_again(&file);
                    }
                });
                self.go_on();
            };
            set_timeout(again, Duration::from_secs(seconds.into()));
        }
        self.go_on();
    }

    fn heard(self, news: News) {
        let answered = self.with(|state| state.hear(news)).flatten();
        if let Some((place, answer)) = answered {
            self.answers
                .update(|answers| drop(answers.insert(place, Arc::new(answer))));
        }
        self.go_on();
    }

    fn with<T>(self, act: impl FnOnce(&mut State) -> T) -> Option<T> {
        self.state.try_update_value(act)
    }
}

impl State {
    fn next(&mut self) -> Option<(String, Part, bool)> {
        let is_running = self.engine.as_ref()?.is_running();
        if !is_running || AT_ONCE <= self.fetching {
            return None;
        }
        let wish = Wish {
            department: None,
            offers: true,
            words: true,
        };
        let next = self.supply.as_mut()?.next(&wish)?;
        self.fetching += 1;
        Some(next)
    }

    /// Sends every question that is due and can be answered.
    fn ask_all(&mut self) {
        let (Some(supply), Some(engine)) = (&self.supply, &self.engine) else {
            return;
        };
        if !supply.can_match() {
            return;
        }
        for question in self.questions.values_mut().filter(|one| one.is_due) {
            self.version = self.version.wrapping_add(1);
            question.version = self.version;
            question.is_due = false;
            engine.ask(&versioned(question.ask.clone(), self.version));
        }
    }

    fn readiness(&mut self) -> Readiness {
        let is_dead = self
            .engine
            .as_ref()
            .is_some_and(|engine| !engine.is_running());
        let stage = self.supply.as_ref().map(|supply| supply.progress().stage);
        match stage {
            _ if is_dead => Readiness::Failed,
            Some(Stage::Whole) => Readiness::Ready,
            Some(Stage::Partial | Stage::Stopped) => Readiness::Failed,
            Some(Stage::Asleep | Stage::Filling) | None => Readiness::Preparing,
        }
    }

    /// Takes in what the engine says: the place whose question it answers.
    fn hear(&mut self, news: News) -> Option<(Place, Answer)> {
        let supply = self.supply.as_mut()?;
        match news {
            News::Answer(Answer::Added { name }) => {
                supply.arrived(&name);
                if supply.progress().stage == Stage::Whole {
                    self.ask_again();
                }
                None
            }
            News::Answer(Answer::Refused { name, .. }) => {
                supply.refused(&name);
                None
            }
            News::Answer(answer) => {
                let version = version(&answer)?;
                let place = self
                    .questions
                    .iter()
                    .find(|(_, one)| one.version == version && !one.is_due)
                    .map(|(place, _)| *place)?;
                Some((place, answer))
            }
            News::Died { .. } => {
                supply.emptied();
                self.ask_again();
                None
            }
        }
    }

    fn ask_again(&mut self) {
        for question in self.questions.values_mut() {
            question.is_due = true;
        }
    }
}

fn version(answer: &Answer) -> Option<u32> {
    match answer {
        Answer::Matched { version, .. } | Answer::Other { version, .. } => Some(*version),
        _ => None,
    }
}

fn versioned(mut ask: Ask, new: u32) -> Ask {
    match &mut ask {
        Ask::Match { version, .. } | Ask::Other { version, .. } => *version = new,
        Ask::Add { .. } | Ask::Search { .. } | Ask::Suggest { .. } | Ask::Understand { .. } => {}
    }
    ask
}
