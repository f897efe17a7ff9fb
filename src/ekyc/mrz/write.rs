use domain::Date;
use thiserror::Error;
use zeroize::Zeroizing;

use super::{
    date::BirthDate,
    digit::check_digit,
    layout::{Format, Span},
    read::MrzSex,
};

/// What is written into a zone.
#[derive(Clone, Debug)]
pub struct Fields<'a> {
    /// One or two letters that begin with one the format allows.
    pub kind: &'a str,
    /// One to three letters.
    pub issuer: &'a str,
    /// One to three letters.
    pub nationality: &'a str,
    /// Letters and digits; more than nine only where the format has room for a long number.
    pub number: &'a str,
    /// Letters `A` to `Z`, with blanks or hyphens between parts; apostrophes are left out.
    pub primary: &'a str,
    /// The same; may be empty.
    pub secondary: &'a str,
    pub born: BirthDate,
    pub sex: MrzSex,
    pub expires: Date,
    /// Letters, digits and blanks, into the first optional field, behind what a long number takes of it.
    pub optional: &'a str,
    /// The same, into the second field that only cards of three lines have.
    pub more: &'a str,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum WriteError {
    #[error("a kind of document that this format is not for")]
    Kind,
    #[error("a character that no zone can hold")]
    Character,
    #[error("longer than the field")]
    TooLong,
    #[error("a name without a letter")]
    Name,
}

/// The lines of a zone, without line ends.
///
/// A name that is too long is cut where its field ends, as Doc 9303 part 3, 4.6 leaves it to issuers.
///
/// # Errors
/// See [`WriteError`].
pub fn write(format: Format, fields: &Fields) -> Result<Vec<String>, WriteError> {
    let layout = format.layout();
    let mut text = Zeroizing::new(vec![b'<'; format.lines() * format.width()]);
    put(&mut text, Span(0, 2), fields.kind)?;
    if fields.kind.is_empty() || !format.allowed(0).contains(&text[0]) {
        return Err(WriteError::Kind);
    }
    put(&mut text, layout.issuer, fields.issuer)?;
    put(&mut text, layout.nationality, fields.nationality)?;
    put_name(&mut text, layout.name, fields)?;

    let digit_over = |text: &[u8], spans: &[Span]| {
        check_digit(spans.iter().flat_map(|span| &text[span.0..span.1]))
            .ok_or(WriteError::Character)
    };
    let (head, tail) = fields
        .number
        .split_at_checked(9)
        .unwrap_or((fields.number, ""));
    put(&mut text, layout.number, head)?;
    let mut optional = layout.optional[0];
    if tail.is_empty() {
        text[layout.number_check] = digit_over(&text, &[layout.number])?;
    } else {
        // The digit, and the filler that ends the number.
        let room = layout
            .long_number
            .filter(|room| tail.len() + 2 <= room.1 - room.0)
            .ok_or(WriteError::TooLong)?;
        let span = Span(room.0, room.0 + tail.len());
        put(&mut text, span, tail)?;
        text[span.1] = digit_over(&text, &[layout.number, span])?;
        optional = Span(span.1 + 2, optional.1);
    }
    put(&mut text, optional, fields.optional)?;
    match layout.optional.get(1) {
        Some(second) => put(&mut text, *second, fields.more)?,
        None if fields.more.is_empty() => (),
        None => return Err(WriteError::TooLong),
    }

    let two = |part: Option<u16>| part.map_or("<<".to_owned(), |part| format!("{:02}", part % 100));
    let born = fields.born;
    let birth = Zeroizing::new(
        [
            two(born.year),
            two(born.month.map(u16::from)),
            two(born.day.map(u16::from)),
        ]
        .concat(),
    );
    put(&mut text, layout.birth, &birth)?;
    text[layout.birth.1] = digit_over(&text, &[layout.birth])?;
    text[layout.sex] = match fields.sex {
        MrzSex::Female => b'F',
        MrzSex::Male => b'M',
        MrzSex::Unspecified => b'<',
    };
    let expires = fields.expires;
    let expiry = format!(
        "{:02}{:02}{:02}",
        expires.year() % 100,
        expires.month(),
        expires.day()
    );
    put(&mut text, layout.expiry, &expiry)?;
    text[layout.expiry.1] = digit_over(&text, &[layout.expiry])?;
    if let Some(at) = layout.optional_check {
        text[at] = digit_over(&text, &layout.optional[..1])?;
    }
    if let Some((spans, at)) = layout.composite {
        text[at] = digit_over(&text, spans)?;
    }
    let lines = text.chunks(format.width());
    Ok(lines
        .map(|line| line.iter().copied().map(char::from).collect())
        .collect())
}

fn put(text: &mut [u8], span: Span, value: &str) -> Result<(), WriteError> {
    let field = text.get_mut(span.0..span.1).ok_or(WriteError::TooLong)?;
    if field.len() < value.len() {
        return Err(WriteError::TooLong);
    }
    for (place, byte) in field.iter_mut().zip(value.bytes()) {
        *place = match byte {
            b' ' | b'-' | b'<' => b'<',
            b'A'..=b'Z' | b'0'..=b'9' => byte,
            _ => return Err(WriteError::Character),
        };
    }
    Ok(())
}

fn put_name(text: &mut [u8], span: Span, fields: &Fields) -> Result<(), WriteError> {
    let identifier = |name: &str| -> Result<Zeroizing<String>, WriteError> {
        let without = Zeroizing::new(name.replace('\'', ""));
        let parts: Vec<&str> = without
            .split([' ', '-'])
            .filter(|part| !part.is_empty())
            .collect();
        let are_letters = parts
            .iter()
            .all(|part| part.bytes().all(|byte| byte.is_ascii_uppercase()));
        are_letters
            .then(|| Zeroizing::new(parts.join("<")))
            .ok_or(WriteError::Character)
    };
    let (primary, secondary) = (identifier(fields.primary)?, identifier(fields.secondary)?);
    if primary.is_empty() {
        return Err(WriteError::Name);
    }
    let whole = match secondary.as_str() {
        "" => primary,
        secondary => Zeroizing::new(format!("{}<<{secondary}", primary.as_str())),
    };
    let room = span.1 - span.0;
    put(text, span, &whole[..whole.len().min(room)])
}
