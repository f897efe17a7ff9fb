//! All requests of a buying company: what is on this device first, then what the hub has.

use std::time::Duration;

use api_types::address::Language;
use api_types::draft::DraftKind;
use browser::api::{self, Refused};
use browser::clock;
use domain::{Date, Id};
use leptos::prelude::*;
use workflow::office::request::{Phase, Sent, Sheet, arranged};
use workflow::outbox::page::State;

use super::{load, send};
use crate::components::{effect, spawn};
use crate::drafts::{Drafts, use_drafts};
use crate::outbox::{Outbox, use_outbox};
use crate::sentence::refused_sentence;

/// How often a page that is open looks for news.
pub const EVERY: Duration = Duration::from_secs(20);

#[derive(Clone, Copy)]
pub struct Own {
    company: Id,
    drafts: Drafts,
    outbox: Outbox,
    hub: RwSignal<Option<Vec<Sent>>>,
    failed: RwSignal<Option<Refused>>,
}

impl Own {
    pub fn open(company: Id) -> Self {
        let own = Self {
            company,
            drafts: use_drafts(),
            outbox: use_outbox(),
            hub: RwSignal::new(None),
            failed: RwSignal::new(None),
        };
        own.fetch();
        // What has arrived at the hub is asked for there.
        let unsent = move || own.unsent().len();
        let unsent = crate::components::memo(unsent);
        let mut before = 0;
        effect(move || {
            let now = unsent.get();
            if now < before {
                own.fetch();
            }
            before = now;
        });
        super::repeat(EVERY, move || own.fetch());
        own
    }

    /// Whether the hub has answered.
    pub fn is_loaded(self) -> bool {
        self.hub.with(Option::is_some)
    }

    /// In the order of the list. Followed where it is asked in a view.
    pub fn rows(self) -> Vec<Sent> {
        let today = Date::from_days_since_epoch(clock::today());
        let on_day = |row: Sent| match today {
            Some(today) => row.on(today),
            None => row,
        };
        let hub = self.hub.get().unwrap_or_default().into_iter();
        let dropped = send::dropped(self.outbox, self.company);
        let hub = hub.filter(|row| !dropped.contains(&row.id)).map(on_day);
        arranged(self.unsent().into_iter().chain(hub))
    }

    pub fn said(self, language: Language) -> Option<String> {
        let refused = self.failed.get()?;
        Some(refused_sentence(language, &refused))
    }

    /// What is on this device only: sent and on its way, refused, or typed.
    fn unsent(self) -> Vec<Sent> {
        let sent = send::requests_of(self.outbox, self.company);
        let sent = sent.into_iter().map(|(id, sheet, state)| {
            let phase = match state {
                State::Refused { .. } => Phase::Refused,
                _ => Phase::Waiting,
            };
            row(id, sheet, phase, u64::MAX)
        });
        let drafts = self.drafts.all_unsent(self.company).into_iter();
        let drafts = drafts.filter(|(_, kept)| kept.kind == DraftKind::SourcingRequest);
        let drafts =
            drafts.map(|(id, kept)| row(id, Sheet::read(&kept.content), Phase::Draft, u64::MAX));
        sent.chain(drafts).collect()
    }

    fn fetch(self) {
        spawn(async move {
            let found = self.ask().await;
            match found {
                Ok(rows) => {
                    // The page may be gone by now.
                    if self.failed.try_set(None).is_none() {
                        self.hub.set(Some(rows));
                    }
                }
                Err(refused) => drop(self.failed.try_set(Some(refused))),
            }
        });
    }

    async fn ask(self) -> Result<Vec<Sent>, Refused> {
        let mut rows = load::requests(self.company).await?;
        let mut after: Option<String> = None;
        loop {
            let (drafts, next) = api::drafts(self.company, after.as_deref()).await?;
            let drafts = drafts.into_iter();
            let drafts = drafts.filter(|draft| draft.kind == DraftKind::SourcingRequest);
            rows.extend(drafts.map(|draft| {
                let sheet = Sheet::read(&draft.content);
                row(draft.id, sheet, Phase::Draft, draft.updated_at)
            }));
            after = next;
            if after.is_none() {
                return Ok(rows);
            }
        }
    }
}

fn row(id: Id, sheet: Sheet, phase: Phase, at: u64) -> Sent {
    let asked = u32::try_from(sheet.asked.len()).unwrap_or(u32::MAX);
    Sent {
        id,
        version: 0,
        sheet,
        phase,
        at,
        asked,
        answered: 0,
    }
}
