use domain::Id;

use crate::{Blob, Decision, MAX_BLOBS, Notice, Noun, Present, Refusal, Write};

/// A blob never changes: the same bytes again are what is there already, and others need another id.
pub(super) fn put(id: Id, blob: &Blob, present: &Present) -> Result<Decision, Refusal> {
    let writes = match present.blob {
        Some(digest) if digest == blob.digest => Vec::new(),
        Some(_) => return Err(Refusal::Exists { version: 1 }),
        None if present.blobs >= MAX_BLOBS => return Err(Refusal::TooMany),
        None => vec![Write::Blob(id, blob.clone())],
    };
    Ok(Decision {
        writes,
        notices: vec![Notice {
            noun: Noun::Blob,
            id,
            version: 1,
            is_gone: false,
        }],
    })
}
