//! What went wrong, in plain words, and what to do next.

use std::{fmt, io, path::Path};

/// A failure that a person reads: what happened, then what they can do about it.
#[derive(Debug)]
pub struct Trouble {
    what: String,
    next: String,
}

impl Trouble {
    /// `what` happened; `next` is an order that a newcomer can follow.
    pub fn new(what: impl Into<String>, next: impl Into<String>) -> Self {
        Self {
            what: what.into(),
            next: next.into(),
        }
    }

    /// A file or folder could not be read or written.
    pub fn file(path: &Path, error: &io::Error) -> Self {
        Self::new(
            format!("{}: {error}", path.display()),
            "check that the file is there, that you may write to its folder, and that the disk is not full",
        )
    }
}

impl fmt::Display for Trouble {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "✗ {}\n  What to do: {}", self.what, self.next)
    }
}
