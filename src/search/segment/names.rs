//! Names as lists of terms: postings turned round once, when somebody first asks.

use super::bytes::varint;
use super::layout::Section;
use super::lists::places_at;
use super::reader::Segment;
use crate::order;

/// The terms of all names of a segment, by document.
#[derive(Clone, Debug, Default)]
pub(super) struct Names {
    /// Where each document's begin; one more at the end.
    starts: Vec<u32>,
    /// Term and place: the bit of [`super::Postings::places`].
    items: Vec<(u32, u8)>,
}

impl Names {
    pub fn of(&self, doc: u32) -> &[(u32, u8)] {
        let end = |at: usize| self.starts.get(at).map(|start| *start as usize);
        let range = end(doc as usize).zip(end(doc as usize + 1));
        range
            .and_then(|(start, end)| self.items.get(start..end))
            .unwrap_or_default()
    }

    /// One pass over all postings.
    pub fn new(segment: &Segment) -> Names {
        let mut found: Vec<(u32, u32, u8)> = Vec::new();
        let frequencies = segment.section(Section::Frequencies);
        let gaps = segment.section(Section::Gaps);
        let posted = segment.section(Section::Posted);
        let places = segment.section(Section::Places);
        let codes = segment.section(Section::Codes);
        let documents = segment.documents();
        let mut starts = vec![0u32; documents as usize + 1];
        let (mut frequency, mut gap, mut code, mut place) = (0, 0, 0, 0);
        'terms: for term in 0..segment.terms() {
            let mut next = 0u32;
            for _ in 0..varint(frequencies, &mut frequency).min(documents) {
                let before = gap;
                let doc = next.saturating_add(varint(gaps, &mut gap));
                // The end of a section, or gaps that lead too far: damage, and the rest means nothing.
                if doc >= documents || gap == before {
                    break 'terms;
                }
                next = doc + 1;
                let counts = Segment::counts(codes, varint(posted, &mut code));
                let mut mask = 0;
                if counts & 0x0f != 0 {
                    mask |= places_at(places, &mut place);
                }
                if counts & 0xf0 != 0 {
                    mask |= places_at(places, &mut place) << 32;
                }
                while mask != 0 {
                    found.push((doc, term, mask.trailing_zeros() as u8));
                    starts[doc as usize + 1] += 1;
                    mask &= mask - 1;
                }
            }
        }
        for at in 1..starts.len() {
            starts[at] += starts[at - 1];
        }
        let mut items = vec![(0, 0); found.len()];
        let mut next = starts.clone();
        for (doc, term, place) in found {
            let at = &mut next[doc as usize];
            items[*at as usize] = (term, place);
            *at += 1;
        }
        for doc in 0..documents as usize {
            let own = &mut items[starts[doc] as usize..starts[doc + 1] as usize];
            // They come by term, and stay so at each place.
            order::by_number(own, |(_, place)| (*place).into());
        }
        Names { starts, items }
    }
}
