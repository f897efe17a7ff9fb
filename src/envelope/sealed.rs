use thiserror::Error;
use zeroize::Zeroizing;

use crate::{
    bulk::{open_chunk, seal_chunk},
    entropy::Entropy,
    frame::{pad, unpad},
    header::{Header, HeaderError, Subject},
    key::{DataKey, PrivateKey, PublicKey},
    wrap::{WrapError, Wrapped},
};

/// A document that can be stored and sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sealed {
    pub header: Header,
    pub wrapped: Wrapped,
    pub chunks: Vec<Vec<u8>>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum OpenError {
    #[error("the key: {0}")]
    Key(#[from] WrapError),
    #[error("{found} chunks where there must be {expected}")]
    Count { expected: u32, found: usize },
    /// Counted from 0.
    #[error("chunk {index} was changed, or is not from here")]
    Chunk { index: u32 },
    #[error("the content has no end")]
    Padding,
}

/// Seals a document for whoever holds the private key of `recipient`. The content is taken, and wiped.
///
/// # Errors
/// A subject that cannot stand in a header, or content over 256 MiB.
pub fn seal(
    content: Vec<u8>,
    subject: Subject,
    recipient: &PublicKey,
    entropy: &mut (impl Entropy + ?Sized),
) -> Result<Sealed, HeaderError> {
    let padded = pad(content);
    let length = u64::try_from(padded.len()).map_err(|_| HeaderError::Length)?;
    let header = Header::new(subject, length, entropy)?;
    let key = DataKey::new(entropy);
    let seal_one = |index| {
        let chunk = header.chunk(index)?;
        seal_chunk(&key, &chunk, &padded[chunk.range.clone()])
    };
    let chunks = (0..header.chunks())
        .map(seal_one)
        .collect::<Option<_>>()
        .ok_or(HeaderError::Length)?;
    let wrapped = Wrapped::new(&key, &header, recipient, entropy);
    Ok(Sealed {
        header,
        wrapped,
        chunks,
    })
}

/// Opens a sealed document: all of it, or nothing.
///
/// # Errors
/// See [`OpenError`].
pub fn open(sealed: &Sealed, key: &PrivateKey) -> Result<Zeroizing<Vec<u8>>, OpenError> {
    let key = sealed.wrapped.unwrap(&sealed.header, key)?;
    open_chunks(&sealed.header, &sealed.chunks, &key)
}

pub(crate) fn open_chunks(
    header: &Header,
    chunks: &[Vec<u8>],
    key: &DataKey,
) -> Result<Zeroizing<Vec<u8>>, OpenError> {
    let (expected, found) = (header.chunks(), chunks.len());
    if usize::try_from(expected) != Ok(found) {
        return Err(OpenError::Count { expected, found });
    }
    let length = usize::try_from(header.length()).map_err(|_| OpenError::Padding)?;
    let mut padded = Zeroizing::new(Vec::with_capacity(length));
    for (index, bytes) in (0..expected).zip(chunks) {
        let chunk = header.chunk(index).ok_or(OpenError::Chunk { index })?;
        let content = open_chunk(key, &chunk, bytes).ok_or(OpenError::Chunk { index })?;
        padded.extend_from_slice(&content);
    }
    unpad(padded).ok_or(OpenError::Padding)
}
