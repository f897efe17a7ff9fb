//! What is sent now, what is kept again, and when to look next.

use super::event::{Effect, Kept, News};
use super::faults::seeded;
use super::item::{Entry, Id, Key, Row, Stand};
use super::machine::Outbox;
use super::pace::{self, Millis};

impl Outbox {
    /// What was read from the device joins what is known.
    pub(super) fn loaded(&mut self, rows: Vec<Row>, now: Millis, effects: &mut Vec<Effect>) {
        self.is_loaded = true;
        self.is_loading = false;
        self.look_at = now + pace::LOOK;
        let before = self.shelf.ids();
        let mut read: Vec<Id> = rows.iter().map(|row| row.id).collect();
        read.sort_unstable();
        for row in rows {
            self.adopt(row, now);
        }
        for id in before {
            let Some(held) = self.shelf.get(id) else {
                continue;
            };
            // Kept, and yet not there: either another tab has settled it, which the key makes harmless, or the device
            // has lost it.
            if held.row.entry.is_some()
                && Some(Kept::Nowhere) < held.kept
                && read.binary_search(&id).is_err()
            {
                effects.push(Effect::Keep(held.row.clone()));
            }
        }
        // Whatever was written before these was kept before them: what is not there is settled. That cannot be said of what
        // another tab has told of meanwhile.
        for id in read {
            if let Some(held) = self.shelf.get_mut(id) {
                held.is_placed = true;
            }
        }
    }

    pub(super) fn load(&mut self, effects: &mut Vec<Effect>) {
        if !self.is_loading {
            self.is_loading = true;
            effects.push(Effect::Load);
        }
    }

    /// When something new may be sent first.
    pub(super) fn due(&self, now: Millis) -> Millis {
        if self.leads {
            now
        } else {
            now + pace::PATIENCE
        }
    }

    /// Nothing waits any longer than it must.
    pub(super) fn hurry(&mut self, now: Millis) {
        let due = self.due(now);
        for id in self.heads() {
            if let Some(held) = self.shelf.get_mut(id) {
                held.due = held.due.min(due);
            }
        }
    }

    fn heads(&self) -> Vec<Id> {
        self.account
            .as_ref()
            .map_or_else(Vec::new, |account| self.shelf.heads(account))
    }

    pub(super) fn has_waiting(&self) -> bool {
        let account = self.account.as_ref();
        let mut items = self.shelf.all().filter_map(|held| held.item());
        items.any(|item| item.stand == Stand::Waiting && Some(&item.account) == account)
    }

    pub(super) fn has_refused(&self) -> bool {
        let account = self.account.as_ref();
        let mut items = self.shelf.all().filter_map(|held| held.item());
        items.any(|item| item.stand != Stand::Waiting && Some(&item.account) == account)
    }

    /// Has what could not be kept kept again.
    pub(super) fn keep_again(&mut self, now: Millis, effects: &mut Vec<Effect>) {
        let is_due = |at: Millis| at <= now || now + pace::LONGEST < at;
        for id in self.shelf.ids() {
            let Some(held) = self.shelf.get(id) else {
                continue;
            };
            // The clock may have gone back by years.
            if !held.keep_at.is_some_and(is_due) {
                continue;
            }
            let is_next = self.shelf.is_before_kept(&held.row);
            if let Some(held) = self.shelf.get_mut(id) {
                held.keep_at = Some(now + pace::FIRST).filter(|_| !is_next);
                if is_next {
                    effects.push(Effect::Keep(held.row.clone()));
                }
            }
        }
    }

    /// Reads what is kept when that has not been done for a while.
    pub(super) fn look_again(&mut self, now: Millis, effects: &mut Vec<Effect>) {
        let is_due = self.look_at <= now || now + pace::LOOK < self.look_at;
        if is_due && self.is_loaded && !seeded!(NobodyLooksAgain) {
            self.look_at = now + pace::LOOK;
            self.is_loading = false;
            self.load(effects);
        }
    }

