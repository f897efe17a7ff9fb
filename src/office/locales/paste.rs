//! The words of a list that is pasted into a request.

/// A number of things, with the number as the language writes it.
type Counted = fn(u32, &str) -> String;
/// Something of a line, by its number.
type OfLine = fn(u32) -> String;

pub struct Paste {
    pub open: &'static str,
    pub title: &'static str,
    pub hint: &'static str,
    pub list: &'static str,
    pub example: &'static str,
    pub file: &'static str,
    pub discard: &'static str,
    pub waiting: &'static str,
    pub failed: &'static str,
    pub sure: Counted,
    pub doubtful: Counted,
    pub unknown: Counted,
    pub means: OfLine,
    pub as_written: &'static str,
    pub nothing_like_it: &'static str,
    pub more: Counted,
    pub unread: Counted,
    pub unread_line: fn(&str, &str) -> String,
    pub no_room: Counted,
    pub add: Counted,
    pub added: Counted,
    pub too_long: &'static str,
    pub spreadsheet: &'static str,
    pub not_text: &'static str,
    pub fault: &'static str,
}
