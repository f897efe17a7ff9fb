use thiserror::Error;

use crate::header::Header;

/// Which chunks of a document have arrived whole: what a server answers, and an upload goes on from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Received {
    chunks: Vec<bool>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum ReceivedError {
    #[error("there is no such chunk")]
    NoSuchChunk,
    #[error("{found} bytes where the chunk has {expected}")]
    Length { expected: usize, found: usize },
}

impl Received {
    /// Nothing yet.
    #[must_use]
    pub fn new(header: &Header) -> Self {
        Self {
            chunks: (0..header.chunks()).map(|_| false).collect(),
        }
    }

    /// Takes a chunk for received if it is whole; a part of one does not count, and a second time changes nothing.
    ///
    /// # Errors
    /// A number or a length that the document does not have.
    pub fn add(&mut self, header: &Header, index: u32, found: usize) -> Result<(), ReceivedError> {
        let expected = header
            .chunk(index)
            .ok_or(ReceivedError::NoSuchChunk)?
            .sealed_length;
        if found != expected {
            return Err(ReceivedError::Length { expected, found });
        }
        let slot = usize::try_from(index)
            .ok()
            .and_then(|index| self.chunks.get_mut(index));
        *slot.ok_or(ReceivedError::NoSuchChunk)? = true;
        Ok(())
    }

    /// What is still to be sent, in order; empty when all is there.
    pub fn missing(&self) -> impl Iterator<Item = u32> {
        (0..)
            .zip(&self.chunks)
            .filter(|(_, is_here)| !**is_here)
            .map(|(index, _)| index)
    }
}
