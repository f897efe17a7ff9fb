/// How many lines of a list each row has, added up, so that a line is found by its place.
#[derive(Debug, Default)]
pub struct Places {
    /// By row, the lines of it and of all rows before.
    ends: Vec<u32>,
}

impl Places {
    /// The next row has so many lines.
    pub fn push(&mut self, lines: u32) {
        self.ends.push(self.lines().saturating_add(lines));
    }

    /// All lines.
    pub fn lines(&self) -> u32 {
        self.ends.last().copied().unwrap_or_default()
    }

    /// Whether a row has any line.
    pub fn has(&self, row: usize) -> bool {
        let before = row.checked_sub(1).and_then(|before| self.ends.get(before));
        self.ends.get(row) > Some(before.unwrap_or(&0))
    }

    /// The row of a line, and how many lines are before that row.
    pub fn find(&self, line: u32) -> Option<(usize, u32)> {
        let row = self.ends.partition_point(|end| *end <= line);
        let before = row.checked_sub(1).and_then(|before| self.ends.get(before));
        (row < self.ends.len()).then(|| (row, before.copied().unwrap_or_default()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_found_in_its_row() {
        let mut places = Places::default();
        assert_eq!(
            (places.lines(), places.find(0), places.has(0)),
            (0, None, false)
        );
        for lines in [0, 2, 0, 3, 0] {
            places.push(lines);
        }
        assert_eq!(places.lines(), 5);
        let found: Vec<_> = (0..6).map(|line| places.find(line)).collect();
        let expected = [(1, 0), (1, 0), (3, 2), (3, 2), (3, 2)].map(Some);
        assert_eq!(found[..5], expected);
        assert_eq!(found[5], None);
        let has: Vec<_> = (0..6).map(|row| places.has(row)).collect();
        assert_eq!(has, [false, true, false, true, false, false]);
    }
}
