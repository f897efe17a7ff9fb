//! What a page shows of the outbox: quiet while all is well, plain where something waits for the person.

use super::event::{Kept, Unsent};
use super::item::Id;
use super::journal::Finding;
use super::status::{Attention, Status};

/// What the outbox's thread tells a page.
#[derive(Clone, Debug, PartialEq)]
pub enum Told {
    /// What the start has shown.
    Found(Finding),
    Status(Status),
    /// What was sent or typed under this name is kept in so many places.
    Kept(Id, Kept),
    /// What was typed in a form, if anything.
    Draft {
        form: String,
        text: Option<String>,
    },
    /// What is not sent, as a file.
    Export(String),
    /// Nothing holds the session open any more.
    SignOut,
    /// The thread has died; another stands in its place, unless it dies each time.
    Died {
        is_replaced: bool,
    },
}

/// One word about how things stand, the most urgent.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Mood {
    /// Nothing was written yet.
    #[default]
    Quiet,
    /// So many are with the device, and will be sent.
    SavedHere(u32),
    /// All that was written here is with the server.
    Sent,
    /// So many were refused, and wait for the person.
    NeedsAttention(u32),
    /// So many wait for their writer to sign in again.
    NeedsSignIn(u32),
    /// So many are kept nowhere: gone when the page is.
    NotSaved(u32),
    /// This browser keeps nothing: what is written is lost when the page goes.
    Broken,
}

/// What a page knows of its outbox.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Sync {
    pub status: Status,
    has_sent: bool,
    is_broken: bool,
    leaving: Leaving,
    /// The device had lost one of its places or both; said once.
    pub finding: Option<Finding>,
}

/// Where a sign-out stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Leaving {
    #[default]
    No,
    /// Something is not sent: the person is asked what becomes of it.
    Asked,
    /// All is being sent first.
    Sending,
}

/// What the page does about a sign-out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// Ask the person.
    Ask,
    /// Tell the outbox what becomes of what is not sent; it says when the session may end.
    Leave(Unsent),
}

impl Sync {
    /// Takes in what the thread tells.
    pub fn hear(&mut self, told: &Told) {
        match told {
            Told::Status(status) => {
                // What was refused, or became another one's by a change of accounts, has not been sent.
                let is_less = all(status) < all(&self.status);
                self.has_sent |= is_less && status.waiting < self.status.waiting;
                self.status = status.clone();
                self.is_broken = false;
            }
            Told::Found(finding) => self.finding = Some(*finding),
            Told::Died { is_replaced } => self.is_broken = !is_replaced,
            Told::SignOut => self.leaving = Leaving::No,
            Told::Kept(..) | Told::Draft { .. } | Told::Export(_) => {}
        }
    }

    #[must_use]
    pub fn mood(&self) -> Mood {
        let Status {
            waiting,
            unsaved,
            needs_sign_in,
            ..
        } = self.status;
        let attention = u32::try_from(self.status.attention.len()).unwrap_or(u32::MAX);
        if self.is_broken {
            Mood::Broken
        } else if 0 < unsaved {
            Mood::NotSaved(unsaved)
        } else if needs_sign_in {
            Mood::NeedsSignIn(waiting)
        } else if 0 < attention {
            Mood::NeedsAttention(attention)
        } else if 0 < waiting {
            Mood::SavedHere(waiting)
        } else if self.has_sent {
            Mood::Sent
        } else {
            Mood::Quiet
        }
    }

    /// What was refused, for the list.
    #[must_use]
    pub fn attention(&self) -> &[Attention] {
        &self.status.attention
    }

    #[must_use]
    pub fn leaving(&self) -> Leaving {
        self.leaving
    }

    /// The person wants to sign out.
    pub fn sign_out(&mut self) -> Step {
        let unsent = self.status.waiting > 0 || !self.status.attention.is_empty();
        if unsent {
            self.leaving = Leaving::Asked;
            Step::Ask
        } else {
            // Drafts that were never sent stay for who wrote them.
            Step::Leave(Unsent::Keep)
        }
    }

    /// The person has said what becomes of what is not sent.
    pub fn decided(&mut self, unsent: Unsent) -> Step {
        self.leaving = if unsent == Unsent::Send {
            Leaving::Sending
        } else {
            Leaving::No
        };
        Step::Leave(unsent)
    }

    /// The person stays after all.
    pub fn stays(&mut self) {
        self.leaving = Leaving::No;
    }
}

/// Items on the device, whoever's.
fn all(status: &Status) -> usize {
    (status.waiting + status.of_others) as usize + status.attention.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn status(waiting: u32, number_refused: u8, of_others: u32) -> Told {
        let refused = |number| Attention {
            id: Id([number; 16]),
            conversation: "draft".to_owned(),
            form: None,
            status: 422,
            code: "invalid_body".to_owned(),
        };
        Told::Status(Status {
            waiting,
            of_others,
            attention: (0..number_refused).map(refused).collect(),
            ..Status::default()
        })
    }

    fn check(told: &[Told], expected: Mood) {
        let mut sync = Sync::default();
        for told in told {
            sync.hear(told);
        }
        assert_eq!(sync.mood(), expected, "{told:?}");
    }

    #[test]
    fn the_most_urgent_is_said() {
        check(&[], Mood::Quiet);
        check(&[status(0, 0, 3)], Mood::Quiet);
        check(&[status(2, 0, 0)], Mood::SavedHere(2));
        check(&[status(2, 0, 0), status(1, 0, 0)], Mood::SavedHere(1));
        check(&[status(1, 0, 0), status(0, 0, 0)], Mood::Sent);
        check(&[status(2, 1, 0)], Mood::NeedsAttention(1));
        let ended = Status {
            waiting: 2,
            needs_sign_in: true,
            ..Status::default()
        };
        check(&[Told::Status(ended.clone())], Mood::NeedsSignIn(2));
        check(
            &[Told::Status(Status {
                unsaved: 1,
                ..ended
            })],
            Mood::NotSaved(1),
        );
        check(&[Told::Died { is_replaced: true }], Mood::Quiet);
        check(
            &[status(2, 1, 0), Told::Died { is_replaced: false }],
            Mood::Broken,
        );
    }

    #[test]
    fn sent_is_said_of_what_was_sent_only() {
        let (one, none) = (status(1, 0, 0), status(0, 0, 0));
        // Refused, then discarded.
        check(&[one.clone(), status(0, 1, 0), none.clone()], Mood::Quiet);
        // Somebody else has signed in.
        check(&[one.clone(), status(0, 0, 1)], Mood::Quiet);
        // Refused, changed, sent.
        check(&[one.clone(), status(0, 1, 0), one, none], Mood::Sent);
    }

    #[test]
    fn nobody_signs_out_of_unsent_things_unasked() {
        let mut sync = Sync::default();
        assert_eq!(sync.sign_out(), Step::Leave(Unsent::Keep));
        sync.hear(&status(0, 1, 0));
        assert_eq!(
            (sync.sign_out(), sync.leaving()),
            (Step::Ask, Leaving::Asked)
        );
        sync.stays();
        assert_eq!(sync.leaving(), Leaving::No);
        sync.hear(&status(1, 0, 0));
        assert_eq!(sync.sign_out(), Step::Ask);
        assert_eq!(sync.decided(Unsent::Send), Step::Leave(Unsent::Send));
        assert_eq!(sync.leaving(), Leaving::Sending);
        sync.hear(&Told::SignOut);
        assert_eq!(sync.leaving(), Leaving::No);
    }
}
