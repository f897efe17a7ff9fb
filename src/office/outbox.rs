//! What was written in this office and is not with the hub yet: a `provide_`/`use_` pair around the outbox of `browser`.
//!
//! A form has a name, such as [`drafts::name`](crate::drafts::name) makes. What is typed in it is kept on this device under
//! that name ([`Outbox::typed`]), what is sent goes through the outbox ([`Outbox::send`]), and [`Outbox::state`] says how it
//! stands with it. For drafts there is something simpler: [`crate::drafts`].

use std::time::Duration;

use api_types::address::Language;
use app::state::{Toast, use_language, use_toast};
use browser::api::{self, Refused};
use browser::file;
use browser::outbox::Handle;
use leptos::prelude::*;
use workflow::outbox::page::{Leaving, Mood, State, Step, Sync, Told};
use workflow::outbox::{self, Form, Id, Request, Standing, Unsent, Written};

use crate::components::{effect, spawn};
use crate::locales::words;
use crate::session::{Session, Standing as Who, use_session};

/// Whoever has written something is told within two seconds if it is not kept.
const PATIENCE: Duration = Duration::from_millis(1_800);

#[derive(Clone, Copy)]
pub struct Outbox {
    sync: RwSignal<Sync>,
    handle: StoredValue<Option<Handle>, LocalStorage>,
    session: Session,
    standing: Memo<Who>,
    toast: Toast,
    language: Memo<Language>,
    /// Whether the person has signed out on this page.
    has_left: RwSignal<bool>,
}

/// Starts the outbox as soon as somebody is signed in, and tells it who is.
pub fn provide_outbox() {
    let outbox = Outbox {
        sync: RwSignal::new(Sync::default()),
        handle: StoredValue::new_local(None),
        session: use_session(),
        standing: use_session().standing(),
        toast: use_toast(),
        language: use_language(),
        has_left: RwSignal::new(false),
    };
    provide_context(outbox);
    effect(move || match outbox.standing.get() {
        Who::Somebody(account) => {
            outbox.has_left.set(false);
            outbox.belongs_to(Some(&account.to_string()));
        }
        Who::Nobody => outbox.belongs_to(None),
        Who::Asking | Who::Unknown(_) => {}
    });
}

pub fn use_outbox() -> Outbox {
    expect_context()
}

impl Outbox {
    pub fn mood(self) -> Mood {
        let of_others = self.sync.with(|sync| sync.status.of_others);
        if self.is_nobody() && 0 < of_others {
            return Mood::NeedsSignIn(of_others);
        }
        self.sync.with(Sync::mood)
    }

    /// Whether nobody is signed in and nobody's things wait here, or the thread has not said yet what this device has.
    pub fn has_nothing_to_say(self) -> bool {
        let is_known = self.sync.with(Sync::is_known);
        (self.is_nobody() || !is_known) && self.mood() == Mood::Quiet
    }

    /// Whether nobody is signed in.
    pub fn is_nobody(self) -> bool {
        self.standing.with(|standing| *standing == Who::Nobody)
    }

    /// All that there is to say.
    pub fn sync(self) -> Sync {
        self.sync.get()
    }

    /// Whether it is known what was written before this page came: ask nothing of the others before.
    pub fn is_known(self) -> bool {
        self.sync.with(Sync::is_known)
    }

    /// How it stands with a form.
    pub fn state(self, form: &str) -> State {
        self.sync.with(|sync| sync.state(form))
    }

    /// The newest that a form says on this device, typed or sent, as far as the hub does not have it.
    pub fn newest(self, form: &str) -> Option<String> {
        self.sync
            .with(|sync| Some(sync.newest(form)?.form.as_ref()?.text.clone()))
    }

    /// Whether the newest that a form says on this device was typed and never sent.
    pub fn is_only_typed(self, form: &str) -> bool {
        self.sync.with_untracked(|sync| {
            let newest = sync.newest(form);
            newest.is_some_and(|newest| newest.standing == Standing::Typed)
        })
    }

    /// Keeps a form as it is typed; an empty text forgets it.
    pub fn typed(self, name: &str, text: &str) {
        let form = Form {
            name: name.to_owned(),
            text: text.to_owned(),
        };
        let id = self.with(|handle| handle.typed(&form)).flatten();
        if let Some(id) = id.filter(|_| !text.is_empty()) {
            self.await_place(Written::typed(id, form));
        }
    }

    /// Sends what the person has saved in a form, or puts it in the place of what was refused of the same form. `text` is the
    /// form as it stands when all is sent. What is asked is kept on this device before anything is asked of the network.
    pub fn send(self, name: &str, request: &Request, text: &str) {
        // What is typed is what is sent: the outbox closes the form when the item is kept.
        self.typed(name, text);
        let form = Form {
            name: name.to_owned(),
            text: text.to_owned(),
        };
        let refused = self.refused(name);
        let id = match refused {
            Some((refused, behind)) => {
                // All of it said less than this does.
                for id in behind.into_iter().rev() {
                    self.with(|handle| handle.discard(id));
                }
                self.with(|handle| handle.replace_with(refused, request, &form));
                Some(refused)
            }
            None => self.with(|handle| handle.submit(&request.path, request, Some(&form))),
        };
        if let Some(id) = id {
            let order = untrack(|| self.sync.with(|sync| next_order(sync, name)));
            self.await_place(Written {
                standing: Standing::Waiting,
                request: Some(request.clone()),
                order,
                ..Written::typed(id, form)
            });
        }
    }

