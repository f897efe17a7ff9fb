use std::fmt;

use domain::Date;
use thiserror::Error;
use zeroize::Zeroizing;

use super::{
    date::{self, BirthDate},
    digit::{self, CheckOf},
    layout::{Format, Span},
    name,
    state::State,
};
use crate::secret::Secret;

/// A zone whose characters are where they may be, whose dates are in the calendar, and whose check digits are right.
///
/// Not printed by `Debug`; what is text is wiped when dropped.
#[derive(Clone, PartialEq, Eq)]
pub struct Mrz {
    pub format: Format,
    /// One or two letters, such as `P`, `ID` or `V`.
    pub kind: Secret,
    pub issuer: State,
    pub nationality: State,
    /// Without the fillers behind it, and whole if it is a long one.
    pub number: Secret,
    /// Primary identifier: mostly the family name.
    pub primary: Secret,
    /// Secondary identifier: mostly the given names, parted by blanks; may be empty.
    pub secondary: Secret,
    /// The name fills its field, so the printed one may be longer.
    pub may_be_cut: bool,
    pub born: BirthDate,
    pub sex: MrzSex,
    pub expires: Date,
    /// What the issuer added, without fillers at the ends; both fields of a card, parted by a blank.
    pub optional: Secret,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MrzSex {
    Female,
    Male,
    Unspecified,
}

/// What is wrong with a zone; where, and never what stands there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum MrzError {
    /// Neither two lines of 36 or 44 characters nor three of 30.
    #[error("no format has such lines")]
    Lines,
    /// Counted from 0.
    #[error("line {line}, column {column}: a character that cannot stand there")]
    Character { line: usize, column: usize },
    #[error("fillers in the name stand where they cannot")]
    Name,
    #[error("letters and fillers that are no code of a state")]
    State,
    #[error("the birth date is no day of the calendar")]
    BirthDate,
    #[error("the expiry is no day of the calendar")]
    Expiry,
    #[error("the check digit is wrong")]
    Check(CheckOf),
}

/// Whether a zone, its lines one after another, is right in itself on this day; the first thing that is wrong if not.
///
/// # Errors
/// See [`MrzError`].
pub fn inspect(format: Format, text: &[u8], today: Date) -> Result<(), MrzError> {
    let layout = format.layout();
    let width = format.width();
    if text.len() != format.lines() * width {
        return Err(MrzError::Lines);
    }
    let stray = text
        .iter()
        .enumerate()
        .find(|(at, byte)| !format.allowed(*at).contains(byte));
    if let Some((at, _)) = stray {
        let (line, column) = (at / width, at % width);
        return Err(MrzError::Character { line, column });
    }
    let number = digit::number(layout, text).ok_or(MrzError::Check(CheckOf::DocumentNumber))?;
    let in_span = |span: Span| &text[span.0..span.1];
    if let Some(wrong) = digit::first_wrong(layout, text, &number) {
        return Err(MrzError::Check(wrong));
    }
    for field in [layout.issuer, layout.nationality] {
        State::new(in_span(field)).ok_or(MrzError::State)?;
    }
    date::birth(in_span(layout.birth), today).ok_or(MrzError::BirthDate)?;
    date::expiry(in_span(layout.expiry), today).ok_or(MrzError::Expiry)?;
    if !name::is_name(in_span(layout.name)) {
        return Err(MrzError::Name);
    }
    Ok(())
}

impl Mrz {
    /// Reads lines of any bytes, parted by line feeds; blanks and carriage returns at their ends do not count, nor do lines
    /// without anything else. Strict otherwise: small letters, blanks inside and spelled out fillers are refused.
    ///
    /// Years have two digits: `today` decides which century is meant.
    ///
    /// # Errors
    /// See [`MrzError`].
    pub fn parse(text: &[u8], today: Date) -> Result<Self, MrzError> {
        let lines: Vec<&[u8]> = text
            .split(|byte| *byte == b'\n')
            .map(<[u8]>::trim_ascii)
            .filter(|line| !line.is_empty())
            .collect();
        let first = lines.first().ok_or(MrzError::Lines)?;
        if lines.iter().any(|line| line.len() != first.len()) {
            return Err(MrzError::Lines);
        }
        let format = Format::of(lines.len(), first.len(), first[0]).ok_or(MrzError::Lines)?;
        Self::from_zone(format, &Zeroizing::new(lines.concat()), today)
    }

    /// From all characters of a zone, its lines one after another.
    ///
    /// # Errors
    /// See [`MrzError`].
    pub fn from_zone(format: Format, text: &[u8], today: Date) -> Result<Self, MrzError> {
        inspect(format, text, today)?;
        let layout = format.layout();
        let in_span = |span: Span| &text[span.0..span.1];
        let number = digit::number(layout, text).ok_or(MrzError::Check(CheckOf::DocumentNumber))?;
        let name = name::name(in_span(layout.name));
        // Of a long number, what is left of the field that it goes on in.
        let optional: Vec<Secret> = layout
            .optional
            .iter()
            .map(|span| {
                if span.0 == number.tail.0 {
                    Span(number.check + 1, span.1)
                } else {
                    *span
                }
            })
            .map(|span| trimmed(&[in_span(span)]))
            .filter(|part| !part.is_empty())
            .collect();
        let optional = Secret::new(
            optional
                .iter()
                .map(Secret::expose)
                .collect::<Vec<_>>()
                .join(" "),
        );
        Ok(Self {
            format,
            kind: trimmed(&[&text[..2]]),
            issuer: State::new(in_span(layout.issuer)).ok_or(MrzError::State)?,
            nationality: State::new(in_span(layout.nationality)).ok_or(MrzError::State)?,
            number: trimmed(&[in_span(number.head), in_span(number.tail)]),
            primary: name.primary,
            secondary: name.secondary,
            may_be_cut: name.may_be_cut,
            born: date::birth(in_span(layout.birth), today).ok_or(MrzError::BirthDate)?,
            sex: match text[layout.sex] {
                b'F' => MrzSex::Female,
                b'M' => MrzSex::Male,
                _ => MrzSex::Unspecified,
            },
            expires: date::expiry(in_span(layout.expiry), today).ok_or(MrzError::Expiry)?,
            optional,
        })
    }
}

/// Without fillers at either end.
fn trimmed(parts: &[&[u8]]) -> Secret {
    let text: String = parts
        .iter()
        .copied()
        .flatten()
        .copied()
        .map(char::from)
        .collect();
    let text = Zeroizing::new(text);
    Secret::new(text.trim_matches('<').to_owned())
}

impl fmt::Debug for Mrz {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "Mrz({:?}, redacted)", self.format)
    }
}
