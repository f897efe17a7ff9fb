//! Events in, effects out.

use super::answer::Answer;
use super::event::{Effect, Event, Kept, News};
use super::faults::seeded;
use super::item::{Draft, Entry, Form, Id, Item, Key, Row, Stand, draft_id};
use super::pace::{self, Millis};
use super::shelf::Shelf;

/// What one tab knows of all that is written on this device and not yet with the server.
#[derive(Clone, Debug, Default)]
pub struct Outbox {
    pub(super) shelf: Shelf,
    pub(super) account: Option<String>,
    /// The session has ended; the person must sign in.
    pub(super) is_paused: bool,
    pub(super) leads: bool,
    pub(super) is_loaded: bool,
    pub(super) is_loading: bool,
    /// When to look again at what is kept.
    pub(super) look_at: Millis,
    /// Signs out when all is sent.
    pub(super) is_leaving: bool,
}

impl Outbox {
    /// What follows from an event. `now` is read from any clock, `chance` is any number, anew each time.
    #[must_use]
    pub fn update(&mut self, event: Event, now: Millis, chance: u32) -> Vec<Effect> {
        let mut effects = Vec::new();
        match event {
            Event::Loaded(rows) => self.loaded(rows, now, &mut effects),
            Event::Account(account) => {
                self.is_leaving &= account == self.account;
                self.account = account;
                self.is_paused &= seeded!(PauseNeverEnds);
                if !seeded!(OldSessionPauses) {
                    self.shelf.recall();
                }
                self.hurry(now);
            }
            Event::Led(leads) => {
                let is_new = leads && !self.leads;
                self.leads = leads;
                if is_new {
                    // Whatever a tab wrote while nobody heard it.
                    self.load(&mut effects);
                    self.hurry(now);
                }
            }
            // A page whose thread died says again what it does not know to be kept.
            Event::Submitted { key, .. } if self.shelf.get(key.id()).is_some() => {}
            Event::Submitted {
                key,
                conversation,
                request,
                draft,
                written_at,
            } => {
                let Some(account) = self.account.clone() else {
                    return effects;
                };
                let last = self.shelf.last(&account, &conversation);
                let item = Item {
                    key,
                    order: last.map_or(0, |last| last.order + 1),
                    after: last.map(|last| last.key.id()),
                    account,
                    conversation,
                    request,
                    draft,
                    written_at,
                    stand: Stand::Waiting,
                };
                self.submit(item, now, &mut effects);
            }
            Event::Typed(form) => self.typed(form, now, &mut effects),
            Event::Kept { id, version, kept } => {
                self.kept(id, version, kept, now, chance, &mut effects);
            }
            Event::Stale { id, version, row } => self.stale(id, version, row, now, &mut effects),
            Event::Answered {
                key,
                attempt,
                answer,
            } => self.answered(key, attempt, answer, now, chance, &mut effects),
            Event::Heard(News::Row(row)) => self.adopt(*row, now),
            Event::Heard(News::Trying(id)) => {
                if let Some(held) = self.shelf.get_mut(id)
                    && !self.leads
                {
                    held.due = now + pace::patience_after_a_try();
                }
            }
            Event::Online => self.hurry(now),
            Event::Ticked => {
                self.keep_again(now, &mut effects);
                self.look_again(now, &mut effects);
            }
            Event::Retried(id) => self.change_refused(id, None, now, &mut effects),
            Event::Replaced {
                id,
                key,
                request,
                draft,
            } => self.change_refused(id, Some((key, request, draft)), now, &mut effects),
            Event::Discarded(id) => self.discarded(id, now, &mut effects),
            Event::Leaving(unsent) => self.leaving(unsent, now, &mut effects),
        }
        self.send_due(now, &mut effects);
        if self.is_leaving && !self.has_waiting() {
            self.is_leaving = false;
            // What was refused is not sent: the person decides anew.
            if !self.has_refused() {
                effects.push(Effect::SignOut);
            }
        }
        effects
    }

    fn submit(&mut self, item: Item, now: Millis, effects: &mut Vec<Effect>) {
        let row = Row {
            id: item.key.id(),
            version: 1,
            entry: Some(Entry::Item(item)),
        };
        let due = self.due(now);
        let is_next_kept = self.shelf.is_before_kept(&row);
        let held = self.shelf.put(row.clone(), due);
        held.is_placed = true;
        held.keep_at = Some(now).filter(|_| !is_next_kept);
        if seeded!(DraftGoesBeforeTheItemIsKept) {
            self.close_draft(row.id, now, effects);
        }
        if is_next_kept {
            effects.push(Effect::Keep(row));
        }
    }

    /// Gives an entry its next version and has it kept.
    pub(super) fn change(
        &mut self,
        id: Id,
        entry: Option<Entry>,
        now: Millis,
        effects: &mut Vec<Effect>,
    ) {
        let version = self.shelf.get(id).map_or(0, |held| held.row.version) + 1;
        let row = Row { id, version, entry };
        let due = self.due(now);
        self.shelf.put(row.clone(), due);
        effects.push(Effect::Keep(row));
    }

    fn typed(&mut self, form: Form, now: Millis, effects: &mut Vec<Effect>) {
        let Some(account) = self.account.clone() else {
            return;
        };
        let id = draft_id(&account, &form.name);
        let is_empty = form.text.is_empty();
        let entry = (!is_empty).then_some(Entry::Draft(Draft { account, form }));
        let before = self.shelf.get(id).and_then(|held| held.row.entry.as_ref());
        if entry.as_ref() == before {
            // Who typed waits to hear where it is.
            self.shelf.note(id);
        } else {
            self.change(id, entry, now, effects);
        }
    }

