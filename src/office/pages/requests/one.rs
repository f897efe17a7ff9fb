//! One request of a buyer: written as long as it is not sent, then what came of it.

use api_types::address::Language;
use api_types::member::Role;
use api_types::problem::Code;
use app::components::skeleton_rows;
use browser::api::{self, Refused};
use browser::clock;
use domain::{Date, Id};
use leptos::prelude::*;
use markup::view;
use workflow::office::quotation::Deal;
use workflow::office::request::{Phase, Sent, Sheet};
use workflow::outbox::page::State;

use super::compose::{self, Desk};
use super::sent::{self, Page};
use crate::components::{effect, live, memo, spawn};
use crate::drafts::{Drafts, use_drafts};
use crate::outbox::{Outbox, use_outbox};
use crate::pages::deal::own::EVERY;
use crate::pages::deal::{load, repeat, send};
use crate::sentence::refused_sentence;
use crate::session::use_session;

/// What the hub has under a request's id.
#[derive(Clone, PartialEq)]
enum Found {
    /// Not known yet.
    Asking,
    /// Nothing: it is only on this device, or nowhere.
    Nothing,
    Draft(Sheet),
    Sent(Sent, Vec<Deal>),
    Failed(Refused),
}

/// Which page it is: built anew only when that changes.
#[derive(Clone, PartialEq)]
enum Shape {
    Waiting,
    Write,
    Sent,
    Missing,
    Failed(Refused),
}

/// How far the person has come on this page: what is written stays open while the hub takes it as a draft, and what is
/// sent stays shown until the hub has it.
#[derive(Clone, Copy, PartialEq)]
enum Stage {
    New,
    Writing,
    Sent,
}

#[derive(Clone, Copy)]
struct One {
    language: Language,
    company: Id,
    request: Id,
    drafts: Drafts,
    outbox: Outbox,
    found: RwSignal<Found>,
    stage: StoredValue<Stage>,
}

pub fn request(language: Language, company: Id, request: Id) -> AnyView {
    let one = One {
        language,
        company,
        request,
        drafts: use_drafts(),
        outbox: use_outbox(),
        found: RwSignal::new(Found::Asking),
        stage: StoredValue::new(Stage::New),
    };
    one.begin();
    let shape = memo(move || one.shape());
    let body = move || match shape.get() {
        Shape::Waiting => skeleton_rows(),
        Shape::Write => {
            let sheet = untrack(|| one.written());
            let desk = Desk::open(language, (company, request), one.may_write(), sheet);
            compose::compose(desk)
        }
        Shape::Sent => one.show(),
        Shape::Missing => crate::pages::not_found(language),
        Shape::Failed(refused) => view! {
            <div class="page"><h1 tabindex="-1">{crate::locales::words(language).sent.asked}</h1><p class="said">{refused_sentence(language, &refused)}</p></div>
        },
    };
    live(body).into_any()
}

impl One {
    /// Asks the hub, unless this device has something that is newer than whatever the hub has.
    fn begin(self) {
        let is_known = memo(move || self.drafts.is_known());
        let mut has_begun = false;
        effect(move || {
            if is_known.get() && !std::mem::replace(&mut has_begun, true) {
                let is_written = untrack(|| self.typed().is_some());
                if is_written {
                    self.found.set(Found::Nothing);
                } else {
                    self.fetch();
                }
            }
        });
        // Another tab, or an earlier press, has sent it: there is one request, and nothing to mend.
        effect(move || {
            let is_there = self.found.with(|found| matches!(found, Found::Sent(..)));
            if is_there && let Some((_, State::Refused { .. })) = self.echo() {
                send::forget_request(self.outbox, (self.company, self.request));
            }
        });
        let is_on_its_way = memo(move || self.echo().is_some());
        let mut was = false;
        effect(move || {
            let is = is_on_its_way.get();
            if was && !is {
                self.fetch();
            }
            was = is;
        });
        let is_refused = memo(move || {
            let echo = self.echo();
            echo.is_some_and(|(_, state)| matches!(state, State::Refused { .. }))
        });
        effect(move || {
            if is_refused.get() {
                self.fetch();
            }
        });
        repeat(EVERY, move || {
            let is_sent = self
                .found
                .with_untracked(|found| matches!(found, Found::Sent(..)));
            if is_sent {
                self.fetch();
            }
        });
    }

