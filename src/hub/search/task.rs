//! What a person may type after `cargo hub search`.

use std::path::PathBuf;

use lexopt::prelude::*;

use super::set::Language;

pub const HELP: &str = "\
  cargo hub search run --docs docs.jsonl --queries queries.tsv --language en|zh --out run.tsv
                            ask the browser's engine the queries of a set; each line of the run is query and document
  cargo hub search score --set FOLDER --run run.tsv --language en|zh
                            say how good a run is by the judgments.tsv of the set
  cargo hub search known [--out FILE]
                            look for products that are known to be there by part number, size, pinyin and so on
  cargo hub search lists [--out FILE]
                            match lists as buyers paste them, 500 lines each, and say how many lines are right
  cargo hub search lay-out --docs docs.jsonl --out FOLDER
                            write the set as static files of which a query fetches only the parts it needs
  cargo hub search fetch --from http://… --text WORDS
                            search such files on a web server that answers HTTP ranges, and count what was fetched
  cargo hub search fetch --from http://… --queries queries.tsv --language en|zh --out run.tsv
                            the same for the queries of a set
  cargo hub search train --set FOLDER --out src/search/rank/weights.txt
                            find the weights of the ranking on the judged sets `cf` and `hd` in a folder
";

/// One thing to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Task {
    Run(Order),
    Score {
        set: PathBuf,
        run: PathBuf,
        language: Language,
    },
    Known {
        out: Option<PathBuf>,
    },
    Lists {
        out: Option<PathBuf>,
    },
    LayOut {
        docs: PathBuf,
        /// The folder that the files are written to.
        out: PathBuf,
    },
    Fetch(Wanted),
    Train {
        /// The folder that has the sets.
        sets: PathBuf,
        out: PathBuf,
    },
}

/// A set to be asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Order {
    pub docs: PathBuf,
    pub queries: PathBuf,
    pub language: Language,
    pub out: PathBuf,
}

/// What to look for in files that lie on a web server.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wanted {
    /// The address of their folder.
    pub from: String,
    pub what: What,
}

/// One text, whose hits are shown, or all queries of a set.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum What {
    Text(String),
    Queries {
        file: PathBuf,
        language: Language,
        out: PathBuf,
    },
}

#[derive(Default)]
struct Options {
    docs: Option<PathBuf>,
    queries: Option<PathBuf>,
    language: Option<Language>,
    out: Option<PathBuf>,
    set: Option<PathBuf>,
    run: Option<PathBuf>,
    from: Option<String>,
    text: Option<String>,
}

impl Task {
    /// Reads what follows the word `search`; `None` when the help is asked for.
    pub fn read(parser: &mut lexopt::Parser) -> Result<Option<Self>, lexopt::Error> {
        let mut name = None;
        let mut options = Options::default();
        while let Some(argument) = parser.next()? {
            match argument {
                Short('h') | Long("help") => return Ok(None),
                Long("docs") => options.docs = Some(parser.value()?.into()),
                Long("queries") => options.queries = Some(parser.value()?.into()),
                Long("out") => options.out = Some(parser.value()?.into()),
                Long("set") => options.set = Some(parser.value()?.into()),
                Long("run") => options.run = Some(parser.value()?.into()),
                Long("from") => options.from = Some(parser.value()?.string()?),
                Long("text") => options.text = Some(parser.value()?.string()?),
                Long("language") => {
                    options.language = Some(parser.value()?.parse_with(Language::parse)?);
                }
                Value(word) if name.is_none() => name = Some(word.string()?),
                other => return Err(other.unexpected()),
            }
        }
        if name.as_deref() != Some("fetch") {
            let others = [("--from", &options.from), ("--text", &options.text)];
            let others = others.map(|(name, value)| (name, value.as_ref().map(PathBuf::from)));
            foreign(&others, "search fetch")?;
        }
        match name.as_deref() {
            Some("run") => options.into_run(),
            Some("score") => options.into_score(),
            Some("known") => options.into_known(),
            Some("lists") => options.into_lists(),
            Some("lay-out") => options.into_lay_out(),
            Some("fetch") => options.into_fetch(),
            Some("train") => options.into_train(),
            Some(unknown) => Err(format!("there is no `search {unknown}`").into()),
            None => Err(
                "search needs to know what: run, score, known, lists, lay-out, fetch or train"
                    .into(),
            ),
        }
        .map(Some)
    }
}

