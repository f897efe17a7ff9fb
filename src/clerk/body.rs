//! The bytes of a body.

use market::Version;
use serde::de::DeserializeOwned;
use sha2::{Digest, Sha256};

/// Bytes of a body at most: a request of 500 lines in both languages, with room for what is around it.
pub const LARGEST: usize = 256 * 1024;

/// Why a body cannot be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unread {
    /// No JSON at all.
    Malformed,
    /// JSON of another shape.
    Field {
        /// RFC 6901, of the first field that is not of its type, or not known.
        pointer: String,
    },
}

/// Whether a content type is JSON's, with or without parameters.
#[must_use]
pub fn is_json(media: &str) -> bool {
    let media = media.split(';').next().unwrap_or_default().trim();
    media.eq_ignore_ascii_case("application/json")
}

/// # Errors
/// What the bytes are instead.
pub fn read<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, Unread> {
    let mut reader = serde_json::Deserializer::from_slice(bytes);
    let value = serde_path_to_error::deserialize(&mut reader).map_err(|error| {
        if error.inner().is_data() {
            let pointer = pointer(error.path());
            Unread::Field { pointer }
        } else {
            Unread::Malformed
        }
    })?;
    reader.end().map_err(|_| Unread::Malformed)?;
    Ok(value)
}

/// RFC 6901.
fn pointer(path: &serde_path_to_error::Path) -> String {
    use serde_path_to_error::Segment;

    let mut text = String::new();
    for segment in path {
        match segment {
            Segment::Seq { index } => text.push_str(&format!("/{index}")),
            Segment::Map { key } => {
                text.push_str(&format!("/{}", key.replace('~', "~0").replace('/', "~1")));
            }
            // A variant that has something in it is a member of the object.
            Segment::Enum { variant } => text.push_str(&format!("/{variant}")),
            Segment::Unknown => (),
        }
    }
    text
}

/// SHA-256 of a request: the same key must come with the same request. `line` is its method and address, `known` the
/// version that its sender saw.
#[must_use]
pub fn digest(line: &str, known: Option<Version>, bytes: &[u8]) -> [u8; 32] {
    let mut hash = Sha256::new();
    hash.update(line);
    hash.update(known.unwrap_or_default().to_be_bytes());
    hash.update(bytes);
    hash.finalize().into()
}

#[cfg(test)]
mod tests {
    use serde::Deserialize;

    use super::*;

    #[derive(Debug, Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Form {
        #[expect(dead_code)]
        list: Vec<u8>,
    }

    #[test]
    fn faults_of_a_body_are_told_apart() {
        let refused = |text: &str| read::<Form>(text.as_bytes()).unwrap_err();
        for text in ["", "{", "{\"list\":[1]} x"] {
            assert_eq!(refused(text), Unread::Malformed, "{text}");
        }
        for (text, expected) in [
            ("{\"list\":[1,\"a\"]}", "/list/1"),
            ("{\"list\":1}", "/list"),
            ("{}", ""),
            ("{\"list\":[],\"a/b\":1}", "/a~1b"),
            ("[]", ""),
        ] {
            let pointer = expected.to_owned();
            assert_eq!(refused(text), Unread::Field { pointer }, "{text}");
        }
    }

    #[test]
    fn json_is_told_from_other_media() {
        assert!(is_json("application/json; charset=utf-8"));
        assert!(is_json("Application/JSON"));
        for media in ["", "text/plain", "application/jsonp", "multipart/form-data"] {
            assert!(!is_json(media), "{media}");
        }
    }

    #[test]
    fn another_request_has_another_digest() {
        let first = digest("PUT /a", None, b"{}");
        assert_eq!(first, digest("PUT /a", None, b"{}"));
        assert_ne!(first, digest("PUT /b", None, b"{}"));
        assert_ne!(first, digest("PUT /a", Some(1), b"{}"));
        assert_ne!(first, digest("PUT /a", None, b"{ }"));
    }
}
