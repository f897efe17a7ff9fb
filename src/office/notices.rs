//! How many notices nobody has read, for the menu of every page: a `provide_`/`use_` pair.

use std::time::Duration;

use browser::api;
use domain::Id;
use leptos::prelude::*;
use leptos_router::hooks::use_location;

use crate::components::{effect, spawn};
use crate::session::use_session;

/// How long news may be unknown to somebody who stays on a page.
const EVERY: Duration = Duration::from_secs(30);

#[derive(Clone, Copy)]
pub struct Unread(RwSignal<u64>);

impl Unread {
    pub fn count(self) -> u64 {
        self.0.get()
    }

    /// They have just been shown.
    pub fn seen(self) {
        self.0.set(0);
    }
}

/// Asks when somebody comes in, at each page, and now and then. Where nobody answers, what was known stays.
pub fn provide_notices() {
    let unread = RwSignal::new(0);
    provide_context(Unread(unread));
    let session = use_session();
    let path = use_location().pathname;
    let own = move || {
        session
            .me()
            .and_then(|me| Some(me.memberships.first()?.company))
    };
    let ask = move |company: Id| {
        spawn(async move {
            if let Ok(notices) = api::notices(company).await {
                unread.try_set(notices.unread);
            }
        });
    };
    effect(move || {
        path.track();
        match own() {
            Some(company) => ask(company),
            None => unread.set(0),
        }
    });
    let again = move || {
        if let Some(company) = untrack(own) {
            ask(company);
        }
    };
    crate::pages::repeat(EVERY, again);
}

pub fn use_unread() -> Unread {
    expect_context()
}