    /// Sends the first of each conversation whose time has come.
    pub(super) fn send_due(&mut self, now: Millis, effects: &mut Vec<Effect>) {
        if !self.is_loaded || self.is_paused || (seeded!(FollowersNeverSend) && !self.leads) {
            return;
        }
        let mut heads = self.heads();
        if seeded!(OtherAccountsItemsSent) {
            heads = self.shelf.ids();
            heads.retain(|id| {
                self.shelf
                    .get(*id)
                    .is_some_and(|held| held.item().is_some())
            });
        }
        let is_blocked = seeded!(RefusalBlocksAll)
            && heads
                .iter()
                .filter_map(|id| self.shelf.get(*id)?.item())
                .any(|item| item.stand != Stand::Waiting);
        if is_blocked {
            return;
        }
        let mut flying = 0;
        let mut unplaced = false;
        let mut ready = Vec::new();
        for id in heads {
            let Some(held) = self.shelf.get_mut(id) else {
                continue;
            };
            if !seeded!(ClockIsTrusted) {
                held.due = held
                    .due
                    .min(now + pace::LONGEST + pace::patience_after_a_try());
            }
            if let Some((_, since)) = &mut held.flight {
                *since = (*since).min(now);
                if now < *since + pace::SILENCE {
                    flying += 1;
                    continue;
                }
                // The shell owes us an answer. Whatever became of the attempt, the key is the same.
                held.flight = None;
            }
            let is_kept = held.kept.is_some_and(|kept| Kept::Nowhere < kept);
            if !held.is_waiting() || now < held.due {
                continue;
            }
            if !is_kept && !seeded!(SentBeforeItIsKept) {
                continue;
            }
            if !held.is_placed && !seeded!(UnknownBeforeIsIgnored) {
                unplaced = true;
                continue;
            }
            ready.push((held.due, id));
        }
        if unplaced {
            self.load(effects);
        }
        // Who has waited longest is first.
        ready.sort_unstable();
        for (_, id) in ready.into_iter().take(pace::AT_ONCE.saturating_sub(flying)) {
            self.send(id, now, effects);
        }
    }

    fn send(&mut self, id: Id, now: Millis, effects: &mut Vec<Effect>) {
        let Some(held) = self.shelf.get_mut(id) else {
            return;
        };
        let Some(mut item) = held.item().cloned() else {
            return;
        };
        held.attempts += 1;
        held.flight = Some((held.attempts, now));
        if seeded!(NewKeyOnRetry) && 1 < held.attempts {
            let mut bytes = id.0;
            bytes[0] ^= held.attempts.to_le_bytes()[0];
            item.key = Key::new(bytes);
            held.row.entry = Some(Entry::Item(item.clone()));
        }
        let attempt = held.attempts;
        if seeded!(RemovedBeforeItIsSent) {
            let version = held.row.version + 1;
            effects.push(Effect::Keep(Row {
                id,
                version,
                entry: None,
            }));
        }
        effects.push(Effect::Tell(News::Trying(id)));
        effects.push(Effect::Send {
            key: item.key,
            attempt,
            account: item.account,
            request: item.request,
        });
    }

    /// When [`Event::Ticked`](super::Event::Ticked) is due, if ever.
    #[must_use]
    pub fn wake_at(&self) -> Option<Millis> {
        let keeping = self.shelf.all().filter_map(|held| held.keep_at).min();
        if !self.is_loaded {
            return keeping;
        }
        let looking = keeping.into_iter().chain([self.look_at]);
        if self.is_paused {
            return looking.min();
        }
        let heads = self.heads();
        let held = || heads.iter().filter_map(|id| self.shelf.get(*id));
        let flights = held().filter_map(|held| held.flight);
        let is_busy = pace::AT_ONCE <= flights.clone().count();
        let is_ready = |held: &&super::shelf::Held| {
            let is_kept = held.kept.is_some_and(|kept| Kept::Nowhere < kept);
            held.flight.is_none() && held.is_waiting() && is_kept && held.is_placed && !is_busy
        };
        let next = held().filter(is_ready).map(|held| held.due).min();
        let silent = flights.map(|(_, since)| since + pace::SILENCE).min();
        looking.chain(next).chain(silent).min()
    }
}
