//! Office Open XML workbooks (ECMA-376): the first visible sheet, cell by cell, never as one block of memory.

use std::borrow::Cow;
use std::io::{self, Cursor, Read};
use std::panic::{AssertUnwindSafe, catch_unwind};

use calamine::{DataRef, Reader, SheetType, SheetVisible, Xlsx};
use zip::ZipArchive;

use super::{Flow, Line};
use crate::diagnostic::Problem;
use crate::limits;

/// Rows are given as far as the workbook can be read.
pub(super) fn read(bytes: &[u8], take: &mut dyn FnMut(Line<'_>) -> Flow) -> Result<(), Problem> {
    unpacks_within(bytes, limits::UNPACKED_BYTES)?;
    // The library refuses broken workbooks with an error wherever it looks; where it does not look, a forged number
    // can overflow in a debug build, and that is no reason to lose the other files.
    catch_unwind(AssertUnwindSafe(|| read_sheet(bytes, take)))
        .unwrap_or(Err(Problem::BrokenWorkbook))
}

/// A few kilobytes can unpack to gigabytes, and the sizes that an archive states of itself can be forged.
pub(super) fn unpacks_within(bytes: &[u8], most: u64) -> Result<(), Problem> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| Problem::BrokenWorkbook)?;
    let mut left = most;
    for index in 0..archive.len() {
        let Ok(file) = archive.by_index(index) else {
            continue;
        };
        // A file that fails to unpack will fail again where it is needed; here only its length matters.
        let unpacked = count(&mut file.take(left + 1));
        left = left.checked_sub(unpacked).ok_or(Problem::UnpacksTooFar)?;
    }
    Ok(())
}

fn count(file: &mut impl Read) -> u64 {
    struct Count(u64);
    impl io::Write for Count {
        fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
            self.0 += bytes.len() as u64;
            Ok(bytes.len())
        }
        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }
    let mut count = Count(0);
    let _ = io::copy(file, &mut count);
    count.0
}

fn read_sheet(bytes: &[u8], take: &mut dyn FnMut(Line<'_>) -> Flow) -> Result<(), Problem> {
    let mut workbook: Xlsx<_> =
        Xlsx::new(Cursor::new(bytes)).map_err(|_| Problem::BrokenWorkbook)?;
    let sheet = workbook
        .sheets_metadata()
        .iter()
        .find(|sheet| sheet.typ == SheetType::WorkSheet && sheet.visible == SheetVisible::Visible)
        .ok_or(Problem::NoHeader)?;
    let name = sheet.name.clone();
    let mut reader = workbook
        .worksheet_cells_reader(&name)
        .map_err(|_| Problem::BrokenWorkbook)?;
    let mut row = 0;
    let mut cells: Vec<Cow<'_, str>> = Vec::new();
    let mut end = |row: u32, cells: &[Cow<'_, str>]| {
        take(Line {
            number: row.saturating_add(1),
            cells,
            is_broken: false,
        })
    };
    while let Some(cell) = reader.next_cell().transpose() {
        let Ok(cell) = cell else {
            let _ = end(row, &cells);
            return Err(Problem::BrokenWorkbook);
        };
        let (cell_row, column) = cell.get_position();
        if cell_row != row {
            if end(row, &cells).is_break() {
                return Ok(());
            }
            cells.clear();
            row = cell_row;
        }
        let text = text(cell.get_value());
        // Far to the right of any template it matters only that something is there.
        let column = usize::try_from(column)
            .unwrap_or(usize::MAX)
            .min(limits::CELLS);
        if !text.is_empty() {
            if cells.len() <= column {
                cells.resize(column + 1, Cow::Borrowed(""));
            }
            cells[column] = text;
        }
    }
    let _ = end(row, &cells);
    Ok(())
}

/// A cell as one would type it into a CSV file.
fn text<'a>(value: &DataRef<'a>) -> Cow<'a, str> {
    match value {
        DataRef::Empty => Cow::Borrowed(""),
        DataRef::String(text) | DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => {
            // ISO 8601 with a time behind the date is still that day.
            let is_midnight =
                matches!(value, DataRef::DateTimeIso(_)) && text.ends_with("T00:00:00");
            let text = if is_midnight {
                &text[..text.len() - 9]
            } else {
                text
            };
            Cow::Owned(text.to_owned())
        }
        DataRef::SharedString(text) => Cow::Borrowed(text),
        DataRef::Bool(value) => Cow::Borrowed(if *value { "TRUE" } else { "FALSE" }),
        DataRef::Int(value) => Cow::Owned(value.to_string()),
        DataRef::Float(value) => Cow::Owned(number(*value)),
        DataRef::DateTime(time) if time.is_datetime() => {
            let (year, month, day, ..) = time.to_ymd_hms_milli();
            Cow::Owned(format!("{year:04}-{month:02}-{day:02}"))
        }
        DataRef::DateTime(time) => Cow::Owned(number(time.as_f64())),
        DataRef::Error(error) => Cow::Owned(error.to_string()),
    }
}

/// Spreadsheets keep fifteen significant digits: 0.1 + 0.2 is shown as 0.3.
fn number(value: f64) -> String {
    let rounded = format!("{value:.14e}").parse().unwrap_or(value);
    format!("{rounded}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_as_the_spreadsheet_shows_them() {
        let check = |value: f64, written: &str| assert_eq!(number(value), written);
        check(0.1 + 0.2, "0.3");
        check(731_815.0, "731815");
        check(2_000_000_000_008.0, "2000000000008");
        check(0.000_3, "0.0003");
        check(-20.5, "-20.5");
        check(0.0, "0");
        check(f64::NAN, "NaN");
    }
}
