//! Incoterms 2020: who brings the goods where.

use std::ops::Range;

use super::tokens::Words;

/// Pieces of the text, and the three letters.
pub type Found = (Range<usize>, &'static str);

const RULES: [&str; 11] = [
    "exw", "fca", "fas", "fob", "cfr", "cif", "cpt", "cip", "dap", "dpu", "ddp",
];
const CODES: [&str; 11] = [
    "EXW", "FCA", "FAS", "FOB", "CFR", "CIF", "CPT", "CIP", "DAP", "DPU", "DDP",
];
/// Those that mean something else in small letters.
const CAPITALS: [&str; 5] = ["fas", "cpt", "cip", "dap", "dpu"];
const NAMES: [(&str, &str); 13] = [
    ("ex works", "EXW"),
    ("free on board", "FOB"),
    ("free carrier", "FCA"),
    ("cost and freight", "CFR"),
    ("delivered duty paid", "DDP"),
    ("delivered at place", "DAP"),
    ("工厂交货", "EXW"),
    ("出厂价", "EXW"),
    ("离岸价", "FOB"),
    ("到岸价", "CIF"),
    ("完税后交货", "DDP"),
    ("完税交货", "DDP"),
    ("目的地交货", "DAP"),
];

impl Words<'_> {
    #[must_use]
    pub fn incoterm(&self) -> Option<Found> {
        (0..self.tokens.len()).find_map(|at| {
            let (code, next) = self.rule(at).or_else(|| {
                let mut names = NAMES
                    .iter()
                    .filter_map(|(name, code)| Some((*code, self.after(at, name)?)));
                names.next()
            })?;
            let end = self.after_any(
                next,
                &["incoterms 2020", "incoterms", "价格", "价", "条款", "terms"],
            );
            Some((at..end.unwrap_or(next), code))
        })
    }

    fn rule(&self, at: usize) -> Option<(&'static str, usize)> {
        let word = self.word(at);
        let place = RULES.iter().position(|rule| *rule == word)?;
        let fits = self.is_capital(at) || !CAPITALS.contains(&word);
        fits.then(|| (CODES[place], at + 1))
    }
}
