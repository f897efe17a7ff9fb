//! What the engine must reach, beside what was measured.

use serde_json::Value;

use super::{
    engines::{Measured, proper},
    native::Native,
    needs,
    plan::OURS,
};
use crate::{
    bench::table::{Bar, Row},
    search::{known_items, set::Language},
    workspace::Workspace,
};

/// Found and asked, of the known items; `None`, with a word about it, when they could not be asked.
pub fn known_items(workspace: &Workspace) -> Option<(usize, usize)> {
    match known_items::totals(workspace) {
        Ok(totals) => Some(totals),
        Err(trouble) => {
            eprintln!("{trouble}");
            None
        }
    }
}

/// One row a promise; what was not measured has none.
pub fn rows(
    engines: &[Measured],
    times: &Value,
    native: &Native,
    known: Option<(usize, usize)>,
) -> Vec<Row> {
    let mut rows = Vec::new();
    rows.extend(english(engines));
    rows.extend(chinese(engines));
    rows.extend(hardware(engines));
    rows.extend(known.map(|(found, all)| Row {
        what: format!(
            "known items in the first {}, {all} cases",
            known_items::FIRST
        ),
        value: percent(found, all),
        unit: "%",
        bar: Some(Bar::AtLeast(99.0)),
        peer: String::new(),
    }));
    let brotli = |label: &str| times[label]["brotli"].as_f64();
    rows.extend(at_most(
        "index of `cf`, 9,912 products with descriptions, brotli 11",
        brotli("cf.segment"),
        ("B", 500_000.0),
        least(engines, "cf", "index", |one| one.brotli, "B"),
    ));
    rows.extend(at_most(
        "lexicon, brotli 11",
        brotli("lexicon"),
        ("B", 400_000.0),
        String::new(),
    ));
    rows.extend(opening(engines));
    for (set, bar) in [("cf", 0.5), ("hd", 2.0)] {
        rows.extend(at_most(
            &format!("query in WASM, `{set}`, p95"),
            ours(engines, set, Language::English).and_then(|one| one.p95),
            ("ms", bar),
            least(
                engines,
                set,
                "query",
                |one| one.p95.filter(|_| one.is_in_browser()),
                "ms",
            ),
        ));
    }
    rows.extend(at_most(
        "matching a need against 10,000 products in WASM, p95",
        times[needs::LABEL]["p95"].as_f64(),
        ("ms", 10.0),
        String::new(),
    ));
    rows.extend(native.value("build_per_second").map(|value| Row {
        what: "indexing, native, one core".to_owned(),
        value,
        unit: "docs/s",
        bar: Some(Bar::AtLeast(20_000.0)),
        peer: String::new(),
    }));
    rows.extend(at_most(
        "worker, WASM, brotli 11",
        brotli("worker"),
        ("B", 150_000.0),
        String::new(),
    ));
    for (how, what, bar) in [("kept", "warm", 150_000.0), ("not kept", "cold", 400_000.0)] {
        rows.extend(at_most(
            &format!("1,000,000 products in static files, dictionary {how}: bytes of a query, p95"),
            native.value(&format!("sharded_1000000_{what}_p95")),
            ("B", bar),
            String::new(),
        ));
    }
    rows
}

fn percent(found: usize, all: usize) -> f64 {
    #[expect(clippy::cast_precision_loss, reason = "cases are fewer than 2^52")]
    let share = found as f64 / all.max(1) as f64;
    // Cut and not rounded, so that nothing that failed looks whole.
    (share * 1000.0).floor() / 10.0
}

fn ours<'a>(engines: &'a [Measured], set: &str, language: Language) -> Option<&'a Measured> {
    engines
        .iter()
        .find(|one| one.engine == OURS && one.set == set && one.language == language)
}

fn peers<'a>(engines: &'a [Measured], set: &str) -> impl Iterator<Item = &'a Measured> {
    let set = set.to_owned();
    engines.iter().filter(move |one| {
        one.engine != OURS && one.set == set && one.language == Language::English
    })
}

