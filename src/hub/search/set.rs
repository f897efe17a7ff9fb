//! A judged set as it lies on disk: documents, queries in two languages, judgments.
//!
//! `docs.jsonl` has one `{"id", "title", "body"}` a line, `queries.tsv` the columns id, en, zh with a header, and
//! `judgments.tsv` query, document and gain (0 to 1) with a header. Ids are numbers or text. An empty cell is a query
//! that nobody has put into this language.

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
};

use serde_json::Value;

use crate::trouble::Trouble;

/// The language of a query.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Language {
    English,
    Chinese,
}

impl Language {
    pub fn parse(word: &str) -> Result<Self, String> {
        match word {
            "en" => Ok(Self::English),
            "zh" => Ok(Self::Chinese),
            _ => Err(format!("there is no language `{word}`: choose en or zh")),
        }
    }

    /// The name of the column.
    pub fn code(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::Chinese => "zh",
        }
    }
}

/// A document of a set.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Page {
    pub id: String,
    pub title: String,
    pub body: String,
}

/// A query of a set.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Query {
    pub id: String,
    pub text: String,
}

/// Gains of judged documents, by query and document.
pub type Judgments = BTreeMap<String, BTreeMap<String, f64>>;

/// All documents of a file, in its order.
pub fn read_documents(file: &Path) -> Result<Vec<Page>, Trouble> {
    let text = read(file)?;
    let lines = text.lines().enumerate();
    lines
        .filter(|(_, line)| !line.trim().is_empty())
        .map(|(at, line)| {
            document(line).ok_or_else(|| {
                malformed(
                    file,
                    at,
                    "each line must be an object with `id`, a text or number, and `title`, a text",
                )
            })
        })
        .collect()
}

fn document(line: &str) -> Option<Page> {
    let object: Value = serde_json::from_str(line).ok()?;
    let id = match object.get("id")? {
        Value::String(text) => text.clone(),
        Value::Number(number) => number.to_string(),
        _ => return None,
    };
    let text = |name: &str| object.get(name).and_then(Value::as_str).map(str::to_owned);
    Some(Page {
        id,
        title: text("title")?,
        body: text("body").unwrap_or_default(),
    })
}

/// The queries that are there in this language, in the order of the file.
pub fn read_queries(file: &Path, language: Language) -> Result<Vec<Query>, Trouble> {
    let text = read(file)?;
    let mut lines = text.lines().map(|line| line.trim_end_matches('\r'));
    let header: Vec<&str> = lines.next().unwrap_or_default().split('\t').collect();
    // Some files name it `id`, some `query_id`; a byte order mark may stand before it.
    let id_column = header
        .iter()
        .position(|name| ["id", "query_id"].contains(&name.trim_start_matches('\u{feff}')));
    let text_column = header.iter().position(|name| *name == language.code());
    let (Some(id_column), Some(text_column)) = (id_column, text_column) else {
        return Err(malformed(
            file,
            0,
            &format!(
                "the first line must name the columns `id` and `{}`, with tabs between them",
                language.code()
            ),
        ));
    };
    Ok(lines
        .filter_map(|line| {
            let cells: Vec<&str> = line.split('\t').collect();
            let id = cells.get(id_column)?.trim();
            let text = cells.get(text_column)?.trim();
            (!id.is_empty() && !text.is_empty()).then(|| Query {
                id: id.to_owned(),
                text: text.to_owned(),
            })
        })
        .collect())
}

/// The judgments of a set.
pub fn read_judgments(file: &Path) -> Result<Judgments, Trouble> {
    let text = read(file)?;
    let mut judgments = Judgments::new();
    for (at, line) in text.lines().enumerate().skip(1) {
        let mut cells = line.trim_end_matches('\r').split('\t');
        let (Some(query), Some(document), Some(gain)) = (cells.next(), cells.next(), cells.next())
        else {
            return Err(malformed(
                file,
                at,
                "each line needs query, document and gain",
            ));
        };
        let gain = gain
            .parse::<f64>()
            .ok()
            .filter(|gain| gain.is_finite())
            .ok_or_else(|| malformed(file, at, "the gain must be a number"))?;
        judgments
            .entry(query.to_owned())
            .or_default()
            .insert(document.to_owned(), gain);
    }
    Ok(judgments)
}

fn read(file: &Path) -> Result<String, Trouble> {
    fs::read_to_string(file).map_err(|error| Trouble::file(file, &error))
}

fn malformed(file: &Path, line: usize, rule: &str) -> Trouble {
    Trouble::new(
        format!(
            "{}, line {}, is not of the expected shape",
            file.display(),
            line + 1
        ),
        format!("mend it: {rule}"),
    )
}

/// The folder with the judged sets, if the variable names one.
pub fn judged_folder() -> Option<PathBuf> {
    std::env::var_os("SEARCH_BENCH_DIR")
        .filter(|value| !value.is_empty())
        .map(PathBuf::from)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(name: &str, text: &str) -> PathBuf {
        let path = std::env::temp_dir().join(format!("hub-set-{}-{name}", std::process::id()));
        fs::write(&path, text).unwrap();
        path
    }

    #[test]
    fn ids_are_numbers_or_text() {
        let path = file(
            "docs.jsonl",
            "{\"id\": 7, \"title\": \"Bolt\", \"body\": \"long\"}\n\n{\"id\": \"x-1\", \"title\": \"Nut\"}\n",
        );
        let pages = read_documents(&path).unwrap();
        let ids: Vec<&str> = pages.iter().map(|page| page.id.as_str()).collect();
        assert_eq!(ids, ["7", "x-1"]);
        assert_eq!(pages[1].body, "");
        fs::write(&path, "{\"id\": 1, \"title\": \"Bolt\"}\nnot json\n").unwrap();
        let said = read_documents(&path).unwrap_err().to_string();
        assert!(
            said.contains("line 2") && said.contains("`title`"),
            "{said}"
        );
    }

    #[test]
    fn empty_cells_are_no_queries() {
        let path = file(
            "queries.tsv",
            "id\ten\tzh\n0\tlight bulb\t灯泡\n2\tdeck over\t\n3\n",
        );
        let texts = |language| {
            let queries = read_queries(&path, language).unwrap();
            queries
                .into_iter()
                .map(|query| query.text)
                .collect::<Vec<_>>()
        };
        assert_eq!(texts(Language::English), ["light bulb", "deck over"]);
        assert_eq!(texts(Language::Chinese), ["灯泡"]);
        fs::write(&path, "0\tlight bulb\n").unwrap();
        let said = read_queries(&path, Language::English)
            .unwrap_err()
            .to_string();
        assert!(said.contains("`en`"), "{said}");
    }

    #[test]
    fn judgments_are_gains_by_query_and_document() {
        let path = file(
            "judgments.tsv",
            "query_id\tdoc_id\tgain\n0\t310\t1.0\n0\t7\t0.3333\n",
        );
        let judgments = read_judgments(&path).unwrap();
        assert_eq!(judgments["0"]["310"], 1.0);
        assert_eq!(judgments["0"].len(), 2);
        fs::write(&path, "query_id\tdoc_id\tgain\n0\t310\tgood\n").unwrap();
        assert!(read_judgments(&path).is_err());
    }
}
