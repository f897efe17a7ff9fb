use super::layout::{Layout, Span};

/// What a check digit is over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CheckOf {
    DocumentNumber,
    BirthDate,
    Expiry,
    /// The optional data of a passport.
    Optional,
    /// The composite check digit, over the fields above and the optional data.
    Composite,
}

/// The value of a character: digits their own, `A` to `Z` 10 to 35, the filler 0; nothing for any other.
#[must_use]
pub fn value(byte: u8) -> Option<u32> {
    match byte {
        b'<' => Some(0),
        b'0'..=b'9' => Some(u32::from(byte - b'0')),
        b'A'..=b'Z' => Some(u32::from(byte - b'A') + 10),
        _ => None,
    }
}

/// ICAO Doc 9303 part 3, 4.9: weights 7, 3, 1 in turn, modulo 10; nothing if a character cannot stand in a zone.
#[must_use]
pub fn check_digit<'a>(text: impl IntoIterator<Item = &'a u8>) -> Option<u8> {
    let weights = [7, 3, 1].into_iter().cycle();
    let sum = text
        .into_iter()
        .zip(weights)
        .try_fold(0, |sum, (byte, weight)| Some(sum + value(*byte)? * weight))?;
    u8::try_from(sum % 10).ok().map(|digit| b'0' + digit)
}

/// Where a document number lies: in its own field or, when longer than that, going on in the optional data after it.
pub(super) struct Number {
    pub head: Span,
    /// Empty unless the number is a long one.
    pub tail: Span,
    pub check: usize,
}

/// ICAO Doc 9303 part 5, 4.2.2 (and part 6 alike), note j: a filler in the place of the check digit says that the number
/// goes on in the optional data, where the last character before the next filler is the check digit.
///
/// Nothing if the place of the check digit has a filler and the optional data does not go on.
pub(super) fn number(layout: &Layout, text: &[u8]) -> Option<Number> {
    let head = layout.number;
    if text[layout.number_check] != b'<' {
        let tail = Span(head.1, head.1);
        return Some(Number {
            head,
            tail,
            check: layout.number_check,
        });
    }
    let Span(start, end) = layout.long_number?;
    let length = text[start..end]
        .iter()
        .position(|byte| *byte == b'<')
        .unwrap_or(end - start);
    // At least one character of number, and the digit.
    (2 <= length).then(|| Number {
        head,
        tail: Span(start, start + length - 1),
        check: start + length - 1,
    })
}

/// The first check digit that is wrong.
pub(super) fn first_wrong(layout: &Layout, text: &[u8], number: &Number) -> Option<CheckOf> {
    let of = |spans: &[Span]| check_digit(spans.iter().flat_map(|span| &text[span.0..span.1]));
    let is_right = |spans: &[Span], at: usize| of(spans) == Some(text[at]);
    if !is_right(&[number.head, number.tail], number.check) {
        return Some(CheckOf::DocumentNumber);
    }
    if !is_right(&[layout.birth], layout.birth.1) {
        return Some(CheckOf::BirthDate);
    }
    if !is_right(&[layout.expiry], layout.expiry.1) {
        return Some(CheckOf::Expiry);
    }
    if let Some(at) = layout.optional_check {
        let span = layout.optional[0];
        let is_blank = text[at] == b'<' && text[span.0..span.1].iter().all(|byte| *byte == b'<');
        if !is_blank && !is_right(&[span], at) {
            return Some(CheckOf::Optional);
        }
    }
    let (spans, at) = layout.composite?;
    (!is_right(spans, at)).then_some(CheckOf::Composite)
}
