use crate::{Fault, Why};

/// Longest name of a person or a company, in characters.
pub(crate) const NAME: usize = 120;
/// Longest description, in characters.
pub(crate) const ABOUT: usize = 2000;

/// A text of one line, or of several: neither may hold control characters, and its ends hold no blanks.
pub(crate) fn check(
    faults: &mut Vec<Fault>,
    pointer: &'static str,
    text: &str,
    longest: usize,
    lines: bool,
) {
    let strange = |c: char| (c.is_control() && !(lines && c == '\n')) || is_direction(c);
    if text.chars().count() > longest {
        faults.push(Fault::new(pointer, Why::TooLong));
    } else if text.chars().any(strange) || text.trim() != text {
        faults.push(Fault::new(pointer, Why::Characters));
    }
}

/// Marks that turn the direction of what follows: with them a name can be made to look like another.
fn is_direction(c: char) -> bool {
    matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}
