//! What a posting is worth, in fifteen levels: four bits, and bounds that often meet exactly.

use crate::document::Field;
use crate::segment::{Counts, log2};

/// The best level.
pub const BEST: u8 = 15;

const K1: f32 = 1.2;

/// Weight of a field and how much its length counts: as in ranking a small catalogue.
const FIELDS: [(f32, f32); Field::ALL.len()] = [
    (3.0, 0.3),
    (3.0, 0.3),
    (3.0, 0.0),
    (1.5, 0.0),
    (1.5, 0.3),
    (1.0, 0.0),
    (1.0, 0.6),
    (1.0, 0.6),
];

/// The level of a term in a document, 1 to [`BEST`]: BM25F without the term's rarity.
pub fn level(
    counts: Counts,
    lengths: &[u32; Field::ALL.len()],
    averages: &[f32; Field::ALL.len()],
) -> u8 {
    let often: f32 = Field::ALL
        .into_iter()
        .map(|field| {
            let (weight, b) = FIELDS[field as usize];
            let length = lengths[field as usize] as f32 / averages[field as usize].max(1.0);
            weight * counts.of(field) as f32 / (1.0 - b + b * length)
        })
        .sum();
    let share = often / (often + K1);
    (share * f32::from(BEST) + 0.5).clamp(1.0, f32::from(BEST)) as u8
}

/// What one level of a term is worth: its rarity, in thousandths.
pub fn worth(df: u32, documents: u32) -> u32 {
    let (df, documents) = (df as f32, documents as f32);
    let odds = 1.0 + (documents - df + 0.5).max(0.0) / (df + 0.5);
    (log2(odds) * std::f32::consts::LN_2 * 1000.0 / f32::from(BEST)).max(1.0) as u32
}
