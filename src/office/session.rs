//! Who is signed in: a `provide_`/`use_` pair.

use api_types::account::{Me, Membership};
use api_types::problem::Code;
use browser::api::{self, Refused};
use domain::Id;
use leptos::prelude::*;

use crate::components::{memo, spawn};

/// What is known of who sits there.
#[derive(Clone, Debug, PartialEq)]
pub enum Who {
    Asking,
    Nobody,
    Somebody(Me),
    Unknown(Refused),
}

/// The part of it that decides which page is shown: a name that changes builds no page anew.
#[derive(Clone, Debug, PartialEq)]
pub enum Standing {
    Asking,
    Nobody,
    Somebody(Id),
    Unknown(Refused),
}

#[derive(Clone, Copy)]
pub struct Session(RwSignal<Who>);

impl Session {
    pub fn standing(self) -> Memo<Standing> {
        memo(move || {
            self.0.with(|who| match who {
                Who::Asking => Standing::Asking,
                Who::Nobody => Standing::Nobody,
                Who::Somebody(me) => Standing::Somebody(me.account),
                Who::Unknown(refused) => Standing::Unknown(refused.clone()),
            })
        })
    }

    pub fn me(self) -> Option<Me> {
        self.0.with(|who| match who {
            Who::Somebody(me) => Some(me.clone()),
            _ => None,
        })
    }

    /// What the account may do in a company.
    pub fn membership(self, company: Id) -> Option<Membership> {
        let me = self.me()?;
        let mut memberships = me.memberships.into_iter();
        memberships.find(|membership| membership.company == company)
    }

    pub fn entered(self, me: Me) {
        self.0.set(Who::Somebody(me));
    }

    pub fn left(self) {
        self.0.set(Who::Nobody);
    }

    /// Asks again. What is shown stays meanwhile, and for good if the answer is the same.
    pub fn refresh(self) {
        spawn(async move {
            let who = match api::me().await {
                Ok(me) => Who::Somebody(me),
                Err(refused) if refused.code() == Some(Code::SignInRequired) => Who::Nobody,
                Err(refused) => Who::Unknown(refused),
            };
            if self.0.with_untracked(|before| *before != who) {
                self.0.set(who);
            }
        });
    }
}

pub fn provide_session() {
    let session = Session(RwSignal::new(Who::Asking));
    provide_context(session);
    session.refresh();
}

pub fn use_session() -> Session {
    expect_context()
}
