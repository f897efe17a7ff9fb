//! Which columns of earlier files were taken for which of the template, as one text that a browser can keep.

/// Pairs kept: more would be another supplier's.
const MOST: usize = 200;

/// What a person chose, the latest first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Memory(Vec<(String, String)>);

impl Memory {
    /// Reads what [`Memory::written`] wrote; what makes no sense is left out.
    #[must_use]
    pub fn read(text: &str) -> Self {
        let pairs = text.lines().filter_map(|line| line.split_once('\t'));
        let pairs = pairs.filter(|(name, column)| !name.is_empty() && !column.is_empty());
        let pairs = pairs.map(|(name, column)| (name.to_owned(), column.to_owned()));
        Memory(pairs.take(MOST).collect())
    }

    #[must_use]
    pub fn written(&self) -> String {
        let lines = self
            .0
            .iter()
            .map(|(name, column)| format!("{name}\t{column}\n"));
        lines.collect()
    }

    #[must_use]
    pub fn pairs(&self) -> &[(String, String)] {
        &self.0
    }

    /// From now on a column of this name is taken for that one of the template.
    pub fn choose(&mut self, name: &str, column: &str) {
        let name = name.replace(['\t', '\n', '\r'], " ");
        let name = name.trim();
        self.0.retain(|(have, _)| have != name);
        if !name.is_empty() {
            self.0.insert(0, (name.to_owned(), column.to_owned()));
            self.0.truncate(MOST);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_chosen_last_is_remembered() {
        let mut memory = Memory::default();
        memory.choose("Modell\tNr", "sku");
        memory.choose("品名规格", "name_en");
        memory.choose("品名规格", "name_zh");
        let again = Memory::read(&memory.written());
        assert_eq!(again, memory);
        let pairs = [("品名规格", "name_zh"), ("Modell Nr", "sku")];
        let pairs = pairs.map(|(name, column)| (name.to_owned(), column.to_owned()));
        assert_eq!(again.pairs(), pairs);
    }

    #[test]
    fn any_text_is_read() {
        assert_eq!(
            Memory::read("\t\nnonsense\n\tsku\nname\t"),
            Memory::default()
        );
    }
}
