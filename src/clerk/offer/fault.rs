use catalogue::{Diagnostic, Problem};
use domain::{ParseCasNumberError, ParseGtinError, ParseUenError};
use market::{Fault, Why};

/// A diagnostic of a cell, by the cell's place in the draft.
pub(super) fn fault(found: &Diagnostic) -> Fault {
    let pointer = match &found.column {
        Some(column) => format!("/cells/{column}"),
        None => "/cells".to_owned(),
    };
    Fault::new(pointer, why(&found.problem)).because(found.problem.code())
}

fn why(problem: &Problem) -> Why {
    match problem {
        Problem::Blank => Why::Missing,
        Problem::CellTooLong { .. } => Why::TooLong,
        Problem::Uen(ParseUenError::CheckLetter)
        | Problem::Gtin(ParseGtinError::CheckDigit)
        | Problem::CasNumber(ParseCasNumberError::CheckDigit)
        | Problem::MoqNotFirstBreak { .. }
        | Problem::MoqNotMultiple { .. } => Why::Check,
        _ => Why::Form,
    }
}
