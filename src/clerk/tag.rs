//! Versions as entity tags: `"3"` is the third version of a thing, RFC 9110, 8.8.3.

use market::Version;

/// As `ETag` has it.
#[must_use]
pub fn text(version: Version) -> String {
    format!("\"{version}\"")
}

/// One strong tag; 0 is that of what nobody has made yet. `None` for any other text.
#[must_use]
pub fn read(tag: &str) -> Option<Version> {
    let digits = tag.strip_prefix('"')?.strip_suffix('"')?;
    let has_needless_zero = digits.len() > 1 && digits.starts_with('0');
    let is_plain = !has_needless_zero && digits.bytes().all(|byte| byte.is_ascii_digit());
    // As far as a database counts.
    let version = digits
        .parse()
        .ok()
        .filter(|version| i64::try_from(*version).is_ok());
    version.filter(|_| is_plain)
}

/// Whether `If-None-Match` names this very version.
#[must_use]
pub fn names(list: &str, version: Version) -> bool {
    list.split(',')
        .map(str::trim)
        .any(|tag| tag == "*" || read(tag.strip_prefix("W/").unwrap_or(tag)) == Some(version))
}

/// Whether `If-None-Match` names what has this tag, given without its quotes: RFC 9110, 13.1.2, any of those listed,
/// compared weakly, or `*`.
#[must_use]
pub fn lists(list: &str, tag: &str) -> bool {
    list.split(',').map(str::trim).any(|listed| {
        let opaque = listed.strip_prefix("W/").unwrap_or(listed);
        let inner = opaque.strip_prefix('"');
        listed == "*" || inner.and_then(|rest| rest.strip_suffix('"')) == Some(tag)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_are_versions() {
        let check = |tag: &str, expected| assert_eq!(read(tag), expected, "{tag}");
        check("\"1\"", Some(1));
        check(&text(0), Some(0));
        check(&text(20), Some(20));
        for wrong in [
            "",
            "1",
            "\"",
            "\"\"",
            "\"01\"",
            "\"-1\"",
            "\"+1\"",
            "W/\"1\"",
            "*",
            "\"9223372036854775808\"",
        ] {
            check(wrong, None);
        }
    }

    #[test]
    fn a_list_of_tags_may_name_a_version() {
        assert!(names("\"1\", W/\"2\"", 2));
        assert!(names("*", 7));
        assert!(!names("\"1\", \"3\"", 2));
        assert!(lists("\"a\", W/\"b\"", "b"));
        assert!(lists("*", "b"));
        assert!(!lists("b", "b"));
    }
}
