//! One analysis for documents and queries: text in, terms at their places out.
//!
//! [`Analyzer::run`] hands each [`Token`] to a closure and allocates nothing once it is warm; [`analyze`] collects them.
//! The same words give the same terms on both sides, whatever they were written in: case, width, accents, plural,
//! Traditional or Simplified, `10 mm` or `1 cm`, `ISO4017` or `iso-4017`.

mod atoms;
mod code;
mod fold;
mod han_run;
mod heard;
mod joins;
mod measure;
mod number;
mod pass;
pub mod pinyin;
mod stem;
mod token;
mod unit_behind;
mod units;
mod words;

#[cfg(test)]
mod tests;

pub use fold::{fold, simplify};
pub use stem::stemmed;
pub use token::{Kind, OwnedToken, Token};

use atoms::Atom;
use fold::Folded;
use heard::Heard;
use number::Reader;
use pass::Pass;
use stem::Known;

/// Which side a text stands on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// A name, category or attribute of a document: Chinese words are also given by their pinyin and initials.
    Name,
    /// Any other text of a document.
    Body,
    /// Part numbers and the like, one a line: everything is a code, whatever else it could be read as.
    Codes,
    /// What somebody types: Latin letters may be pinyin, see [`pinyin`].
    Query,
}

/// The Chinese dictionary as the analysis needs it; all characters are Simplified.
pub trait HanWords {
    /// Tells every word that `han` begins with: its length in characters and its cost, less for likelier words.
    /// A cost is about -100 log2 of how likely the word is; any constant gives the path of fewest words.
    fn words_at(&self, han: &[char], word: &mut dyn FnMut(usize, u32));

    /// Tells the syllables of a word, one a character, toneless, in lower case ASCII with `v` for `ü`. A word that it
    /// does not know is read character by character; a character without a reading is left out.
    fn reading(&self, word: &[char], syllable: &mut dyn FnMut(&str));
}

/// Buffers that are used again for each text.
#[derive(Debug, Default)]
pub struct Analyzer {
    folded: Folded,
    atoms: Vec<Atom>,
    places: Vec<u32>,
    scratch: String,
    second: String,
    heard: Heard,
    stems: Known,
}

impl Analyzer {
    pub fn new() -> Self {
        Analyzer::default()
    }

    /// Hands every token of `text` to `each`, roughly in the order of their positions: a whole comes after its
    /// pieces. What is beyond 4 GB is cut.
    pub fn run(
        &mut self,
        text: &str,
        side: Side,
        han: Option<&dyn HanWords>,
        each: &mut dyn FnMut(Token<'_>),
    ) {
        self.folded.take(text);
        atoms::cut(&self.folded.text, &mut self.atoms);
        self.places.clear();
        self.heard.forget();
        let read = Reader {
            folded: &self.folded.text,
            atoms: &self.atoms,
        };
        let mut pass = Pass {
            text,
            folded: &self.folded,
            read,
            side,
            han,
            each,
            position: 0,
            places: &mut self.places,
            floor: 0,
            scratch: &mut self.scratch,
            second: &mut self.second,
            heard: &mut self.heard,
            stems: &mut self.stems,
        };
        pass.run();
    }
}

/// The tokens of a text, for queries and tests.
pub fn analyze(text: &str, side: Side, han: Option<&dyn HanWords>) -> Vec<OwnedToken> {
    let mut tokens = Vec::new();
    Analyzer::new().run(text, side, han, &mut |token| tokens.push(token.into()));
    tokens
}
