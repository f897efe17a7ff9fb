//! The search box: what is typed, what is offered for it, and on which offer the keyboard stands.
//!
//! Events in; the state changes, and what is left to be done for it comes out as an [`Effect`].

mod history;
#[cfg(test)]
mod tests;

use search::ask::Suggestion;

pub use history::History;

/// Past searches shown above what the engine offers.
const PAST_SHOWN: usize = 3;

#[derive(Clone, Debug, Default, PartialEq)]
pub struct SearchBox {
    /// As it stands in the field.
    text: String,
    /// An input-method editor is putting characters together: what is in the field is not meant yet.
    composing: bool,
    open: bool,
    /// The offer that the keyboard stands on.
    active: Option<usize>,
    /// Rises with every change of the text: only the pause after the last one counts.
    version: u32,
    suggestions: Vec<Suggestion>,
    history: History,
}

/// Something to choose from.
#[derive(Clone, Debug, PartialEq)]
pub enum Offer {
    /// A search of this reader's.
    Past(String),
    New(Suggestion),
}

#[derive(Clone, Debug, PartialEq)]
pub enum Event {
    Focused,
    Left,
    /// What the field holds now.
    Typed(String),
    Composing,
    Composed(String),
    /// The pause after typing is over.
    Paused(u32),
    /// What the engine offers for a text, as it was asked.
    Answered {
        text: String,
        suggestions: Vec<Suggestion>,
    },
    /// A key by its name (`KeyboardEvent.key`).
    Pressed(String),
    /// By the button beside the field, or a phone's keyboard.
    Submitted,
    Chosen(usize),
    Forgotten(usize),
    AllForgotten,
    /// The address tells of another search.
    Moved(String),
}

/// What the shell does for the state.
#[derive(Clone, Debug, PartialEq)]
pub enum Effect {
    Nothing,
    /// The key was for the offers: the browser must not use it too.
    Taken,
    /// Come back with [`Event::Paused`] after a moment.
    Wait(u32),
    /// Ask for suggestions.
    Ask(String),
    /// The field is emptied.
    Empty,
    /// Search for this, and keep the history.
    Search(String),
    /// Go where a suggestion leads.
    Open(Suggestion),
    /// Keep the history.
    Keep,
}

impl SearchBox {
    #[must_use]
    pub fn new(text: String, history: History) -> Self {
        SearchBox {
            text,
            history,
            ..SearchBox::default()
        }
    }

    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    #[must_use]
    pub fn history(&self) -> &History {
        &self.history
    }

    /// What is offered, in order; nothing while the list is closed.
    #[must_use]
    pub fn offers(&self) -> Vec<Offer> {
        if !self.open {
            return Vec::new();
        }
        let text = self.text.trim();
        let past = self.history.beginning_with(text);
        let shown = if text.is_empty() {
            usize::MAX
        } else {
            PAST_SHOWN
        };
        let mut offers: Vec<Offer> = past
            .take(shown)
            .map(|past| Offer::Past(past.to_owned()))
            .collect();
        for suggestion in &self.suggestions {
            let known = match suggestion {
                Suggestion::Query { text } => offers.contains(&Offer::Past(text.clone())),
                Suggestion::Place { .. } => false,
            };
            if !known {
                offers.push(Offer::New(suggestion.clone()));
            }
        }
        offers
    }

    #[must_use]
    pub fn active(&self) -> Option<usize> {
        self.active
    }

