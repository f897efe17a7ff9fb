//! Bytes of a file in; rows of cells out, whatever kind of spreadsheet it is.

mod csv;
mod quotes;
mod xlsx;

use std::borrow::Cow;
use std::ops::ControlFlow;

use crate::column::{Column, Header};
use crate::diagnostic::Problem;
use crate::limits;
use crate::report::Report;
use crate::row::Row;

/// A row as the file has it.
pub(crate) struct Line<'a> {
    /// As the spreadsheet shows it, from 1.
    pub number: u32,
    /// Of a broken line, all of it as one cell.
    pub cells: &'a [Cow<'a, str>],
    /// Whether its quotes are so broken that the cells mean nothing.
    pub is_broken: bool,
}

impl Line<'_> {
    /// Whether there is nothing in it.
    pub(crate) fn is_blank(&self) -> bool {
        !self.is_broken && self.cells.iter().all(|cell| cell.trim().is_empty())
    }

    /// The names of columns that stand in it.
    pub(crate) fn names(&self) -> &[Cow<'_, str>] {
        if self.is_broken { &[] } else { self.cells }
    }
}

/// What reading stops with, if not with the end of the file.
pub(crate) type Flow = ControlFlow<()>;

/// Gives every row under the header to `take`, and all that is wrong with the table itself to `report`.
pub(crate) fn read(
    bytes: &[u8],
    template: &'static [Column],
    report: &mut Report,
    take: &mut dyn FnMut(Row<'_>),
) {
    let lines = |table: &mut Table<'_>| lines(bytes, &mut |line| table.line(&line));
    rows(lines, template, report, take);
}

/// The same of CSV alone: whoever reads no other file carries no reader of workbooks, which is most of this room.
pub(crate) fn read_text(
    bytes: &[u8],
    template: &'static [Column],
    report: &mut Report,
    take: &mut dyn FnMut(Row<'_>),
) {
    let lines = |table: &mut Table<'_>| {
        csv::read(bytes, &mut |line| table.line(&line));
        Ok(())
    };
    rows(lines, template, report, take);
}

fn rows(
    lines: impl FnOnce(&mut Table<'_>) -> Result<(), Problem>,
    template: &'static [Column],
    report: &mut Report,
    take: &mut dyn FnMut(Row<'_>),
) {
    let mut table = Table {
        template,
        header: None,
        is_empty: true,
        rows: 0,
        report,
        take,
    };
    let read = lines(&mut table);
    let is_empty = table.is_empty;
    match read {
        Err(problem) => report.file(problem),
        Ok(()) if is_empty => report.file(Problem::NoHeader),
        Ok(()) => {}
    }
}

/// Gives every line of a file to `take`, whatever kind of file it is, until it has had enough.
pub(crate) fn lines(bytes: &[u8], take: &mut dyn FnMut(Line<'_>) -> Flow) -> Result<(), Problem> {
    match kind(bytes)? {
        Kind::Text => {
            csv::read(bytes, take);
            Ok(())
        }
        Kind::Workbook => xlsx::read(bytes, take),
    }
}

enum Kind {
    Text,
    Workbook,
}

/// Tells the kinds of file apart by their first bytes; names lie.
fn kind(bytes: &[u8]) -> Result<Kind, Problem> {
    if limits::FILE_BYTES < bytes.len() {
        return Err(Problem::FileTooLarge {
            most_bytes: limits::FILE_BYTES,
        });
    }
    match bytes {
        // APPNOTE.TXT of PKWARE, 4.3.7: local file header.
        [b'P', b'K', 3, 4, ..] => Ok(Kind::Workbook),
        // [MS-CFB] 2.2: compound file header.
        [0xD0, 0xCF, 0x11, 0xE0, ..] => Err(Problem::OldWorkbook),
        [0xFF, 0xFE, ..] | [0xFE, 0xFF, ..] => Err(Problem::Utf16),
        _ if bytes.iter().take(4096).any(|byte| *byte == 0) => Err(Problem::NotATable),
        _ => Ok(Kind::Text),
    }
}

/// A table while its lines come in.
struct Table<'a> {
    template: &'static [Column],
    header: Option<Header>,
    /// Whether no line with anything in it has come yet.
    is_empty: bool,
    rows: usize,
    report: &'a mut Report,
    take: &'a mut dyn FnMut(Row<'_>),
}

impl Table<'_> {
    fn line(&mut self, line: &Line<'_>) -> Flow {
        if line.is_blank() {
            return Flow::Continue(());
        }
        self.is_empty = false;
        let Some(header) = &self.header else {
            self.header = Header::read(line.number, line.names(), self.template, self.report);
            // Without its columns nothing can be read; what is missing has been said.
            return if self.header.is_some() {
                Flow::Continue(())
            } else {
                Flow::Break(())
            };
        };
        if self.rows == limits::ROWS {
            self.report
                .file(Problem::TooManyRows { most: limits::ROWS });
            return Flow::Break(());
        }
        self.rows += 1;
        match problem(line, header) {
            Some((place, problem)) => tell(line, place, problem, header, self.report),
            None => (self.take)(Row::new(line.number, line.cells, header, self.report)),
        }
        Flow::Continue(())
    }
}

/// Reports what makes a line unfit, by the column if the template has it.
pub(crate) fn tell(
    line: &Line<'_>,
    place: Option<usize>,
    problem: Problem,
    header: &Header,
    report: &mut Report,
) {
    match place.and_then(|place| Some((header.name_at(place)?, line.cells.get(place)?))) {
        Some((name, cell)) => report.cell(line.number, name, cell, problem),
        None => report.row(line.number, problem),
    }
}

/// What makes a line unfit to be read at all, and in which place of the file.
pub(crate) fn problem(line: &Line<'_>, header: &Header) -> Option<(Option<usize>, Problem)> {
    if line.is_broken {
        return Some((None, Problem::BrokenQuotes));
    }
    let too_many = line
        .cells
        .iter()
        .skip(header.width)
        .any(|cell| !cell.trim().is_empty());
    if too_many {
        return Some((None, Problem::TooManyCells));
    }
    let most = limits::CELL_CHARACTERS;
    line.cells.iter().enumerate().find_map(|(place, cell)| {
        if most < cell.len() && most < cell.chars().count() {
            return Some((Some(place), Problem::CellTooLong { most }));
        }
        // Bytes that are no UTF-8 have become this by now, and zeros are of no text.
        let is_not_utf8 = cell.contains(char::REPLACEMENT_CHARACTER) || cell.contains('\0');
        is_not_utf8.then_some((Some(place), Problem::NotUtf8))
    })
}

#[cfg(test)]
mod tests;
