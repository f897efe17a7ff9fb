//! Documents with the same common words side by side, within the order that the caller gave.

use crate::segment::Gathered;

/// So many neighbors are put in order: enough for runs of the same words, few enough to keep to their category.
const WINDOW: usize = 8192;
/// Common words looked at for each document.
const LOOKED_AT: usize = 8;
/// A word is common when it stands in one of so many documents: its list has blocks enough for bounds to differ.
const COMMON: usize = 1024;

/// The order in which documents are numbered. Lists of common words then have runs, and blocks without them, whose
/// bounds are low: less is fetched than in the order of categories alone.
pub fn common_words_together(gathered: &Gathered) -> Vec<u32> {
    let documents = gathered.docs.len();
    let mut frequencies = vec![0u32; gathered.terms.len()];
    for entry in &gathered.entries {
        frequencies[entry.term as usize] += 1;
    }
    let mut common: Vec<u32> = (0..gathered.terms.len() as u32).collect();
    common.retain(|term| frequencies[*term as usize] as usize * COMMON > documents);
    // Equal frequencies in the order of text, not of numbers, which come from the order of adding.
    common.sort_unstable_by(|a, b| {
        let by_text = || gathered.terms.text(*a).cmp(gathered.terms.text(*b));
        frequencies[*b as usize]
            .cmp(&frequencies[*a as usize])
            .then_with(by_text)
    });
    let mut ranks = vec![u16::MAX; gathered.terms.len()];
    for (rank, term) in common.into_iter().enumerate() {
        ranks[term as usize] = u16::try_from(rank).unwrap_or(u16::MAX);
    }
    let mut start = 0;
    let keys: Vec<[u16; LOOKED_AT]> = gathered
        .docs
        .iter()
        .map(|doc| {
            let entries = &gathered.entries[start..doc.end as usize];
            start = doc.end as usize;
            key(entries.iter().map(|entry| ranks[entry.term as usize]))
        })
        .collect();
    let mut order: Vec<u32> = (0..documents as u32).collect();
    for window in order.chunks_mut(WINDOW) {
        window.sort_by_key(|doc| keys[*doc as usize]);
    }
    order
}

/// The most common words of a document, the most common first.
fn key(ranks: impl Iterator<Item = u16>) -> [u16; LOOKED_AT] {
    let mut ranks: Vec<u16> = ranks.filter(|rank| *rank < u16::MAX).collect();
    ranks.sort_unstable();
    ranks.truncate(LOOKED_AT);
    let mut key = [u16::MAX; LOOKED_AT];
    key[..ranks.len()].copy_from_slice(&ranks);
    key
}
