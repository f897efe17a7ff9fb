use std::borrow::Cow;
use std::ops::ControlFlow;
use std::sync::Arc;

use crate::diagnostic::{Diagnostic, Problem};
use crate::limits;
use crate::report::Report;
use crate::table::{self, Line};

/// How often [`Sheet::read`] tells how far it is.
const ROWS_BETWEEN_NEWS: usize = 1_000;

/// A file read once into rows of cells, whatever they mean: so that its rows can be checked in steps, looked at, and
/// checked anew under other names of its columns.
#[derive(Debug)]
pub struct Sheet {
    pub(crate) file: Arc<str>,
    /// All cells of all rows, one behind the other: a `String` for each would take twice the memory.
    text: String,
    /// Where each cell ends in `text`.
    ends: Vec<u32>,
    /// The row that names the columns, then all others that are not blank.
    rows: Vec<Kept>,
    diagnostics: Vec<Diagnostic>,
}

#[derive(Clone, Copy, Debug)]
struct Kept {
    number: u32,
    /// Its cells end here in `ends`, and begin where those of the row before end.
    end: u32,
    is_broken: bool,
}

impl Sheet {
    /// Reads as much of a file as can be read, CSV or XLSX. `file` is what diagnostics call it; `progress` hears from
    /// time to time how many rows there are so far.
    #[must_use]
    pub fn read(file: &str, bytes: &[u8], progress: &mut dyn FnMut(usize)) -> Self {
        let mut report = Report::new(file);
        let mut sheet = Sheet {
            file: file.into(),
            text: String::new(),
            ends: Vec::new(),
            rows: Vec::new(),
            diagnostics: Vec::new(),
        };
        let mut has_all = true;
        let read = table::lines(bytes, &mut |line| {
            if line.is_blank() {
                return ControlFlow::Continue(());
            }
            if sheet.len() == limits::ROWS || limits::SHEET_BYTES < sheet.text.len() {
                has_all = false;
                return ControlFlow::Break(());
            }
            sheet.keep(&line);
            if sheet.rows.len().is_multiple_of(ROWS_BETWEEN_NEWS) {
                progress(sheet.len());
            }
            ControlFlow::Continue(())
        });
        if !has_all {
            report.file(Problem::TooManyRows { most: sheet.len() });
        }
        match read {
            Err(problem) => report.file(problem),
            Ok(()) if sheet.rows.is_empty() => report.file(Problem::NoHeader),
            Ok(()) => {}
        }
        sheet.diagnostics = report.into_diagnostics();
        sheet
    }

    fn keep(&mut self, line: &Line<'_>) {
        for cell in line.cells {
            // One more than is allowed, so that it is seen to be too long.
            let most = limits::CELL_CHARACTERS + 1;
            let end = match cell.len() {
                // Counting characters costs more than looking at the length in bytes, which is never less.
                length if length <= most => None,
                _ => cell.char_indices().nth(most),
            };
            self.text.push_str(end.map_or(cell, |(at, _)| &cell[..at]));
            self.ends.push(place(self.text.len()));
        }
        self.rows.push(Kept {
            number: line.number,
            end: place(self.ends.len()),
            is_broken: line.is_broken,
        });
    }

    /// What is wrong with the file itself. It may have rows all the same.
    #[must_use]
    pub fn diagnostics(&self) -> &[Diagnostic] {
        &self.diagnostics
    }

    /// Rows under the header that are not blank.
    #[must_use]
    pub fn len(&self) -> usize {
        self.rows.len().saturating_sub(1)
    }

    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// What the columns are called, by their places; none if the file has no header.
    #[must_use]
    pub fn names(&self) -> Vec<&str> {
        match self.rows.first() {
            Some(header) if !header.is_broken => self.cells(0).map(str::trim).collect(),
            _ => Vec::new(),
        }
    }

    /// The row that names the columns, as the spreadsheet shows it.
    pub(crate) fn header_number(&self) -> u32 {
        self.rows.first().map_or(1, |header| header.number)
    }

    /// The number of a row under the header, as the spreadsheet shows it; `row` counts from 0.
    #[must_use]
    pub fn number(&self, row: usize) -> Option<u32> {
        self.rows.get(row + 1).map(|row| row.number)
    }

    /// The cells of a row under the header, as they are written; `row` counts from 0. A row whose quotes are broken is
    /// one cell.
    #[must_use]
    pub fn row(&self, row: usize) -> Vec<&str> {
        self.cells(row + 1).collect()
    }

    pub(crate) fn line<'a>(
        &'a self,
        row: usize,
        cells: &'a mut Vec<Cow<'a, str>>,
    ) -> Option<Line<'a>> {
        let kept = *self.rows.get(row + 1)?;
        cells.extend(self.cells(row + 1).map(Cow::Borrowed));
        Some(Line {
            number: kept.number,
            cells,
            is_broken: kept.is_broken,
        })
    }

    /// Cells by the place of their row among all.
    fn cells(&self, at: usize) -> impl Iterator<Item = &str> {
        let end = |row: usize| self.rows.get(row).map(|row| row.end as usize);
        let last = end(at).unwrap_or_default();
        let first = at.checked_sub(1).and_then(end).unwrap_or_default();
        (first..last).map(|cell| {
            let end = |cell: usize| self.ends[cell] as usize;
            &self.text[cell.checked_sub(1).map_or(0, end)..end(cell)]
        })
    }
}

fn place(length: usize) -> u32 {
    u32::try_from(length)
        .expect("a sheet is held to limits::SHEET_BYTES, and its rows to limits::ROWS")
}
