//! Versions as entity tags: `"3"` is the third version of a thing, RFC 9110, 8.8.3.

use axum::http::{
    HeaderMap, HeaderValue,
    header::{IF_MATCH, IF_NONE_MATCH},
};
use clerk::tag;
use market::Version;

use crate::problem::Error;

pub(crate) fn tag(version: Version) -> HeaderValue {
    HeaderValue::try_from(tag::text(version)).expect("digits in quotes")
}

/// Which version the request was made against: `If-Match` with one strong tag, or none at all.
pub(crate) fn known(headers: &HeaderMap) -> Result<Option<Version>, Error> {
    let Some(value) = headers.get(IF_MATCH) else {
        return Ok(None);
    };
    let version = value.to_str().ok().and_then(tag::read);
    version.map(Some).ok_or(Error::Parameter)
}

/// Whether the client says that it has this very version.
pub(crate) fn is_had(headers: &HeaderMap, version: Version) -> bool {
    let mut values = headers
        .get_all(IF_NONE_MATCH)
        .iter()
        .filter_map(|value| value.to_str().ok());
    values.any(|value| tag::names(value, version))
}
