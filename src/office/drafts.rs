//! A company's drafts through the outbox: the one way in which a page saves them.
//!
//! ```text
//! let drafts = use_drafts();
//! drafts.seen(id, Some(draft.version));          // what the hub answered, for each draft that was fetched; None: it has none
//! drafts.unsent(company, id)                     // Some(content) where this device has something newer: show that instead
//! drafts.typed(company, id, kind, &content);     // with every change: kept on this device a moment later, sent nowhere
//! let state = drafts.save(company, id, kind, &content);  // kept here, then sent; the signal says how it stands
//! ```
//!
//! A draft is saved as often as one likes, with or without a network: each save is sent in turn, once. What the hub refuses
//! comes as [`State::Refused`]; `changed` means that somebody else saved it: fetch it, show both, then either
//! [`Drafts::overrule`] and save again, or [`Drafts::give_way`].

#![allow(
    dead_code,
    reason = "no page needs all of it: the catalogue's table has no use for another's version"
)]

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;
use std::time::Duration;

use api_types::draft::{DraftForm, DraftKind};
use domain::Id;
use leptos::prelude::*;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use workflow::office::copy::Copy as Known;
use workflow::outbox::page::State;
use workflow::outbox::{Method, Request};

use crate::components::memo;
use crate::outbox::{Outbox, use_outbox};

/// What a draft says, as the client writes it.
pub type Content = Map<String, Value>;

/// Between a letter and its being kept: as many as are typed in one go.
pub const PAUSE: Duration = Duration::from_millis(300);

/// A draft as it is kept on the device.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Kept {
    pub kind: DraftKind,
    pub content: Content,
}

#[derive(Clone, Copy)]
pub struct Drafts {
    outbox: Outbox,
    books: StoredValue<Rc<RefCell<Books>>, LocalStorage>,
}

#[derive(Default)]
struct Books {
    /// The version that the hub has of each draft, or will have when all that was saved here is sent.
    known: BTreeMap<Id, u64>,
    /// What is typed and not kept yet.
    typed: BTreeMap<String, Known<Kept>>,
}

pub fn provide_drafts() {
    provide_context(Drafts {
        outbox: use_outbox(),
        books: StoredValue::new_local(Rc::default()),
    });
}

pub fn use_drafts() -> Drafts {
    expect_context()
}

/// Under which name the outbox has a draft.
pub fn name(company: Id, draft: Id) -> String {
    format!("draft/{company}/{draft}")
}

/// The way back from [`name`].
pub fn named(name: &str) -> Option<(Id, Id)> {
    let (company, draft) = name.strip_prefix("draft/")?.split_once('/')?;
    Some((company.parse().ok()?, draft.parse().ok()?))
}

fn path(company: Id, draft: Id) -> String {
    format!("v1/companies/{company}/drafts/{draft}")
}

impl Drafts {
    /// Whether it is known what this device has: [`Drafts::unsent`] says nothing before.
    pub fn is_known(self) -> bool {
        self.outbox.is_known()
    }

    /// What this device has of a draft and the hub does not. Follows the outbox where it is asked in a view.
    pub fn unsent(self, company: Id, draft: Id) -> Option<Content> {
        let kept = self.kept(company, draft)?;
        Some(kept.content.content)
    }

    /// All drafts of a company that this device has something of, with what it has.
    pub fn all_unsent(self, company: Id) -> Vec<(Id, Kept)> {
        let sync = self.outbox.sync();
        let names = sync.written().into_iter().filter_map(|written| {
            let (of, draft) = named(&written.form.as_ref()?.name)?;
            (of == company).then_some(draft)
        });
        let names: BTreeSet<Id> = names.collect();
        let kept = |draft| Some((draft, self.kept(company, draft)?.content));
        names.into_iter().filter_map(kept).collect()
    }

    /// Whether the newest that this device has of a draft is what was typed: kept, and not on its way to the hub.
    pub fn is_only_typed(self, company: Id, draft: Id) -> bool {
        self.outbox.is_only_typed(&name(company, draft))
    }

    /// The hub has this version of a draft, or none. Counts only where nothing is unsent: what was saved here makes newer ones.
    pub fn seen(self, company: Id, draft: Id, version: Option<u64>) {
        let own = untrack(|| self.kept(company, draft));
        let version = own.map_or(version, |own| own.known);
        self.with(|books| match version {
            Some(version) => drop(books.known.insert(draft, version)),
            None => drop(books.known.remove(&draft)),
        });
    }

