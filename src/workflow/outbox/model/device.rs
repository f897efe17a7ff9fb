//! The device: two places that keep rows, and one session for all tabs.

use std::collections::BTreeMap;

use super::super::item::{Id, Row};
use super::super::journal::{self, Finding, Kept, Place};
use super::Chance;

#[derive(Clone, Debug, Default)]
pub struct Device {
    pub database: Place,
    /// The generation in which a row was found to have gone.
    graves: BTreeMap<Id, u32>,
    pub journals: [Vec<u8>; 2],
    /// Which of the journals is written.
    current: usize,
    pub mark: Option<u32>,
    /// Whose session the browser holds.
    pub session: Option<String>,
}

impl Device {
    pub fn journal(&self) -> Place {
        let mut place = journal::read(&self.journals[0]);
        place.join(journal::read(&self.journals[1]));
        place
    }

    /// Puts a row into the database, or returns the newer one that is there.
    pub fn put(&mut self, row: &Row) -> Option<Row> {
        let kept = row.to_bytes();
        let there = self.database.rows.get(&row.id);
        if !journal::accepts(there, &kept)
            && let Some(there) = there.and_then(Row::from_bytes)
        {
            return Some(there);
        }
        if kept.entry.is_none() {
            self.graves
                .insert(row.id, self.database.generation.unwrap_or(0));
        }
        self.database.rows.insert(row.id, kept);
        None
    }

    /// Adds a row to the journal; only the first bytes of it where the tab dies meanwhile.
    pub fn append(&mut self, row: &Row, torn: Option<&mut Chance>) {
        let mut frame = journal::entry(&row.to_bytes());
        if let Some(chance) = torn {
            frame.truncate(chance.below(frame.len()));
        }
        self.journals[self.current].extend(frame);
    }

    /// Makes one of both, and mends what is missing in either as far as `steps` go.
    pub fn load(&mut self, mut steps: usize) -> (Vec<Row>, Finding) {
        let plan = journal::reconcile(&self.database, &self.journal(), self.mark);
        let generations = self
            .journals
            .each_ref()
            .map(|bytes| journal::read(bytes).generation);
        self.current = usize::from(generations[0] < generations[1]);
        let rows = plan.rows.iter().filter_map(Row::from_bytes).collect();
        let mut step = || {
            let goes_on = 0 < steps;
            steps = steps.saturating_sub(1);
            goes_on
        };
        for row in plan.for_database {
            if step() {
                self.database.rows.insert(row.id, row);
            }
        }
        for row in plan.for_journal {
            if step() {
                self.journals[self.current].extend(journal::entry(&row));
            }
        }
        if step() {
            self.database.generation = Some(plan.generation);
            self.mark = Some(plan.generation);
            self.journals[self.current].extend(journal::generation(plan.generation));
            self.sweep(plan.generation);
        }
        (rows, plan.finding)
    }

    /// Writes the present into the other journal, then empties the first. What an attempt left there that was broken off
    /// goes first: it does not know what has gone since.
    pub fn compact(&mut self, dies: bool, chance: &mut Chance) {
        let rows: Vec<Kept> = self.database.rows.values().cloned().collect();
        // Only what the database has is known to be the present.
        let place = self.journal();
        if place
            .rows
            .values()
            .any(|row| row.entry.is_some() && self.database.rows.get(&row.id) != Some(row))
        {
            return;
        }
        // The other one may have what this one lacks, and is about to be emptied.
        let here = journal::read(&self.journals[self.current]).rows;
        for row in rows.iter().filter(|row| here.get(&row.id) != Some(row)) {
            self.journals[self.current].extend(journal::entry(row));
        }
        let other = 1 - self.current;
        let generation = self.database.generation.unwrap_or(0);
        self.journals[other].clear();
        let mut whole = journal::whole(generation, &rows);
        if dies {
            whole.truncate(chance.below(whole.len() + 1));
        }
        self.journals[other].extend(whole);
        if !dies {
            self.journals[self.current].clear();
            self.current = other;
        }
    }

    fn sweep(&mut self, generation: u32) {
        let old = |gone: &u32| gone + journal::REMEMBERED < generation;
        let swept: Vec<Id> = self
            .graves
            .iter()
            .filter(|(_, gone)| old(gone))
            .map(|(id, _)| *id)
            .collect();
        for id in swept {
            self.graves.remove(&id);
            if self
                .database
                .rows
                .get(&id)
                .is_some_and(|row| row.entry.is_none())
            {
                self.database.rows.remove(&id);
            }
        }
    }

    /// What a start would find.
    pub fn rows(&self) -> BTreeMap<Id, Row> {
        let plan = journal::reconcile(&self.database, &self.journal(), self.mark);
        let rows = plan.rows.iter().filter_map(Row::from_bytes);
        rows.map(|row| (row.id, row)).collect()
    }
}
