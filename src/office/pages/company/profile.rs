//! The profile: administrators change it, others read it.

use api_types::address::Language;
use api_types::company::{Company, CompanyForm};
use api_types::member::Role;
use app::state::use_toast;
use browser::api;
use domain::Id;
use leptos::prelude::*;
use markup::view;
use workflow::office::copy::Copy as Known;
use workflow::outbox::page::State;
use workflow::outbox::{Method, Request};

use super::conflict::conflict;
use super::fields::{Profile, form_of};
use crate::components::{clicked, effect, icon, live, memo, spawn};
use crate::drafts;
use crate::form::Form;
use crate::locales::words;
use crate::outbox::{Outbox, use_outbox};
use crate::session::use_session;
use crate::sync::reason;

/// The code of a refusal because somebody else saved it meanwhile.
const CHANGED: &str = "changed";

/// `shown`: what the page's head shows, kept at what the hub has.
pub fn profile(language: Language, company: Company, shown: RwSignal<Company>) -> AnyView {
    let membership = use_session().membership(company.id);
    let is_administrator =
        membership.is_some_and(|membership| membership.role == Role::Administrator);
    if is_administrator {
        editor(language, &company, shown)
    } else {
        reading(language, &company)
    }
}

/// Under which name the outbox has a company's profile.
pub fn profile_name(company: Id) -> String {
    format!("company/{company}")
}

/// The way back from [`profile_name`].
pub fn profile_named(name: &str) -> Option<Id> {
    name.strip_prefix("company/")?.parse().ok()
}

/// The profile as an administrator writes it: kept on this device as it is typed, saved through the outbox.
#[derive(Clone, Copy)]
struct Editor {
    language: Language,
    id: Id,
    form: Form,
    fields: Profile,
    outbox: Outbox,
    /// What the hub has, or will have when all that was saved here is sent.
    base: RwSignal<Known<CompanyForm>>,
    /// What the page's head shows.
    shown: RwSignal<Company>,
    /// What somebody else saved meanwhile.
    theirs: RwSignal<Option<Company>>,
    /// What was written here before stands in the fields.
    is_reopened: RwSignal<bool>,
    /// Whether what was written here before is in the fields already.
    is_open: StoredValue<bool>,
    /// Something was typed and is not kept yet.
    is_typing: StoredValue<bool>,
}

fn editor(language: Language, company: &Company, shown: RwSignal<Company>) -> AnyView {
    let words = &words(language).company;
    let base = Known {
        content: form_of(company),
        known: Some(company.version),
    };
    let editor = Editor {
        language,
        id: company.id,
        form: Form::new(language),
        fields: Profile::new(),
        outbox: use_outbox(),
        base: RwSignal::new(base),
        shown,
        theirs: RwSignal::new(None),
        is_reopened: RwSignal::new(false),
        is_open: StoredValue::new(false),
        is_typing: StoredValue::new(false),
    };
    editor.fields.show(&form_of(company));
    editor.reopen();
    editor.keep_as_typed();
    editor.follow();
    let fields = view! {
        {live(move || editor.notes())}
        {editor.fields.identity(language, editor.form)}
        {editor.fields.about(language, editor.form)}
        <p class="actions">{editor.form.button(words.save)}</p>
    };
    view! {
        <section class="panel stack" id="profile">
            <h2>{words.profile}</h2>
            {editor.form.view("stack", move || editor.submit(), fields)}
        </section>
    }
}

impl Editor {
    /// What this device has and the hub does not comes into the fields, as soon as it is known.
    fn reopen(self) {
        let name = profile_name(self.id);
        effect(move || {
            if !self.outbox.is_known() || self.is_open.get_value() {
                return;
            }
            self.is_open.set_value(true);
            let written = untrack(|| self.outbox.newest(&name));
            let Some(written) = written.as_deref().and_then(Known::<CompanyForm>::read) else {
                return;
            };
            self.fields.show(&written.content);
            self.is_reopened.set(true);
            self.base.update(|base| base.known = written.known);
        });
    }

    /// Keeps what is typed, a moment after the last letter.
    fn keep_as_typed(self) {
        let mut is_first = true;
        effect(move || {
            self.fields.track();
            if std::mem::take(&mut is_first) || self.is_typing.get_value() {
                return;
            }
            self.is_typing.set_value(true);
            set_timeout(move || self.keep(), drafts::PAUSE);
        });
    }