    /// Keeps a draft as it is typed, a moment after the last letter.
    pub fn typed(self, company: Id, draft: Id, kind: DraftKind, content: &Content) {
        let (name, copy) = (name(company, draft), self.copy(draft, kind, content));
        let is_first = self.with(|books| books.typed.insert(name.clone(), copy).is_none());
        if is_first {
            let keep = move || {
                if let Some(copy) = self.with(|books| books.typed.remove(&name)) {
                    self.outbox.typed(&name, &copy.text());
                }
            };
            set_timeout(keep, PAUSE);
        }
    }

    /// Saves a draft: it is kept on this device before this returns to the browser, and sent when there is a network.
    pub fn save(self, company: Id, draft: Id, kind: DraftKind, content: &Content) -> Memo<State> {
        let name = name(company, draft);
        self.with(|books| books.typed.remove(&name));
        let mut copy = self.copy(draft, kind, content);
        copy.known = self.outbox.version_for(&name, copy.known);
        let form = DraftForm {
            kind,
            content: content.clone(),
        };
        let request = Request {
            method: Method::Put,
            path: path(company, draft),
            body: serde_json::to_string(&form).expect("texts and numbers are JSON"),
            known: copy.known,
        };
        let saved = copy.saved();
        let known = saved.known.unwrap_or(1);
        self.with(|books| books.known.insert(draft, known));
        self.outbox.send(&name, &request, &saved.text());
        self.state(company, draft)
    }

    /// How it stands with a draft.
    pub fn state(self, company: Id, draft: Id) -> Memo<State> {
        let name = name(company, draft);
        memo(move || self.outbox.state(&name))
    }

    /// The version that the hub has of a draft, or will have when all that was saved here is sent.
    pub fn version(self, draft: Id) -> Option<u64> {
        self.with(|books| books.known.get(&draft).copied())
    }

    /// Whoever reads has seen this version, which somebody else saved: the next [`Drafts::save`] goes over it.
    pub fn overrule(self, draft: Id, version: u64) {
        self.with(|books| books.known.insert(draft, version));
    }

    /// Lets go of what was refused and typed here: the hub's version, which is this, counts.
    pub fn give_way(self, company: Id, draft: Id, version: Option<u64>) {
        let name = name(company, draft);
        self.with(|books| books.typed.remove(&name));
        self.outbox.discard(&name);
        self.with(|books| match version {
            Some(version) => drop(books.known.insert(draft, version)),
            None => drop(books.known.remove(&draft)),
        });
    }

    /// What is typed in a draft has become something else: it is not kept here any more.
    pub fn forget(self, company: Id, draft: Id) {
        let name = name(company, draft);
        self.with(|books| books.typed.remove(&name));
        self.outbox.typed(&name, "");
    }

    fn kept(self, company: Id, draft: Id) -> Option<Known<Kept>> {
        let name = name(company, draft);
        // Typed a moment ago, and not kept yet.
        let typed = self.with(|books| books.typed.get(&name).cloned());
        typed.or_else(|| Known::read(&self.outbox.newest(&name)?))
    }

    fn copy(self, draft: Id, kind: DraftKind, content: &Content) -> Known<Kept> {
        Known {
            content: Kept {
                kind,
                content: content.clone(),
            },
            known: self.with(|books| books.known.get(&draft).copied()),
        }
    }

    fn with<T>(self, act: impl FnOnce(&mut Books) -> T) -> T {
        self.books.with_value(|books| act(&mut books.borrow_mut()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_says_whose_draft_and_which() {
        let [company, draft] = [1, 2].map(|time| Id::new(time, [7; 10]));
        assert_eq!(named(&name(company, draft)), Some((company, draft)));
        assert_eq!(named(&format!("company/{company}")), None);
        assert_eq!(named("draft/7/8"), None);
    }

    #[test]
    fn a_draft_is_kept_with_its_kind_and_read_again() {
        let content = serde_json::from_str(r#"{"cells":{"name_en":"M8"},"photos":[]}"#).unwrap();
        let kept = Known {
            content: Kept {
                kind: DraftKind::Product,
                content,
            },
            known: Some(3),
        };
        assert_eq!(Known::read(&kept.text()), Some(kept));
    }
}