fn best<'a>(
    engines: &'a [Measured],
    set: &str,
    figure: impl Fn(&Measured) -> f64,
) -> Option<&'a Measured> {
    peers(engines, set).max_by(|a, b| figure(a).total_cmp(&figure(b)))
}

fn english(engines: &[Measured]) -> Option<Row> {
    let ours = ours(engines, "cf", Language::English)?;
    let peer = best(engines, "cf", |one| one.validation.ndcg10)?;
    let reached = peer.validation.ndcg10;
    Some(Row {
        what: "`cf`, English, nDCG@10 on validation queries".to_owned(),
        value: ours.validation.ndcg10,
        unit: "",
        bar: Some(Bar::AtLeast(reached + 0.03)),
        peer: format!("{reached:.3}, {}", proper(peer.engine)),
    })
}

fn chinese(engines: &[Measured]) -> Option<Row> {
    let english = ours(engines, "cf", Language::English)?;
    let chinese = ours(engines, "cf", Language::Chinese)?;
    let peer = engines
        .iter()
        .find(|one| one.engine != OURS && one.set == "cf" && one.language == Language::Chinese);
    Some(Row {
        what: "`cf`, Chinese queries on English documents, nDCG@10 on validation queries"
            .to_owned(),
        value: chinese.validation.ndcg10,
        unit: "",
        bar: Some(Bar::AtLeast((english.validation.ndcg10 * 0.9).max(0.72))),
        peer: peer.map_or(String::new(), |peer| {
            let reached = peer.validation.ndcg10;
            format!("{reached:.3}, {} with a dictionary", proper(peer.engine))
        }),
    })
}

fn hardware(engines: &[Measured]) -> Option<Row> {
    let ours = ours(engines, "hd", Language::English)?;
    let peer = best(engines, "hd", |one| one.validation.ndcg10_judged)?;
    let reached = peer.validation.ndcg10_judged;
    Some(Row {
        what: "`hd`, English, nDCG@10 of judged documents on validation queries".to_owned(),
        value: ours.validation.ndcg10_judged,
        unit: "",
        bar: Some(Bar::AtLeast(reached + 0.02)),
        peer: format!("{reached:.3}, {}", proper(peer.engine)),
    })
}

/// Opening: at most 10 ms, and thirty times faster than MiniSearch in the same run.
fn opening(engines: &[Measured]) -> Option<Row> {
    let ours = ours(engines, "cf", Language::English)?;
    let mini = peers(engines, "cf").find(|one| one.engine == "minisearch")?;
    let theirs = mini.open?;
    Some(Row {
        what: "opening the index of `cf` in WASM".to_owned(),
        value: ours.open?,
        unit: "ms",
        bar: Some(Bar::AtMost((theirs / 30.0).min(10.0))),
        peer: format!("{theirs:.0} ms, MiniSearch; a thirtieth is asked for"),
    })
}

fn at_most(
    what: &str,
    value: Option<f64>,
    (unit, bar): (&'static str, f64),
    peer: String,
) -> Option<Row> {
    Some(Row {
        what: what.to_owned(),
        value: value?,
        unit,
        bar: Some(Bar::AtMost(bar)),
        peer,
    })
}

/// The peer with the least of something, in words.
fn least(
    engines: &[Measured],
    set: &str,
    what: &str,
    figure: impl Fn(&Measured) -> Option<f64>,
    unit: &str,
) -> String {
    let known = peers(engines, set).filter_map(|one| Some((figure(one)?, one.engine)));
    let least = known.min_by(|a, b| a.0.total_cmp(&b.0));
    least.map_or(String::new(), |(value, engine)| {
        let value = crate::bench::table::amount(value, unit);
        format!(
            "{value}, {}, the least {what} of the peers{}",
            proper(engine),
            if what == "query" {
                " in the browser"
            } else {
                ""
            }
        )
    })
}
