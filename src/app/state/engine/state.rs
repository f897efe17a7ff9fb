use std::sync::Arc;

use api_types::address::{Place, split};
use api_types::catalogue::{Department, Front};
use browser::document;
use browser::engine::{self, News, Task};
use leptos::prelude::*;
use search::ask::{Answer, Ask, Found, Matched, Part, Suggestion};
use search::understood::Understood;
use workflow::engine::{Desk, Progress, Stage, Supply, Topic, Wish, words};

use super::{AT_ONCE, Reply};

/// All that the engine's handle stands for. Nothing here calls back: whom to tell is returned.
#[derive(Default)]
pub struct State {
    /// None while nobody has searched.
    pub engine: Option<engine::Engine>,
    /// None before the front is here.
    pub supply: Option<Supply>,
    front: Option<Arc<Front>>,
    desk: Desk,
    pub wish: Wish,
    pub fetching: u8,
    pub found: Answers<Found>,
    pub suggested: Answers<Vec<Suggestion>>,
    pub matched: Answers<Matched>,
    pub understood: Answers<Understood>,
    pub progressed: ArcTrigger,
}

/// The newest answer of a kind.
pub struct Answers<T> {
    pub last: Option<Arc<Reply<T>>>,
    pub changed: ArcTrigger,
}

impl<T> Default for Answers<T> {
    fn default() -> Self {
        Self {
            last: None,
            changed: ArcTrigger::new(),
        }
    }
}

impl State {
    /// These are the parts from here on. The engine keeps what it has of a publication until the page is loaded anew.
    pub fn publication(&mut self, front: Arc<Front>) {
        if self.front.is_none() {
            self.supply = Some(Supply::new(&front));
            self.front = Some(front);
        }
    }

    pub fn progress(&self) -> Progress {
        let supply = self.supply.as_ref();
        let mut progress = supply.map(Supply::progress).unwrap_or_default();
        progress.stage = match &self.engine {
            None => Stage::Asleep,
            Some(engine) if !engine.is_running() => Stage::Stopped,
            Some(_) if supply.is_none() => Stage::Filling,
            Some(_) => progress.stage,
        };
        progress
    }

    /// Makes this the question of its topic. Returns whom to tell that there is no answer any more, where there is no
    /// question.
    pub fn put(&mut self, topic: Topic, question: Option<Ask>) -> Option<ArcTrigger> {
        if let Some(question) = question {
            // A word in Chinese finds what has no Chinese name only through the lexicon.
            self.wish.words |= words(&question).chars().any(is_han);
            self.wish.offers |= topic == Topic::Match;
            self.desk.put(topic, question);
            return None;
        }
        self.desk.clear(topic);
        Some(match topic {
            Topic::Search => self.found.forget(),
            Topic::Suggest => self.suggested.forget(),
            Topic::Match => self.matched.forget(),
            Topic::Understand => self.understood.forget(),
        })
    }

    /// The part to fetch now, if there is one and room for it.
    pub fn next(&mut self) -> Option<(String, Part, bool)> {
        let running = self.engine.as_ref()?.is_running();
        if !running || AT_ONCE <= self.fetching {
            return None;
        }
        self.wish.department = department_at_hand(self.front.as_deref()?);
        let next = self.supply.as_mut()?.next(&self.wish)?;
        self.fetching += 1;
        Some(next)
    }

    /// Sends every question that can be answered by now.
    pub fn ask(&mut self) {
        let (Some(supply), Some(engine)) = (&self.supply, &self.engine) else {
            return;
        };
        for topic in Topic::ALL {
            let can = match topic {
                Topic::Search | Topic::Suggest => supply.can_search(),
                Topic::Match => supply.can_match(),
                Topic::Understand => true,
            };
            if can && let Some(ask) = self.desk.next(topic) {
                engine.ask(&ask);
            }
        }
    }

    /// Takes in what the engine says. Returns whom to tell.
    pub fn hear(&mut self, news: News) -> Option<ArcTrigger> {
        let supply = self.supply.as_mut()?;
        let whole = supply.progress().stage == Stage::Whole;
        match news {
            News::Answer(Answer::Added { name }) => {
                supply.arrived(&name);
                self.desk.ask_again();
                None
            }
            News::Answer(Answer::Refused { name, .. }) => {
                supply.refused(&name);
                None
            }
            News::Answer(Answer::Found { version, found }) => {
                let text = self.desk.answered(Topic::Search, version)?;
                Some(self.found.take(text, found, whole))
            }
            News::Answer(Answer::Suggested {
                version,
                suggestions,
            }) => {
                let text = self.desk.answered(Topic::Suggest, version)?;
                Some(self.suggested.take(text, suggestions, whole))
            }
            News::Answer(Answer::Matched { version, matched }) => {
                let text = self.desk.answered(Topic::Match, version)?;
                Some(self.matched.take(text, matched, whole))
            }
            News::Answer(Answer::Understood {
                version,
                understood,
            }) => {
                let text = self.desk.answered(Topic::Understand, version)?;
                Some(self.understood.take(text, understood, whole))
            }
            // Nobody here asks for these.
            News::Answer(Answer::Other { .. }) => None,
            News::Died { of, .. } => {
                supply.emptied();
                let culprit = match of {
                    Some(Task::Add(name)) => {
                        supply.refused(&name);
                        None
                    }
                    Some(Task::Answer(version)) => Some(version),
                    None => None,
                };
                self.desk.lost(culprit);
                None
            }
        }
    }
}

impl<T> Answers<T> {
    fn take(&mut self, text: String, answer: T, whole: bool) -> ArcTrigger {
        self.last = Some(Arc::new(Reply {
            text,
            answer,
            whole,
        }));
        self.changed.clone()
    }

    fn forget(&mut self) -> ArcTrigger {
        self.last = None;
        self.changed.clone()
    }
}

/// The department whose goods the reader looks at.
fn department_at_hand(front: &Front) -> Option<String> {
    let path = document::location_path();
    match Place::parse(split(document::below_base(&path)).1)? {
        Place::Department(slug) => Some(slug.to_owned()),
        Place::Category(slug) => {
            let has_it = |department: &&Department| {
                let mut categories = department.categories.iter();
                categories.any(|category| category.slug == slug)
            };
            let department = front.departments.iter().find(has_it);
            department.map(|department| department.slug.clone())
        }
        _ => None,
    }
}

/// Chinese characters of the planes that words are written in.
fn is_han(character: char) -> bool {
    matches!(character, '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
}
