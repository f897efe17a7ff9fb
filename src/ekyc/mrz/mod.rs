//! Machine readable zones (MRZ) of passports, identity cards and visas: ICAO Doc 9303, parts 3 to 7.
//!
//! In: lines of text, or characters with what else a recognizer takes them for. Out: an [`Mrz`] all of whose check digits
//! are right, or an [`MrzError`] that names what is wrong and never its value.
//! Start with [`Mrz::parse`]; [`write`] is the other direction, [`repair`] lets check digits choose among what was seen.
//!
//! Check digits do not detect everything: which slips pass is in `README.md` beside this file and held by `power.rs`.
//! Names have no check digit at all, so the person confirms them.

mod date;
mod digit;
mod layout;
mod name;
#[cfg(test)]
mod power;
mod read;
mod repair;
mod state;
#[cfg(test)]
mod tests;
mod write;

pub use date::BirthDate;
pub use digit::{CheckOf, check_digit, value};
pub use layout::Format;
pub use read::{Mrz, MrzError, MrzSex, inspect};
pub use repair::repair;
pub use state::State;
pub use write::{Fields, WriteError, write};

pub use crate::repair::{Candidate, Limits, Repaired, Unrepaired};
