//! What a text is made of once it is analyzed.

/// What a term is, and so how much it says and whether it may be corrected.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[repr(u8)]
pub enum Kind {
    /// A word in Latin letters (or any other script without a rule of its own), folded and stemmed: `bolt`.
    Word,
    /// Words written together or with a hyphen, as one: `tshirt`; its parts are there as [`Kind::Word`] too.
    Compound,
    /// A plain number in canonical form: `5.5`, `4017`.
    Number,
    /// A number with its unit in canonical form: `=12.7mm`. Equal quantities have equal terms.
    Quantity,
    /// A part number, standard or size as a whole, without separators: `62042rs`, `iso4017`, `m8x40`.
    Code,
    /// A piece of a code, or the bare number of a quantity or size; says less than the whole.
    Piece,
    /// A word of the Chinese dictionary, Simplified: `螺丝`.
    HanWord,
    /// Two neighboring Han characters that are no word of the dictionary, or may not be.
    HanBigram,
    /// A single Han character.
    HanChar,
    /// How a Chinese word is said, toneless, after `~`: `~luosi`. Documents only.
    Pinyin,
    /// First letters of the syllables of one or more Chinese words, after `^`: `^bxgls`. Documents only.
    Initials,
}

/// One term at its place.
///
/// All kinds share one space of terms without clashing: quantities begin with `=`, pinyin with `~`, initials with `^`,
/// numbers and codes have a digit in them, words have none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token<'t> {
    /// What is looked up and compared.
    pub term: &'t str,
    /// What was written, folded but not stemmed; what a beginning is completed by.
    pub folded: &'t str,
    pub kind: Kind,
    /// Where it begins, counted in words; several tokens may stand at one position and are then other readings of it.
    pub position: u32,
    /// How many positions it covers, at least 1: a code written in two pieces covers both.
    pub width: u8,
    /// Span in the text, bytes, on character boundaries.
    pub start: u32,
    pub end: u32,
    /// Says nothing by itself (`the`, `for`), but belongs to a phrase.
    pub stop: bool,
}

/// A [`Token`] that owns its words, for queries and tests, where a handful of allocations is nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnedToken {
    pub term: String,
    pub folded: String,
    pub kind: Kind,
    pub position: u32,
    pub width: u8,
    pub start: u32,
    pub end: u32,
    pub stop: bool,
}

impl From<Token<'_>> for OwnedToken {
    fn from(token: Token<'_>) -> Self {
        OwnedToken {
            term: token.term.to_owned(),
            folded: token.folded.to_owned(),
            kind: token.kind,
            position: token.position,
            width: token.width,
            start: token.start,
            end: token.end,
            stop: token.stop,
        }
    }
}
