//! The best documents by bounds of blocks: which to fetch next, and when nothing else can be among the best.
//!
//! The numbers of documents are cut into spans at the edges of all blocks. Each span has a bound: what its fetched
//! blocks are known to hold, and the best that the others may. Spans are worked off from the highest bound down, what
//! says most first, so that what a rare term shows keeps blocks of common terms from being fetched at all (in the line
//! of block-max indexes: Ding and Suel, "Faster Top-k Document Retrieval Using Block-Max Indexes", SIGIR 2011).
//!
//! Scores within a [`GRAIN`] of the most that the query can give count as equal while deciding what to fetch. Among a
//! hundred thousand products that differ in hardly more than their part numbers, the exact ten best would cost all of
//! their postings.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use super::list::Block;
use super::{Range, ShardError};

const NONE: u32 = u32::MAX;
/// Bytes fetched in the first round, and at most in one: few rounds over a slow network, little fetched in vain.
const FIRST_ROUND: u32 = 4 << 10;
const LARGEST_ROUND: u32 = 24 << 10;
/// The share of the best possible score, one in so many, by which a document that was passed over may be better.
pub const GRAIN: u64 = 64;

/// A term with its blocks.
#[derive(Debug)]
pub struct Listed {
    /// What one level is worth.
    pub worth: u32,
    pub blocks: Vec<Block>,
}

#[derive(Debug)]
struct Span {
    from: u32,
    /// Exclusive.
    to: u32,
}

#[derive(Debug)]
pub struct Top {
    terms: Vec<Listed>,
    spans: Vec<Span>,
    /// For each span and term the number of the block, or [`NONE`].
    covers: Vec<u32>,
    /// Spans by bound, those that are begun before others, then in the order of their documents.
    waiting: BinaryHeap<(u64, bool, Reverse<u32>)>,
    /// Spans taken out until their blocks are here.
    held: Vec<u32>,
    /// Score and document, the best first.
    best: Vec<(u64, Reverse<u32>)>,
    limit: usize,
    /// Scores this near count as equal.
    grain: u64,
    round: u32,
}

impl Top {
    pub fn new(terms: Vec<Listed>, limit: usize) -> Top {
        let mut edges: Vec<u32> = Vec::new();
        for block in terms.iter().flat_map(|term| &term.blocks) {
            edges.extend([block.first, block.last.saturating_add(1)]);
        }
        edges.sort_unstable();
        edges.dedup();
        let spans: Vec<Span> = edges
            .windows(2)
            .map(|pair| Span {
                from: pair[0],
                to: pair[1],
            })
            .collect();
        let mut covers = vec![NONE; spans.len() * terms.len()];
        for (number, term) in terms.iter().enumerate() {
            let mut block = 0;
            for (at, span) in spans.iter().enumerate() {
                while term
                    .blocks
                    .get(block)
                    .is_some_and(|block| block.last < span.from)
                {
                    block += 1;
                }
                if term
                    .blocks
                    .get(block)
                    .is_some_and(|block| block.first <= span.from)
                {
                    covers[at * terms.len() + number] = block as u32;
                }
            }
        }
        let most = |term: &Listed| {
            let levels = term.blocks.iter().map(|block| block.best);
            u64::from(term.worth) * u64::from(levels.max().unwrap_or(0))
        };
        let grain = (terms.iter().map(most).sum::<u64>() / GRAIN).max(1);
        let mut top = Top {
            terms,
            spans,
            covers,
            waiting: BinaryHeap::new(),
            held: Vec::new(),
            best: Vec::new(),
            limit,
            grain,
            round: FIRST_ROUND,
        };
        for span in 0..top.spans.len() as u32 {
            top.wait(span);
        }
        top
    }

