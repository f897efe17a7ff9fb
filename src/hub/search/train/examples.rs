//! What the ranking sees of the documents found for a judged query.

use search::engine::Engine;

use super::{
    super::set::{Judgments, Page, Query},
    climb::{Judged, Seen, discounted},
};

/// Documents looked at when those count that nobody judged, as deep as the engine looks; and when only judged ones do.
const NEAR: usize = 200;
const DEEP: usize = 1000;

/// Which documents count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// All that are found; what nobody judged is worth nothing.
    All,
    /// Judged ones.
    Judged,
}

/// `None` where nothing was judged worth finding.
pub fn examples(
    engine: &mut Engine,
    query: &Query,
    judgments: &Judgments,
    pages: &[Page],
    side: Side,
) -> Option<Judged> {
    let gains = judgments.get(&query.id)?;
    let mut best: Vec<f64> = gains.values().copied().collect();
    best.sort_by(|a, b| b.total_cmp(a));
    let ideal = discounted(best.into_iter());
    let depth = if side == Side::All { NEAR } else { DEEP };
    let found = engine.examples(&query.text, depth).into_iter();
    let documents = found.filter_map(|(row, words, features)| {
        let page = pages.get(row as usize)?;
        let gain = gains.get(&page.id).copied();
        (side == Side::All || gain.is_some()).then(|| Seen {
            row,
            words,
            features,
            gain: gain.unwrap_or(0.0),
        })
    });
    (0.0 < ideal).then(|| Judged {
        documents: documents.collect(),
        ideal,
    })
}
