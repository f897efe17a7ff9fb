//! Runs a tool under a progress line; what it says goes to a log file and is shown only when it fails.

use std::{
    fs::{self, File},
    io::{BufRead, BufReader, Read, Write},
    path::{Path, PathBuf},
    process::{Command, Stdio},
    sync::{Mutex, PoisonError},
    thread,
    time::Duration,
};

use super::{History, Step};
use crate::trouble::Trouble;

/// How many of a failed tool's last lines are shown.
const LAST_LINES: usize = 30;

/// A tool that has ended, well or not.
pub struct Finished {
    /// Whether its exit code was zero.
    pub success: bool,
    /// All it said, standard output and error together.
    pub output: String,
    /// Where that is kept.
    pub log: PathBuf,
    /// From start to exit.
    pub took: Duration,
}

impl Finished {
    /// A failure becomes trouble that shows the tool's last lines.
    pub fn or_trouble(self, what: &str, next: &str) -> Result<Self, Trouble> {
        if self.success {
            return Ok(self);
        }
        Err(Trouble::new(
            format!("{what}\n{}", self.last_lines()),
            format!("{next} (everything it said is in {})", self.log.display()),
        ))
    }

    /// The last lines, indented, to be shown below a failure.
    pub fn last_lines(&self) -> String {
        let lines: Vec<&str> = self.output.lines().collect();
        let from = lines.len().saturating_sub(LAST_LINES);
        lines[from..]
            .iter()
            .map(|line| format!("    {line}\n"))
            .collect()
    }
}

/// Runs `command` to its end. Fails only when it cannot be started or its log cannot be written.
pub fn run(
    text: &str,
    key: &str,
    mut command: Command,
    logs: &Path,
    history: &History,
) -> Result<Finished, Trouble> {
    fs::create_dir_all(logs).map_err(|error| Trouble::file(logs, &error))?;
    let log = logs.join(format!("{key}.log"));
    let file = File::create(&log).map_err(|error| Trouble::file(&log, &error))?;
    let step = Step::begin(text, key, history);
    let mut child = command
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .map_err(|error| {
            Trouble::new(
                format!(
                    "{} does not start: {error}",
                    command.get_program().display()
                ),
                "run `cargo hub doctor` to see what is missing",
            )
        })?;
    let heard = Mutex::new((String::new(), file));
    let (out, err) = (child.stdout.take(), child.stderr.take());
    thread::scope(|scope| {
        if let Some(out) = out {
            scope.spawn(|| listen(out, &heard, &step));
        }
        if let Some(err) = err {
            listen(err, &heard, &step);
        }
    });
    let status = child.wait().map_err(|error| Trouble::file(&log, &error))?;
    let (output, _) = heard.into_inner().unwrap_or_else(PoisonError::into_inner);
    let took = if status.success() {
        step.done()
    } else {
        let took = step.started.elapsed();
        drop(step);
        took
    };
    Ok(Finished {
        success: status.success(),
        output,
        log,
        took,
    })
}

fn listen(pipe: impl Read, heard: &Mutex<(String, File)>, step: &Step) {
    let mut pipe = BufReader::new(pipe);
    let mut bytes = Vec::new();
    // Tools may print bytes that are no text; such a line must not end the listening.
    while pipe.read_until(b'\n', &mut bytes).is_ok_and(|n| 0 < n) {
        let line = String::from_utf8_lossy(&bytes);
        step.note(line.trim());
        let mut heard = heard.lock().unwrap_or_else(PoisonError::into_inner);
        heard.0.push_str(&line);
        heard.1.write_all(&bytes).ok();
        bytes.clear();
    }
}
