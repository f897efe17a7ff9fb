//! RFC 4180, section 2, rules 5 to 7: whether the quotes of a record are as they should be.

/// Whether every quoted cell of these raw bytes is closed, and closed right before a comma or the end of a line.
///
/// A lenient reader takes one stray quote for the beginning of a cell that swallows the rows after it.
pub(super) fn are_sound(raw: &[u8]) -> bool {
    let mut rest = raw;
    loop {
        rest = match rest {
            [b'"', quoted @ ..] => match after_quoted(quoted) {
                Some(after) => after,
                None => return false,
            },
            _ => {
                let end = rest
                    .iter()
                    .position(|byte| matches!(byte, b',' | b'\n' | b'\r'));
                &rest[end.unwrap_or(rest.len())..]
            }
        };
        match rest {
            [] => return true,
            [b',' | b'\n' | b'\r', next @ ..] => rest = next,
            _ => return false,
        }
    }
}

/// What follows the quote that closes a cell, if there is one.
fn after_quoted(mut quoted: &[u8]) -> Option<&[u8]> {
    loop {
        let at = quoted.iter().position(|byte| *byte == b'"')?;
        quoted = match &quoted[at + 1..] {
            [b'"', next @ ..] => next,
            after => return Some(after),
        };
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quotes_are_closed_before_a_comma_or_the_end() {
        let check =
            |raw: &str, sound: bool| assert_eq!(are_sound(raw.as_bytes()), sound, "{raw:?}");
        for sound in [
            "",
            "a,b",
            "\"a\",b\n",
            "\"a,\nb\",c\r\n",
            "\"a \"\"b\"\" c\"",
            "\"\"",
            "a\"b,c",
        ] {
            check(sound, true);
        }
        for broken in ["\"a", "\"a\nb,c", "\"a\"b,c", "\"\"\"", "a,\"b\" ,c"] {
            check(broken, false);
        }
    }
}
