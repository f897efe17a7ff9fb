//! Our engine's part of the plan: its messages in the form in which page and worker exchange them.

use std::{fs, path::Path};

use search::ask::{Answer, Ask, Part};
use serde_json::{Value, json};

use super::{
    plan::{OURS, Set, label, put, searches},
    worker::Worker,
};
use crate::{
    search::{
        engine,
        score::Run,
        set::{Language, Query, read_documents},
    },
    trouble::Trouble,
};

/// The set's segment, and the questions of both languages.
pub fn of_set(
    inputs: &Path,
    worker: &Worker,
    set: &Set,
    place: &Path,
) -> Result<Vec<Value>, Trouble> {
    let documents = read_documents(&place.join("docs.jsonl"))?;
    let segment = format!("{}.segment", set.name);
    put(&inputs.join(&segment), &engine::segment(&documents))?;
    let parts = [part(inputs, Part::Segment, &segment)?, lexicon(inputs)?];
    let mut jobs = Vec::new();
    for language in [Language::English, Language::Chinese] {
        let queries = set.queries(language);
        if queries.is_empty() {
            continue;
        }
        let label = label(OURS, &set.name, language);
        let (deep, timed) = searches(queries);
        jobs.push(job(inputs, worker, &label, &parts, (&deep, &timed))?);
    }
    Ok(jobs)
}

/// A measurement of the worker: what it is given, what it is asked in full, and what is timed.
pub fn job(
    inputs: &Path,
    worker: &Worker,
    label: &str,
    parts: &[Value],
    (deep, timed): (&[Ask], &[Ask]),
) -> Result<Value, Trouble> {
    for (name, asks) in [("deep", deep), ("timed", timed)] {
        put(&inputs.join(format!("{label}.{name}")), &framed(asks))?;
    }
    Ok(json!({
        "label": label,
        "page": "ours_page.mjs",
        "input": {
            "script": format!("/site/{}", worker.script),
            "module": format!("/site/{}", worker.module),
            "parts": parts,
            "asks": {
                "deep": format!("/inputs/{label}.deep"),
                "timed": format!("/inputs/{label}.timed"),
            },
        },
    }))
}

/// The message that adds a part, written beside its bytes; addresses of both.
pub fn part(inputs: &Path, part: Part, name: &str) -> Result<Value, Trouble> {
    let message = message(&Ask::Add {
        name: name.to_owned(),
        part,
    });
    put(&inputs.join(format!("{name}.add")), &message)?;
    Ok(json!([
        format!("/inputs/{name}.add"),
        format!("/inputs/{name}")
    ]))
}

pub fn lexicon(inputs: &Path) -> Result<Value, Trouble> {
    put(&inputs.join("lexicon"), &engine::lexicon())?;
    part(inputs, Part::Lexicon, "lexicon")
}

fn message(ask: &Ask) -> Vec<u8> {
    postcard::to_allocvec(ask).expect("a question has only values of known length")
}

/// Messages one after another, each behind its length.
fn framed(asks: &[Ask]) -> Vec<u8> {
    let mut bytes = Vec::new();
    for ask in asks {
        let message = message(ask);
        let length = u32::try_from(message.len()).expect("a question is short");
        bytes.extend(length.to_le_bytes());
        bytes.extend(message);
    }
    bytes
}

/// What the worker answered to the set's queries, as ids of documents.
pub fn answers(file: &Path, queries: &[Query], documents: &[String]) -> Result<Run, Trouble> {
    let bytes = fs::read(file).map_err(|error| Trouble::file(file, &error))?;
    let mut run = Run::new();
    let mut rest = bytes.as_slice();
    for query in queries {
        let answer = next(&mut rest).ok_or_else(|| {
            Trouble::new(
                format!("{} ends before the last answer", file.display()),
                "measure again; if it stays so, the worker and this command speak of other messages",
            )
        })?;
        let Answer::Found { found, .. } = answer else {
            continue;
        };
        let ids = found.hits.iter().filter_map(|hit| {
            let at = usize::try_from(hit.row).ok()?;
            documents.get(at).cloned()
        });
        run.insert(query.id.clone(), ids.collect());
    }
    Ok(run)
}

fn next(rest: &mut &[u8]) -> Option<Answer> {
    let (length, after) = rest.split_first_chunk()?;
    let length = usize::try_from(u32::from_le_bytes(*length)).ok()?;
    let (message, after) = after.split_at_checked(length)?;
    *rest = after;
    postcard::from_bytes(message).ok()
}
