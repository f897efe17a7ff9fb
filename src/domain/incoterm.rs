use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::newtype::written_as_text;

/// Where a seller's duties end. ICC Incoterms 2020, from what the seller does least to what they do most.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum Incoterm {
    Exw,
    Fca,
    Fas,
    Fob,
    Cfr,
    Cif,
    Cpt,
    Cip,
    Dap,
    Dpu,
    Ddp,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("not one of the eleven Incoterms 2020")]
pub struct ParseIncotermError;

impl Incoterm {
    pub const ALL: [Self; 11] = [
        Self::Exw,
        Self::Fca,
        Self::Fas,
        Self::Fob,
        Self::Cfr,
        Self::Cif,
        Self::Cpt,
        Self::Cip,
        Self::Dap,
        Self::Dpu,
        Self::Ddp,
    ];

    /// Three letters.
    #[must_use]
    pub fn code(self) -> &'static str {
        // In the order of the enum, which a test holds.
        [
            "EXW", "FCA", "FAS", "FOB", "CFR", "CIF", "CPT", "CIP", "DAP", "DPU", "DDP",
        ][self as usize]
    }
}

impl FromStr for Incoterm {
    type Err = ParseIncotermError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let mut all = Self::ALL.into_iter();
        all.find(|term| term.code() == text)
            .ok_or(ParseIncotermError)
    }
}

impl fmt::Display for Incoterm {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.pad(self.code())
    }
}

written_as_text!(Incoterm, ParseIncotermError);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_has_its_own_code() {
        for (at, term) in Incoterm::ALL.into_iter().enumerate() {
            assert_eq!((term as usize, term.code().parse()), (at, Ok(term)));
        }
        assert_eq!("DAT".parse::<Incoterm>(), Err(ParseIncotermError));
        assert_eq!("fob".parse::<Incoterm>(), Err(ParseIncotermError));
    }
}
