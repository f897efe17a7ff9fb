use domain::{
    AttributeKind, ParseCasNumberError, ParseCertificateError, ParseDateError, ParseGtinError,
    ParseHsCodeError, ParsePriceError, ParseSizeError, ParseUenError, ParseValueError,
    ParseWeightError, PriceLadderError,
};

use crate::diagnostic::{Diagnostic, Problem};

pub(super) fn sentence(diagnostic: &Diagnostic) -> String {
    let mut text = diagnostic.file.to_string();
    if let Some(row) = diagnostic.row {
        text.push_str(&format!(", row {row}"));
    }
    if let Some(column) = &diagnostic.column {
        text.push_str(&format!(", column {column}"));
    }
    if !diagnostic.value.is_empty() {
        text.push_str(&format!(", “{}”", diagnostic.value));
    }
    let problem = problem(&diagnostic.problem);
    let end = if problem.ends_with('?') { "" } else { "." };
    format!("{text}: {problem}{end}")
}

pub(super) fn problem(problem: &Problem) -> String {
    let text = match problem {
        Problem::FileTooLarge { most_bytes } => {
            return format!(
                "the file is larger than {} MB; split it into several",
                most_bytes >> 20
            );
        }
        Problem::UnpacksTooFar => {
            "the workbook unpacks to far more than a catalogue can be; save it again from Excel"
        }
        Problem::NotATable => "neither CSV nor XLSX",
        Problem::OldWorkbook => "an Excel 97–2003 workbook; save it as .xlsx",
        Problem::Utf16 => "the text is UTF-16; save it as “CSV UTF-8”",
        Problem::BrokenWorkbook => {
            "the workbook is damaged; rows after the damage were not read. Save it again from Excel"
        }
        Problem::NoHeader => "no header row; the first row names the columns",
        Problem::MissingColumn => "this column is missing, so no row could be read",
        Problem::AbsentColumn => "this optional column is missing and was taken as blank",
        Problem::UnknownColumn => "no such column in the template; it was ignored",
        Problem::RepeatedColumn => "this column stands here twice; only the first was read",
        Problem::TooManyRows { most } => {
            return format!("only the first {most} rows were read; split the file");
        }
        Problem::TooManyDiagnostics { most } => {
            return format!("more than {most} problems; the rest are not listed");
        }
        Problem::NoSuppliers => "the file that lists the suppliers is missing",
        Problem::FileOfNoSupplier => {
            "no supplier of suppliers.csv has this code, so the file was not read"
        }
        Problem::SupplierWithoutFile => "the supplier has no file of products",
        Problem::RepeatedFile => {
            "there are two files of this name, CSV and XLSX; only the first was read"
        }
        Problem::BrokenQuotes => "a quotation mark is not closed, or not followed by a comma",
        Problem::TooManyCells => {
            "more cells than the header has columns; is a comma not in quotation marks?"
        }
        Problem::NotUtf8 => "this is not UTF-8; save the file as “CSV UTF-8”",
        Problem::Blank => "must not be blank",
        Problem::LeftBlank => "is blank; buyers who read this language will miss it",
        Problem::CellTooLong { most } => return format!("longer than {most} characters"),
        Problem::NotChinese => "has no Chinese character",
        Problem::NotWholeNumber { least, most } => {
            return match most {
                &u32::MAX => format!("expected a whole number from {least}, in plain digits"),
                most => format!("expected a whole number from {least} to {most}, in plain digits"),
            };
        }
        Problem::NotOneOf(names) => return format!("expected one of: {}", names.join(", ")),
        Problem::Date(error) => date(*error),
        Problem::Country => {
            "expected a country as two capital letters of ISO 3166-1, such as SG or CN"
        }
        Problem::Certificate(error) => certificate(*error),
        Problem::SupplierCode => "expected 2 to 24 lower-case letters, digits and hyphens",
        Problem::RepeatedSupplier { row } => return format!("row {row} has the same code"),
        Problem::Uen(ParseUenError::Form) => {
            "not a UEN; expected a form such as 53123456X, 202012345X or T20LL1234X"
        }
        Problem::Uen(ParseUenError::CheckLetter) => {
            "the last letter does not belong to this UEN; check for a typing slip"
        }
        Problem::Sku => {
            "expected 1 to 40 letters, digits, points, hyphens or underscores, beginning with a letter or digit"
        }
        Problem::RepeatedSku { row } => {
            return format!("row {row} has the same SKU (case does not matter)");
        }
        Problem::Gtin(ParseGtinError::Form) => {
            "expected 8, 12, 13 or 14 digits; are leading zeros lost?"
        }
        Problem::Gtin(ParseGtinError::CheckDigit) => {
            "the last digit does not belong to this GTIN; check for a typing slip"
        }
        Problem::UnknownCategory => "no such category",
        Problem::Unit => {
            "expected a UN/ECE Rec 20 or 21 code of a unit, such as C62 (piece), XBX (box) or KGM"
        }
        Problem::PriceLadder(error) => return ladder(*error),
        Problem::MoqNotFirstBreak { first } => {
            return format!("must be the quantity of the first price break, {first}");
        }
        Problem::MoqNotMultiple { multiple } => {
            return format!("must be a multiple of the order multiple, {multiple}");
        }
        Problem::HsCode(ParseHsCodeError::Form) => {
            "expected six digits, such as 731815 or 7318.15; is a zero lost?"
        }
        Problem::HsCode(ParseHsCodeError::NoSuchChapter) => {
            "the Harmonized System has no such chapter; 01 to 97 without 77"
        }
        Problem::Weight(ParseWeightError::Form) => {
            "expected kilograms, such as 0.025, with at most six decimals"
        }
        Problem::Weight(ParseWeightError::Zero) => "expected more than 0 kg",
        Problem::Weight(ParseWeightError::TooHeavy) => "expected at most 100,000 kg",
        Problem::Size(ParseSizeError::Form) => {
            "expected length x width x height in centimetres, such as 40x30x25, with at most one decimal"
        }
        Problem::Size(ParseSizeError::Side) => "expected sides of more than 0 and at most 2,000 cm",
        Problem::CartonTooLight { least_kg } => {
            return format!(
                "a full carton is lighter than what is in it; the units alone weigh {least_kg} kg"
            );
        }
        Problem::CertificateEndsBeforeListing => {
            "the certificate had ended before the product was listed"
        }
        Problem::AttributeForm => "expected key=value",
        Problem::UnknownAttribute => "no such attribute in the dictionary; it was left out",
        Problem::RepeatedAttribute => "this attribute stands here twice",
        Problem::AttributeValue { kind, error } => value(*kind, *error),
        Problem::CasNumber(ParseCasNumberError::Form) => "expected a CAS number such as 67-63-0",
        Problem::CasNumber(ParseCasNumberError::CheckDigit) => {
            "the last digit does not belong to this CAS number; check for a typing slip"
        }
        Problem::UnNumber => "expected a UN number of four digits, such as 1219 or UN 1219",
        Problem::UnknownPicture => "no such drawing; that of the category is shown",
        Problem::Slug => "expected lower-case letters, digits and hyphens",
        Problem::RepeatedKey { row } => return format!("row {row} has the same key"),
        Problem::UnknownDepartment => "no such department",
        Problem::AttributeKind => "expected number, code or text",
    };
    text.to_owned()
}

