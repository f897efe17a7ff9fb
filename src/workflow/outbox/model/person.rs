//! What the people do who use the device.

use super::super::event::{Event, Unsent};
use super::super::item::{Form, Id, Item, Key, Method, Request, Stand};
use super::world::World;
use super::{Intent, Wrong, server};

pub const PEOPLE: [&str; 2] = ["ann", "ben"];
const CONVERSATIONS: usize = 3;

fn request(number: usize, is_good: bool) -> Request {
    Request {
        method: Method::Put,
        path: format!("v1/things/{number}"),
        body: server::body(number, is_good),
        known: None,
    }
}

impl World<'_> {
    fn form(&mut self) -> String {
        format!("form {}", self.chance.below(2))
    }

    pub fn types(&mut self, tab: usize) -> Result<(), Wrong> {
        let name = self.form();
        let text = format!("text {}", self.chance.next());
        self.feed(tab, Event::Typed(Form { name, text }))
    }

    /// Writes, and presses Send.
    pub fn sends(&mut self, tab: usize) -> Result<(), Wrong> {
        let Some(outbox) = self.tabs[tab].as_ref().map(|tab| &tab.outbox) else {
            return Ok(());
        };
        let Some(account) = outbox.account.clone() else {
            return Ok(());
        };
        let conversation = format!("with {}", self.chance.below(CONVERSATIONS));
        let known = self.tabs[tab].as_ref().map_or_else(Vec::new, |tab| {
            let items = tab
                .outbox
                .shelf
                .all()
                .filter_map(|held| Some((held.row.id, held.item()?)));
            let same = |item: &super::super::Item| {
                item.account == account && item.conversation == conversation
            };
            items
                .filter(|(_, item)| same(item))
                .map(|(id, _)| id)
                .collect()
        });
        let number = self.intents.len();
        let before = known
            .iter()
            .filter_map(|id| self.numbers.get(id).copied())
            .collect();
        let key = Key::new(self.chance.bytes());
        self.numbers.insert(key.id(), number);
        let draft = if self.chance.one_in(2) {
            let name = self.form();
            let text = number.to_string();
            Some(Form { name, text })
        } else {
            None
        };
        self.intents.push(Intent {
            account,
            before,
            text: draft.as_ref().map(|_| number),
            ..Intent::default()
        });
        self.tally.items += 1;
        if let Some(form) = draft.clone() {
            self.feed(tab, Event::Typed(form))?;
        }
        let is_good = !self.chance.one_in(5);
        // The clock of the machine says anything.
        let written_at = (self.chance.next() >> 20).cast_signed();
        self.feed(
            tab,
            Event::Submitted {
                key,
                conversation,
                request: request(number, is_good),
                draft,
                written_at,
            },
        )
    }

    /// Looks at what was refused, and does something about one of it. False where there is nothing.
    pub fn resolves(&mut self, tab: usize) -> Result<bool, Wrong> {
        let Some(outbox) = self.tabs[tab].as_ref().map(|tab| &tab.outbox) else {
            return Ok(false);
        };
        let refused: Vec<Id> = outbox
            .status()
            .attention
            .iter()
            .map(|refused| refused.id)
            .collect();
        if refused.is_empty() {
            return Ok(false);
        }
        let id = refused[self.chance.below(refused.len())];
        let Some(&number) = self.numbers.get(&id) else {
            return Ok(false);
        };
        match self.chance.below(if self.is_healed { 3 } else { 5 }) {
            0 => {
                // Sometimes with all that stands behind it.
                let behind = if self.chance.one_in(2) {
                    self.behind(tab, id)
                } else {
                    Vec::new()
                };
                for id in behind.into_iter().chain([id]) {
                    if let Some(&number) = self.numbers.get(&id) {
                        self.intents[number].is_discarded = true;
                        self.tally.count("discarded by the person");
                        self.feed(tab, Event::Discarded(id))?;
                    }
                }
            }
            1 | 2 => {
                self.intents[number].is_replaced = true;
                self.tally.count("changed by the person");
                let key = Key::new(self.chance.bytes());
                self.later_keys.insert(key.id(), id);
                let request = request(number, true);
                let replaced = Event::Replaced {
                    id,
                    key,
                    request,
                    draft: None,
                };
                self.feed(tab, replaced)?;
            }
            _ => {
                self.tally.count("tried again by the person");
                self.feed(tab, Event::Retried(id))?;
            }
        }
        Ok(true)
    }

    /// What a tab knows to stand behind a refused item, the last first.
    fn behind(&self, tab: usize, id: Id) -> Vec<Id> {
        let Some(outbox) = self.tabs[tab].as_ref().map(|tab| &tab.outbox) else {
            return Vec::new();
        };
        let item = |id| outbox.shelf.get(id).and_then(|held| held.item());
        let Some(refused) = item(id) else {
            return Vec::new();
        };
        let is_behind = |other: &Item| {
            other.account == refused.account
                && other.conversation == refused.conversation
                && (refused.order, id) < (other.order, other.key.id())
                && other.stand == Stand::Waiting
        };
        let ids = outbox.shelf.ids();
        let behind = ids
            .into_iter()
            .filter(|&id| item(id).is_some_and(is_behind));
        let mut behind: Vec<Id> = behind.collect();
        behind.sort_by_key(|&id| std::cmp::Reverse(item(id).map(|item| item.order)));
        behind
    }

    /// Signs out in some way, or in as somebody.
    pub fn changes_account(&mut self, tab: usize) -> Result<(), Wrong> {
        let account = self.tabs[tab]
            .as_ref()
            .and_then(|tab| tab.outbox.account.clone());
        match (account, self.chance.below(6)) {
            (Some(_), 0) => {
                self.tally.count("sign-out when all is sent");
                self.feed(tab, Event::Leaving(Unsent::Send))
            }
            (Some(_), 1) => {
                self.tally.count("sign-out that keeps what is unsent");
                self.feed(tab, Event::Leaving(Unsent::Keep))
            }
            (Some(account), 2) if self.chance.one_in(4) => {
                self.tally.count("sign-out that discards what is unsent");
                // Whatever this tab knows of; another one may know more.
                for intent in self
                    .intents
                    .iter_mut()
                    .filter(|intent| intent.account == account)
                {
                    intent.is_discarded |= intent.effects == 0;
                    intent.is_replaced = true;
                }
                self.texts.clear();
                self.feed(tab, Event::Leaving(Unsent::Discard))
            }
            _ => {
                self.tally.count("somebody signs in");
                let account = PEOPLE[self.chance.below(PEOPLE.len())];
                let is_told = self.chance.one_in(2);
                self.sign_in(Some(account), is_told)
            }
        }
    }
}
