//! What a person does to a company, under one key until the hub has answered.

use browser::api::{Deed, Refused};
use browser::chance;
use domain::Id;
use leptos::prelude::*;
use workflow::office::deed::Deeds;

/// The deeds of one form or list.
#[derive(Clone, Copy)]
pub struct Hand(StoredValue<Deeds>);

impl Hand {
    pub fn new() -> Self {
        Self(StoredValue::new(Deeds::default()))
    }

    /// `what`: everything that is sent, so that a change in it is another deed.
    pub fn deed(self, company: Id, what: &str) -> Deed {
        let fresh = chance::id();
        let key = self.0.try_update_value(|deeds| deeds.key(what, fresh));
        Deed {
            company,
            key: key.unwrap_or(fresh),
        }
    }

    /// Notes whether the hub has decided.
    pub fn heard<T>(self, answer: Result<T, Refused>) -> Result<T, Refused> {
        if answer.as_ref().map_or_else(Refused::is_definite, |_| true) {
            self.0.try_update_value(Deeds::answered);
        }
        answer
    }
}
