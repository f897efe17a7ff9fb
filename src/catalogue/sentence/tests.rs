use domain::{
    AttributeKind, ParseCasNumberError, ParseCertificateError, ParseDateError, ParseGtinError,
    ParseHsCodeError, ParsePriceError, ParseSizeError, ParseUenError, ParseValueError,
    ParseWeightError, PriceLadderError,
};

use super::Language;
use crate::diagnostic::{Diagnostic, Problem};

fn problems() -> Vec<Problem> {
    let mut problems = vec![
        Problem::FileTooLarge {
            most_bytes: 64 << 20,
        },
        Problem::UnpacksTooFar,
        Problem::NotATable,
        Problem::OldWorkbook,
        Problem::Utf16,
        Problem::BrokenWorkbook,
        Problem::NoHeader,
        Problem::MissingColumn,
        Problem::AbsentColumn,
        Problem::UnknownColumn,
        Problem::RepeatedColumn,
        Problem::TooManyRows { most: 1 },
        Problem::TooManyDiagnostics { most: 1 },
        Problem::NoSuppliers,
        Problem::FileOfNoSupplier,
        Problem::SupplierWithoutFile,
        Problem::RepeatedFile,
        Problem::BrokenQuotes,
        Problem::TooManyCells,
        Problem::NotUtf8,
        Problem::Blank,
        Problem::LeftBlank,
        Problem::CellTooLong { most: 120 },
        Problem::NotChinese,
        Problem::NotWholeNumber {
            least: 1,
            most: u32::MAX,
        },
        Problem::NotWholeNumber {
            least: 0,
            most: 365,
        },
        Problem::NotOneOf(&["yes", "no"]),
        Problem::Country,
        Problem::SupplierCode,
        Problem::RepeatedSupplier { row: 2 },
        Problem::Sku,
        Problem::RepeatedSku { row: 2 },
        Problem::UnknownCategory,
        Problem::Unit,
        Problem::MoqNotFirstBreak { first: 1 },
        Problem::MoqNotMultiple { multiple: 2 },
        Problem::CartonTooLight {
            least_kg: "1.5".to_owned(),
        },
        Problem::CertificateEndsBeforeListing,
        Problem::AttributeForm,
        Problem::UnknownAttribute,
        Problem::RepeatedAttribute,
        Problem::UnNumber,
        Problem::UnknownPicture,
        Problem::Slug,
        Problem::RepeatedKey { row: 2 },
        Problem::UnknownDepartment,
        Problem::AttributeKind,
    ];
    problems.extend([ParseDateError::Form, ParseDateError::NoSuchDay].map(Problem::Date));
    problems.extend([ParseUenError::Form, ParseUenError::CheckLetter].map(Problem::Uen));
    problems.extend([ParseGtinError::Form, ParseGtinError::CheckDigit].map(Problem::Gtin));
    problems.extend([ParseHsCodeError::Form, ParseHsCodeError::NoSuchChapter].map(Problem::HsCode));
    problems.extend(
        [
            ParseWeightError::Form,
            ParseWeightError::Zero,
            ParseWeightError::TooHeavy,
        ]
        .map(Problem::Weight),
    );
    problems.extend([ParseSizeError::Form, ParseSizeError::Side].map(Problem::Size));
    problems.extend(
        [ParseCasNumberError::Form, ParseCasNumberError::CheckDigit].map(Problem::CasNumber),
    );
    problems.extend(
        [
            ParseCertificateError::Form,
            ParseCertificateError::Blank,
            ParseCertificateError::TooLong,
            ParseCertificateError::Date(ParseDateError::Form),
        ]
        .map(Problem::Certificate),
    );
    problems.extend(
        [
            PriceLadderError::Empty,
            PriceLadderError::TooMany,
            PriceLadderError::Form(2),
            PriceLadderError::Quantity(2),
            PriceLadderError::Price(2, ParsePriceError::Form),
            PriceLadderError::Price(2, ParsePriceError::TooHigh),
            PriceLadderError::NoPrice(2),
            PriceLadderError::QuantityNotRising(2),
            PriceLadderError::PriceRising(2),
        ]
        .map(Problem::PriceLadder),
    );
    problems.extend(
        [
            (AttributeKind::Number, ParseValueError::NotNumber),
            (AttributeKind::Code, ParseValueError::NotCode),
            (AttributeKind::Text, ParseValueError::NotText),
            (AttributeKind::Text, ParseValueError::TooLong),
        ]
        .map(|(kind, error)| Problem::AttributeValue { kind, error }),
    );
    problems
}

fn diagnostic(problem: Problem) -> Diagnostic {
    Diagnostic {
        file: "a.csv".into(),
        row: Some(7),
        column: Some("moq".into()),
        value: "x y".to_owned(),
        problem,
    }
}

#[test]
fn every_problem_has_its_own_sentence_in_both_languages() {
    for language in [Language::English, Language::Chinese] {
        let sentences: Vec<String> = problems()
            .into_iter()
            .map(|problem| diagnostic(problem).sentence(language))
            .collect();
        for (at, sentence) in sentences.iter().enumerate() {
            // A wrong date of a certificate reads like any other wrong date.
            let twins = sentences[..at]
                .iter()
                .filter(|other| *other == sentence)
                .count();
            assert!(twins == 0 || sentence.contains("YYYY-MM-DD"), "{sentence}");
        }
    }
}

#[test]
fn sentences_keep_to_their_language() {
    let is_han = |character: char| ('\u{4E00}'..='\u{9FFF}').contains(&character);
    for problem in problems() {
        let english = diagnostic(problem.clone()).sentence(Language::English);
        assert!(!english.replace("中文", "").contains(is_han), "{english}");
        assert!(
            english.ends_with(['.', '?']) && !english.contains(".."),
            "{english}"
        );
        let chinese = diagnostic(problem).sentence(Language::Chinese);
        let words = chinese.trim_start_matches("a.csv 第 7 行 moq 列“x y”：");
        assert!(words.contains(is_han), "{chinese}");
        assert!(chinese.ends_with(['。', '？']), "{chinese}");
        let is_half_width =
            |pair: &[char]| is_han(pair[0]) && matches!(pair[1], ',' | ';' | ':' | '?' | '!' | '(');
        assert!(
            !words
                .chars()
                .collect::<Vec<_>>()
                .windows(2)
                .any(is_half_width),
            "{chinese}"
        );
    }
}

#[test]
fn a_sentence_says_where_and_what() {
    let diagnostic = diagnostic(Problem::MoqNotMultiple { multiple: 50 });
    assert_eq!(
        diagnostic.sentence(Language::English),
        "a.csv, row 7, column moq, “x y”: must be a multiple of the order multiple, 50."
    );
    assert_eq!(
        diagnostic.sentence(Language::Chinese),
        "a.csv 第 7 行 moq 列“x y”：应为订货倍数 50 的整数倍。"
    );
}
