//! Products a reader keeps in the browser: favourites, those to compare, those seen lately.

/// Product ids, the newest first, none twice, never more than a limit.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Picks {
    ids: Vec<String>,
}

impl Picks {
    #[must_use]
    pub fn ids(&self) -> &[String] {
        &self.ids
    }

    #[must_use]
    pub fn contains(&self, id: &str) -> bool {
        self.ids.iter().any(|have| have == id)
    }

    /// Puts a product first; the oldest beyond `limit` leaves.
    pub fn put(&mut self, id: &str, limit: usize) {
        self.remove(id);
        self.ids.insert(0, id.to_owned());
        self.ids.truncate(limit);
    }

    pub fn remove(&mut self, id: &str) {
        self.ids.retain(|have| have != id);
    }

    /// Reads what [`Picks::write`] wrote, or a person typed into an address: ids with commas between.
    #[must_use]
    pub fn read(written: &str, limit: usize) -> Self {
        let mut picks = Picks::default();
        for id in written.split(',').filter(|id| !id.is_empty()) {
            if !picks.contains(id) && picks.ids.len() < limit {
                picks.ids.push(id.to_owned());
            }
        }
        picks
    }

    #[must_use]
    pub fn write(&self) -> String {
        self.ids.join(",")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_newest_comes_first_and_the_oldest_leaves() {
        let mut picks = Picks::default();
        for id in ["a", "b", "a", "c"] {
            picks.put(id, 2);
        }
        assert_eq!(picks.ids(), ["c", "a"]);
        picks.remove("c");
        assert!(!picks.contains("c"));
    }

    #[test]
    fn picks_survive_being_written() {
        let picks = Picks::read("c,,a,c,b,d", 3);
        assert_eq!(picks.ids(), ["c", "a", "b"]);
        assert_eq!(Picks::read(&picks.write(), 3), picks);
    }
}
