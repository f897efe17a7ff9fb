//! A search that asks for the bytes it needs and is fed them.

use std::collections::BTreeMap;

use super::level::{BEST, worth};
use super::list::{Block, Place};
use super::page::{Found, find};
use super::titles;
use super::top::{Listed, Top};
use super::{File, Range, Root, ShardError};

/// What a search does next.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step {
    /// Feed these, in any order, then ask again.
    Need(Vec<Range>),
    Done(Vec<Hit>),
}

/// A document found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// Its number in these files; of equal scores the lesser number comes first.
    pub doc: u32,
    pub score: u64,
    pub key: String,
    pub title: String,
}

/// One search; it knows no network: who drives it fetches.
#[derive(Debug)]
pub struct Search {
    documents: u32,
    shown: u32,
    limit: usize,
    stage: Stage,
    /// Asked for and not yet here.
    open: BTreeMap<Range, ()>,
    /// Here and not yet read.
    here: BTreeMap<Range, Vec<u8>>,
}

#[derive(Debug)]
enum Stage {
    /// Terms with the pages that have them.
    Terms(Vec<(String, Range)>),
    /// Terms whose tables are on their way, beside those that are ready.
    Tables(Vec<(u32, Place)>, Vec<Listed>),
    Blocks(Box<Top>),
    /// Documents and scores, while it is fetched where their pages lie.
    Pages(Vec<(u32, u64)>),
    /// Documents, scores and their pages.
    Shown(Vec<(u32, u64, Range)>),
    Over(Vec<Hit>),
}

impl Search {
    /// Looks for documents with these terms (as `text::analyze` gives them), the more and the rarer the better.
    pub fn new(root: &Root, terms: &[String], limit: usize) -> Search {
        let mut wanted: Vec<(String, Range)> = Vec::new();
        for term in terms {
            if let Some(page) = root.page(term)
                && wanted.iter().all(|(other, _)| other != term)
            {
                wanted.push((term.clone(), page));
            }
        }
        let mut search = Search {
            documents: root.documents,
            shown: root.shown,
            limit,
            stage: Stage::Over(Vec::new()),
            open: BTreeMap::new(),
            here: BTreeMap::new(),
        };
        search.ask(wanted.iter().map(|(_, page)| *page));
        search.stage = Stage::Terms(wanted);
        search
    }

    /// Takes in bytes that were asked for.
    ///
    /// # Errors
    /// When they were not, or are not as many; damage inside is told by the next [`Search::step`].
    pub fn feed(&mut self, range: Range, bytes: Vec<u8>) -> Result<(), ShardError> {
        if self.open.remove(&range).is_none() {
            return Err(ShardError::Unasked(range));
        }
        if bytes.len() != range.len as usize {
            return Err(ShardError::Damaged(range));
        }
        self.here.insert(range, bytes);
        Ok(())
    }

    /// Goes on as far as it can.
    ///
    /// # Errors
    /// When fetched bytes are damaged: the search is over then.
    pub fn step(&mut self) -> Result<Step, ShardError> {
        while self.open.is_empty() {
            let stage = std::mem::replace(&mut self.stage, Stage::Over(Vec::new()));
            self.stage = match stage {
                Stage::Terms(terms) => self.terms(terms)?,
                Stage::Tables(places, ready) => self.tables(places, ready)?,
                Stage::Blocks(top) => self.blocks(top)?,
                Stage::Pages(found) => self.pages(found)?,
                Stage::Shown(found) => self.shown(found)?,
                Stage::Over(hits) => {
                    self.stage = Stage::Over(hits.clone());
                    return Ok(Step::Done(hits));
                }
            };
        }
        Ok(Step::Need(self.open.keys().copied().collect()))
    }

    fn ask(&mut self, ranges: impl IntoIterator<Item = Range>) {
        for range in ranges {
            if !self.here.contains_key(&range) {
                self.open.insert(range, ());
            }
        }
    }

    fn bytes(&self, range: Range) -> Result<&[u8], ShardError> {
        self.here
            .get(&range)
            .map(Vec::as_slice)
            .ok_or(ShardError::Damaged(range))
    }

