//! Codes for whoever loses the second factor. The server keeps hashes only.

use sha2::{Digest as _, Sha256};
use store::account::Digest;

use super::base32;
use crate::{chance, problem::Error};

/// How many there are.
const CODES: usize = 10;

/// New ones, as they are shown.
pub(crate) fn codes() -> Result<Vec<String>, Error> {
    (0..CODES).map(|_| code()).collect()
}

pub(crate) fn digests(codes: &[String]) -> Vec<Digest> {
    codes
        .iter()
        .map(|code| digest(&code.replace('-', "")))
        .collect()
}

/// Of one without its hyphens, however its letters are written.
pub(crate) fn digest(code: &str) -> Digest {
    Sha256::digest(code.to_ascii_uppercase()).into()
}

/// Eighty bits, in groups that can be typed.
fn code() -> Result<String, Error> {
    let text = base32::encode(&chance::bytes::<10>()?);
    Ok(format!(
        "{}-{}-{}-{}",
        &text[..4],
        &text[4..8],
        &text[8..12],
        &text[12..]
    ))
}