    fn keep(self) {
        // The page may be gone by now, or have sent it.
        if self.is_typing.try_update_value(std::mem::take) != Some(true) {
            return;
        }
        let name = profile_name(self.id);
        let base = self.base.get_untracked();
        let content = self.fields.form();
        let unsent = untrack(|| self.outbox.newest(&name));
        let unsent = unsent.as_deref().and_then(Known::<CompanyForm>::read);
        let before = unsent.map_or_else(|| base.content.clone(), |copy| copy.content);
        if content == before {
            return;
        }
        let copy = Known {
            content,
            known: base.known,
        };
        let is_as_before = copy.content == base.content;
        let text = if is_as_before {
            String::new()
        } else {
            copy.text()
        };
        self.outbox.typed(&name, &text);
    }

    fn submit(self) {
        if !self.form.has_faults(self.fields.faults()) {
            self.form.clear();
            self.send();
        }
    }

    fn send(self) {
        let name = profile_name(self.id);
        let content = self.fields.form();
        let known = self.base.with_untracked(|base| base.known);
        let known = self.outbox.version_for(&name, known);
        let request = Request {
            method: Method::Patch,
            path: format!("v1/companies/{}", self.id),
            body: serde_json::to_string(&content).expect("texts are JSON"),
            known,
        };
        let saved = Known { content, known }.saved();
        self.is_typing.set_value(false);
        self.is_reopened.set(false);
        self.theirs.set(None);
        self.outbox.send(&name, &request, &saved.text());
        self.base.set(saved);
    }

    /// Says that it is saved when the hub has it, and fetches what somebody else has saved where they have.
    fn follow(self) {
        let toast = use_toast();
        let name = profile_name(self.id);
        let state = memo(move || self.outbox.state(&name));
        let mut before = State::Sent;
        effect(move || {
            let now = state.get();
            let is_sent = now == State::Sent && matches!(before, State::SavedHere | State::Saving);
            let is_typed_only = self.is_typing.get_value();
            // What this page is not told of any more, since somebody has signed out, is not sent.
            if is_sent && !is_typed_only && !untrack(|| self.outbox.is_nobody()) {
                self.arrived();
                toast.show(words(self.language).company.saved);
            }
            if now
                == (State::Refused {
                    code: CHANGED.to_owned(),
                })
            {
                self.fetch();
            }
            before = now;
        });
    }

    fn arrived(self) {
        let base = self.base.get_untracked();
        self.shown.update(|shown| {
            let CompanyForm {
                kind,
                registration,
                name,
                about,
            } = base.content;
            (shown.kind, shown.registration) = (kind, registration);
            (shown.name, shown.about) = (name, about);
        });
    }

    fn fetch(self) {
        spawn(async move {
            if let Ok(present) = api::company(self.id).await {
                self.theirs.try_set(Some(present));
            }
        });
    }

    /// What stands above the fields: another's version beside this one, or why the hub refused, or what was reopened.
    fn notes(self) -> AnyView {
        let words = &words(self.language).outbox;
        if let Some(present) = self.theirs.get() {
            let keep = move |present: &Company| {
                self.base.update(|base| base.known = Some(present.version));
                self.send();
            };
            let take = move |present: &Company| self.take(present);
            return conflict(self.language, present, self.fields.form(), keep, take);
        }
        match self.outbox.state(&profile_name(self.id)) {
            State::Refused { code } if code != CHANGED => {
                let drop = move || {
                    self.form.run(async move {
                        self.take(&api::company(self.id).await?);
                        Ok(())
                    });
                };
                view! {
                    <section class="conflict stack" role="alert">
                        <p>{reason(self.language, &code)}</p>
                        <p class="actions"><button class="button" type="button" on:click=clicked(drop)>{words.take_theirs}</button></p>
                    </section>
                }
            }
            _ if self.is_reopened.get() => {
                view! { <p class="reopened">{icon("clock")}<span>{words.reopened}</span></p> }
            }
            _ => ().into_any(),
        }
    }

    /// The hub's version counts.
    fn take(self, present: &Company) {
        self.outbox.discard(&profile_name(self.id));
        self.is_reopened.set(false);
        self.theirs.set(None);
        let content = form_of(present);
        self.fields.show(&content);
        self.base.set(Known {
            content,
            known: Some(present.version),
        });
        self.shown.set(present.clone());
    }
}

fn reading(language: Language, company: &Company) -> AnyView {
    let words = &words(language).company;
    let row = |label: &'static str, text: &str| {
        let text = if text.is_empty() { words.nothing } else { text };
        view! { <div><dt>{label}</dt><dd>{text.to_owned()}</dd></div> }
    };
    let rows = vec![
        row(words.number, &company.registration.number),
        row(words.name_en, &company.name.en),
        row(words.name_zh, &company.name.zh),
        row(words.about_en, &company.about.en),
        row(words.about_zh, &company.about.zh),
    ];
    view! {
        <section class="panel stack" id="profile">
            <h2>{words.profile}</h2>
            <dl class="facts">{rows}</dl>
            <p class="note">{words.read_only}</p>
        </section>
    }
}
