//! The browser's engine, fed here with the bytes that the browser gets.

use api_types::catalogue::FileRef;
use domain::Product;
use publish::{File, Parts};
use search::{
    ask::{Answer, Ask, Part},
    document::{Document, Field, Kind},
    engine::Engine,
    lexicon::{Lexicon, build},
    segment,
    text::HanWords,
};

use super::set::Page;
use crate::{build::catalogue, trouble::Trouble, workspace::Workspace};

/// The demonstration: its products in the order of the published list, and an engine that has all of its parts.
pub struct Demonstration {
    pub products: Vec<Product>,
    pub engine: Engine,
}

/// The demonstration as it is published.
pub fn demonstration(workspace: &Workspace) -> Result<Demonstration, Trouble> {
    let goods = catalogue::read(workspace)?;
    let parts = catalogue::parts_of(&goods)?;
    let mut engine = Engine::default();
    let named = &parts.front.engine;
    add_file(&mut engine, &parts, &named.places, Part::Segment)?;
    for department in &named.departments {
        add_file(&mut engine, &parts, department, Part::Segment)?;
    }
    add_file(&mut engine, &parts, &named.lexicon, Part::Lexicon)?;
    let mut products = goods.products;
    products.sort_by_cached_key(Product::id);
    Ok(Demonstration { products, engine })
}

fn add_file(
    engine: &mut Engine,
    parts: &Parts,
    named: &FileRef,
    part: Part,
) -> Result<(), Trouble> {
    let bytes = bytes_of(&parts.files, named);
    add(engine, &named.file, part, bytes.to_vec())
}

fn bytes_of<'a>(files: &'a [File], named: &FileRef) -> &'a [u8] {
    let file = files.iter().find(|file| file.name == named.file);
    file.map_or(&[], |file| file.bytes.as_slice())
}

fn add(engine: &mut Engine, name: &str, part: Part, bytes: Vec<u8>) -> Result<(), Trouble> {
    match engine.add(name.to_owned(), part, bytes) {
        Answer::Refused { reason, .. } => Err(Trouble::new(
            format!("the engine refuses {name}: {reason}"),
            "run `cargo hub test native`: what was just written cannot be read",
        )),
        _ => Ok(()),
    }
}

/// Rows of the hits, best first.
pub fn rows(engine: &mut Engine, text: &str, limit: u32) -> Vec<u32> {
    let ask = Ask::Search {
        version: 0,
        text: text.to_owned(),
        limit,
    };
    match engine.answer(&ask) {
        Answer::Found { found, .. } => found.hits.into_iter().map(|hit| hit.row).collect(),
        _ => Vec::new(),
    }
}

/// The bytes of one segment with all documents of a set, indexed as the catalogue is: a title is an English name, a body
/// its description, and the row the document's place in the file.
pub fn segment(pages: &[Page]) -> Vec<u8> {
    let words = words();
    let mut writer = segment::Writer::new(Some(&words));
    for (row, page) in (0..).zip(pages) {
        writer.add(&document(row, page));
    }
    writer.finish()
}

/// A document of a set as the catalogue's are.
pub fn document(row: u32, page: &Page) -> Document<'_> {
    let mut fields = [""; Field::ALL.len()];
    fields[Field::NameEn as usize] = &page.title;
    fields[Field::DescriptionEn as usize] = &page.body;
    Document {
        kind: Kind::Product,
        row,
        key: &page.id,
        fields,
    }
}

/// The lexicon as it is published.
pub fn lexicon() -> Vec<u8> {
    build::build(&build::OURS, &[])
}

/// The Chinese dictionary of the lexicon.
pub fn words() -> Lexicon {
    Lexicon::open(lexicon()).expect("what was written just now can be read")
}

/// An engine that has this segment and the lexicon.
pub fn open(segment: Vec<u8>) -> Result<Engine, Trouble> {
    let mut engine = Engine::default();
    add(&mut engine, "lexicon", Part::Lexicon, lexicon())?;
    add(&mut engine, "set", Part::Segment, segment)?;
    Ok(engine)
}

/// Chinese texts word by word in English, each word as the dictionary gives it first: what somebody would do for an
/// engine that knows no Chinese.
pub struct WordByWord(Lexicon);

impl WordByWord {
    pub fn new() -> Self {
        Self(words())
    }

    pub fn english(&self, text: &str) -> String {
        let characters: Vec<char> = text.chars().collect();
        let mut english = String::new();
        let mut rest = characters.as_slice();
        while let Some(first) = rest.first() {
            let mut lengths = vec![1];
            HanWords::words_at(&self.0, rest, &mut |length, _| lengths.push(length));
            lengths.sort_unstable();
            let longest = lengths.into_iter().rev().find_map(|length| {
                let (word, after) = rest.split_at_checked(length)?;
                Some((self.0.english(word).into_iter().next()?.text, after))
            });
            rest = match longest {
                Some((wording, after)) => {
                    english += &format!(" {wording} ");
                    after
                }
                // Brands and sizes stand in Latin letters already; what the dictionary does not have stays.
                None => {
                    english.push(*first);
                    rest.get(1..).unwrap_or_default()
                }
            };
        }
        english.split_whitespace().collect::<Vec<_>>().join(" ")
    }
}
