//! Texts in, the bytes of a lexicon out. Runs where the catalogue is published, never in a buyer's browser.

mod source;
mod write;

use std::collections::BTreeMap;

use crate::{
    lexicon::{
        Lexicon,
        mine::{Pair, mine},
    },
    text::{Kind, Side, analyze},
};

/// The texts that a lexicon is made of; `data/README.md` tells their columns.
#[derive(Clone, Copy, Debug)]
pub struct Sources<'a> {
    /// Our own words of the trade, by department.
    pub glossary: &'a [&'a str],
    /// The cut of CC-CEDICT.
    pub dictionary: &'a str,
    /// Words that ask for nothing: 的, 适用于.
    pub silent: &'a str,
    pub readings: &'a str,
    pub frequencies: &'a str,
}

/// What lies in `data/`.
pub const OURS: Sources<'static> = Sources {
    glossary: &[
        include_str!("../data/glossary/beauty.tsv"),
        include_str!("../data/glossary/brands.tsv"),
        include_str!("../data/glossary/building.tsv"),
        include_str!("../data/glossary/clothing.tsv"),
        include_str!("../data/glossary/electronics.tsv"),
        include_str!("../data/glossary/general.tsv"),
        include_str!("../data/glossary/home.tsv"),
        include_str!("../data/glossary/industry.tsv"),
        include_str!("../data/glossary/kitchen.tsv"),
        include_str!("../data/glossary/letters.tsv"),
        include_str!("../data/glossary/more.tsv"),
        include_str!("../data/glossary/more2.tsv"),
        include_str!("../data/glossary/more3.tsv"),
        include_str!("../data/glossary/more4.tsv"),
        include_str!("../data/glossary/sports.tsv"),
        include_str!("../data/glossary/things.tsv"),
        include_str!("../data/glossary/toys.tsv"),
    ],
    dictionary: include_str!("../data/cedict.tsv"),
    silent: include_str!("../data/silent.tsv"),
    readings: include_str!("../data/readings.tsv"),
    frequencies: include_str!("../data/frequency.tsv"),
};

/// One English name of a Chinese word.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Name {
    written: String,
    weight: u8,
}

/// Everything gathered, before it is laid out.
#[derive(Default)]
struct Gathered {
    /// By Chinese word, its names by their terms.
    words: BTreeMap<String, BTreeMap<String, Name>>,
    /// Steps of the cost of a word.
    costs: BTreeMap<String, u8>,
    /// Usual syllable by character.
    characters: BTreeMap<char, String>,
    /// Words read otherwise.
    odd: BTreeMap<String, Vec<String>>,
}

/// Builds a lexicon out of the texts, and of what was mined from a catalogue's own names.
pub fn build(sources: &Sources<'_>, mined: &[Pair]) -> Vec<u8> {
    let mut gathered = Gathered::of(sources);
    source::mined(mined, &mut gathered);
    write::write(&gathered)
}

/// The lexicon of a catalogue: our own words, and what its names, told as (English, Chinese), add to them. This is
/// what is published beside the segments.
pub fn for_catalogue(names: &[(&str, &str)]) -> Vec<u8> {
    let mut gathered = Gathered::of(&OURS);
    let ours = write::write(&gathered);
    let lexicon = Lexicon::open(ours).expect("what was written just now can be read");
    source::mined(&mine(names, &lexicon), &mut gathered);
    write::write(&gathered)
}

impl Gathered {
    fn of(sources: &Sources<'_>) -> Gathered {
        let mut gathered = Gathered::default();
        for text in sources.glossary {
            source::glossary(text, &mut gathered);
        }
        source::dictionary(sources.dictionary, &mut gathered);
        source::silent(sources.silent, &mut gathered);
        source::readings(sources.readings, &mut gathered);
        source::frequencies(sources.frequencies, &mut gathered);
        gathered
    }
}

/// The terms of an English phrase as the index has them, joined by blanks, without those that say nothing by
/// themselves. Of several readings of one place the widest is taken: `t-shirt` is one word.
pub fn terms_of(phrase: &str) -> String {
    let mut tokens = analyze(phrase, Side::Body, None);
    tokens.retain(|token| token.kind != Kind::Piece);
    tokens.sort_by_key(|token| (token.position, std::cmp::Reverse(token.width)));
    let mut terms: Vec<&str> = Vec::new();
    let mut position = 0;
    for token in &tokens {
        if token.position < position {
            continue;
        }
        position = token.position + u32::from(token.width);
        if !token.stop {
            terms.push(&token.term);
        }
    }
    terms.join(" ")
}
