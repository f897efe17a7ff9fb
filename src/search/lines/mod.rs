//! A list as buyers paste it, one thing a line, matched to the products that it means: which lines are sure, and what the
//! choices of the others are.
//!
//! [`read()`] says what of a line is searched for and how many are wanted, out of a spreadsheet's cells or of plain words: the
//! page does that. [`matched`] says which products that may be and how sure the best one is: the engine does that.

mod columns;
mod judge;
mod read;
#[cfg(test)]
mod tests;

use crate::ask::Line;
use crate::rank::Ranked;
use crate::segment::Index;

pub use read::{List, MOST, Row, read};

use judge::{Judged, judge};

/// Products that are looked at for a line: as many as there may be of one thing by different suppliers, and then some.
pub const DEPTH: usize = 24;

/// What a line's words find: how many words they were taken for, and the best documents.
pub type Found = (usize, Vec<Ranked>);

/// Which products lines may mean, each given by the ways in which it may be searched for.
#[must_use]
pub fn matched(
    lines: &[Vec<String>],
    index: &Index,
    found: &mut dyn FnMut(&str) -> Found,
) -> Vec<Line> {
    let matched = lines.iter().take(MOST).map(|ways| {
        let (mut best, mut best_way) = (Judged::default(), 0);
        for (what, way) in ways.iter().zip(0..) {
            let judged = judge(what, &found(what), index);
            if way == 0 || best.sureness < judged.sureness {
                (best, best_way) = (judged, way);
            }
        }
        Line {
            way: best_way,
            is_sure: best.is_sure(),
            choices: best.choices,
        }
    });
    matched.collect()
}