    fn kept(
        &mut self,
        id: Id,
        version: u32,
        kept: Kept,
        now: Millis,
        chance: u32,
        effects: &mut Vec<Effect>,
    ) {
        let Some(held) = self.shelf.get_mut(id) else {
            return;
        };
        if held.row.version != version {
            return;
        }
        held.kept = held.kept.max(Some(kept));
        held.keep_at = None;
        if kept < Kept::Twice && !seeded!(UnkeptIsNotTriedAgain) {
            held.slips += 1;
            held.keep_at = Some(now + pace::delay(held.slips, 0, chance));
        }
        let row = held.row.clone();
        self.shelf.note(id);
        if kept == Kept::Nowhere {
            return;
        }
        effects.push(Effect::Tell(News::Row(Box::new(row))));
        // What was written after it had to wait: another tab takes what is not kept for settled.
        if let Some(next) = self.shelf.after(id)
            && next.kept.is_none()
            && next.keep_at.take().is_some()
        {
            effects.push(Effect::Keep(next.row.clone()));
        }
        self.close_draft(id, now, effects);
    }

    /// The form of an item that is kept need not be kept too, unless it says something else by now.
    fn close_draft(&mut self, id: Id, now: Millis, effects: &mut Vec<Effect>) {
        let Some(held) = self.shelf.get(id) else {
            return;
        };
        let Some(item) = held.item().filter(|item| item.stand == Stand::Waiting) else {
            return;
        };
        let Some(form) = &item.draft else { return };
        let draft = draft_id(&item.account, &form.name);
        let typed = self.shelf.get(draft).and_then(|held| held.draft());
        if typed.is_some_and(|typed| typed.form == *form) {
            self.change(draft, None, now, effects);
        }
    }

    fn stale(&mut self, id: Id, version: u32, row: Row, now: Millis, effects: &mut Vec<Effect>) {
        let Some(held) = self.shelf.get(id) else {
            return;
        };
        let is_draft = held.draft().is_some();
        let entry = held.row.entry.clone();
        if held.row.version != version {
            return;
        }
        self.adopt(row, now);
        if is_draft {
            // Of two drafts the one that was typed last is right: here, just now.
            self.change(id, entry, now, effects);
        }
    }

    /// Takes over what another tab has made of a row.
    pub(super) fn adopt(&mut self, row: Row, now: Millis) {
        let due = self.due(now);
        let known = self.shelf.get(row.id);
        if known.is_some_and(|held| !row.is_newer_than(&held.row) && held.row != row) {
            return;
        }
        let key = |row: &Row| match &row.entry {
            Some(Entry::Item(item)) if item.stand == Stand::Waiting => Some(item.key),
            _ => None,
        };
        let is_other = known.is_none_or(|held| key(&held.row) != key(&row));
        let before = match &row.entry {
            Some(Entry::Item(item)) => item.after,
            _ => None,
        };
        let is_placed = before.is_none_or(|before| self.shelf.get(before).is_some());
        let id = row.id;
        let held = self.shelf.put(row, due);
        held.is_placed |= is_placed;
        let is_news = held.kept < Some(Kept::Twice);
        held.kept = held.kept.max(Some(Kept::Twice));
        held.keep_at = None;
        if is_other {
            held.flight = None;
            held.tries = 0;
            held.due = due;
        }
        if is_news {
            self.shelf.note(id);
        }
    }

    fn answered(
        &mut self,
        key: Key,
        attempt: u32,
        answer: Answer,
        now: Millis,
        chance: u32,
        effects: &mut Vec<Effect>,
    ) {
        let is_it = |held: &&super::shelf::Held| held.item().is_some_and(|item| item.key == key);
        // A changed item has another key than name; there are few of them.
        let held = self.shelf.get(key.id()).filter(is_it);
        let Some(held) = held.or_else(|| self.shelf.all().find(is_it)) else {
            return;
        };
        let (id, is_current) = (
            held.row.id,
            held.flight.is_some_and(|(now, _)| now == attempt),
        );
        if answer == Answer::Done {
            // Whichever attempt it was: the key is done.
            self.change(id, None, now, effects);
            return;
        }
        let (Some(item), true) = (held.item().cloned(), is_current) else {
            return;
        };
        let Some(held) = self.shelf.get_mut(id) else {
            return;
        };
        held.flight = None;
        match answer {
            Answer::Done => {}
            Answer::Later { wait } => {
                held.tries += 1;
                held.due = now + pace::delay(held.tries, wait, chance);
                if seeded!(DoneOnSilence) {
                    self.change(id, None, now, effects);
                }
            }
            Answer::SignIn => {
                held.due = now;
                if self.account.as_ref() == Some(&item.account) {
                    self.is_paused = true;
                }
                if seeded!(DroppedOnSignIn) {
                    self.change(id, None, now, effects);
                }
            }
            Answer::Refused { status, code } => {
                let stand = Stand::Refused { status, code };
                let form = item
                    .draft
                    .clone()
                    .filter(|_| !seeded!(RefusedDraftStaysShut));
                let refused = Entry::Item(Item { stand, ..item });
                let entry = (!seeded!(RefusalIsDropped)).then_some(refused);
                self.change(id, entry, now, effects);
                if seeded!(RefusalIsNotKept) {
                    effects.pop();
                }
                self.reopen(form, now, effects);
            }
        }
    }

    /// Opens the form of a refused item again, unless the person is writing another one in it.
    fn reopen(&mut self, form: Option<Form>, now: Millis, effects: &mut Vec<Effect>) {
        let (Some(form), Some(account)) = (form, &self.account) else {
            return;
        };
        let id = draft_id(account, &form.name);
        if self.shelf.get(id).is_none_or(|held| held.draft().is_none()) {
            self.typed(form, now, effects);
        }
    }
}