fn date(error: ParseDateError) -> &'static str {
    match error {
        ParseDateError::Form => "expected a date as YYYY-MM-DD",
        ParseDateError::NoSuchDay => "there is no such day",
    }
}

fn certificate(error: ParseCertificateError) -> &'static str {
    match error {
        ParseCertificateError::Form => "expected kind|number|issuer|valid_until",
        ParseCertificateError::Blank => "kind, number and issuer must not be blank",
        ParseCertificateError::TooLong => {
            "kind, number and issuer have at most 100 characters each"
        }
        ParseCertificateError::Date(error) => date(error),
    }
}

fn ladder(error: PriceLadderError) -> String {
    match error {
        PriceLadderError::Empty => "expected price breaks such as 100:0.42;500:0.36".to_owned(),
        PriceLadderError::TooMany => "more than eight price breaks".to_owned(),
        PriceLadderError::Form(at) => {
            format!("price break {at}: expected quantity:price, such as 100:0.42")
        }
        PriceLadderError::Quantity(at) => {
            format!("price break {at}: the quantity is a whole number from 1")
        }
        PriceLadderError::Price(at, ParsePriceError::Form) => {
            format!("price break {at}: expected a price such as 0.4250, with at most four decimals")
        }
        PriceLadderError::Price(at, ParsePriceError::TooHigh) => {
            format!("price break {at}: the price is above ten million")
        }
        PriceLadderError::NoPrice(at) => format!("price break {at}: the price must be above zero"),
        PriceLadderError::QuantityNotRising(at) => {
            format!("price break {at}: the quantity must be above the one before")
        }
        PriceLadderError::PriceRising(at) => {
            format!("price break {at}: the price must not be above the one before")
        }
    }
}

fn value(kind: AttributeKind, error: ParseValueError) -> &'static str {
    match (error, kind) {
        (ParseValueError::TooLong, _) => "an attribute has at most 200 characters",
        (_, AttributeKind::Number) => {
            "expected a plain number in the unit of the attribute, without the unit"
        }
        (_, AttributeKind::Code) => "expected a code that is the same in every language, without |",
        (_, AttributeKind::Text) => "expected both languages, as English|中文",
    }
}
