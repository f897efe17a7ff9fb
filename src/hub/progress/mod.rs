//! Says what is being done and for how long: a moving line on a terminal, plain lines elsewhere.

mod history;
mod tool;

pub use history::History;
pub use tool::{Finished, run};

use std::{
    io::{IsTerminal, Write, stderr},
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    thread::{self, JoinHandle},
    time::{Duration, Instant},
};

const FRAMES: [&str; 10] = ["⠋", "⠙", "⠹", "⠸", "⠼", "⠴", "⠦", "⠧", "⠇", "⠏"];
const FRAME_TIME: Duration = Duration::from_millis(120);

/// One thing being done. Dropped without [`Step::done`], it counts as failed.
pub struct Step {
    text: String,
    key: String,
    history: History,
    started: Instant,
    shared: Arc<Mutex<Shared>>,
    painter: Option<JoinHandle<()>>,
}

#[derive(Default)]
struct Shared {
    over: bool,
    note: String,
}

impl Step {
    /// Begins: `text` says what, in the present participle; `key` finds how long it took last time.
    pub fn begin(text: impl Into<String>, key: &str, history: &History) -> Self {
        let text = text.into();
        let expected = history.last(key);
        let shared = Arc::new(Mutex::new(Shared::default()));
        let started = Instant::now();
        let painter = if stderr().is_terminal() {
            let (text, shared) = (text.clone(), Arc::clone(&shared));
            Some(thread::spawn(move || {
                paint(&text, expected, started, &shared);
            }))
        } else {
            eprintln!("… {text}{}", about(expected));
            None
        };
        Self {
            text,
            key: key.to_owned(),
            history: history.clone(),
            started,
            shared,
            painter,
        }
    }

    /// What the tool said last, shown at the end of the moving line.
    pub fn note(&self, note: &str) {
        if self.painter.is_some() {
            note.clone_into(&mut lock(&self.shared).note);
        }
    }

    /// The step is over and went well.
    pub fn done(mut self) -> Duration {
        let took = self.started.elapsed();
        self.history.remember(&self.key, took);
        self.close("✓");
        took
    }

    fn close(&mut self, mark: &str) {
        let already = std::mem::replace(&mut lock(&self.shared).over, true);
        if already {
            return;
        }
        if let Some(painter) = self.painter.take() {
            // A painter that panicked has nothing left to say.
            painter.join().ok();
            eprint!("\r\x1b[2K");
        }
        eprintln!("{mark} {}  {}", self.text, spell(self.started.elapsed()));
    }
}

impl Drop for Step {
    fn drop(&mut self) {
        self.close("✗");
    }
}

/// `0.4 s`, `12 s`, `3 min 5 s`.
pub fn spell(time: Duration) -> String {
    let seconds = time.as_secs_f64();
    if seconds < 10.0 {
        format!("{seconds:.1} s")
    } else if seconds < 100.0 {
        format!("{seconds:.0} s")
    } else {
        let whole = time.as_secs();
        format!("{} min {} s", whole / 60, whole % 60)
    }
}

fn about(expected: Option<Duration>) -> String {
    expected.map_or_else(String::new, |time| format!(" (last time {})", spell(time)))
}

fn paint(text: &str, expected: Option<Duration>, started: Instant, shared: &Mutex<Shared>) {
    for frame in FRAMES.iter().cycle() {
        {
            let shared = lock(shared);
            if shared.over {
                return;
            }
            let elapsed = spell(started.elapsed());
            let note: String = shared.note.chars().take(50).collect();
            eprint!(
                "\r\x1b[2K{frame} {text}  {elapsed}{}  \x1b[2m{note}\x1b[0m",
                about(expected)
            );
            stderr().flush().ok();
        }
        thread::sleep(FRAME_TIME);
    }
}

fn lock(shared: &Mutex<Shared>) -> MutexGuard<'_, Shared> {
    shared.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_spelled_for_people() {
        for (millis, expected) in [(400, "0.4 s"), (12_300, "12 s"), (185_000, "3 min 5 s")] {
            assert_eq!(spell(Duration::from_millis(millis)), expected);
        }
    }
}