    /// Goes on with what is there. Tells what must be fetched before it can go further; nothing when it is over.
    pub fn go_on(&mut self) -> Vec<Range> {
        for span in std::mem::take(&mut self.held) {
            self.wait(span);
        }
        let mut need: Vec<Range> = Vec::new();
        let mut bytes = 0;
        while let Some((told, _, Reverse(span))) = self.waiting.pop() {
            let bound = self.bound(span);
            if bound / self.grain < told {
                // A block that came for a neighbor has lowered it.
                self.wait(span);
                continue;
            }
            if !self.may_win(bound) {
                break;
            }
            let next = self.next_blocks(span);
            if next.is_empty() {
                self.settle(span);
                continue;
            }
            self.held.push(span);
            for range in next {
                if !need.contains(&range) {
                    bytes += range.len;
                    need.push(range);
                }
            }
            if bytes >= self.round {
                break;
            }
        }
        self.round = (self.round * 2).min(LARGEST_ROUND);
        if need.is_empty() {
            self.held.clear();
        }
        need
    }

    /// Takes in a block that was asked for.
    pub fn feed(&mut self, range: Range, bytes: &[u8]) -> Result<(), ShardError> {
        for block in self.terms.iter_mut().flat_map(|term| &mut term.blocks) {
            if block.range == range && block.postings.is_none() {
                return block.fill(bytes);
            }
        }
        Err(ShardError::Unasked(range))
    }

    /// The best documents with their scores, the best first, among equals the first.
    pub fn best(&self) -> impl Iterator<Item = (u64, u32)> {
        self.best.iter().map(|(score, Reverse(doc))| (*score, *doc))
    }

    fn wait(&mut self, span: u32) {
        let bound = self.bound(span);
        if bound > 0 {
            let is_begun = self.blocks(span).any(|(_, block)| block.postings.is_some());
            self.waiting
                .push((bound / self.grain, is_begun, Reverse(span)));
        }
    }

    /// Whether a document with this bound may be better than the worst of the best by more than a grain.
    fn may_win(&self, bound: u64) -> bool {
        match self.limit.checked_sub(1).map(|last| self.best.get(last)) {
            None => false,
            Some(None) => true,
            Some(Some((worst, _))) => worst + self.grain < bound,
        }
    }

    fn blocks(&self, span: u32) -> impl Iterator<Item = (u64, &Block)> {
        let covers = &self.covers[span as usize * self.terms.len()..][..self.terms.len()];
        let covered = self.terms.iter().zip(covers);
        covered.filter_map(|(term, cover)| {
            Some((u64::from(term.worth), term.blocks.get(*cover as usize)?))
        })
    }

    /// The most that a document of the span can score; 0 when it has none.
    fn bound(&self, span: u32) -> u64 {
        let absent = self
            .blocks(span)
            .filter(|(_, block)| block.postings.is_none());
        let absent: u64 = absent
            .map(|(worth, block)| worth * u64::from(block.best))
            .sum();
        let known = self
            .scores(span)
            .into_iter()
            .map(|(_, score)| score)
            .max()
            .unwrap_or(0);
        absent + known
    }

    /// What the blocks that are there say of the documents of the span.
    fn scores(&self, span: u32) -> Vec<(u32, u64)> {
        let Span { from, to } = self.spans[span as usize];
        let mut scores: Vec<(u32, u64)> = Vec::new();
        for (worth, block) in self.blocks(span) {
            let postings = block.between(from, to).unwrap_or_default();
            scores.extend(
                postings
                    .iter()
                    .map(|(doc, level)| (*doc, worth * u64::from(*level))),
            );
        }
        scores.sort_unstable();
        scores.dedup_by(|next, one| {
            let same = next.0 == one.0;
            if same {
                one.1 += next.1;
            }
            same
        });
        scores
    }

    /// The absent blocks of the span that say most: the one that may hold most, and those that may hold half as much.
    fn next_blocks(&self, span: u32) -> Vec<Range> {
        let absent = || {
            let blocks = self.blocks(span);
            blocks
                .filter(|(_, block)| block.postings.is_none())
                .map(|(worth, block)| (worth * u64::from(block.best), block.range))
        };
        let most = absent().map(|(most, _)| most).max().unwrap_or(0);
        absent()
            .filter(|(may, _)| most <= 2 * may)
            .map(|(_, range)| range)
            .collect()
    }

    /// All of the span is known: its documents take their places.
    fn settle(&mut self, span: u32) {
        let scores = self.scores(span);
        self.best
            .extend(scores.into_iter().map(|(doc, score)| (score, Reverse(doc))));
        self.best.sort_unstable_by(|a, b| b.cmp(a));
        self.best.truncate(self.limit);
    }
}
