//! Reads how many tests passed and failed out of what test runners print.

use serde_json::Value;

/// How many tests passed and failed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Count {
    pub passed: u64,
    pub failed: u64,
}

impl Count {
    /// Adds up the `test result:` lines of Cargo's and wasm-bindgen's runners.
    pub fn of_cargo(output: &str) -> Self {
        let mut count = Self::default();
        for line in output.lines() {
            let Some((_, result)) = line.split_once("test result: ") else {
                continue;
            };
            count.passed += number_before(result, " passed");
            count.failed += number_before(result, " failed");
        }
        count
    }

    /// Reads Playwright's JSON report; `None` when it is no such report. A test that passed on its second try passed.
    pub fn of_playwright(report: &str) -> Option<Self> {
        let report: Value = serde_json::from_str(report).ok()?;
        let stats = report.get("stats")?;
        let number = |name: &str| stats.get(name).and_then(Value::as_u64);
        Some(Self {
            passed: number("expected")? + number("flaky")?,
            failed: number("unexpected")?,
        })
    }

    /// A step that failed without naming a failed test counts as one failure.
    pub fn with_outcome(self, success: bool) -> Self {
        if success || 0 < self.failed {
            return self;
        }
        Self { failed: 1, ..self }
    }
}

fn number_before(line: &str, word: &str) -> u64 {
    line.split_once(word)
        .and_then(|(before, _)| before.rsplit([' ', ';']).next())
        .and_then(|number| number.parse().ok())
        .unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_result_lines_are_added_up() {
        let output = "running 2 tests\ntest a ... ok\n\
            test result: ok. 2 passed; 0 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.01s\n\
            test result: FAILED. 12 passed; 3 failed; 0 ignored; 0 filtered out\n";
        let expected = Count {
            passed: 14,
            failed: 3,
        };
        assert_eq!(Count::of_cargo(output), expected);
    }

    #[test]
    fn failure_without_a_count_is_one_failure() {
        let check = |success, failed| {
            assert_eq!(Count::default().with_outcome(success).failed, failed);
        };
        check(true, 0);
        check(false, 1);
        let counted = Count {
            passed: 1,
            failed: 3,
        };
        assert_eq!(counted.with_outcome(false), counted);
    }

    #[test]
    fn playwright_report_is_read() {
        let report = r#"{"stats":{"startTime":"x","duration":1.5,"expected":7,"skipped":1,"unexpected":2,"flaky":1}}"#;
        let expected = Count {
            passed: 8,
            failed: 2,
        };
        assert_eq!(Count::of_playwright(report), Some(expected));
        assert_eq!(Count::of_playwright("{}"), None);
        assert_eq!(Count::of_playwright("Error"), None);
    }
}
