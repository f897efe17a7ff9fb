//! `cargo hub search fetch`: what was found, and what it cost.

use std::{fmt::Write, fs, path::Path};

use search::sharded::Root;

use super::{
    host::Host,
    look::{Looked, damaged, look},
};
use crate::{
    bench::table::amount,
    search::{
        engine::words,
        set::{Language, read_queries},
        task::{Wanted, What},
    },
    trouble::Trouble,
};

/// Hits that are shown, as many as a screen has; and those of a run, as many as quality is measured by.
const SHOWN: usize = 10;
const DEEP: usize = 100;

/// Searches the files on a server.
pub fn fetch(wanted: &Wanted) -> Result<(), Trouble> {
    let mut host = Host::new(&wanted.from)?;
    let bytes = host.root()?;
    let root = Root::open(&bytes).map_err(damaged)?;
    let size = bytes.len() as u64;
    match &wanted.what {
        What::Text(text) => {
            let looked = look(&mut host, &root, &words(), text, SHOWN)?;
            print!("{}", shown(&looked, root.documents(), size));
        }
        What::Queries {
            file,
            language,
            out,
        } => print!("{}", asked(&mut host, &root, size, (file, *language, out))?),
    }
    if !host.answers_ranges() {
        eprintln!(
            "! this server sends whole files where parts were asked for: a browser would fetch them whole"
        );
    }
    Ok(())
}

fn shown(looked: &Looked, documents: u32, root: u64) -> String {
    let mut text = String::new();
    for (place, hit) in (1..).zip(&looked.hits) {
        writeln!(text, "{place:>2}. {} [{}]", hit.title, hit.key).expect(STRING);
    }
    writeln!(
        text,
        "✓ {} of {documents} documents: {} in {} requests, {} rounds ({} of it dictionary); the root, {}, once",
        looked.hits.len(),
        bytes(looked.dictionary + looked.others),
        looked.requests,
        looked.rounds,
        bytes(looked.dictionary),
        bytes(root),
    )
    .expect(STRING);
    text
}

/// Writes the run and tells what nearly all queries cost. Every query counts as the first one that a reader asks.
fn asked(
    host: &mut Host,
    root: &Root,
    size: u64,
    (file, language, out): (&Path, Language, &Path),
) -> Result<String, Trouble> {
    let queries = read_queries(file, language)?;
    let words = words();
    let mut run = String::new();
    let (mut warm, mut cold, mut rounds) = (Vec::new(), Vec::new(), Vec::new());
    for query in &queries {
        for hit in look(host, root, &words, &query.text, DEEP)?.hits {
            writeln!(run, "{}\t{}", query.id, hit.key).expect(STRING);
        }
        let page = look(host, root, &words, &query.text, SHOWN)?;
        warm.push(page.others);
        cold.push(size + page.dictionary + page.others);
        rounds.push(u64::from(page.rounds));
    }
    fs::write(out, run).map_err(|error| Trouble::file(out, &error))?;
    let mut text = String::from("a page of hits                     p50       p95      most\n");
    for (what, costs) in [
        ("bytes, dictionary kept", &mut warm),
        ("bytes, nothing kept", &mut cold),
    ] {
        let [half, most, all] = shares(costs).map(bytes);
        writeln!(text, "{what:<28} {half:>9} {most:>9} {all:>9}").expect(STRING);
    }
    let [half, most, all] = shares(&mut rounds);
    writeln!(text, "{:<28} {half:>9} {most:>9} {all:>9}", "rounds").expect(STRING);
    writeln!(
        text,
        "✓ {} queries asked of {} documents, the first {DEEP} hits of each: {}",
        queries.len(),
        root.documents(),
        out.display()
    )
    .expect(STRING);
    Ok(text)
}

/// The middle one, the one that 95 in 100 do not exceed, the last.
pub fn shares(costs: &mut [u64]) -> [u64; 3] {
    costs.sort_unstable();
    let at = |percent: usize| {
        let place = (costs.len() * percent).div_ceil(100).saturating_sub(1);
        costs.get(place).copied().unwrap_or(0)
    };
    [at(50), at(95), at(100)]
}

#[expect(clippy::cast_precision_loss, reason = "nobody fetches 2^52 bytes")]
fn bytes(count: u64) -> String {
    amount(count as f64, "B")
}

const STRING: &str = "writing to a string cannot fail";
