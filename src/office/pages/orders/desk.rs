use api_types::address::Language;
use api_types::member::Role;
use api_types::order::{Order, Step, StepKind};
use api_types::quotation::Side;
use app::state::{Toast, use_toast};
use browser::api::{self, Refused};
use domain::Id;
use leptos::prelude::*;
use workflow::outbox::page::State;

use crate::components::{effect, memo, spawn};
use crate::locales::words;
use crate::outbox::{Outbox, use_outbox};
use crate::pages::deal::own::EVERY;
use crate::pages::deal::send::Form;
use crate::pages::deal::{repeat, send};
use crate::pages::name_in;
use crate::session::use_session;

/// What the parts of an order's page share.
#[derive(Clone, Copy)]
pub(super) struct Desk {
    pub language: Language,
    pub company: Id,
    pub may_write: bool,
    outbox: Outbox,
    toast: Toast,
    order: RwSignal<Order>,
    /// The version that a step was taken of: nothing more may be done to it.
    taken: RwSignal<Option<u64>>,
    id: Id,
}

impl Desk {
    pub fn open(language: Language, company: Id, order: Order) -> Self {
        let membership = use_session().membership(company);
        let desk = Self {
            language,
            company,
            may_write: membership.is_some_and(|one| one.role != Role::Viewer),
            outbox: use_outbox(),
            toast: use_toast(),
            id: order.id,
            order: RwSignal::new(order),
            taken: RwSignal::new(None),
        };
        let is_on_its_way = memo(move || desk.unsent().is_some());
        let mut before = false;
        effect(move || {
            let now = is_on_its_way.get();
            if before && !now {
                desk.fetch();
            }
            before = now;
        });
        repeat(EVERY, move || desk.fetch());
        desk
    }

    fn fetch(self) {
        spawn(async move {
            let found: Result<Order, Refused> = api::order(self.company, self.id).await;
            // The page may be gone by now, or the network; it is asked again.
            if let Ok(order) = found
                && self.order.try_with_untracked(|have| *have != order) == Some(true)
            {
                self.order.set(order);
            }
        });
    }

    /// Followed where it is asked in a view.
    pub fn order(self) -> Order {
        self.order.get()
    }

    /// What the other side is called.
    pub fn other(self) -> String {
        self.order.with_untracked(|order| {
            let party = match order.side {
                Side::Buyer => &order.supplier,
                Side::Supplier => &order.buyer,
            };
            name_in(self.language, &party.name).to_owned()
        })
    }

    /// The step that is on its way, if it was not refused.
    pub fn unsent(self) -> Option<Step> {
        let (step, state) = send::unsent_step(self.outbox, (self.company, self.id))?;
        (!matches!(state, State::Refused { .. })).then_some(step)
    }

    /// Why the hub has refused what was sent last; its code.
    pub fn refused(self) -> Option<String> {
        match send::unsent_step(self.outbox, (self.company, self.id))?.1 {
            State::Refused { code } => Some(code),
            _ => None,
        }
    }

    pub fn forget(self) {
        send::forget(self.outbox, Form::Step, (self.company, self.id));
    }

    /// What may be done now: one step at a time, what is on its way is answered first.
    pub fn may(self) -> Vec<StepKind> {
        // Until the hub has said what became of it.
        let is_taken = self
            .order
            .with(|order| self.taken.get() == Some(order.version));
        let is_under_way = is_taken && self.refused().is_none();
        if !self.may_write || is_under_way || self.unsent().is_some() {
            return Vec::new();
        }
        self.order.with(|order| order.may.clone())
    }

    pub fn take(self, step: &Step) {
        let version = self.order.with_untracked(|order| order.version);
        self.taken.set(Some(version));
        send::step(self.outbox, (self.company, self.id), version, step);
        self.toast.show(words(self.language).order.sent);
    }
}