    /// For which version of the thing a form is sent. What was refused is mended in its place, at the version that it was
    /// written for, unless that was what was wrong with it: then whoever writes has seen another one.
    pub fn version_for(self, form: &str, known: Option<u64>) -> Option<u64> {
        self.sync
            .with_untracked(|sync| {
                let (refused, _) = sync.refused(form)?;
                let is_changed = matches!(&refused.standing, Standing::Refused { status: 412, .. });
                let request = refused.request.as_ref().filter(|_| !is_changed);
                Some(request?.known)
            })
            .unwrap_or(known)
    }

    /// Sends what was refused of a form again as it is.
    pub fn retry(self, form: &str) {
        if let Some((refused, _)) = self.refused(form) {
            self.with(|handle| handle.retry(refused));
        }
    }

    /// Lets go what was refused of a form, what stands behind it, and what is typed in it.
    pub fn discard(self, form: &str) {
        if let Some((refused, behind)) = self.refused(form) {
            for id in behind.into_iter().rev().chain([refused]) {
                self.with(|handle| handle.discard(id));
            }
        }
        self.typed(form, "");
    }

    /// Hands what is unsent to the person as a file: out of what this page knows, so that it works when nothing else does.
    pub fn export(self, name: &str) {
        let sync = self.sync.get_untracked();
        let text = outbox::file(sync.written());
        file::save(name, "application/json", text.as_bytes());
    }

    /// The person presses Sign out.
    pub fn sign_out(self) {
        if self.handle.with_value(Option::is_none) {
            self.end();
            return;
        }
        if let Some(Step::Leave(unsent)) = self.sync.try_update(Sync::sign_out) {
            self.with(|handle| handle.leave(unsent));
        }
    }

    pub fn leaving(self) -> Leaving {
        self.sync.with(Sync::leaving)
    }

    /// The person has said what becomes of what is not sent.
    pub fn decided(self, unsent: Unsent) {
        self.sync.update(|sync| {
            let _ = sync.decided(unsent);
        });
        self.with(|handle| handle.leave(unsent));
    }

    /// Not after all.
    pub fn stay(self) {
        self.sync.update(Sync::stays);
        self.with(Handle::stay);
    }

    /// The session has ended: the page to sign in comes, and this one after it.
    pub fn sign_in(self) {
        self.session.refresh();
    }

    /// Whether the person has signed out on this page.
    pub fn has_left(self) -> bool {
        self.has_left.get()
    }

    fn refused(self, form: &str) -> Option<(Id, Vec<Id>)> {
        self.sync.with_untracked(|sync| {
            let (refused, behind) = sync.refused(form)?;
            let mut behind = behind;
            behind.sort_by_key(|written| written.order);
            let behind = behind.into_iter().map(|written| written.id);
            Some((refused.id, behind.collect()))
        })
    }

    /// Shows what was written before the outbox has answered, and says so if it does not answer in time.
    fn await_place(self, written: Written) {
        let id = written.id;
        self.sync.update(|sync| sync.take(written));
        let late = move || {
            // The page may be gone by now.
            self.sync.try_update(|sync| sync.waited_for(id));
        };
        set_timeout(late, PATIENCE);
    }

    fn belongs_to(self, account: Option<&str>) {
        if self.handle.with_value(Option::is_some) {
            self.with(|handle| handle.account(account));
        } else if account.is_some() || Handle::has_unsent() {
            let handle = Handle::start(account, move |told| self.hear(&told));
            self.handle.set_value(Some(handle));
        }
    }

    fn hear(self, told: &Told) {
        self.sync.update(|sync| sync.hear(told));
        if *told == Told::SignOut {
            self.end();
        }
    }

    fn with<T>(self, act: impl FnOnce(&Handle) -> T) -> Option<T> {
        self.handle.with_value(|handle| handle.as_ref().map(act))
    }

    fn end(self) {
        spawn(async move {
            match api::sign_out().await {
                Ok(()) => {
                    self.session.left();
                    self.has_left.set(true);
                    Handle::left();
                }
                // Nobody has heard it: the person is still signed in, and is told so.
                Err(Refused::Offline | Refused::NoHub) => {
                    let language = self.language.get_untracked();
                    self.toast.show(words(language).outbox.still_signed_in);
                }
                Err(_) => self.session.refresh(),
            }
        });
    }
}

fn next_order(sync: &Sync, form: &str) -> u64 {
    let sent = sync.written().into_iter().filter(|written| {
        let is_of = written.form.as_ref().is_some_and(|own| own.name == form);
        is_of && written.standing != Standing::Typed
    });
    sent.map(|written| written.order + 1).max().unwrap_or(0)
}
