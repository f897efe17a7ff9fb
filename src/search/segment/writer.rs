//! Documents in, the bytes of one segment out.

use std::collections::HashMap;

use super::counts::{Counts, most};
use super::encode;
use super::head::Head;
use super::intern::Interner;
use super::layout::{LAST_PLACE, LONGEST_TERM, NO_HEAD};
use super::length;
use crate::document::{Document, Field, Kind};
use crate::text::{Analyzer, HanWords, Kind as TermKind, Side, Token};

/// Makes one segment. The same documents added in any order give the same bytes.
pub struct Writer<'a> {
    han: Option<&'a dyn HanWords>,
    analyzer: Analyzer,
    gathered: Gathered,
    /// For each term one more than its last entry, so that a document finds its own again.
    slots: Vec<u32>,
}

/// All documents as numbers.
#[derive(Default)]
pub(crate) struct Gathered {
    pub terms: Interner,
    /// For each term its kind and how it was written, how often.
    pub forms: Vec<Vec<(Form, u32)>>,
    pub docs: Vec<Doc>,
    pub entries: Vec<Entry>,
}

impl Gathered {
    /// Numbers of the terms, sorted by text.
    pub fn sorted_terms(&self) -> Vec<u32> {
        let mut terms: Vec<u32> = (0..self.terms.len() as u32).collect();
        terms.sort_unstable_by(|a, b| self.terms.text(*a).cmp(self.terms.text(*b)));
        terms
    }
}

/// How a term was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Form {
    /// The stem without its last bytes, and these behind it.
    Word(Ending),
    Other(TermKind),
}

/// Bytes taken from a stem and put behind it: `boxe` less 1, `es` makes `boxes`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Ending {
    pub less: u8,
    pub len: u8,
    pub text: [u8; 6],
}

impl Ending {
    /// How `stem` becomes `folded`; `None` where that is no small change at the end.
    fn between(stem: &str, folded: &str) -> Option<Ending> {
        if stem == folded {
            return Some(Ending::default());
        }
        let same = stem
            .bytes()
            .zip(folded.bytes())
            .take_while(|(a, b)| a == b)
            .count();
        let less = stem.len() - same;
        let text = folded.get(same..)?;
        if less > 4 || text.len() > 6 || !stem.is_char_boundary(same) {
            return None;
        }
        let mut ending = Ending {
            less: less as u8,
            len: text.len() as u8,
            ..Ending::default()
        };
        ending.text[..text.len()].copy_from_slice(text.as_bytes());
        Some(ending)
    }
}

pub(crate) struct Doc {
    pub kind: Kind,
    pub row: u32,
    pub key: String,
    pub lengths: [u32; Field::ALL.len()],
    pub heads: [u8; 2],
    /// Its entries end here and begin where those of the one before end.
    pub end: u32,
}

/// One term in one document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Entry {
    pub term: u32,
    pub counts: u32,
    pub places: u64,
}

impl<'a> Writer<'a> {
    /// `han`: the Chinese dictionary; without one Chinese is cut into neighboring characters.
    pub fn new(han: Option<&'a dyn HanWords>) -> Writer<'a> {
        Writer {
            han,
            analyzer: Analyzer::new(),
            gathered: Gathered::default(),
            slots: Vec::new(),
        }
    }

    /// Adds one document. Words that say nothing by themselves (`the`, `for`) keep their position and are left out.
    pub fn add(&mut self, document: &Document) {
        let mut open = Open::new(&mut self.gathered, &mut self.slots);
        for field in Field::ALL {
            let text = document.fields[field as usize];
            if text.is_empty() {
                continue;
            }
            let side = match field {
                Field::NameEn | Field::NameZh | Field::Category | Field::Attributes => Side::Name,
                Field::Codes => Side::Codes,
                Field::Supplier | Field::DescriptionEn | Field::DescriptionZh => Side::Body,
            };
            open.field = field;
            open.last = None;
            let mut head = Head::new(text);
            self.analyzer.run(text, side, self.han, &mut |token| {
                head.see(&token);
                open.see(&token);
            });
            if let Some(into) = open.heads.get_mut(field as usize) {
                *into = head.position();
            }
        }
        open.close(document);
    }

    /// Documents added so far.
    pub fn len(&self) -> usize {
        self.gathered.docs.len()
    }

    pub fn is_empty(&self) -> bool {
        self.gathered.docs.is_empty()
    }

    pub(crate) fn gathered(&self) -> &Gathered {
        &self.gathered
    }

    /// What was gathered, for other layouts than a segment.
    pub(crate) fn into_gathered(self) -> Gathered {
        self.gathered
    }

    /// The bytes of the segment.
    pub fn finish(self) -> Vec<u8> {
        encode::segment(self.gathered)
    }
}

/// The document that is being added.
struct Open<'g> {
    gathered: &'g mut Gathered,
    slots: &'g mut Vec<u32>,
    /// Its first entry.
    start: usize,
    field: Field,
    /// Last position counted in this field.
    last: Option<u32>,
    lengths: [u32; Field::ALL.len()],
    heads: [u8; 2],
}

