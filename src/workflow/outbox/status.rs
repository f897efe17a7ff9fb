//! What a page says about the outbox.

use serde::{Deserialize, Serialize};

use super::event::Kept;
use super::item::{Form, Id, Stand, draft_id};
use super::machine::Outbox;

/// Quiet when all is zero, empty and false.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Status {
    /// On this device and not yet with the server.
    pub waiting: u32,
    /// Neither of the two places could keep these so far: they are gone when the page is. Drafts are among them.
    pub unsaved: u32,
    /// Refused, in the order of their names.
    pub attention: Vec<Attention>,
    /// Sending waits for the person to sign in.
    pub needs_sign_in: bool,
    /// Of other people on this device. They wait for them.
    pub of_others: u32,
}

/// Something that was refused.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Attention {
    pub id: Id,
    pub conversation: String,
    /// The form to open again.
    pub form: Option<String>,
    /// The HTTP status.
    pub status: u16,
    /// The problem's code.
    pub code: String,
}

impl Outbox {
    #[must_use]
    pub fn status(&self) -> Status {
        let mut status = Status::default();
        for held in self.shelf.all() {
            let Some(item) = held.item() else {
                let is_lost = held.draft().is_some() && held.kept == Some(Kept::Nowhere);
                status.unsaved += u32::from(is_lost);
                continue;
            };
            if Some(&item.account) != self.account.as_ref() {
                status.of_others += 1;
                continue;
            }
            status.unsaved += u32::from(held.kept == Some(Kept::Nowhere));
            match &item.stand {
                Stand::Waiting => status.waiting += 1,
                Stand::Refused { status: http, code } => status.attention.push(Attention {
                    id: held.row.id,
                    conversation: item.conversation.clone(),
                    form: item.draft.as_ref().map(|form| form.name.clone()),
                    status: *http,
                    code: code.clone(),
                }),
            }
        }
        status.needs_sign_in = self.is_paused && 0 < status.waiting;
        status
    }

    /// Nothing was read so far.
    #[must_use]
    pub fn is_new(&self) -> bool {
        !self.is_loaded
    }

    /// Whether an entry of this name is known, and has not gone.
    #[must_use]
    pub fn has(&self, id: Id) -> bool {
        self.shelf
            .get(id)
            .is_some_and(|held| held.row.entry.is_some())
    }

    /// What was typed in a form by who is signed in.
    #[must_use]
    pub fn draft(&self, form: &str) -> Option<&Form> {
        let id = draft_id(self.account.as_ref()?, form);
        Some(&self.shelf.get(id)?.draft()?.form)
    }
}