    fn fetch(self) {
        spawn(async move {
            let found = self.ask().await;
            // What is there stays when there is no network for a moment.
            let is_worse = matches!(found, Found::Failed(_))
                && self
                    .found
                    .try_with_untracked(|have| matches!(have, Found::Sent(..)))
                    != Some(false);
            let is_new = self.found.try_with_untracked(|have| *have != found);
            if is_new == Some(true) && !is_worse {
                self.found.set(found);
            }
        });
    }

    async fn ask(self) -> Found {
        match load::request(self.company, self.request).await {
            Ok((sent, deals)) => return Found::Sent(sent, deals),
            Err(refused) if refused.code() == Some(Code::NotFound) => {}
            Err(refused) => return Found::Failed(refused),
        }
        match api::draft(self.company, self.request).await {
            Ok(draft) => {
                let version = Some(draft.version);
                self.drafts.seen(self.company, self.request, version);
                Found::Draft(Sheet::read(&draft.content))
            }
            Err(refused) if refused.code() == Some(Code::NotFound) => Found::Nothing,
            Err(refused) => Found::Failed(refused),
        }
    }

    fn may_write(self) -> bool {
        let membership = use_session().membership(self.company);
        membership.is_some_and(|one| one.role != Role::Viewer)
    }

    fn typed(self) -> Option<Sheet> {
        let content = self.drafts.unsent(self.company, self.request)?;
        Some(Sheet::read(&content))
    }

    /// Sent from this device, and not with the hub yet.
    fn echo(self) -> Option<(Sheet, State)> {
        let sent = send::requests_of(self.outbox, self.company);
        let mut sent = sent.into_iter().filter(|(id, ..)| *id == self.request);
        sent.next().map(|(_, sheet, state)| (sheet, state))
    }

    fn shape(self) -> Shape {
        let shape = match (self.found.get(), self.echo()) {
            (Found::Sent(..), _) => Shape::Sent,
            // What was refused is mended where it was written.
            (_, Some((_, State::Refused { .. }))) => Shape::Write,
            (_, Some(_)) => Shape::Sent,
            (found, None) => match (self.stage.get_value(), found) {
                (Stage::Sent, _) => Shape::Sent,
                (Stage::Writing, _) | (_, Found::Draft(_)) => Shape::Write,
                (Stage::New, _) if untrack(|| self.typed()).is_some() => Shape::Write,
                (Stage::New, Found::Asking) => Shape::Waiting,
                (Stage::New, Found::Failed(refused)) => Shape::Failed(refused),
                (Stage::New, _) => Shape::Missing,
            },
        };
        match shape {
            Shape::Write => self.stage.set_value(Stage::Writing),
            Shape::Sent => self.stage.set_value(Stage::Sent),
            _ => {}
        }
        shape
    }

    /// What the form begins with: the newest that was written, here or anywhere.
    fn written(self) -> Sheet {
        let echo = self.echo().map(|(sheet, _)| sheet);
        let draft = match self.found.get() {
            Found::Draft(sheet) => Some(sheet),
            _ => None,
        };
        let written = self.typed().or(echo).or(draft);
        written.unwrap_or_default()
    }

    fn show(self) -> AnyView {
        let today = Date::from_days_since_epoch(clock::today());
        let request = self.request;
        let sent = memo(move || match (self.found.get(), self.echo()) {
            (Found::Sent(sent, _), _) => match today {
                Some(today) => sent.on(today),
                None => sent,
            },
            (_, echo) => Sent {
                id: request,
                version: 0,
                sheet: echo.map(|(sheet, _)| sheet).unwrap_or_default(),
                phase: Phase::Waiting,
                at: 0,
                asked: 0,
                answered: 0,
            },
        });
        let deals = memo(move || match self.found.get() {
            Found::Sent(_, deals) => deals,
            _ => Vec::new(),
        });
        sent::sent(Page {
            language: self.language,
            company: self.company,
            request: self.request,
            may_write: self.may_write(),
            sent,
            deals,
        })
    }
}
