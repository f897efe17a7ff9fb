//! AES-256-GCM natively, byte for byte what a browser's own does with the same [`Chunk`](crate::Chunk).

use aes_gcm::{Aes256Gcm, KeyInit, Nonce, aead::AeadInOut};
use zeroize::Zeroizing;

use crate::{frame::Chunk, key::DataKey};

/// Seals the bytes of one chunk. `None` only if they are not as many as the chunk has.
#[must_use]
pub fn seal_chunk(key: &DataKey, chunk: &Chunk, content: &[u8]) -> Option<Vec<u8>> {
    if content.len() != chunk.range.len() {
        return None;
    }
    let mut sealed = Vec::with_capacity(chunk.sealed_length);
    sealed.extend_from_slice(content);
    let nonce = Nonce::from(chunk.nonce);
    let done = cipher(key).encrypt_in_place(&nonce, &chunk.associated_data, &mut sealed);
    done.ok().map(|()| sealed)
}

/// Opens one chunk; nothing if a bit of it, of its header, its place or its key is not what it was.
#[must_use]
pub fn open_chunk(key: &DataKey, chunk: &Chunk, sealed: &[u8]) -> Option<Zeroizing<Vec<u8>>> {
    if sealed.len() != chunk.sealed_length {
        return None;
    }
    let mut content = Zeroizing::new(sealed.to_vec());
    let nonce = Nonce::from(chunk.nonce);
    let done = cipher(key).decrypt_in_place(&nonce, &chunk.associated_data, &mut *content);
    done.ok().map(|()| content)
}

fn cipher(key: &DataKey) -> Aes256Gcm {
    Aes256Gcm::new(key.expose().into())
}
