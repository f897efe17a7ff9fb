//! What a diagnostic says to a person, in both languages of the hub.

mod chinese;
mod english;

use crate::diagnostic::Diagnostic;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Language {
    English,
    /// Simplified.
    Chinese,
}

impl Diagnostic {
    /// Where, what is written there, and what was expected.
    #[must_use]
    pub fn sentence(&self, language: Language) -> String {
        match language {
            Language::English => english::sentence(self),
            Language::Chinese => chinese::sentence(self),
        }
    }

    /// What was expected, without saying where.
    #[must_use]
    pub fn expected(&self, language: Language) -> String {
        match language {
            Language::English => english::problem(&self.problem),
            Language::Chinese => chinese::problem(&self.problem),
        }
    }
}

#[cfg(test)]
mod tests;