impl<'g> Open<'g> {
    fn new(gathered: &'g mut Gathered, slots: &'g mut Vec<u32>) -> Self {
        Open {
            start: gathered.entries.len(),
            gathered,
            slots,
            field: Field::NameEn,
            last: None,
            lengths: [0; Field::ALL.len()],
            heads: [NO_HEAD; 2],
        }
    }

    fn see(&mut self, token: &Token) {
        if token.stop || token.term.is_empty() || token.term.len() > LONGEST_TERM {
            return;
        }
        if self.last.is_none_or(|last| last < token.position) {
            self.last = Some(token.position);
            self.lengths[self.field as usize] += 1;
        }
        let id = self.gathered.terms.id(token.term);
        self.written(id, token);
        let slot = &mut self.slots[id as usize];
        // Entries of documents before this one lie below `start`.
        if *slot as usize <= self.start {
            self.gathered.entries.push(Entry {
                term: id,
                counts: 0,
                places: 0,
            });
            *slot = self.gathered.entries.len() as u32;
        }
        let entry = &mut self.gathered.entries[*slot as usize - 1];
        let shift = 4 * self.field as u32;
        if entry.counts >> shift & 15 < most(self.field) {
            entry.counts += 1 << shift;
        }
        if let Field::NameEn | Field::NameZh = self.field {
            entry.places |= 1 << (32 * self.field as u32 + token.position.min(LAST_PLACE));
        }
    }

    fn written(&mut self, id: u32, token: &Token) {
        let form = match token.kind {
            TermKind::Word => {
                Form::Word(Ending::between(token.term, token.folded).unwrap_or_default())
            }
            kind => Form::Other(kind),
        };
        let forms = &mut self.gathered.forms;
        if forms.len() <= id as usize {
            forms.push(Vec::new());
            self.slots.push(0);
        }
        let forms = &mut forms[id as usize];
        match forms.iter_mut().find(|(known, _)| *known == form) {
            Some((_, count)) => *count += 1,
            None => forms.push((form, 1)),
        }
    }

    fn close(self, document: &Document) {
        for entry in &mut self.gathered.entries[self.start..] {
            entry.counts = Counts(entry.counts).settled().0;
        }
        self.gathered.docs.push(Doc {
            kind: document.kind,
            row: document.row,
            key: match document.kind {
                // Its row says it, and ten thousand keys would be a tenth of the file.
                Kind::Product => String::new(),
                Kind::Category | Kind::Supplier => document.key.to_owned(),
            },
            lengths: self.lengths.map(|n| length::unpack(length::pack(n))),
            heads: self.heads,
            end: self.gathered.entries.len() as u32,
        });
    }
}

/// The endings of all words, most used first, as far as they have a number; the first is none at all.
pub(super) fn endings(forms: &[Vec<(Form, u32)>], most: usize) -> Vec<Ending> {
    let mut uses: HashMap<Ending, u32> = HashMap::new();
    for form in forms.iter().filter_map(|forms| prevailing(forms)) {
        if let Form::Word(ending) = form {
            *uses.entry(ending).or_default() += 1;
        }
    }
    uses.remove(&Ending::default());
    let mut all: Vec<(Ending, u32)> = uses.into_iter().collect();
    all.sort_unstable_by(|a, b| b.1.cmp(&a.1).then(a.0.cmp(&b.0)));
    let none = std::iter::once(Ending::default());
    none.chain(all.into_iter().map(|(ending, _)| ending))
        .take(most)
        .collect()
}

/// How a term is mostly written.
pub(super) fn prevailing(forms: &[(Form, u32)]) -> Option<Form> {
    let best = forms
        .iter()
        .max_by(|a, b| a.1.cmp(&b.1).then(b.0.cmp(&a.0)));
    best.map(|(form, _)| *form)
}
