use api_types::address::Language;
use api_types::approval::ApprovalState;
use api_types::member::Role;
use browser::api::{self, Refused};
use browser::{chance, clock};
use domain::{Date, Id};
use leptos::prelude::*;
use workflow::office::quotation::{Acts, Bid, Deal, Message, Side, Standing, Talk, Version};
use workflow::office::request::Sheet;
use workflow::outbox::page::State;

use crate::components::{effect, memo, spawn};
use crate::outbox::{Outbox, use_outbox};
use crate::pages::deal::own::EVERY;
use crate::pages::deal::send::{Deed, Echo, Said};
use crate::pages::deal::{load, repeat, send};
use crate::session::use_session;

/// What the parts of the page share.
#[derive(Clone, Copy)]
pub(super) struct Desk {
    pub language: Language,
    pub company: Id,
    pub quotation: Id,
    pub side: Side,
    pub may_write: bool,
    pub outbox: Outbox,
    talk: RwSignal<Talk>,
    pub failed: RwSignal<Option<Refused>>,
    /// Whether one's own company is still to approve the offer.
    approval: RwSignal<bool>,
}

impl Desk {
    pub fn open(language: Language, (company, quotation): (Id, Id), talk: Talk) -> Self {
        let membership = use_session().membership(company);
        let desk = Self {
            language,
            company,
            quotation,
            side: talk.deal.side,
            may_write: membership.is_some_and(|one| one.role != Role::Viewer),
            outbox: use_outbox(),
            talk: RwSignal::new(talk),
            failed: RwSignal::new(None),
            approval: RwSignal::new(false),
        };
        let unsent = memo(move || desk.echo().count());
        let mut before = 0;
        effect(move || {
            let now = unsent.get();
            if now < before {
                desk.fetch();
            }
            before = now;
        });
        repeat(EVERY, move || desk.fetch());
        desk.seen();
        desk.fetch_approval();
        desk
    }

    fn fetch(self) {
        self.fetch_approval();
        spawn(async move {
            match load::talk(self.company, self.quotation).await {
                Ok(talk) => {
                    // The page may be gone by now.
                    if self.failed.try_set(None).is_none()
                        && self.talk.with_untracked(|have| *have != talk)
                    {
                        self.talk.set(talk);
                        self.seen();
                    }
                }
                Err(refused) => drop(self.failed.try_set(Some(refused))),
            }
        });
    }

    /// Only what a buyer's own people want to accept can wait.
    fn fetch_approval(self) {
        if self.side != Side::Buyer {
            return;
        }
        spawn(async move {
            // Nothing is there most often; whatever else is the matter is said elsewhere.
            let found = api::approval(self.company, self.quotation).await;
            let waits = found.is_ok_and(|one| one.state == ApprovalState::Waiting);
            if self.approval.try_get_untracked() == Some(!waits) {
                self.approval.set(waits);
            }
        });
    }

    pub fn waits_for_approval(self) -> bool {
        self.approval.get()
    }

    /// What the other side wrote has been seen.
    fn seen(self) {
        let newest = self.talk.with_untracked(|talk| {
            let mut messages = talk.messages.iter().rev();
            let newest = messages.find(|one| one.by != self.side)?;
            Some(newest.number).filter(|number| talk.read < *number)
        });
        if let Some(newest) = newest.filter(|_| self.may_write) {
            spawn(async move { load::seen(self.company, self.quotation, newest).await });
        }
    }

    pub fn sheet(self) -> Sheet {
        self.talk.with_untracked(|talk| talk.sheet.clone())
    }

    /// What is on this device and not with the hub. Followed where it is asked in a view.
    pub fn echo(self) -> Echo {
        send::unsent(self.outbox, (self.company, self.quotation))
    }

    /// With what is on its way, as if it had arrived.
    pub fn deal(self) -> Deal {
        let mut deal = self.talk.with(|talk| talk.deal.clone());
        let echo = self.echo();
        if let Some((number, bid, state)) = echo.version
            && !matches!(state, State::Refused { .. })
            && deal.last().is_none_or(|last| last.number < number)
        {
            deal.versions.push(Version {
                number,
                by: self.side,
                at: None,
                bid,
            });
            deal.stored = match self.side {
                Side::Buyer => Standing::Countered,
                Side::Supplier => Standing::Quoted,
            };
        }
        if let Some((deed, state)) = echo.deed
            && !matches!(state, State::Refused { .. })
        {
            deal.stored = match deed {
                Deed::Decline { .. } => Standing::Declined,
                Deed::Withdraw { .. } => Standing::Withdrawn,
                Deed::Accept { .. } => Standing::Accepted,
            };
        }
        deal
    }

    /// Why the hub has refused what was sent last; its code.
    pub fn refused(self) -> Option<(String, String)> {
        let echo = self.echo();
        let states = echo.states();
        states.into_iter().find_map(|(name, state)| match state {
            State::Refused { code } => Some((name, code)),
            _ => None,
        })
    }

    pub fn is_waiting(self) -> bool {
        0 < self.echo().count()
    }

    pub fn messages(self) -> Vec<Message> {
        let mut messages = self.talk.with(|talk| talk.messages.clone());
        for (said, _) in self.echo().messages {
            messages.push(Message {
                number: 0,
                by: self.side,
                words: said.words,
                attachments: said.attachments,
                at: None,
                is_read: false,
            });
        }
        messages
    }

    pub fn acts(self) -> Acts {
        // One step at a time: what is on its way is answered first.
        let echo = self.echo();
        let is_on_its_way = |state: &State| !matches!(state, State::Refused { .. });
        let version = echo.version.as_ref().map(|(.., state)| state);
        let deed = echo.deed.as_ref().map(|(_, state)| state);
        let is_under_way = version.into_iter().chain(deed).any(is_on_its_way);
        match today() {
            Some(today) if self.may_write && !is_under_way => {
                let acts = self.deal().acts(self.side, today);
                Acts {
                    accept: acts.accept && !self.waits_for_approval(),
                    ..acts
                }
            }
            _ => Acts::default(),
        }
    }

    pub fn standing(self) -> Standing {
        let deal = self.deal();
        today().map_or(deal.stored, |today| deal.standing(today))
    }

    /// Sends the next version.
    pub fn offer(self, bid: &Bid) {
        let deal = untrack(|| self.deal());
        let number = deal.last().map_or(0, |last| last.number) + 1;
        let whose = (self.company, self.quotation);
        send::version(self.outbox, whose, deal.version, number, bid);
    }

    pub fn act(self, deed: &Deed) {
        let version = untrack(|| self.deal()).version;
        send::deed(self.outbox, (self.company, self.quotation), version, deed);
    }

    pub fn say(self, said: &Said) {
        let whose = (self.company, self.quotation);
        send::message(self.outbox, whose, chance::id(), said);
    }
}

pub(super) fn today() -> Option<Date> {
    Date::from_days_since_epoch(clock::today())
}
