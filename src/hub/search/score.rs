//! How good the order of hits is: nDCG@10, the same over judged documents only, Recall@100 and MRR.
//!
//! The gain of a document is the one it was judged, 0 for one that nobody judged. Since judgments are incomplete, the
//! second figure leaves documents out that nobody judged: it says how the judged ones are ordered among themselves.

use std::collections::{BTreeMap, HashSet};

use super::set::Judgments;

/// From this gain on a document is what was looked for.
const RELEVANT: f64 = 0.66;
/// A query counts when something at least this good was judged for it.
const WORTH_FINDING: f64 = 0.5;
const TOP: usize = 10;
const DEEP: usize = 100;

/// Documents by query, best first.
pub type Run = BTreeMap<String, Vec<String>>;

/// Means over queries.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Quality {
    pub queries: usize,
    pub ndcg10: f64,
    pub ndcg10_judged: f64,
    pub recall100: f64,
    pub mrr: f64,
}

/// Whether a query of a set counts: something good was judged for it, and enough documents in all.
#[must_use]
pub fn counts(judgments: &Judgments, query: &str, fewest: usize) -> bool {
    judgments.get(query).is_some_and(|gains| {
        fewest <= gains.len() && gains.values().any(|gain| WORTH_FINDING <= *gain)
    })
}

/// Reads a run, `query<TAB>document` a line, best first. A document told twice counts where it stands first.
#[must_use]
pub fn read_run(text: &str) -> Run {
    let mut run = Run::new();
    let mut seen = HashSet::new();
    for line in text.lines() {
        let mut cells = line.trim_end_matches('\r').split('\t');
        if let (Some(query), Some(document)) = (cells.next(), cells.next())
            && seen.insert((query, document))
        {
            run.entry(query.to_owned())
                .or_default()
                .push(document.to_owned());
        }
    }
    run
}

/// Scores the run over these queries; one that the run does not answer has found nothing.
#[must_use]
pub fn score<'a>(
    run: &Run,
    judgments: &Judgments,
    queries: impl IntoIterator<Item = &'a str>,
) -> Quality {
    let nothing = Vec::new();
    let (mut quality, mut relevant_queries) = (Quality::default(), 0);
    for query in queries {
        let Some(gains) = judgments.get(query) else {
            continue;
        };
        let ranked = run.get(query).unwrap_or(&nothing);
        let judged: Vec<String> = ranked
            .iter()
            .filter(|document| gains.contains_key(*document))
            .cloned()
            .collect();
        quality.queries += 1;
        quality.ndcg10 += ndcg(ranked, gains);
        quality.ndcg10_judged += ndcg(&judged, gains);
        let good = gains.values().filter(|gain| RELEVANT <= **gain).count();
        if good == 0 {
            continue;
        }
        relevant_queries += 1;
        let is_good = |document: &&String| RELEVANT <= gain_of(gains, document);
        let found = ranked.iter().take(DEEP).filter(is_good).count();
        quality.recall100 += share(found, good);
        if let Some(place) = ranked.iter().position(|document| is_good(&document)) {
            quality.mrr += share(1, place + 1);
        }
    }
    quality.ndcg10 /= number(quality.queries.max(1));
    quality.ndcg10_judged /= number(quality.queries.max(1));
    quality.recall100 /= number(relevant_queries.max(1));
    quality.mrr /= number(relevant_queries.max(1));
    quality
}

fn gain_of(gains: &BTreeMap<String, f64>, document: &str) -> f64 {
    gains.get(document).copied().unwrap_or(0.0)
}

fn ndcg(ranked: &[String], gains: &BTreeMap<String, f64>) -> f64 {
    let mut ideal: Vec<f64> = gains.values().copied().collect();
    ideal.sort_by(|a, b| b.total_cmp(a));
    let best = discounted(ideal);
    if best <= 0.0 {
        return 0.0;
    }
    discounted(ranked.iter().map(|document| gain_of(gains, document))) / best
}

fn discounted(gains: impl IntoIterator<Item = f64>) -> f64 {
    let places = gains.into_iter().take(TOP).enumerate();
    places
        .map(|(place, gain)| gain / number(place + 2).log2())
        .sum()
}

fn share(part: usize, whole: usize) -> f64 {
    number(part) / number(whole)
}

#[expect(
    clippy::cast_precision_loss,
    reason = "places and queries are fewer than 2^52"
)]
fn number(count: usize) -> f64 {
    count as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    fn judgments(lines: &[(&str, &str, f64)]) -> Judgments {
        let mut judgments = Judgments::new();
        for (query, document, gain) in lines {
            let gains = judgments.entry((*query).to_owned()).or_default();
            gains.insert((*document).to_owned(), *gain);
        }
        judgments
    }

    fn close(value: f64, expected: f64) {
        assert!((value - expected).abs() < 1e-9, "{value} is not {expected}");
    }

    #[test]
    fn the_best_order_scores_one() {
        let judged = judgments(&[("0", "a", 1.0), ("0", "b", 0.5), ("0", "c", 0.0)]);
        let quality = score(&read_run("0\ta\n0\tb\n0\tc\n"), &judged, ["0"]);
        close(quality.ndcg10, 1.0);
        close(quality.recall100, 1.0);
        close(quality.mrr, 1.0);
    }

    #[test]
    fn what_nobody_judged_counts_only_in_the_first_figure() {
        let judged = judgments(&[("0", "a", 1.0)]);
        let quality = score(&read_run("0\tx\n0\ta\n"), &judged, ["0"]);
        close(quality.ndcg10, 1.0 / 3f64.log2());
        close(quality.ndcg10_judged, 1.0);
        close(quality.mrr, 0.5);
    }

    #[test]
    fn an_unanswered_query_has_found_nothing() {
        let judged = judgments(&[("0", "a", 1.0), ("1", "a", 1.0)]);
        let quality = score(&read_run("0\ta\n"), &judged, ["0", "1"]);
        assert_eq!(quality.queries, 2);
        close(quality.ndcg10, 0.5);
        close(quality.recall100, 0.5);
    }

    #[test]
    fn a_document_told_twice_counts_once() {
        let judged = judgments(&[("0", "a", 1.0), ("0", "b", 1.0)]);
        let quality = score(&read_run("0\ta\n0\ta\n"), &judged, ["0"]);
        close(quality.recall100, 0.5);
        close(quality.ndcg10, 1.0 / (1.0 + 1.0 / 3f64.log2()));
    }

    #[test]
    fn a_query_with_little_judged_does_not_count() {
        let judged = judgments(&[("0", "a", 1.0), ("1", "a", 0.3)]);
        assert!(counts(&judged, "0", 1));
        assert!(!counts(&judged, "0", 5));
        assert!(!counts(&judged, "1", 1));
        assert!(!counts(&judged, "2", 0));
    }
}
