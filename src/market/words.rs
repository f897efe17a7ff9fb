use crate::{Fault, Refusal, Why};

/// Longest name of a person or a company, in characters.
pub(crate) const NAME: usize = 120;
/// Longest description, in characters.
pub(crate) const ABOUT: usize = 2000;

/// A text as it is kept: marks that steer a terminal or turn the direction of writing become blanks, and its ends have
/// none. Lines are kept where a text may have several.
pub(crate) fn clean(text: &str, lines: bool) -> String {
    let strange = |c: char| (c.is_control() && !(lines && c == '\n')) || is_direction(c);
    let clean: String = text
        .chars()
        .map(|c| if strange(c) { ' ' } else { c })
        .collect();
    clean.trim().to_owned()
}

/// Whether it is longer than a description may be.
pub(crate) fn is_long(text: &str) -> bool {
    text.chars().count() > ABOUT
}

/// A text of several lines, as it is kept.
///
/// # Errors
/// It is too long.
pub(crate) fn kept(pointer: &'static str, text: &str) -> Result<String, Refusal> {
    if is_long(text) {
        return Err(Refusal::Invalid(vec![Fault::new(pointer, Why::TooLong)]));
    }
    Ok(clean(text, true))
}

/// Refuses what is too long.
pub(crate) fn check(faults: &mut Vec<Fault>, pointer: &'static str, text: &str, longest: usize) {
    if text.chars().count() > longest {
        faults.push(Fault::new(pointer, Why::TooLong));
    }
}

/// With them a name can be made to look like another.
fn is_direction(c: char) -> bool {
    matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_cleaned_not_refused() {
        let check = |text: &str, lines, expected: &str| {
            assert_eq!(clean(text, lines), expected, "{text:?}")
        };
        check(" Tuas\tBolt\u{0} ", false, "Tuas Bolt");
        check("Bolt\u{202e}gpj", false, "Bolt gpj");
        check("one\ntwo\r\n", true, "one\ntwo");
        check("one\ntwo", false, "one two");
        check("\u{7}\u{2066}", false, "");
        check("大士螺栓", false, "大士螺栓");
    }
}
