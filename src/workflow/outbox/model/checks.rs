//! What must be true while a history goes on.

use super::super::item::{Id, Key, Row};
use super::Wrong;
use super::world::World;

impl World<'_> {
    /// A form is closed only when what was typed is kept as an item, or the person emptied it.
    pub fn check_closed(&mut self, id: Id, index: usize) -> Result<(), Wrong> {
        let is_there = |row: Row| row.entry.is_some();
        if !self.texts.contains_key(&id) || self.device.rows().remove(&id).is_some_and(is_there) {
            return Ok(());
        }
        let Some((_, text, serial)) = self.texts.remove(&id) else {
            return Ok(());
        };
        let is_own = self.tabs[index]
            .as_ref()
            .is_some_and(|tab| tab.serial == serial);
        let (Ok(number), true) = (text.parse::<usize>(), is_own) else {
            // Two tabs with one form: the one that comes last is right.
            return Ok(());
        };
        let mut sent = self
            .intents
            .iter()
            .filter(|intent| intent.text == Some(number));
        let is_safe = sent.all(|intent| intent.is_saved || intent.is_discarded);
        if is_safe {
            Ok(())
        } else {
            Err(format!("draft: {number} was closed before it was kept"))
        }
    }

    /// What is kept of the forms when nothing but the device is left.
    pub fn check_texts(&self) -> Result<(), Wrong> {
        if self.tabs.iter().any(Option::is_some) {
            return Ok(());
        }
        let rows = self.device.rows();
        for (id, (version, text, _)) in &self.texts {
            if rows.get(id).is_none_or(|row| row.version < *version) {
                return Err(format!("draft: {text} is lost"));
            }
        }
        Ok(())
    }

    pub fn check_send(&mut self, serial: u64, key: Key) -> Result<(), Wrong> {
        let rows = self.device.rows();
        // Another tab may have settled or changed it by now: what counts is that it was kept.
        let name = self.later_keys.get(&key.id()).copied().unwrap_or(key.id());
        let is_kept = rows.contains_key(&name);
        if !is_kept {
            return Err(format!("kept: {key} was sent and is not on the device"));
        }
        if self.failed.remove(&(serial, key)) == Some(self.now) {
            return Err(format!("pause: {key} was tried again at once"));
        }
        Ok(())
    }
}
