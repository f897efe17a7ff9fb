use axum::{
    extract::{Path, State},
    http::{HeaderMap, HeaderValue},
    response::Response,
};

use crate::{problem::Error, routes::Api};

/// A photograph that a published listing shows, for everybody: its name is the SHA-256 of its bytes, and never means others.
pub(crate) async fn show(
    State(api): State<Api>,
    Path(name): Path<String>,
    headers: HeaderMap,
) -> Result<Response, Error> {
    let (digest, extension) = name.split_once('.').ok_or(Error::NotFound)?;
    let digest = digest_of(digest).ok_or(Error::NotFound)?;
    let found = api.store.companies().photo(digest).await?;
    let found = found.filter(|found| found.media.extension() == extension);
    // Whoever has it may keep it; what stands between asks again each hour, since what is withdrawn is no more given out.
    let kept = HeaderValue::from_static("public, max-age=31536000, s-maxage=3600, immutable");
    api.send_blob(found.ok_or(Error::NotFound)?, &headers, kept)
        .await
}

/// 64 hexadecimal digits in lower case.
fn digest_of(text: &str) -> Option<[u8; 32]> {
    let digit = |byte: u8| match byte {
        b'0'..=b'9' => Some(byte - b'0'),
        b'a'..=b'f' => Some(byte - b'a' + 10),
        _ => None,
    };
    let bytes = text.as_bytes().chunks(2).map(|pair| match pair {
        [high, low] => Some(digit(*high)? << 4 | digit(*low)?),
        _ => None,
    });
    bytes.collect::<Option<Vec<u8>>>()?.try_into().ok()
}
