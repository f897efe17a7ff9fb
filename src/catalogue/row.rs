use std::borrow::Cow;
use std::str::FromStr;

use domain::{Date, Text};

use crate::column::{Header, Need};
use crate::diagnostic::{Problem, Severity};
use crate::limits;
use crate::report::Report;

/// A row while it is read: every cell is asked for before anything is given up, so that all its problems are known.
pub(crate) struct Row<'a> {
    pub number: u32,
    cells: &'a [Cow<'a, str>],
    header: &'a Header,
    report: &'a mut Report,
    is_wrong: bool,
}

impl<'a> Row<'a> {
    pub(crate) fn new(
        number: u32,
        cells: &'a [Cow<'a, str>],
        header: &'a Header,
        report: &'a mut Report,
    ) -> Self {
        Self {
            number,
            cells,
            header,
            report,
            is_wrong: false,
        }
    }

    /// Whether an error was found so far.
    pub(crate) fn is_wrong(&self) -> bool {
        self.is_wrong
    }

    /// What is written in a cell, without space around it.
    pub(crate) fn cell(&self, column: impl Into<usize>) -> &'a str {
        self.header.cell(self.cells, column.into())
    }

    /// Reports what is wrong with a cell.
    pub(crate) fn refuse(&mut self, column: impl Into<usize>, problem: Problem) {
        let column = column.into();
        let value = self.cell(column);
        self.refuse_part(column, value, problem);
    }

    /// Reports what is wrong with a part of a cell.
    pub(crate) fn refuse_part(&mut self, column: impl Into<usize>, part: &str, problem: Problem) {
        self.is_wrong |= problem.severity() == Severity::Error;
        let name = self.header.template[column.into()].name;
        self.report.cell(self.number, name, part, problem);
    }

    /// What is written in a cell, or nothing if it is blank; a blank that must not be is reported.
    pub(crate) fn filled(&mut self, column: impl Into<usize>) -> Option<&'a str> {
        let column = column.into();
        let text = self.cell(column);
        if !text.is_empty() {
            return Some(text);
        }
        if self.header.template[column].need == Need::Filled {
            self.refuse(column, Problem::Blank);
        }
        None
    }

    pub(crate) fn parse<T: FromStr>(
        &mut self,
        column: impl Into<usize>,
        problem: impl FnOnce(T::Err) -> Problem,
    ) -> Option<T> {
        let column = column.into();
        match self.filled(column)?.parse() {
            Ok(value) => Some(value),
            Err(error) => {
                self.refuse(column, problem(error));
                None
            }
        }
    }

    /// A date, also as Chinese Excel rewrites it when it saves CSV: `2025/1/31`. With the year first there is only one
    /// way to read that; `1/2/2025` has two and is refused.
    pub(crate) fn date(&mut self, column: impl Into<usize>) -> Option<Date> {
        let column = column.into();
        match year_first(self.filled(column)?) {
            Some(date) => Some(date),
            None => self.parse(column, Problem::Date),
        }
    }

    /// A whole number in plain digits, both ends included.
    pub(crate) fn whole(&mut self, column: impl Into<usize>, least: u32, most: u32) -> Option<u32> {
        let column = column.into();
        let text = self.filled(column)?;
        let is_plain = text.bytes().all(|byte| byte.is_ascii_digit());
        match text.parse() {
            Ok(value) if is_plain && (least..=most).contains(&value) => Some(value),
            _ => {
                self.refuse(column, Problem::NotWholeNumber { least, most });
                None
            }
        }
    }

    /// Words of bounded length; empty if the cell is blank and may be.
    pub(crate) fn words(&mut self, column: impl Into<usize>, most: usize) -> Option<String> {
        let column = column.into();
        let need = self.header.template[column].need;
        let Some(text) = self.filled(column) else {
            return (need == Need::Optional).then(String::new);
        };
        // Counting characters costs more than looking at the length in bytes, which is never less.
        if most < text.len() && most < text.chars().count() {
            self.refuse(column, Problem::CellTooLong { most });
            return None;
        }
        Some(text.to_owned())
    }

    /// Words in both languages. Where they may be left out, that is remarked on, as is Chinese without a Chinese
    /// character.
    pub(crate) fn text(
        &mut self,
        en: impl Into<usize>,
        zh: impl Into<usize>,
        most: usize,
    ) -> Option<Text> {
        let (en, zh) = (en.into(), zh.into());
        let text = (self.words(en, most), self.words(zh, most));
        for column in [en, zh] {
            if self.cell(column).is_empty() && self.header.template[column].need == Need::Optional {
                self.refuse(column, Problem::LeftBlank);
            }
        }
        let chinese = self.cell(zh);
        if !chinese.is_empty() && !chinese.chars().any(is_han) {
            self.refuse(zh, Problem::NotChinese);
        }
        Some(Text {
            en: text.0?,
            zh: text.1?,
        })
    }

    pub(crate) fn one_of<T: Copy>(
        &mut self,
        column: impl Into<usize>,
        names: &'static [&'static str],
        values: &[T],
    ) -> Option<T> {
        let column = column.into();
        let text = self.filled(column)?;
        let at = names
            .iter()
            .position(|name| name.eq_ignore_ascii_case(text));
        if at.is_none() {
            self.refuse(column, Problem::NotOneOf(names));
        }
        at.and_then(|at| values.get(at)).copied()
    }

    /// The parts of a cell that are joined with `;`, without blank ones.
    pub(crate) fn parts(&self, column: impl Into<usize>) -> Vec<&'a str> {
        let parts = self.cell(column).split(';').map(str::trim);
        parts.filter(|part| !part.is_empty()).collect()
    }

    pub(crate) fn name(&mut self, en: impl Into<usize>, zh: impl Into<usize>) -> Option<Text> {
        self.text(en, zh, limits::NAME_CHARACTERS)
    }
}

/// Reads `2025/1/31`.
fn year_first(text: &str) -> Option<Date> {
    let (year, rest) = text.split_once('/')?;
    let (month, day) = rest.split_once('/')?;
    format!("{year}-{month:0>2}-{day:0>2}").parse().ok()
}

/// Unicode: CJK Unified Ideographs, with extension A and the compatibility ideographs.
fn is_han(character: char) -> bool {
    matches!(character, '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}')
}
