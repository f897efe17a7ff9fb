//! What a person may type after `cargo hub ekyc`.

use std::path::PathBuf;

use domain::Date;
use ekyc::Expected;
use lexopt::prelude::*;

pub const HELP: &str = "\
  cargo hub ekyc analyse [--kind any|passport|card|sheet] [--day YYYY-MM-DD] FILE…
                            say of each picture (PNG, JPEG, WebP) what the browser would: a line of JSON with verdict,
                            reasons, corners, quality, fields and checks
  cargo hub ekyc generate --out DIR [--count 60] [--seed 1]
                            write photographs of documents of nobody who exists, and the truth about each
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
    Analyse {
        files: Vec<PathBuf>,
        kind: Expected,
        day: Option<Date>,
    },
    Generate {
        seed: u64,
        count: u64,
        out: PathBuf,
    },
    Numbers {
        day: Option<Date>,
    },
    Train {
        steps: usize,
        seed: u64,
    },
    Read {
        count: u64,
    },
    Outline {
        count: u64,
    },
    Gates {
        count: u64,
    },
    Teach {
        count: u64,
        seed: u64,
    },
}

/// Options as far as they were given.
#[derive(Default, PartialEq)]
struct Options {
    files: Vec<PathBuf>,
    kind: Option<Expected>,
    out: Option<PathBuf>,
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
                Long("kind") => options.kind = Some(kind(&parser.value()?.string()?)?),
                Long("out") => options.out = Some(parser.value()?.into()),
                Long("day") => options.day = Some(parser.value()?.parse()?),
                Long("steps") => options.steps = Some(parser.value()?.parse()?),
                Long("seed") => options.seed = Some(parser.value()?.parse()?),
                Long("count") => options.count = Some(parser.value()?.parse()?),
                Value(word) if name.is_none() => name = Some(word.string()?),
                Value(file) if name.as_deref() == Some("analyse") => {
                    options.files.push(file.into())
                }
                other => return Err(other.unexpected()),
            }
        }
        Self::of(name.as_deref(), options).map(Some)
    }

    /// The task of a name, with no other options than its own.
    fn of(name: Option<&str>, mut given: Options) -> Result<Self, lexopt::Error> {
        let task = match name {
            Some("analyse") => Self::Analyse {
                files: some(std::mem::take(&mut given.files))?,
                kind: given.kind.take().unwrap_or_default(),
                day: given.day.take(),
            },
            Some("generate") => Self::Generate {
                seed: given.seed.take().unwrap_or(1),
                count: given.count.take().unwrap_or(60),
                out: given
                    .out
                    .take()
                    .ok_or("say where to, as in `cargo hub ekyc generate --out pictures`")?,
            },
            Some("numbers") => Self::Numbers {
                day: given.day.take(),
            },
            Some("train") => Self::Train {
                steps: given.steps.take().unwrap_or(5000),
                seed: given.seed.take().unwrap_or(7),
            },
            Some("read") => Self::Read {
                count: given.count.take().unwrap_or(2000),
            },
            Some("outline") => Self::Outline {
                count: given.count.take().unwrap_or(1080),
            },
            Some("gates") => Self::Gates {
                count: given.count.take().unwrap_or(150),
            },
            Some("teach") => Self::Teach {
                count: given.count.take().unwrap_or(4000),
                seed: given.seed.take().unwrap_or(77),
            },
            Some(unknown) => {
                let sentence = format!(
                    "ekyc knows no `{unknown}`: `cargo hub ekyc --help` lists what it knows"
                );
                return Err(sentence.into());
            }
            None => return Err("say what ekyc is to do, as in `cargo hub ekyc numbers`".into()),
        };
        if given == Options::default() {
            Ok(task)
        } else {
            Err("an option of another ekyc task: `cargo hub ekyc --help` lists them".into())
        }
    }
}

fn some(files: Vec<PathBuf>) -> Result<Vec<PathBuf>, lexopt::Error> {
    if files.is_empty() {
        return Err("name the pictures, as in `cargo hub ekyc analyse passport.jpg`".into());
    }
    Ok(files)
}

fn kind(word: &str) -> Result<Expected, lexopt::Error> {
    Ok(match word {
        "any" => Expected::Any,
        "passport" => Expected::Passport,
        "card" => Expected::Card,
        "sheet" => Expected::Sheet,
        other => {
            return Err(format!("`{other}` is no kind: any, passport, card or sheet").into());
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(line: &str) -> Result<Option<Task>, String> {
        let mut parser = lexopt::Parser::from_args(line.split_whitespace());
        Task::read(&mut parser).map_err(|error| error.to_string())
    }

    #[test]
    fn each_task_takes_its_own_options() {
        let analyse = Task::Analyse {
            files: vec!["a.jpg".into(), "b.png".into()],
            kind: Expected::Card,
            day: None,
        };
        assert_eq!(read("analyse --kind card a.jpg b.png"), Ok(Some(analyse)));
        let generate = Task::Generate {
            seed: 9,
            count: 60,
            out: "d".into(),
        };
        assert_eq!(read("generate --seed 9 --out d"), Ok(Some(generate)));
        assert_eq!(read("read"), Ok(Some(Task::Read { count: 2000 })));
        assert_eq!(read("read --help"), Ok(None));
        for (line, said) in [
            ("analyse", "name the pictures"),
            ("analyse --kind visa a.jpg", "no kind"),
            ("analyse --seed 3 a.jpg", "another ekyc task"),
            ("generate", "say where to"),
            ("read --out d", "another ekyc task"),
            ("rectify", "knows no `rectify`"),
            ("numbers a.jpg", "unexpected argument"),
            ("", "say what ekyc is to do"),
        ] {
            let why = read(line).unwrap_err();
            assert!(why.contains(said), "{line}: {why}");
        }
    }
}
