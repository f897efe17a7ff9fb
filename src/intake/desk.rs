use std::sync::OnceLock;

use catalogue::{Dictionary, Rules};
use domain::{SupplierCode, Text};
use search::lexicon::Lexicon;
use workflow::intake::ask::{Answer, Ask};

use crate::check::Check;
use crate::open::{Open, problem};
use crate::{file, shown};

/// Rows looked at before the page is told how far it is: some milliseconds' worth.
const ROWS_AT_ONCE: usize = 200;

/// Nobody has signed in, so nobody knows whose products these are.
pub const SUPPLIER: &str = "preview";

/// The words across languages. A worker learns them once, before its first file, and keeps them to its end.
static LEXICON: OnceLock<(Lexicon, Vec<u8>)> = OnceLock::new();

/// The file at hand, and what all files are judged by.
pub struct Desk {
    pub house: House,
    open: Option<Open>,
    check: Option<Check<'static>>,
}

/// What all files are judged by.
pub struct House {
    pub dictionary: Dictionary,
    pub code: SupplierCode,
    pub supplier: Text,
}

impl House {
    pub fn rules(&self) -> Rules<'_> {
        Rules {
            supplier: &self.code,
            dictionary: &self.dictionary,
            is_picture: &publish::is_picture,
        }
    }
}

impl Default for Desk {
    fn default() -> Self {
        Desk {
            house: House {
                dictionary: Dictionary::standard(),
                code: SUPPLIER.parse().expect("a code in the right form"),
                supplier: Text::default(),
            },
            open: None,
            check: None,
        }
    }
}

impl Desk {
    /// Answers a message, whatever it asks; `body` is the bytes that came with it.
    pub fn answer(&mut self, ask: Ask, body: Vec<u8>, tell: &mut dyn FnMut(Answer)) -> Answer {
        match ask {
            Ask::Learn => learn(body),
            Ask::Open {
                version,
                file,
                chosen,
            } => {
                // Freed before the next one is read: two at once may be more than the browser has.
                self.check = None;
                self.open = None;
                let mut progress = |rows| {
                    tell(Answer::Reading {
                        version,
                        rows: number(rows),
                    });
                };
                let open = Open::read(&file, &body, &mut progress);
                let opened = open.opened(&chosen);
                self.open = Some(open);
                Answer::Opened { version, opened }
            }
            Ask::Check { version, sources } => {
                self.check = None;
                let Some(open) = &self.open else {
                    return Answer::Refused;
                };
                match Check::begin(version, open, &sources, LEXICON.get()) {
                    Ok(check) => self.check = Some(check),
                    Err(columns) => return Answer::Missing { version, columns },
                }
                self.go_on(version)
            }
            Ask::Continue { version } => self.go_on(version),
            Ask::Problems {
                version,
                from,
                count,
            } => self.look(version, |house, open, check| Answer::Problems {
                version,
                from,
                problems: check.problems(house, open, from, count),
            }),
            Ask::Products {
                version,
                from,
                count,
            } => self.look(version, |house, open, check| Answer::Products {
                version,
                from,
                products: check.products(house, open, from, count),
            }),
            Ask::Search {
                version,
                text,
                limit,
            } => self.look(version, |house, open, check| {
                let (found, products) = check.search(house, open, &text, limit);
                Answer::Found {
                    version,
                    text,
                    found,
                    products,
                }
            }),
            Ask::Product { version, row } => self.look(version, |house, open, check| {
                let checked = check.look_again(house, open, row as usize);
                let number = open.sheet.number(row as usize).unwrap_or_default();
                let product = checked.product;
                Answer::Product {
                    version,
                    row,
                    product: product.map(|product| Box::new(shown::shown(house, &product, number))),
                }
            }),
            Ask::Cells {
                version,
                from,
                count,
            } => self.look(version, |_, open, check| Answer::Cells {
                version,
                from,
                rows: check.accepted_cells(open, from, count),
            }),
            Ask::File { version, which } => self.look(version, |house, open, check| Answer::File {
                version,
                which,
                bytes: file::bytes(which, house, open, check),
            }),
            Ask::List { most } => Answer::List {
                text: catalogue::tabbed(&body, most as usize).ok(),
            },
            Ask::Look { cells } => {
                let cells = cells.into_iter().collect();
                let checked = catalogue::product_of(&cells, &self.house.rules());
                let product = checked.product.as_ref();
                Answer::Looked {
                    problems: checked.diagnostics.iter().map(problem).collect(),
                    // It has no row.
                    shown: product.map(|product| Box::new(shown::shown(&self.house, product, 0))),
                }
            }
        }
    }

    fn go_on(&mut self, version: u32) -> Answer {
        let house = &self.house;
        match (&self.open, &mut self.check) {
            (Some(open), Some(check)) if check.version == version => {
                check.go_on(house, open, ROWS_AT_ONCE)
            }
            _ => Answer::Refused,
        }
    }

    /// Answers what can be asked of rows that were all looked at.
    fn look(
        &mut self,
        version: u32,
        answer: impl FnOnce(&House, &Open, &mut Check<'static>) -> Answer,
    ) -> Answer {
        match (&self.open, &mut self.check) {
            (Some(open), Some(check)) if check.version == version && check.is_done() => {
                answer(&self.house, open, check)
            }
            _ => Answer::Refused,
        }
    }
}

fn learn(bytes: Vec<u8>) -> Answer {
    match Lexicon::open(bytes.clone()) {
        Ok(lexicon) => {
            LEXICON.get_or_init(|| (lexicon, bytes));
            Answer::Learned
        }
        // Words across languages are then not found, and all else is.
        Err(_) => Answer::Refused,
    }
}

/// Rows and lines are held to `catalogue::limits`.
pub fn number(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}