impl Options {
    fn into_run(self) -> Result<Task, lexopt::Error> {
        let task = Task::Run(Order {
            docs: needed(self.docs, "search run", "--docs docs.jsonl")?,
            queries: needed(self.queries, "search run", "--queries queries.tsv")?,
            language: needed(self.language, "search run", "--language en")?,
            out: needed(self.out, "search run", "--out run.tsv")?,
        });
        foreign(&[("--set", self.set), ("--run", self.run)], "search score")?;
        Ok(task)
    }

    fn into_score(self) -> Result<Task, lexopt::Error> {
        let task = Task::Score {
            set: needed(self.set, "search score", "--set FOLDER")?,
            run: needed(self.run, "search score", "--run run.tsv")?,
            language: needed(self.language, "search score", "--language en")?,
        };
        let others = [
            ("--docs", self.docs),
            ("--queries", self.queries),
            ("--out", self.out),
        ];
        foreign(&others, "search run")?;
        Ok(task)
    }

    fn into_known(self) -> Result<Task, lexopt::Error> {
        Ok(Task::Known {
            out: self.only_out()?,
        })
    }

    fn into_lists(self) -> Result<Task, lexopt::Error> {
        Ok(Task::Lists {
            out: self.only_out()?,
        })
    }

    fn only_out(self) -> Result<Option<PathBuf>, lexopt::Error> {
        let others = [
            ("--docs", self.docs),
            ("--queries", self.queries),
            ("--language", self.language.map(|_| PathBuf::new())),
        ];
        foreign(&others, "search run")?;
        foreign(&[("--set", self.set), ("--run", self.run)], "search score")?;
        Ok(self.out)
    }

    fn into_lay_out(self) -> Result<Task, lexopt::Error> {
        let task = Task::LayOut {
            docs: needed(self.docs, "search lay-out", "--docs docs.jsonl")?,
            out: needed(self.out, "search lay-out", "--out FOLDER")?,
        };
        let others = [
            ("--queries", self.queries),
            ("--language", self.language.map(|_| PathBuf::new())),
        ];
        foreign(&others, "search run")?;
        foreign(&[("--set", self.set), ("--run", self.run)], "search score")?;
        Ok(task)
    }

    fn into_fetch(self) -> Result<Task, lexopt::Error> {
        foreign(&[("--docs", self.docs)], "search lay-out")?;
        foreign(&[("--set", self.set), ("--run", self.run)], "search score")?;
        let from = needed(self.from, "search fetch", "--from http://localhost/files/")?;
        let what = match self.text {
            Some(_) if self.queries.is_some() => {
                return Err("search fetch takes --text or --queries, not both".into());
            }
            Some(text) => What::Text(text),
            None => What::Queries {
                file: needed(
                    self.queries,
                    "search fetch",
                    "--text WORDS` or `--queries queries.tsv",
                )?,
                language: needed(self.language, "search fetch", "--language en")?,
                out: needed(self.out, "search fetch", "--out run.tsv")?,
            },
        };
        Ok(Task::Fetch(Wanted { from, what }))
    }

    fn into_train(self) -> Result<Task, lexopt::Error> {
        let task = Task::Train {
            sets: needed(self.set, "search train", "--set FOLDER")?,
            out: needed(self.out, "search train", "--out weights.txt")?,
        };
        let others = [
            ("--docs", self.docs),
            ("--queries", self.queries),
            ("--language", self.language.map(|_| PathBuf::new())),
        ];
        foreign(&others, "search run")?;
        foreign(&[("--run", self.run)], "search score")?;
        Ok(task)
    }
}

fn needed<T>(value: Option<T>, task: &str, example: &str) -> Result<T, lexopt::Error> {
    value.ok_or_else(|| format!("{task} needs `{example}`").into())
}

/// Refuses options of another task.
fn foreign(options: &[(&str, Option<PathBuf>)], owner: &str) -> Result<(), lexopt::Error> {
    match options.iter().find(|(_, value)| value.is_some()) {
        Some((name, _)) => Err(format!("{name} belongs to `cargo hub {owner}`").into()),
        None => Ok(()),
    }
}
