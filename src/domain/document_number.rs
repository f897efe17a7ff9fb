use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::newtype::written_as_text;

/// What a company numbers by itself, from 1 each year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum DocumentKind {
    /// By the buyer.
    PurchaseOrder,
    /// By the supplier.
    ProformaInvoice,
}

/// A document of a company: `PO-2026-0042`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct DocumentNumber {
    pub kind: DocumentKind,
    pub year: u16,
    pub serial: u32,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("not a number of a document")]
pub struct ParseDocumentNumberError;

impl DocumentKind {
    pub const ALL: [Self; 2] = [Self::PurchaseOrder, Self::ProformaInvoice];

    /// As traders shorten it in both languages.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::PurchaseOrder => "PO",
            Self::ProformaInvoice => "PI",
        }
    }
}

impl fmt::Display for DocumentNumber {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            out,
            "{}-{:04}-{:04}",
            self.kind.code(),
            self.year,
            self.serial
        )
    }
}

impl FromStr for DocumentNumber {
    type Err = ParseDocumentNumberError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let parse = || {
            let mut parts = text.split('-');
            let (code, year, serial) = (parts.next()?, parts.next()?, parts.next()?);
            let kind = DocumentKind::ALL
                .into_iter()
                .find(|kind| kind.code() == code)?;
            let number = Self {
                kind,
                year: year.parse().ok()?,
                serial: serial.parse().ok()?,
            };
            // One way to write each.
            (parts.next().is_none() && number.to_string() == text).then_some(number)
        };
        parse().ok_or(ParseDocumentNumberError)
    }
}

written_as_text!(DocumentNumber, ParseDocumentNumberError);

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn a_number_is_read_as_it_was_written(year in 0_u16.., serial in 0_u32.., is_order: bool) {
            let kind = DocumentKind::ALL[usize::from(is_order)];
            let number = DocumentNumber { kind, year, serial };
            prop_assert_eq!(number.to_string().parse(), Ok(number));
        }

        #[test]
        fn no_text_is_too_strange(text: String) {
            if let Ok(number) = text.parse::<DocumentNumber>() {
                prop_assert_eq!(number.to_string(), text);
            }
        }
    }

    #[test]
    fn there_is_one_way_to_write_each() {
        assert!("PO-2026-0042".parse::<DocumentNumber>().is_ok());
        for text in [
            "PO-2026-42",
            "PO-2026-00042",
            "po-2026-0042",
            "PO-2026-0042-1",
            "PO-+026-0042",
        ] {
            assert!(text.parse::<DocumentNumber>().is_err(), "{text}");
        }
    }
}
