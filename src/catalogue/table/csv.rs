//! CSV as in RFC 4180, with or without a byte order mark, lines ending in any way.

use std::borrow::Cow;
use std::io::Cursor;

use csv::{ByteRecord, Position, ReaderBuilder};

use super::{Flow, Line, quotes};
use crate::limits;

/// How many bytes may be read again after broken quotes. A file of nothing but stray quotes would otherwise take time
/// that grows with the square of its length.
const MOST_REREAD: usize = limits::FILE_BYTES;

pub(super) fn read(bytes: &[u8], take: &mut dyn FnMut(Line<'_>) -> Flow) {
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    let mut reader = ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .from_reader(Cursor::new(bytes));
    let mut record = ByteRecord::new();
    let mut from = 0;
    let mut number = 1;
    let mut reread = 0;
    // Reading from memory cannot fail, and rows of any width are taken.
    while reader.read_byte_record(&mut record).unwrap_or(false) {
        let end = usize::try_from(reader.position().byte())
            .unwrap_or(usize::MAX)
            .min(bytes.len());
        // The reader skips blank lines, the spreadsheet counts them.
        let blank = blank_lines(bytes, from);
        let start = (from + blank.bytes).min(end);
        number += blank.lines;
        let raw = &bytes[start..end];
        let is_broken = may_be_broken(&record, end == bytes.len()) && !quotes::are_sound(raw);
        from = end;
        let flow = if is_broken {
            if reread < MOST_REREAD {
                // Whatever the quote swallowed is read again from the next line on.
                reread += raw.len();
                from = start + first_line(raw);
            }
            let first = raw[..first_line(raw)].trim_ascii_end();
            take(Line {
                number,
                cells: &[String::from_utf8_lossy(first)],
                is_broken,
            })
        } else {
            let cells = record.iter().take(limits::CELLS + 1);
            let cells: Vec<Cow<'_, str>> = cells.map(String::from_utf8_lossy).collect();
            take(Line {
                number,
                cells: &cells,
                is_broken,
            })
        };
        number += 1;
        if flow.is_break() || (from < end && seek(&mut reader, from).is_err()) {
            return;
        }
    }
}

fn seek(reader: &mut csv::Reader<Cursor<&[u8]>>, byte: usize) -> csv::Result<()> {
    let mut position = Position::new();
    position.set_byte(byte as u64);
    reader.seek(position)
}

/// How many bytes the first line has, with its end.
fn first_line(raw: &[u8]) -> usize {
    match raw.iter().position(|byte| matches!(byte, b'\n' | b'\r')) {
        Some(at) if raw[at..].starts_with(b"\r\n") => at + 2,
        Some(at) => at + 1,
        None => raw.len(),
    }
}

/// Only a cell with a line end in it can have swallowed rows, and only the last can be cut off.
fn may_be_broken(record: &ByteRecord, is_last: bool) -> bool {
    is_last
        || record
            .as_slice()
            .iter()
            .any(|byte| matches!(byte, b'\n' | b'\r'))
}

struct Blank {
    lines: u32,
    bytes: usize,
}

/// Line ends from here on: one may be the rest of the line before, the others are blank lines.
fn blank_lines(bytes: &[u8], from: usize) -> Blank {
    let mut at = from;
    let mut lines = 0;
    if from
        .checked_sub(1)
        .is_some_and(|before| bytes[before] == b'\r')
        && bytes.get(at) == Some(&b'\n')
    {
        at += 1;
    }
    while let Some(b'\n' | b'\r') = bytes.get(at) {
        at += if bytes[at..].starts_with(b"\r\n") {
            2
        } else {
            1
        };
        lines += 1;
    }
    Blank {
        lines,
        bytes: at - from,
    }
}
