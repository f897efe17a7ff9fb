//! What was typed, as words and the ways in which a document may answer each of them.
//!
//! [`understand`] cuts the text into [`Slot`]s, one for each word, and gives every slot its [`Way`]s: the word itself, the
//! word it begins, a spelling, a compound written apart or together, pinyin, the word in the other language. Ranking
//! asks of a document only which ways it answers and where.

mod begun;
mod codes;
mod compound;
mod cut;
mod foreign;
mod pinyin;
mod spelling;

use crate::{
    ask::{Form, Word},
    lexicon::Lexicon,
    segment::{Index, Term},
    text::{Kind, OwnedToken},
};

/// Words of one query that are looked at: what is pasted beyond this says nothing more about what is wanted.
pub const MOST_SLOTS: usize = 24;

/// A query as it was understood.
#[derive(Clone, Debug, Default)]
pub struct Query {
    pub slots: Vec<Slot>,
    /// The words as typed; several slots may come from one (`wiremesh`).
    pub words: Vec<Word>,
}

/// One thing that is asked for, and what answers it.
#[derive(Clone, Debug)]
pub struct Slot {
    /// Index into [`Query::words`].
    pub word: u16,
    /// The token that it was made of; of several readings the plainest.
    pub token: OwnedToken,
    /// In the order of how sure they are.
    pub ways: Vec<Way>,
}

/// One way to answer a slot: by all these terms.
#[derive(Clone, Debug)]
pub struct Way {
    pub terms: Vec<Term>,
    pub form: Form,
    /// How sure this way is, above 0 and at most 1.
    pub weight: f32,
}

impl Slot {
    /// How many documents have the word itself.
    pub fn frequency(&self) -> u32 {
        let same = self.ways.iter().filter(|way| way.form == Form::Same);
        same.flat_map(|way| way.terms.iter().map(|term| term.df))
            .max()
            .unwrap_or(0)
    }

    #[inline(never)]
    fn answers(&mut self, terms: Vec<Term>, form: Form, weight: f32) {
        let is_known = |way: &Way| {
            way.terms
                .iter()
                .map(|t| &t.text)
                .eq(terms.iter().map(|t| &t.text))
        };
        if !terms.is_empty() && !self.ways.iter().any(is_known) {
            self.ways.push(Way {
                terms,
                form,
                weight,
            });
        }
    }

    fn into_terms(self) -> impl Iterator<Item = Term> {
        self.ways.into_iter().flat_map(|way| way.terms)
    }

    fn is_word(&self) -> bool {
        matches!(self.token.kind, Kind::Word | Kind::Compound)
    }
}

/// Understands a text. `finished` is whether the last word is known to be complete.
pub fn understand(text: &str, index: &Index, lexicon: Option<&Lexicon>, finished: bool) -> Query {
    let mut query = cut::cut(text, index, lexicon);
    query.slots.truncate(MOST_SLOTS);
    codes::whole(&mut query, text, index);
    compound::number(&mut query, index);
    compound::join(&mut query, index);
    foreign::latin(&mut query, index, lexicon);
    pinyin::read(&mut query, index);
    let is_open = !finished && text.chars().next_back().is_some_and(char::is_alphanumeric);
    if is_open {
        begun::finish(&mut query, index);
    }
    compound::split(&mut query, index);
    spelling::correct(&mut query, index);
    compound::divide(&mut query, index);
    query.slots.truncate(MOST_SLOTS);
    mark(&mut query);
    query
}

/// Says what of a name is to be marked for each word.
fn mark(query: &mut Query) {
    /// Marks of one word: more would only color what nobody looks for.
    const MOST_MARKS: usize = 8;
    for slot in &query.slots {
        let Some(word) = query.words.get_mut(usize::from(slot.word)) else {
            continue;
        };
        let written = slot
            .ways
            .iter()
            .flat_map(|way| way.terms.iter().map(|term| &term.written));
        for mark in std::iter::once(&slot.token.folded).chain(written) {
            let mark = mark.trim_start_matches(['=', '~', '^']);
            if !mark.is_empty()
                && word.marks.len() < MOST_MARKS
                && !word.marks.iter().any(|m| m == mark)
            {
                word.marks.push(mark.to_owned());
            }
        }
    }
}
