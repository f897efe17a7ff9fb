//! Documents in, the files of a sharded catalogue out.

use super::level::level;
use super::list::{self, Place, Posting};
use super::order::common_words_together;
use super::page::{Found, Page};
use super::root::{self, separator};
use super::titles::Titles;
use super::{File, ROOT};
use crate::document::{Document, Field};
use crate::segment::{Counts, Gathered, Writer};
use crate::text::HanWords;

/// The files; the root is fetched whole, of the others only ranges.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Files {
    pub root: Vec<u8>,
    pub dictionary: Vec<u8>,
    pub postings: Vec<u8>,
    pub pages: Vec<u8>,
    pub documents: Vec<u8>,
}

impl Files {
    /// All of them under the names that they are published by, the root first.
    pub fn named(&self) -> [(&'static str, &[u8]); 5] {
        [
            (ROOT, &self.root),
            (File::Dictionary.name(), &self.dictionary),
            (File::Postings.name(), &self.postings),
            (File::Pages.name(), &self.pages),
            (File::Documents.name(), &self.documents),
        ]
    }
}

/// Makes the files. The more alike documents added after each other are (a catalogue in the order of its categories), the
/// fewer blocks a search fetches.
pub struct Shards<'a> {
    writer: Writer<'a>,
    /// Key and title of each document, one behind the other.
    shown: String,
    /// Where each key and each title ends in there.
    ends: Vec<[usize; 2]>,
}

impl<'a> Shards<'a> {
    /// `han`: the Chinese dictionary, as for [`Writer::new`].
    pub fn new(han: Option<&'a dyn HanWords>) -> Self {
        Shards {
            writer: Writer::new(han),
            shown: String::new(),
            ends: Vec::new(),
        }
    }

    /// Adds a document; its key and `title` are what a hit shows.
    pub fn add(&mut self, document: &Document, title: &str) {
        self.writer.add(document);
        self.shown.push_str(document.key);
        let key = self.shown.len();
        self.shown.push_str(title);
        self.ends.push([key, self.shown.len()]);
    }

    fn titles(&self, order: &[u32]) -> (Vec<u8>, Vec<u8>) {
        let mut titles = Titles::default();
        for doc in order {
            let at = *doc as usize;
            let start = at.checked_sub(1).map_or(0, |before| self.ends[before][1]);
            let [key, title] = self.ends[at];
            titles.add(&self.shown[start..key], &self.shown[key..title]);
        }
        titles.finish()
    }

    pub fn finish(self) -> Files {
        let order = common_words_together(self.writer.gathered());
        let shown = self.titles(&order);
        let gathered = self.writer.into_gathered();
        let terms = gathered.sorted_terms();
        let lists = lists(&gathered, &order);
        let mut files = Files::default();
        let mut pages: Vec<(Vec<u8>, u32)> = Vec::new();
        let mut page = Page::default();
        let (mut first, mut before): (&str, &str) = ("", "");
        let mut from = 0;
        for (at, term) in terms.iter().enumerate() {
            let text = gathered.terms.text(*term);
            if page.is_empty() {
                first = text;
            }
            let list =
                &lists.postings[lists.starts[*term as usize]..lists.starts[*term as usize + 1]];
            page.add(text, place(list, &mut files.postings));
            if page.is_full() || at + 1 == terms.len() {
                let bytes = std::mem::take(&mut page).finish();
                pages.push((
                    separator(before.as_bytes(), first.as_bytes()),
                    bytes.len() as u32,
                ));
                files.dictionary.extend(&bytes);
                from += bytes.len();
                before = text;
            }
        }
        debug_assert_eq!(
            from,
            files.dictionary.len(),
            "pages lie one behind the other"
        );
        (files.pages, files.documents) = shown;
        files.root = root::write(
            gathered.docs.len() as u32,
            files.documents.len() as u32,
            &pages,
        );
        files
    }
}

fn place(list: &[Posting], into: &mut Vec<u8>) -> Found {
    match list {
        [one] => Found::One(*one),
        _ => {
            let from = into.len() as u32;
            let (table, len) = list::put(into, list);
            Found::Many(Place {
                df: list.len() as u32,
                from,
                table,
                len,
            })
        }
    }
}

/// All postings, by term as gathered.
struct Lists {
    /// Where each term's begin; one more at the end.
    starts: Vec<usize>,
    postings: Vec<Posting>,
}

fn lists(gathered: &Gathered, order: &[u32]) -> Lists {
    let averages = Field::ALL.map(|field| {
        let lengths = || {
            gathered
                .docs
                .iter()
                .map(|doc| doc.lengths[field as usize])
                .filter(|length| *length > 0)
        };
        let sum: u64 = lengths().map(u64::from).sum();
        sum as f32 / lengths().count().max(1) as f32
    });
    let mut starts = vec![0; gathered.terms.len() + 1];
    for entry in &gathered.entries {
        starts[entry.term as usize + 1] += 1;
    }
    for at in 1..starts.len() {
        starts[at] += starts[at - 1];
    }
    let mut next = starts.clone();
    let mut postings = vec![(0, 0); gathered.entries.len()];
    for (number, doc) in order.iter().enumerate() {
        let at = *doc as usize;
        let start = at
            .checked_sub(1)
            .map_or(0, |before| gathered.docs[before].end);
        let doc = &gathered.docs[at];
        for entry in &gathered.entries[start as usize..doc.end as usize] {
            let at = &mut next[entry.term as usize];
            let level = level(Counts(entry.counts), &doc.lengths, &averages);
            postings[*at] = (number as u32, level);
            *at += 1;
        }
    }
    Lists { starts, postings }
}
