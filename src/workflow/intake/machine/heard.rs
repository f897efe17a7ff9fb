use super::{Effect, Intake, Stage, View};
use crate::intake::ask::{Answer, Ask, Which};

impl Intake {
    /// Takes an answer in; one to an older question changes nothing.
    pub(super) fn answered(&mut self, answer: Answer) -> Vec<Effect> {
        match answer {
            Answer::Reading { version, rows } if self.is_now(version) => {
                if let Stage::Reading { rows: have } = &mut self.stage {
                    *have = rows;
                }
            }
            Answer::Opened { version, opened } if self.is_now(version) => {
                self.sources.clone_from(&opened.sources);
                self.opened = opened;
                if self.opened.rows == 0 {
                    let troubles = self.opened.troubles.clone();
                    self.stage = Stage::Unreadable { troubles };
                } else {
                    return self.check();
                }
            }
            Answer::Checking { version, tally } if self.is_now(version) => {
                self.stage = Stage::Checking(tally);
                return vec![Effect::Ask(Ask::Continue { version })];
            }
            Answer::Checked { version, checked } if self.is_now(version) => {
                self.view = match checked.problems {
                    0 => View::Products,
                    _ => View::Problems,
                };
                self.stage = Stage::Checked(checked);
            }
            Answer::Missing { version, .. } if self.is_now(version) => self.stage = Stage::Columns,
            Answer::Problems {
                version,
                from,
                problems,
            } if self.is_now(version) => {
                self.problems.put(from, problems);
            }
            Answer::Products {
                version,
                from,
                products,
            } if self.is_now(version) => {
                self.products.put(from, products);
            }
            Answer::Found {
                version,
                text,
                products,
                ..
            } if self.is_now(version) => {
                self.searching = None;
                self.hits = products;
                self.found = Some(text);
                return self.search();
            }
            Answer::Product {
                version,
                row,
                product,
            } if self.is_now(version) && self.is_looked_at(row) => {
                self.shown = Some((row, product));
            }
            Answer::File {
                version,
                which,
                bytes,
            } if self.is_now(version) => {
                let name = name_of(&self.file, which);
                return vec![Effect::Save { name, bytes }];
            }
            Answer::Cells {
                version,
                from,
                rows,
            } if self.is_now(version) => return vec![Effect::Give { from, rows }],
            // Of a file that is not looked at any more, or nothing to be told.
            _ => {}
        }
        Vec::new()
    }

    fn is_looked_at(&self, row: u32) -> bool {
        self.shown.as_ref().is_some_and(|(asked, _)| *asked == row)
    }
}

/// `bolts.xlsx` becomes `bolts-to-correct.csv`.
fn name_of(file: &str, which: Which) -> String {
    let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem);
    match which {
        Which::Refused { .. } => format!("{stem}-to-correct.csv"),
        Which::Accepted => format!("{stem}-accepted.csv"),
    }
}
