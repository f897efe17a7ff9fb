//! What the person decides about what was refused, and about what is not sent when they sign out.

use super::event::{Effect, Unsent};
use super::faults::seeded;
use super::item::{Entry, Form, Id, Item, Key, Request, Stand};
use super::machine::Outbox;
use super::pace::Millis;

impl Outbox {
    /// What was refused may go, and so may what stands behind it, which nobody sends. Anything else may have arrived already,
    /// and what was written after it counts on it.
    pub(super) fn discarded(&mut self, id: Id, now: Millis, effects: &mut Vec<Effect>) {
        let item = self.shelf.get(id).and_then(|held| held.item());
        let may_go = |item: &Item| item.stand != Stand::Waiting || self.shelf.is_blocked(item);
        if !item.is_some_and(may_go) {
            return;
        }
        self.change(id, None, now, effects);
        if seeded!(DiscardIsNotKept) {
            effects.pop();
        }
    }

    pub(super) fn change_refused(
        &mut self,
        id: Id,
        asked: Option<(Key, Request, Option<Form>)>,
        now: Millis,
        effects: &mut Vec<Effect>,
    ) {
        let Some(item) = self.shelf.get(id).and_then(|held| held.item()) else {
            return;
        };
        if item.stand == Stand::Waiting {
            return;
        }
        let mut item = Item {
            stand: Stand::Waiting,
            ..item.clone()
        };
        if let Some((key, request, draft)) = asked {
            item.request = request;
            item.draft = draft.or(item.draft);
            if !seeded!(ReplacementKeepsTheKey) {
                item.key = key;
            }
        }
        self.change(id, Some(Entry::Item(item)), now, effects);
        if let Some(held) = self.shelf.get_mut(id) {
            held.tries = 0;
            held.due = now;
        }
    }

    pub(super) fn leaving(&mut self, unsent: Unsent, now: Millis, effects: &mut Vec<Effect>) {
        let Some(account) = self.account.clone() else {
            return;
        };
        match unsent {
            Unsent::Send => {
                self.is_leaving = true;
                return;
            }
            Unsent::Keep if !seeded!(SignOutForgetsWhatIsKept) => {}
            Unsent::Keep | Unsent::Discard => {
                for id in self.shelf.ids() {
                    let whose = self.shelf.get(id).and_then(|held| match &held.row.entry {
                        Some(Entry::Item(item)) => Some(&item.account),
                        Some(Entry::Draft(draft)) => Some(&draft.account),
                        None => None,
                    });
                    if whose == Some(&account) {
                        self.change(id, None, now, effects);
                    }
                }
            }
        }
        self.is_leaving = false;
        effects.push(Effect::SignOut);
    }
}
