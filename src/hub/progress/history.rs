//! How long each step took last time, so that a person knows how long to wait.

use std::{collections::BTreeMap, fs, path::PathBuf, time::Duration};

/// A small text file in the cache: one `key seconds` a line. Losing it loses nothing.
#[derive(Clone, Debug)]
pub struct History {
    file: PathBuf,
}

impl History {
    /// The history kept in `file`, which need not exist.
    pub fn new(file: PathBuf) -> Self {
        Self { file }
    }

    /// The time that `key` took last.
    pub fn last(&self, key: &str) -> Option<Duration> {
        self.read().get(key).copied()
    }

    /// Notes the time; a history that cannot be written is not worth a failure.
    pub fn remember(&self, key: &str, took: Duration) {
        let mut times = self.read();
        times.insert(key.to_owned(), took);
        let text: String = times
            .iter()
            .map(|(key, took)| format!("{key} {:.1}\n", took.as_secs_f64()))
            .collect();
        let part = self
            .file
            .with_extension(format!("part-{}", std::process::id()));
        if let Some(folder) = self.file.parent() {
            fs::create_dir_all(folder).ok();
        }
        if fs::write(&part, text).is_ok() {
            fs::rename(&part, &self.file).ok();
        }
    }

    fn read(&self) -> BTreeMap<String, Duration> {
        let text = fs::read_to_string(&self.file).unwrap_or_default();
        text.lines().filter_map(parse_line).collect()
    }
}

fn parse_line(line: &str) -> Option<(String, Duration)> {
    let (key, seconds) = line.rsplit_once(' ')?;
    let took = Duration::try_from_secs_f64(seconds.parse().ok()?).ok()?;
    Some((key.to_owned(), took))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn broken_lines_are_passed_over() {
        assert_eq!(
            parse_line("page 12.5"),
            Some(("page".to_owned(), Duration::from_millis(12_500)))
        );
        assert_eq!(parse_line("page -1"), None);
        assert_eq!(parse_line("page"), None);
    }
}