    pub fn update(&mut self, event: Event) -> Effect {
        match event {
            Event::Focused => {
                self.open = true;
                self.ask_again()
            }
            Event::Left => {
                self.close();
                self.composing = false;
                Effect::Nothing
            }
            Event::Typed(text) => {
                // What was offered for a beginning may stay until the answer for the rest is here; no more than that.
                if !text.starts_with(&self.text) && !self.text.starts_with(&text) {
                    self.suggestions.clear();
                }
                self.text = text;
                if self.composing {
                    return Effect::Nothing;
                }
                self.open = true;
                self.ask_again()
            }
            Event::Composing => {
                self.composing = true;
                Effect::Nothing
            }
            Event::Composed(text) => {
                self.composing = false;
                self.update(Event::Typed(text))
            }
            Event::Paused(version) if version == self.version && !self.composing => {
                Effect::Ask(self.text.clone())
            }
            // To a text that is no longer there it comes too late.
            Event::Answered { text, suggestions } if text == self.text && !self.composing => {
                let stood_on = self.active.and_then(|at| self.offers().into_iter().nth(at));
                self.suggestions = suggestions;
                // As the catalogue arrives, better answers follow: the keyboard keeps its place.
                self.active = stood_on.and_then(|offer| {
                    let offers = self.offers();
                    offers.iter().position(|have| *have == offer)
                });
                Effect::Nothing
            }
            Event::Paused(_) | Event::Answered { .. } => Effect::Nothing,
            Event::Pressed(_) if self.composing => Effect::Nothing,
            Event::Pressed(key) => self.press(&key),
            Event::Submitted => {
                self.composing = false;
                self.search(self.text.clone())
            }
            Event::Chosen(at) => self.choose(at),
            Event::Forgotten(at) => self.forget(at),
            Event::AllForgotten => {
                self.history = History::default();
                self.active = None;
                Effect::Keep
            }
            Event::Moved(text) => {
                self.text = text;
                self.version += 1;
                self.suggestions.clear();
                self.close();
                Effect::Nothing
            }
        }
    }

    fn press(&mut self, key: &str) -> Effect {
        let offers = self.offers().len();
        match (key, self.active) {
            ("ArrowDown" | "ArrowUp", _) if !self.open => {
                self.open = true;
                match self.ask_again() {
                    Effect::Nothing => Effect::Taken,
                    effect => effect,
                }
            }
            ("ArrowDown" | "ArrowUp", _) if offers == 0 => Effect::Nothing,
            // Past either end the keyboard is back in the field.
            ("ArrowDown", None) => self.stand_on(Some(0)),
            ("ArrowDown", Some(at)) => self.stand_on(Some(at + 1).filter(|&at| at < offers)),
            ("ArrowUp", None) => self.stand_on(Some(offers - 1)),
            ("ArrowUp", Some(at)) => self.stand_on(at.checked_sub(1)),
            // Without an offer these move in the text.
            ("Home", Some(_)) => self.stand_on(Some(0)),
            ("End", Some(_)) => self.stand_on(Some(offers - 1)),
            ("Delete", Some(at)) => self.forget(at),
            ("Enter", Some(at)) => self.choose(at),
            ("Enter", None) => self.search(self.text.clone()),
            ("Escape", _) if offers > 0 => {
                self.close();
                Effect::Taken
            }
            ("Escape", _) if !self.text.is_empty() => {
                self.text.clear();
                self.version += 1;
                self.suggestions.clear();
                Effect::Empty
            }
            _ => Effect::Nothing,
        }
    }

    fn stand_on(&mut self, offer: Option<usize>) -> Effect {
        self.active = offer;
        Effect::Taken
    }

    fn choose(&mut self, at: usize) -> Effect {
        match self.offers().into_iter().nth(at) {
            None => Effect::Nothing,
            Some(Offer::Past(text) | Offer::New(Suggestion::Query { text })) => self.search(text),
            Some(Offer::New(place)) => {
                self.close();
                Effect::Open(place)
            }
        }
    }

    fn search(&mut self, text: String) -> Effect {
        text.trim().clone_into(&mut self.text);
        self.history.put(&self.text);
        self.version += 1;
        self.suggestions.clear();
        self.close();
        Effect::Search(self.text.clone())
    }

    fn forget(&mut self, at: usize) -> Effect {
        let Some(Offer::Past(text)) = self.offers().into_iter().nth(at) else {
            return Effect::Nothing;
        };
        self.history.remove(&text);
        let left = self.offers().len();
        self.active = self.active.filter(|&at| at < left);
        Effect::Keep
    }

    /// What was asked before no longer counts.
    fn ask_again(&mut self) -> Effect {
        self.version += 1;
        self.active = None;
        if self.text.trim().is_empty() {
            self.suggestions.clear();
            return Effect::Nothing;
        }
        Effect::Wait(self.version)
    }

    fn close(&mut self) {
        self.open = false;
        self.active = None;
    }
}
