//! What a person may type after `cargo hub ekyc`.

use domain::Date;
use lexopt::prelude::*;

pub const HELP: &str = "\
  cargo hub ekyc numbers [--day YYYY-MM-DD] < LINES
                            check numbers of persons and companies: lines of kind, tab, number in, and the same with a
                            verdict out; kinds are nric, resident-id, uscc, uen; the day is today unless given
  cargo hub ekyc outline [--count 1080]
                            look for pages in generated photographs, and say how many were found and how well
  cargo hub ekyc teach [--count 4000] [--seed 77]
                            teach which candidate is the page from generated photographs; writes its weights
  cargo hub ekyc gates [--count 150]
                            judge generated photographs with one thing wrong, and say how often that was named
  cargo hub ekyc read [--count 2000]
                            read generated documents, sharp and blurred, and say how many were read exactly
  cargo hub ekyc train [--steps 5000] [--seed 7]
                            teach the recognizer of documents from generated print; writes its weights and their record
";

/// One thing to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Task {
    Numbers { day: Option<Date> },
    Train { steps: usize, seed: u64 },
    Read { count: u64 },
    Outline { count: u64 },
    Gates { count: u64 },
    Teach { count: u64, seed: u64 },
}

/// Options as far as they were given.
#[derive(Default)]
struct Options {
    day: Option<Date>,
    steps: Option<usize>,
    seed: Option<u64>,
    count: Option<u64>,
}

impl Task {
    /// Reads what follows the word `ekyc`; `None` when the help is asked for.
    pub fn read(parser: &mut lexopt::Parser) -> Result<Option<Self>, lexopt::Error> {
        let (mut name, mut options) = (None, Options::default());
        while let Some(argument) = parser.next()? {
            match argument {
                Short('h') | Long("help") => return Ok(None),
                Long("day") => options.day = Some(parser.value()?.parse()?),
                Long("steps") => options.steps = Some(parser.value()?.parse()?),
                Long("seed") => options.seed = Some(parser.value()?.parse()?),
                Long("count") => options.count = Some(parser.value()?.parse()?),
                Value(word) if name.is_none() => name = Some(word.string()?),
                other => return Err(other.unexpected()),
            }
        }
        Self::of(name.as_deref(), &options).map(Some)
    }

    /// The task of a name, with no other options than its own.
    fn of(name: Option<&str>, options: &Options) -> Result<Self, lexopt::Error> {
        match (name, options) {
            (
                Some("numbers"),
                Options {
                    day,
                    steps: None,
                    seed: None,
                    count: None,
                },
            ) => Ok(Self::Numbers { day: *day }),
            (
                Some("train"),
                Options {
                    day: None,
                    steps,
                    seed,
                    count: None,
                },
            ) => Ok(Self::Train {
                steps: steps.unwrap_or(5000),
                seed: seed.unwrap_or(7),
            }),
            (
                Some("read"),
                Options {
                    day: None,
                    steps: None,
                    seed: None,
                    count,
                },
            ) => Ok(Self::Read {
                count: count.unwrap_or(2000),
            }),
            (
                Some("outline"),
                Options {
                    day: None,
                    steps: None,
                    seed: None,
                    count,
                },
            ) => Ok(Self::Outline {
                count: count.unwrap_or(1080),
            }),
            (
                Some("gates"),
                Options {
                    day: None,
                    steps: None,
                    seed: None,
                    count,
                },
            ) => Ok(Self::Gates {
                count: count.unwrap_or(150),
            }),
            (
                Some("teach"),
                Options {
                    day: None,
                    steps: None,
                    seed,
                    count,
                },
            ) => Ok(Self::Teach {
                count: count.unwrap_or(4000),
                seed: seed.unwrap_or(77),
            }),
            (Some("gates" | "numbers" | "outline" | "read" | "teach" | "train"), _) => {
                Err("an option of another ekyc task: `cargo hub ekyc --help` lists them".into())
            }
            (Some(unknown), _) => Err(format!(
                "ekyc knows no `{unknown}`: `cargo hub ekyc --help` lists what it knows"
            )
            .into()),
            (None, _) => Err("say what ekyc is to do, as in `cargo hub ekyc numbers`".into()),
        }
    }
}