    fn terms(&mut self, terms: Vec<(String, Range)>) -> Result<Stage, ShardError> {
        let mut places = Vec::new();
        let mut ready = Vec::new();
        for (term, page) in terms {
            let found = find(self.bytes(page)?, &term).map_err(|()| ShardError::Damaged(page))?;
            match found {
                None => {}
                Some(Found::One((doc, level))) if doc < self.documents && level <= BEST => {
                    let range = Range { len: 0, ..page };
                    let postings = Some(vec![(doc, level)]);
                    let block = Block {
                        first: doc,
                        last: doc,
                        best: level,
                        count: 1,
                        range,
                        postings,
                    };
                    ready.push(Listed {
                        worth: worth(1, self.documents),
                        blocks: vec![block],
                    });
                }
                Some(Found::Many(place)) if place.df <= self.documents => {
                    let worth = worth(place.df, self.documents);
                    match place.table() {
                        Some(_) => places.push((worth, place)),
                        None => ready.push(Listed {
                            worth,
                            blocks: vec![place.only(self.documents, BEST)],
                        }),
                    }
                }
                Some(_) => return Err(ShardError::Damaged(page)),
            }
        }
        self.here.clear();
        // Short lists say most and cost least: they come with the tables of the others.
        let short = ready
            .iter()
            .flat_map(|term| &term.blocks)
            .filter(|block| block.postings.is_none());
        let short: Vec<Range> = short.map(|block| block.range).collect();
        self.ask(short);
        self.ask(places.iter().filter_map(|(_, place)| place.table()));
        Ok(Stage::Tables(places, ready))
    }

    fn tables(
        &mut self,
        places: Vec<(u32, Place)>,
        mut ready: Vec<Listed>,
    ) -> Result<Stage, ShardError> {
        for block in ready.iter_mut().flat_map(|term| &mut term.blocks) {
            if block.postings.is_none() {
                block.fill(self.bytes(block.range)?)?;
            }
        }
        for (worth, place) in places {
            let table = place
                .table()
                .map_or(Ok(&[][..]), |range| self.bytes(range))?;
            ready.push(Listed {
                worth,
                blocks: place.blocks(table, self.documents)?,
            });
        }
        self.here.clear();
        self.blocks(Box::new(Top::new(ready, self.limit)))
    }

    fn blocks(&mut self, mut top: Box<Top>) -> Result<Stage, ShardError> {
        for (range, bytes) in std::mem::take(&mut self.here) {
            top.feed(range, &bytes)?;
        }
        let need = top.go_on();
        if need.is_empty() {
            let found: Vec<(u32, u64)> = top.best().map(|(score, doc)| (doc, score)).collect();
            self.ask(found.iter().map(|(doc, _)| titles::start_of(*doc)));
            return Ok(Stage::Pages(found));
        }
        self.ask(need);
        Ok(Stage::Blocks(top))
    }

    fn pages(&mut self, found: Vec<(u32, u64)>) -> Result<Stage, ShardError> {
        let mut shown = Vec::with_capacity(found.len());
        for (doc, score) in found {
            let page = titles::page_of(doc, self.bytes(titles::start_of(doc))?, self.shown)?;
            shown.push((doc, score, page));
        }
        self.here.clear();
        self.ask(shown.iter().map(|(_, _, page)| *page));
        Ok(Stage::Shown(shown))
    }

    fn shown(&mut self, found: Vec<(u32, u64, Range)>) -> Result<Stage, ShardError> {
        let mut hits = Vec::with_capacity(found.len());
        for (doc, score, page) in found {
            let (key, title) = titles::read(doc, self.bytes(page)?, page)?;
            hits.push(Hit {
                doc,
                score,
                key,
                title,
            });
        }
        self.here.clear();
        Ok(Stage::Over(hits))
    }
}

impl File {
    /// Names of the files as they are published.
    pub fn name(self) -> &'static str {
        match self {
            File::Dictionary => "dictionary",
            File::Postings => "postings",
            File::Pages => "pages",
            File::Documents => "documents",
        }
    }
}
