//! The postings of one term, decoded in one go: faster than one by one, and most of them are looked at anyway.

use super::bytes::{skip_varints, varint};
use super::counts::Counts;
use super::dictionary::Pointer;
use super::layout::{BLOCK, Section};
use super::postings::Postings;
use super::reader::Segment;

impl Segment {
    /// Adds the postings of a term to `into`, documents counted from `base`, deleted ones left out.
    pub fn read(&self, id: u32, base: u32, into: &mut Postings) {
        if id >= self.terms() {
            return;
        }
        let from = into.len();
        let (df, before) = self.place_of(id);
        let block = id as usize / BLOCK;
        self.read_docs(block, before, df, base, into);
        let names = self.read_counts(block, before, into);
        self.read_places(block, names, from, into);
        if !self.deleted().is_empty() {
            self.leave_deleted_out(from, base, into);
        }
    }

    /// How many postings a term has, and how many in its block stand before them.
    fn place_of(&self, id: u32) -> (usize, usize) {
        let frequencies = self.section(Section::Frequencies);
        let mut at = self.pointer(Pointer::Frequencies, id as usize / BLOCK);
        let mut before = 0usize;
        for _ in 0..id as usize % BLOCK {
            before = before.saturating_add(varint(frequencies, &mut at) as usize);
        }
        (
            varint(frequencies, &mut at).min(self.documents()) as usize,
            before,
        )
    }

    fn read_docs(&self, block: usize, before: usize, df: usize, base: u32, into: &mut Postings) {
        let gaps = self.section(Section::Gaps);
        let mut at = skip_varints(gaps, self.pointer(Pointer::Gaps, block), before);
        let documents = self.documents();
        into.docs.reserve(df);
        let mut next = 0u32;
        for _ in 0..df {
            let start = at;
            let doc = next.saturating_add(varint(gaps, &mut at));
            // Gaps that lead beyond the last document, or end too early, are damage.
            if doc >= documents || gaps.len() <= start {
                break;
            }
            into.docs.push(base + doc);
            next = doc + 1;
        }
    }

    /// Reads as many counts as there are new documents. Tells how many lists of places stand before theirs in the block.
    fn read_counts(&self, block: usize, before: usize, into: &mut Postings) -> usize {
        let codes = self.section(Section::Codes);
        let posted = self.section(Section::Posted);
        let start = self.pointer(Pointer::Posted, block);
        let mut at = start;
        let mut names = 0;
        let end = skip_varints(posted, start, before);
        while at < end {
            names += lists_of(Segment::counts(codes, varint(posted, &mut at)));
        }
        let new = into.docs.len() - into.counts.len();
        into.counts.reserve(new);
        for _ in 0..new {
            into.counts
                .push(Counts(Segment::counts(codes, varint(posted, &mut at))));
        }
        names
    }

    fn read_places(&self, block: usize, before: usize, from: usize, into: &mut Postings) {
        let places = self.section(Section::Places);
        let mut at = skip_varints(places, self.pointer(Pointer::Places, block), before);
        into.places.reserve(into.counts.len() - from);
        for counts in &into.counts[from..] {
            let mut mask = 0;
            if counts.0 & 0x0f != 0 {
                mask |= places_at(places, &mut at);
            }
            if counts.0 & 0xf0 != 0 {
                mask |= places_at(places, &mut at) << 32;
            }
            into.places.push(mask);
        }
    }

    fn leave_deleted_out(&self, from: usize, base: u32, into: &mut Postings) {
        let mut kept = from;
        for at in from..into.docs.len() {
            if !self.is_deleted(into.docs[at] - base) {
                into.docs[kept] = into.docs[at];
                into.counts[kept] = into.counts[at];
                into.places[kept] = into.places[at];
                kept += 1;
            }
        }
        into.docs.truncate(kept);
        into.counts.truncate(kept);
        into.places.truncate(kept);
    }
}

/// How many lists of places a posting has: one for each name that the term stands in.
#[inline]
fn lists_of(counts: u32) -> usize {
    usize::from(counts & 0x0f != 0) + usize::from(counts & 0xf0 != 0)
}

/// One list of places, as bits.
#[inline]
pub(super) fn places_at(places: &[u8], at: &mut usize) -> u64 {
    let mut mask = 0;
    let mut next = 0u32;
    while let Some(&byte) = places.get(*at) {
        *at += 1;
        let place = (next + u32::from(byte & 0x7f)).min(31);
        mask |= 1 << place;
        next = place + 1;
        if byte < 0x80 {
            break;
        }
    }
    mask
}
