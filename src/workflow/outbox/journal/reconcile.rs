use std::collections::BTreeMap;

use super::super::faults::seeded;
use super::super::item::Id;
use super::Kept;

/// What one of the places has.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Place {
    /// None where the place was never used, or has been emptied by something that was not us.
    pub generation: Option<u32>,
    pub rows: BTreeMap<Id, Kept>,
    /// Records that could not be read.
    pub damaged: u32,
}

impl Place {
    /// Adds a row, unless there is a newer one of its name.
    pub fn add(&mut self, row: Kept) {
        if row.entry.is_none() && seeded!(GraveIsForgotten) {
            return;
        }
        let is_older = |there: &Kept| !row.is_newer_than(there) && !seeded!(OlderWins);
        if !self.rows.get(&row.id).is_some_and(is_older) {
            self.rows.insert(row.id, row);
        }
    }

    /// Adds all of another place of the same kind.
    pub fn join(&mut self, other: Place) {
        self.generation = self.generation.max(other.generation);
        self.damaged += other.damaged;
        for row in other.rows.into_values() {
            self.add(row);
        }
    }
}

/// What the comparison of the places shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Finding {
    /// Neither place was ever used.
    New,
    /// Both say the same.
    Whole,
    /// Each had what the other lacked.
    Mended,
    /// The database was emptied behind our back. The journal had it all.
    DatabaseLost,
    /// The journal was. The database had it all.
    JournalLost,
    /// Both were, though a third place knows that there was something.
    BothLost,
}

/// What there is, and what each place has to be given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plan {
    pub finding: Finding,
    /// The generation that begins now.
    pub generation: u32,
    pub rows: Vec<Kept>,
    pub for_database: Vec<Kept>,
    pub for_journal: Vec<Kept>,
}

/// Makes one of two. `mark` is a generation that was noted elsewhere, if any.
#[must_use]
pub fn reconcile(database: &Place, journal: &Place, mark: Option<u32>) -> Plan {
    let finding = match (database.generation, journal.generation) {
        (None, None) if mark.is_some() => Finding::BothLost,
        (None, None) => Finding::New,
        (None, Some(_)) => Finding::DatabaseLost,
        (Some(_), None) => Finding::JournalLost,
        (Some(_), Some(_)) => Finding::Whole,
    };
    let mut all = database.clone();
    all.damaged = 0;
    all.join(journal.clone());
    if seeded!(DatabaseAloneIsBelieved) {
        all.rows = database.rows.clone();
    }
    if seeded!(JournalAloneIsBelieved) {
        all.rows = journal.rows.clone();
    }
    let lacks = |place: &Place, matters: fn(&Place, &Kept) -> bool| -> Vec<Kept> {
        let rows = all.rows.values();
        let lacking =
            rows.filter(|row| place.rows.get(&row.id) != Some(*row) && matters(place, row));
        lacking.cloned().collect()
    };
    // In a journal the entry still stands before the word that it has gone: were that word damaged, the database must know.
    let for_database = lacks(database, |_, _| true);
    // A journal that never heard of it need not hear that it has gone.
    let for_journal = lacks(journal, |place, row| {
        row.entry.is_some() || place.rows.contains_key(&row.id)
    });
    let is_mended = finding == Finding::Whole
        && (!for_database.is_empty() || !for_journal.is_empty() || 0 < journal.damaged);
    Plan {
        finding: if is_mended { Finding::Mended } else { finding },
        generation: all.generation.max(mark).unwrap_or(0).wrapping_add(1),
        for_database,
        for_journal,
        rows: all.rows.into_values().collect(),
    }
}

/// Whether the database takes a row in the place of what it has: only what is newer, or the same again. A tab that slept may
/// know less than the database.
#[must_use]
pub fn accepts(there: Option<&Kept>, row: &Kept) -> bool {
    there.is_none_or(|there| row.is_newer_than(there) || row == there)
}

/// That something has gone is remembered for as many generations: a tab that slept for longer finds nothing that forbids it
/// to bring the thing back, which the server's memory of its key makes harmless.
pub const REMEMBERED: u32 = 100;
