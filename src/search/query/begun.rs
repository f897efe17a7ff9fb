//! The last word of a query while it is typed.

use super::{Query, cut::is_han};
use crate::{ask::Form, segment::Index};

/// Words that a beginning may become.
const MOST: usize = 8;
/// A whole word beats one that goes on.
const GOES_ON: f32 = 0.6;
/// From this share of the documents on, per ten thousand, a word as typed is taken for finished.
const FINISHED: u32 = 2;

/// Lets the last word also be the beginning of others, unless it is a common word itself.
pub(super) fn finish(query: &mut Query, index: &Index) {
    let Some(slot) = query.slots.last_mut() else {
        return;
    };
    let enough = (index.documents() / 10_000).saturating_mul(FINISHED).max(2);
    if is_han(slot.token.kind) || enough <= slot.frequency() {
        return;
    }
    let folded = slot.token.folded.clone();
    for term in index.begun(&folded, MOST) {
        let form = Form::Begun(term.written.clone());
        slot.answers(vec![term], form, GOES_ON);
    }
}
