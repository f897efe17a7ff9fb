use std::borrow::Cow;

use thiserror::Error;

/// Why a command is not carried out. Nothing has changed in any of these cases.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum Refusal {
    #[error("nobody is signed in")]
    SignIn,
    /// Missing, or not the asker's to know of.
    #[error("nothing there")]
    NotFound,
    #[error("the asker's role does not allow it")]
    Forbidden,
    #[error("a second factor must be shown first")]
    SecondFactorNeeded,
    /// Something stands under this id already, and the order did not say that it knows of it.
    #[error("something is there already, at version {version}")]
    Exists { version: u64 },
    /// The order was made against another version.
    #[error("it has changed meanwhile, and is at version {version}")]
    Changed { version: u64 },
    /// What it is made from has changed since the version that the order names in itself.
    #[error("what it is made from has changed meanwhile, and is at version {version}")]
    Behind { version: u64 },
    /// The same key came with another body before.
    #[error("the key was used for something else")]
    KeyReused,
    #[error("a company needs an administrator")]
    LastAdministrator,
    #[error("as many as are allowed are there already")]
    TooMany,
    #[error("only a supplier can do this")]
    NotSupplier,
    #[error("a supplier's products are shown together with its page, which is not published")]
    PageMissing,
    #[error("as it stands, this cannot be done")]
    NotNow,
    #[error("its time is over")]
    Expired,
    /// Whoever proposed it cannot confirm it.
    #[error("somebody else must do this")]
    SecondPersonNeeded,
    #[error("the form has faults")]
    Invalid(Vec<Fault>),
}

/// What is wrong with one field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// RFC 6901 pointer into the body, such as `/registration/number`.
    pub pointer: Cow<'static, str>,
    pub why: Why,
    /// The same more closely, where another room has a code for it: letters, digits and `_`.
    pub detail: Option<Cow<'static, str>>,
}

/// Kinds of faults.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Why {
    Missing,
    TooShort,
    TooLong,
    /// Not of the form that such a thing has.
    Form,
    /// The check letter or digit does not belong to the rest.
    Check,
    /// Easily guessed.
    Guessable,
    /// Somebody or something else has it.
    Taken,
}

impl Why {
    const NAMES: [(Self, &'static str); 7] = [
        (Self::Missing, "missing"),
        (Self::TooShort, "too_short"),
        (Self::TooLong, "too_long"),
        (Self::Form, "form"),
        (Self::Check, "check"),
        (Self::Guessable, "guessable"),
        (Self::Taken, "taken"),
    ];

    /// As it is stored.
    #[must_use]
    pub fn name(self) -> &'static str {
        // In the order of the enum, which a test holds.
        Self::NAMES[self as usize].1
    }

    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        let found = Self::NAMES.iter().find(|(_, have)| *have == name);
        found.map(|(why, _)| *why)
    }
}

impl Fault {
    #[must_use]
    pub fn new(pointer: impl Into<Cow<'static, str>>, why: Why) -> Self {
        Self {
            pointer: pointer.into(),
            why,
            detail: None,
        }
    }

    /// The same with a closer code.
    #[must_use]
    pub fn because(mut self, detail: impl Into<Cow<'static, str>>) -> Self {
        self.detail = Some(detail.into());
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_of_fault_has_its_own_name() {
        for (at, (why, name)) in Why::NAMES.into_iter().enumerate() {
            assert_eq!(
                (why as usize, why.name(), Why::parse(name)),
                (at, name, Some(why))
            );
        }
    }
}
