//! All that a page knows of its outbox.

use std::collections::{BTreeMap, BTreeSet};

use super::super::event::{Kept, Unsent};
use super::super::item::Id;
use super::super::journal::Finding;
use super::super::status::{Attention, Status};
use super::super::written::{Standing, Written};
use super::{Leaving, Mood, State, Step, Told};

/// What a page knows of its outbox.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Sync {
    pub status: Status,
    has_sent: bool,
    is_broken: bool,
    leaving: Leaving,
    written: BTreeMap<Id, Written>,
    /// Whether it is known what was written before this page came.
    is_known: bool,
    /// Nobody has said in time that these are kept.
    overdue: BTreeSet<Id>,
    /// The device had lost one of its places or both; said once.
    pub finding: Option<Finding>,
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
                // What was refused on the way out is not sent: the person decides anew.
                let is_stuck = status.waiting == 0 && !status.attention.is_empty();
                if self.leaving == Leaving::Sending && is_stuck {
                    self.leaving = Leaving::Asked;
                }
            }
            Told::Found(finding) => self.finding = Some(*finding),
            Told::Died { is_replaced } => self.is_broken = !is_replaced,
            Told::SignOut => self.leaving = Leaving::No,
            Told::All(all) => {
                self.is_known = true;
                self.written = all
                    .iter()
                    .map(|written| (written.id, written.clone()))
                    .collect();
            }
            Told::Written(written) => self.take(written.clone()),
            Told::Gone(id) => {
                self.written.remove(id);
                self.overdue.remove(id);
            }
            Told::Kept(id, kept) => {
                if Kept::Nowhere < *kept {
                    self.overdue.remove(id);
                }
            }
        }
    }

    /// Something was written on this page just now, and nobody knows yet whether it is kept.
    pub fn take(&mut self, written: Written) {
        if Some(Kept::Nowhere) < written.kept {
            self.overdue.remove(&written.id);
        }
        self.written.insert(written.id, written);
    }

    /// The person has waited long enough to hear that something is kept: then it is not, as far as they need to know.
    pub fn waited_for(&mut self, id: Id) {
        let is_unkept = |written: &Written| written.kept <= Some(Kept::Nowhere);
        if self.written.get(&id).is_some_and(is_unkept) {
            self.overdue.insert(id);
        }
    }

    /// Whether it is known what was written before this page came.
    #[must_use]
    pub fn is_known(&self) -> bool {
        self.is_known
    }

    /// What is written here and not with the server, as it was written: what was only typed comes last.
    #[must_use]
    pub fn written(&self) -> Vec<&Written> {
        let mut all: Vec<_> = self.written.values().collect();
        all.sort_by_key(|written| (written.standing == Standing::Typed, written.written_at));
        all
    }

    /// The newest that a form says here, typed or sent, as far as the server does not have it.
    #[must_use]
    pub fn newest(&self, form: &str) -> Option<&Written> {
        self.of(form).max_by_key(|written| written.order)
    }

    /// What was refused of a form, and what stands behind it.
    #[must_use]
    pub fn refused(&self, form: &str) -> Option<(&Written, Vec<&Written>)> {
        let is_refused = |written: &&Written| matches!(written.standing, Standing::Refused { .. });
        let refused = self.of(form).find(is_refused)?;
        let behind = self
            .of(form)
            .filter(|written| written.standing == Standing::Waiting);
        Some((refused, behind.collect()))
    }

    /// How it stands with a form.
    #[must_use]
    pub fn state(&self, form: &str) -> State {
        let mut state = State::Sent;
        for written in self.of(form) {
            let is_lost = written.kept == Some(Kept::Nowhere) || self.overdue.contains(&written.id);
            let own = match &written.standing {
                _ if is_lost || self.is_broken => State::NotSaved,
                Standing::Refused { code, .. } => State::Refused { code: code.clone() },
                _ if written.kept.is_none() => State::Saving,
                Standing::Waiting | Standing::Typed => State::SavedHere,
            };
            if state.urgency() < own.urgency() {
                state = own;
            }
        }
        state
    }

    fn of(&self, form: &str) -> impl Iterator<Item = &Written> {
        let is_of = move |written: &&Written| {
            let own = written.form.as_ref();
            own.is_some_and(|own| own.name == form)
        };
        self.written.values().filter(is_of)
    }

    fn number(&self, is_it: impl Fn(&Written) -> bool) -> u32 {
        let number = self
            .written
            .values()
            .filter(|written| is_it(written))
            .count();
        u32::try_from(number).unwrap_or(u32::MAX)
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
        let overdue = u32::try_from(self.overdue.len()).unwrap_or(u32::MAX);
        let once = self.number(|written| written.kept == Some(Kept::Once));
        if self.is_broken {
            Mood::Broken
        } else if 0 < unsaved.max(overdue) {
            Mood::NotSaved(unsaved.max(overdue))
        } else if 0 < once {
            Mood::SavedOnce(once)
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
        let waits = |written: &Written| written.standing != Standing::Typed;
        let unsent =
            self.status.waiting > 0 || !self.status.attention.is_empty() || 0 < self.number(waits);
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

    fn written(number: u8, standing: Standing, kept: Option<Kept>) -> Written {
        use super::super::super::item::Form;
        let form = Form {
            name: "draft".to_owned(),
            text: number.to_string(),
        };
        Written {
            standing,
            order: u64::from(number),
            written_at: i64::from(number),
            kept,
            ..Written::typed(Id([number; 16]), form)
        }
    }

    #[test]
    fn what_nobody_says_to_be_kept_is_not_saved_until_somebody_does() {
        let mut sync = Sync::default();
        let id = Id([1; 16]);
        sync.take(written(1, Standing::Waiting, None));
        assert_eq!(
            (sync.mood(), sync.state("draft")),
            (Mood::Quiet, State::Saving)
        );
        sync.waited_for(id);
        assert_eq!(
            (sync.mood(), sync.state("draft")),
            (Mood::NotSaved(1), State::NotSaved)
        );
        sync.hear(&Told::Written(written(
            1,
            Standing::Waiting,
            Some(Kept::Once),
        )));
        assert_eq!(
            (sync.mood(), sync.state("draft")),
            (Mood::SavedOnce(1), State::SavedHere)
        );
        sync.hear(&Told::Written(written(
            1,
            Standing::Waiting,
            Some(Kept::Twice),
        )));
        sync.waited_for(id);
        assert_eq!(sync.state("draft"), State::SavedHere);
        sync.hear(&Told::Gone(id));
        assert_eq!(
            (sync.mood(), sync.state("draft")),
            (Mood::Quiet, State::Sent)
        );
    }

    #[test]
    fn a_form_is_refused_with_all_that_stands_behind_it() {
        let refused = Standing::Refused {
            status: 412,
            code: "changed".to_owned(),
        };
        let mut sync = Sync::default();
        assert!(!sync.is_known());
        sync.hear(&Told::All(vec![
            written(1, refused, Some(Kept::Twice)),
            written(2, Standing::Waiting, Some(Kept::Twice)),
        ]));
        assert!(sync.is_known());
        let (first, behind) = sync.refused("draft").unwrap();
        assert_eq!((first.id, behind.len()), (Id([1; 16]), 1));
        assert_eq!(sync.newest("draft").unwrap().id, Id([2; 16]));
        let code = "changed".to_owned();
        assert_eq!(sync.state("draft"), State::Refused { code });
        assert_eq!(sync.state("another"), State::Sent);
        assert_eq!(sync.sign_out(), Step::Ask);
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
        sync.hear(&status(0, 1, 0));
        assert_eq!(sync.leaving(), Leaving::Asked, "it was refused");
        assert_eq!(sync.decided(Unsent::Keep), Step::Leave(Unsent::Keep));
        sync.hear(&Told::SignOut);
        assert_eq!(sync.leaving(), Leaving::No);
    }
}
