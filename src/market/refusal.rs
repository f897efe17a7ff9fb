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
    /// The same key came with another body before.
    #[error("the key was used for something else")]
    KeyReused,
    #[error("a company needs an administrator")]
    LastAdministrator,
    #[error("as many as are allowed are there already")]
    TooMany,
    #[error("the form has faults")]
    Invalid(Vec<Fault>),
}

/// What is wrong with one field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// RFC 6901 pointer into the body, such as `/registration/number`.
    pub pointer: &'static str,
    pub why: Why,
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
}

impl Fault {
    #[must_use]
    pub fn new(pointer: &'static str, why: Why) -> Self {
        Self { pointer, why }
    }
}
