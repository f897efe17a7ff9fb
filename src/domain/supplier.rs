use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::{Certificate, Country, SupplierCode, Text, Uen};

/// A company that sells on the hub.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Supplier {
    pub code: SupplierCode,
    pub uen: Uen,
    pub name: Text,
    /// As registered.
    pub legal_name: String,
    /// What they sell, one line.
    pub summary: Text,
    pub about: Text,
    pub address: String,
    /// Year.
    pub founded: u16,
    pub employees: u32,
    pub verification: Verification,
    /// Median time to answer a request, in hours.
    pub response_hours: u16,
    /// Orders delivered on time, per cent of [`Supplier::orders`], 0 to 100.
    pub on_time_percent: u8,
    /// How many orders the record stands on.
    pub orders: u32,
    pub export_markets: Vec<Country>,
    pub payment_terms: Text,
    pub certificates: Vec<Certificate>,
    /// Invented to demonstrate the hub.
    pub demonstration: bool,
}

/// How well the hub knows a company, ascending.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(try_from = "u8", into = "u8")]
pub enum Verification {
    #[default]
    Visitor,
    ContactConfirmed,
    CompanyVerified,
    CompanyAndSignatoryVerified,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("not a verification level from 0 to 3")]
pub struct NoSuchVerification;

impl TryFrom<u8> for Verification {
    type Error = NoSuchVerification;

    fn try_from(level: u8) -> Result<Self, NoSuchVerification> {
        match level {
            0 => Ok(Self::Visitor),
            1 => Ok(Self::ContactConfirmed),
            2 => Ok(Self::CompanyVerified),
            3 => Ok(Self::CompanyAndSignatoryVerified),
            _ => Err(NoSuchVerification),
        }
    }
}

impl From<Verification> for u8 {
    fn from(level: Verification) -> Self {
        match level {
            Verification::Visitor => 0,
            Verification::ContactConfirmed => 1,
            Verification::CompanyVerified => 2,
            Verification::CompanyAndSignatoryVerified => 3,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn verification_has_four_levels_in_order() {
        for level in 0..=3u8 {
            let verification = Verification::try_from(level).unwrap();
            assert_eq!(u8::from(verification), level);
            assert!(level == 0 || Verification::try_from(level - 1).unwrap() < verification);
        }
        assert_eq!(Verification::try_from(4), Err(NoSuchVerification));
    }
}
