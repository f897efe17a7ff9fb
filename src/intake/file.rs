use catalogue::{Language, columns};
use workflow::intake::ask::Which;

use crate::check::Check;
use crate::desk::House;
use crate::open::Open;

/// Excel takes a CSV file for UTF-8 only with this in front.
const MARK: &[u8] = b"\xEF\xBB\xBF";

/// Rows as a CSV file.
pub fn bytes(which: Which, house: &House, open: &Open, check: &mut Check<'_>) -> Vec<u8> {
    let mut file = File::default();
    match which {
        Which::Accepted => {
            file.row(columns::template().map(|column| column.name));
            for row in 0..open.sheet.len() {
                if check.accepted().has(row) {
                    let cells = check.cells(open, row);
                    file.row(cells.iter().map(String::as_str));
                }
            }
        }
        Which::Refused { chinese } => refused(&mut file, chinese, house, open, check),
    }
    file.bytes()
}

/// The rows that were not accepted, as they are, and behind them what is wrong with them.
fn refused(file: &mut File, chinese: bool, house: &House, open: &Open, check: &mut Check<'_>) {
    let (language, what) = match chinese {
        true => (Language::Chinese, "有什么问题"),
        false => (Language::English, "what is wrong"),
    };
    let names = open.sheet.names();
    file.row(names.iter().copied().chain([what]));
    for row in 0..open.sheet.len() {
        if check.accepted().has(row) {
            continue;
        }
        let found = check.look_again(house, open, row).diagnostics;
        let errors = found.iter().filter(|found| found.is_error());
        let sentences: Vec<String> = errors
            .map(|found| {
                let column = found.column.as_deref().unwrap_or_default();
                let colon = match (column.is_empty(), chinese) {
                    (true, _) => "",
                    (_, true) => "：",
                    (_, false) => ": ",
                };
                format!("{column}{colon}{}", found.expected(language))
            })
            .collect();
        let mut cells = open.sheet.row(row);
        // So that what is wrong stands under its name.
        cells.resize(cells.len().max(names.len()), "");
        let wrong = sentences.join(if chinese { "；" } else { "; " });
        file.row(cells.into_iter().chain([wrong.as_str()]));
    }
}

struct File(csv::Writer<Vec<u8>>);

impl Default for File {
    fn default() -> Self {
        let mut writer = csv::WriterBuilder::new();
        // Rows with stray cells are longer than others.
        File(writer.flexible(true).from_writer(MARK.to_vec()))
    }
}

impl File {
    /// With a zero in it the file would not be taken for text when it comes back.
    fn row<'a>(&mut self, cells: impl Iterator<Item = &'a str>) {
        let written = self
            .0
            .write_record(cells.map(|cell| cell.replace('\0', "\u{FFFD}")));
        written.expect("writing to memory does not fail");
    }

    fn bytes(self) -> Vec<u8> {
        self.0
            .into_inner()
            .expect("writing to memory does not fail")
    }
}
