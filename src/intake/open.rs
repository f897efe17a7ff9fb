use api_types::catalogue::Text;
use catalogue::{Diagnostic, Language, Sheet, Source, columns};
use workflow::intake::ask;
use workflow::intake::ask::{FileColumn, Opened, Problem, TemplateColumn};

use crate::desk::number;

/// Values of a column that are shown, so that a person sees what is in it.
const EXAMPLES: usize = 3;
/// Rows that are looked at for them.
const ROWS_FOR_EXAMPLES: usize = 50;
/// Characters of an example.
const EXAMPLE_CHARACTERS: usize = 40;

/// A file as it was read.
pub struct Open {
    pub sheet: Sheet,
}

impl Open {
    pub fn read(file: &str, bytes: &[u8], progress: &mut dyn FnMut(usize)) -> Open {
        let sheet = Sheet::read(file, bytes, progress);
        Open { sheet }
    }

    /// What the page is told of it.
    pub fn opened(&self, chosen: &[(String, String)]) -> Opened {
        let names = self.sheet.names();
        let sources = columns::guess(&names, chosen);
        let template = columns::template().map(|column| TemplateColumn {
            name: column.name.to_owned(),
            label: Text {
                en: column.label_en.to_owned(),
                zh: column.label_zh.to_owned(),
            },
            is_required: column.is_required,
        });
        Opened {
            troubles: self.sheet.diagnostics().iter().map(problem).collect(),
            columns: self.columns(&names),
            rows: number(self.sheet.len()),
            template: template.collect(),
            sources: sources.iter().map(to_message).collect(),
        }
    }

    fn columns(&self, names: &[&str]) -> Vec<FileColumn> {
        let mut columns: Vec<FileColumn> = names
            .iter()
            .map(|name| FileColumn {
                name: shortened(name),
                examples: Vec::new(),
            })
            .collect();
        for row in 0..self.sheet.len().min(ROWS_FOR_EXAMPLES) {
            for (column, cell) in columns.iter_mut().zip(self.sheet.row(row)) {
                let cell = shortened(cell.trim());
                let have = &mut column.examples;
                if !cell.is_empty() && have.len() < EXAMPLES && !have.contains(&cell) {
                    have.push(cell);
                }
            }
        }
        columns
    }
}

fn shortened(text: &str) -> String {
    match text.char_indices().nth(EXAMPLE_CHARACTERS) {
        Some((at, _)) => format!("{}…", &text[..at]),
        None => text.to_owned(),
    }
}

/// A diagnostic in both languages.
pub fn problem(found: &Diagnostic) -> Problem {
    Problem {
        row: found.row,
        column: found.column.as_deref().map(str::to_owned),
        value: found.value.clone(),
        expected: Text {
            en: found.expected(Language::English),
            zh: found.expected(Language::Chinese),
        },
        is_error: found.is_error(),
    }
}

fn to_message(source: &Source) -> ask::Source {
    match source {
        Source::Absent => ask::Source::Absent,
        // A column further to the right than that is not looked at.
        Source::Place(place) => {
            u16::try_from(*place).map_or(ask::Source::Absent, ask::Source::Place)
        }
        Source::Always(text) => ask::Source::Always(text.clone()),
    }
}

pub fn from_message(source: &ask::Source) -> Source {
    match source {
        ask::Source::Absent => Source::Absent,
        ask::Source::Place(place) => Source::Place(usize::from(*place)),
        ask::Source::Always(text) if text.trim().is_empty() => Source::Absent,
        ask::Source::Always(text) => Source::Always(text.clone()),
    }
}
