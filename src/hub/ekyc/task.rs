//! What a person may type after `cargo hub ekyc`.

use domain::Date;
use lexopt::prelude::*;

pub const HELP: &str = "\
  cargo hub ekyc numbers [--day YYYY-MM-DD] < LINES
                            check numbers of persons and companies: lines of kind, tab, number in, and the same with a
                            verdict out; kinds are nric, resident-id, uscc, uen; the day is today unless given
";

/// One thing to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Task {
    Numbers { day: Option<Date> },
}

impl Task {
    /// Reads what follows the word `ekyc`; `None` when the help is asked for.
    pub fn read(parser: &mut lexopt::Parser) -> Result<Option<Self>, lexopt::Error> {
        let (mut name, mut day) = (None, None);
        while let Some(argument) = parser.next()? {
            match argument {
                Short('h') | Long("help") => return Ok(None),
                Long("day") => day = Some(parser.value()?.parse()?),
                Value(word) if name.is_none() => name = Some(word.string()?),
                other => return Err(other.unexpected()),
            }
        }
        match name.as_deref() {
            Some("numbers") => Ok(Some(Self::Numbers { day })),
            Some(unknown) => Err(format!("ekyc knows no `{unknown}`: only `numbers`").into()),
            None => Err("say what ekyc is to do, as in `cargo hub ekyc numbers`".into()),
        }
    }
}
