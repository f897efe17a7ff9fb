//! All rows that a tab knows, in the order in which they are to be sent.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Bound;

use super::event::Kept;
use super::faults::seeded;
use super::item::{Draft, Entry, Id, Item, Row, Stand};
use super::pace::Millis;

/// An entry and what this tab is doing about it.
#[derive(Clone, Debug)]
pub struct Held {
    pub row: Row,
    /// Where this version is kept. None while nobody has said.
    pub kept: Option<Kept>,
    /// Failed attempts to keep it.
    pub slips: u32,
    /// When to try again to keep it.
    pub keep_at: Option<Millis>,
    /// The attempt that is on its way, and since when.
    pub flight: Option<(u32, Millis)>,
    /// Attempts so far in this tab.
    pub attempts: u32,
    /// Attempts in a row that settled nothing.
    pub tries: u32,
    /// Not to be sent before.
    pub due: Millis,
    /// What was before it in its conversation is known, or known to be gone.
    pub is_placed: bool,
}

impl Held {
    pub fn new(row: Row, due: Millis) -> Self {
        Self {
            row,
            kept: None,
            slips: 0,
            keep_at: None,
            flight: None,
            attempts: 0,
            tries: 0,
            due,
            is_placed: false,
        }
    }

    pub fn item(&self) -> Option<&Item> {
        match &self.row.entry {
            Some(Entry::Item(item)) => Some(item),
            _ => None,
        }
    }

    pub fn draft(&self) -> Option<&Draft> {
        match &self.row.entry {
            Some(Entry::Draft(draft)) => Some(draft),
            _ => None,
        }
    }

    pub fn is_waiting(&self) -> bool {
        self.item().is_some_and(|item| item.stand == Stand::Waiting)
    }
}

/// Whose, and which conversation.
type Line = (String, String);

#[derive(Clone, Debug, Default)]
pub struct Shelf {
    rows: BTreeMap<Id, Held>,
    /// Items that are not gone, by conversation and order. Only [`Shelf::put`] changes it.
    lines: BTreeMap<Line, BTreeSet<(u64, Id)>>,
    /// What a page has not been told of yet.
    news: BTreeSet<Id>,
}

fn place(item: &Item, id: Id) -> (Line, (u64, Id)) {
    let order = if seeded!(OrderByTheClock) {
        item.written_at.cast_unsigned()
    } else {
        item.order
    };
    let line = (item.account.clone(), item.conversation.clone());
    (line, (order, id))
}

impl Shelf {
    pub fn get(&self, id: Id) -> Option<&Held> {
        self.rows.get(&id)
    }

    /// The row itself is changed by [`Shelf::put`] alone.
    pub fn get_mut(&mut self, id: Id) -> Option<&mut Held> {
        self.rows.get_mut(&id)
    }

    pub fn all(&self) -> impl Iterator<Item = &Held> {
        self.rows.values()
    }

    pub fn ids(&self) -> Vec<Id> {
        self.rows.keys().copied().collect()
    }

    /// Puts a row in the place of the one of its name, and returns it.
    pub fn put(&mut self, row: Row, due: Millis) -> &mut Held {
        let id = row.id;
        if let Some(item) = self.rows.get(&id).and_then(Held::item) {
            let (line, place) = place(item, id);
            if let Some(waiting) = self.lines.get_mut(&line) {
                waiting.remove(&place);
                if waiting.is_empty() {
                    self.lines.remove(&line);
                }
            }
        }
        if let Some(Entry::Item(item)) = &row.entry {
            let (line, place) = place(item, id);
            self.lines.entry(line).or_default().insert(place);
        }
        let is_new = !self.rows.contains_key(&id);
        let held = self
            .rows
            .entry(id)
            .or_insert_with(|| Held::new(row.clone(), due));
        let is_other = held.row != row;
        if is_other {
            held.row = row;
            held.kept = None;
            held.slips = 0;
            held.keep_at = None;
        }
        if is_new || is_other {
            self.news.insert(id);
        }
        held
    }

    /// Notes that something about an entry is to be told.
    pub fn note(&mut self, id: Id) {
        self.news.insert(id);
    }

    /// What has changed since this was asked last.
    pub fn take_news(&mut self) -> BTreeSet<Id> {
        std::mem::take(&mut self.news)
    }

    /// What is on its way went with a session that has ended: that it is refused says nothing about the one that is now.
    pub fn recall(&mut self) {
        for held in self.rows.values_mut() {
            held.flight = None;
        }
    }

    /// Whether what was written before this in its conversation is kept, as far as it is not settled.
    pub fn is_before_kept(&self, row: &Row) -> bool {
        let before = match &row.entry {
            Some(Entry::Item(item)) => item.after,
            _ => None,
        };
        let held = before.and_then(|before| self.rows.get(&before));
        let waits = |held: &Held| held.item().is_some() && held.kept < Some(Kept::Once);
        !held.is_some_and(waits) || seeded!(KeptBeforeTheOneBefore)
    }

    /// The next in the conversation of an item.
    pub fn after(&mut self, id: Id) -> Option<&mut Held> {
        let (line, place) = place(self.rows.get(&id)?.item()?, id);
        let after = (Bound::Excluded(place), Bound::Unbounded);
        let (_, next) = self.lines.get(&line)?.range(after).next()?;
        self.rows.get_mut(next)
    }

    /// The first of each of an account's conversations.
    pub fn heads(&self, account: &str) -> Vec<Id> {
        let from = (account.to_owned(), String::new());
        let heads = self
            .lines
            .range(from..)
            .take_while(|((whose, _), _)| whose == account);
        let first = |(_, line): (&Line, &BTreeSet<(u64, Id)>)| line.first().map(|(_, id)| *id);
        if seeded!(NextIsSentBesideTheFirst) {
            return heads
                .flat_map(|(_, line)| line.iter().map(|(_, id)| *id))
                .collect();
        }
        heads.filter_map(first).collect()
    }

    /// Whether this stands behind something refused, so that nobody sends it.
    pub fn is_blocked(&self, item: &Item) -> bool {
        let line = (item.account.clone(), item.conversation.clone());
        let first = self.lines.get(&line).and_then(|line| line.first());
        let first = first.and_then(|(_, id)| self.rows.get(id)?.item());
        first.is_some_and(|first| first.stand != Stand::Waiting)
    }

    /// The last of a conversation.
    pub fn last(&self, account: &str, conversation: &str) -> Option<&Item> {
        let line = (account.to_owned(), conversation.to_owned());
        let (_, id) = self.lines.get(&line)?.last()?;
        self.rows.get(id)?.item()
    }
}
