//! The table at the end of `cargo hub test`, and its last line.

use std::{fmt, time::Duration};

use super::count::Count;
use crate::progress::spell;

/// What became of a step.
pub enum Outcome {
    /// It ran; whether it succeeded.
    Ran { success: bool },
    /// It was passed over, because what it needs is not there.
    PassedOver,
}

struct Row {
    name: String,
    outcome: Outcome,
    count: Count,
    took: Duration,
}

/// All steps so far.
#[derive(Default)]
pub struct Summary {
    rows: Vec<Row>,
}

impl Summary {
    /// Adds a step. A failed one counts as at least one failed test.
    pub fn add(&mut self, name: &str, outcome: Outcome, count: Count, took: Duration) {
        let count = match outcome {
            Outcome::Ran { success } => count.with_outcome(success),
            Outcome::PassedOver => count,
        };
        self.rows.push(Row {
            name: name.to_owned(),
            outcome,
            count,
            took,
        });
    }

    /// How many tests and steps failed.
    pub fn failed(&self) -> u64 {
        self.rows.iter().map(|row| row.count.failed).sum()
    }

    fn passed(&self) -> u64 {
        self.rows.iter().map(|row| row.count.passed).sum()
    }
}

impl fmt::Display for Summary {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f)?;
        for row in &self.rows {
            let mark = match row.outcome {
                Outcome::Ran { success: true } => "✓",
                Outcome::Ran { success: false } => "✗",
                Outcome::PassedOver => "–",
            };
            let tests = match (&row.outcome, row.count) {
                (Outcome::PassedOver, _) => "passed over".to_owned(),
                (_, Count { passed: 0, .. }) => String::new(),
                (_, Count { passed, failed: 0 }) => format!("{passed} passed"),
                (_, Count { passed, failed }) => format!("{passed} passed, {failed} failed"),
            };
            let took = spell(row.took);
            writeln!(f, "{mark} {:<44} {took:>12}  {tests}", row.name)?;
        }
        writeln!(f)?;
        writeln!(f, "{} passed, {} failed", self.passed(), self.failed())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn last_line_counts_all_tests() {
        let mut summary = Summary::default();
        let second = Duration::from_secs(1);
        let three = Count {
            passed: 3,
            failed: 0,
        };
        let none = Count::default();
        summary.add("Tests", Outcome::Ran { success: true }, three, second);
        summary.add("Format", Outcome::Ran { success: false }, none, second);
        summary.add("Journeys", Outcome::PassedOver, none, second);
        let text = summary.to_string();
        assert_eq!(text.lines().last(), Some("3 passed, 1 failed"));
        assert!(text.contains("– Journeys"), "{text}");
    }
}
