use std::sync::Arc;

use domain::{
    AttributeKind, ParseCasNumberError, ParseCertificateError, ParseDateError, ParseGtinError,
    ParseHsCodeError, ParseSizeError, ParseUenError, ParseValueError, ParseWeightError,
    PriceLadderError,
};

/// Something in a supplier's file that is not as it should be, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// Name of the file.
    pub file: Arc<str>,
    /// As the spreadsheet shows it: the header is usually row 1.
    pub row: Option<u32>,
    /// As the header names it.
    pub column: Option<Arc<str>>,
    /// What is written there, or the part of it that is wrong; at most [`Diagnostic::VALUE_CHARACTERS`] of it.
    pub value: String,
    pub problem: Problem,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// The row is kept.
    Warning,
    /// The row, or the whole file if no row is named, is left out.
    Error,
}

/// What is wrong, and with it what was expected.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Problem {
    // Of a file.
    FileTooLarge {
        most_bytes: usize,
    },
    UnpacksTooFar,
    /// Neither text nor a workbook.
    NotATable,
    /// A workbook of Excel 97 to 2003.
    OldWorkbook,
    Utf16,
    BrokenWorkbook,
    NoHeader,
    MissingColumn,
    /// A column that may be left out, and was.
    AbsentColumn,
    UnknownColumn,
    RepeatedColumn,
    TooManyRows {
        most: usize,
    },
    TooManyDiagnostics {
        most: usize,
    },

    // Of a folder.
    NoSuppliers,
    FileOfNoSupplier,
    SupplierWithoutFile,
    RepeatedFile,

    // Of a row.
    BrokenQuotes,
    TooManyCells,
    NotUtf8,

    // Of any cell.
    Blank,
    /// Better filled in.
    LeftBlank,
    CellTooLong {
        most: usize,
    },
    /// The Chinese text has no Chinese character.
    NotChinese,
    NotWholeNumber {
        least: u32,
        most: u32,
    },
    NotOneOf(&'static [&'static str]),
    Date(ParseDateError),
    Country,
    Certificate(ParseCertificateError),

    // Of a supplier.
    SupplierCode,
    RepeatedSupplier {
        row: u32,
    },
    Uen(ParseUenError),

    // Of a product.
    Sku,
    RepeatedSku {
        row: u32,
    },
    Gtin(ParseGtinError),
    UnknownCategory,
    Unit,
    PriceLadder(PriceLadderError),
    MoqNotFirstBreak {
        first: u32,
    },
    MoqNotMultiple {
        multiple: u32,
    },
    HsCode(ParseHsCodeError),
    Weight(ParseWeightError),
    Size(ParseSizeError),
    CartonTooLight {
        least_kg: String,
    },
    CertificateEndsBeforeListing,
    AttributeForm,
    UnknownAttribute,
    RepeatedAttribute,
    AttributeValue {
        kind: AttributeKind,
        error: ParseValueError,
    },
    CasNumber(ParseCasNumberError),
    UnNumber,
    UnknownPicture,

    // Of the dictionary.
    Slug,
    RepeatedKey {
        row: u32,
    },
    UnknownDepartment,
    AttributeKind,
}

impl Diagnostic {
    pub const VALUE_CHARACTERS: usize = 80;

    #[must_use]
    pub fn severity(&self) -> Severity {
        self.problem.severity()
    }

    #[must_use]
    pub fn is_error(&self) -> bool {
        self.severity() == Severity::Error
    }
}

impl Problem {
    #[must_use]
    pub fn severity(&self) -> Severity {
        match self {
            // What can still be sold as it stands.
            Self::AbsentColumn
            | Self::UnknownColumn
            | Self::TooManyDiagnostics { .. }
            | Self::SupplierWithoutFile
            | Self::LeftBlank
            | Self::NotChinese
            | Self::CartonTooLight { .. }
            | Self::CertificateEndsBeforeListing
            | Self::UnknownAttribute
            | Self::UnknownPicture => Severity::Warning,
            _ => Severity::Error,
        }
    }
}
