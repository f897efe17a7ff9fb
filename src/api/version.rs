//! Versions as entity tags: `"3"` is the third version of a thing, RFC 9110, 8.8.3.

use axum::http::{
    HeaderMap, HeaderValue,
    header::{IF_MATCH, IF_NONE_MATCH},
};
use market::Version;

use crate::problem::Error;

pub(crate) fn tag(version: Version) -> HeaderValue {
    HeaderValue::try_from(format!("\"{version}\"")).expect("digits in quotes")
}

/// Which version the request was made against: `If-Match` with one strong tag, or none at all.
pub(crate) fn known(headers: &HeaderMap) -> Result<Option<Version>, Error> {
    let Some(value) = headers.get(IF_MATCH) else {
        return Ok(None);
    };
    let version = value.to_str().ok().and_then(read);
    version.map(Some).ok_or(Error::Parameter)
}

/// Whether the client says that it has this very version.
pub(crate) fn is_had(headers: &HeaderMap, version: Version) -> bool {
    let values = headers
        .get_all(IF_NONE_MATCH)
        .iter()
        .filter_map(|value| value.to_str().ok());
    values
        .flat_map(|value| value.split(','))
        .map(str::trim)
        .any(|tag| tag == "*" || read(tag.strip_prefix("W/").unwrap_or(tag)) == Some(version))
}

fn read(tag: &str) -> Option<Version> {
    let digits = tag.strip_prefix('"')?.strip_suffix('"')?;
    let is_plain = !digits.starts_with('0') && digits.bytes().all(|byte| byte.is_ascii_digit());
    // As far as the database counts.
    let version = digits
        .parse()
        .ok()
        .filter(|version| i64::try_from(*version).is_ok());
    version.filter(|_| is_plain)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_are_versions() {
        let check = |tag: &str, expected| assert_eq!(read(tag), expected, "{tag}");
        check("\"1\"", Some(1));
        check(tag(20).to_str().unwrap(), Some(20));
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
}
