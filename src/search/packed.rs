//! Messages within messages.

use std::marker::PhantomData;

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

/// What crosses as bytes, so that only who means it carries the code that writes or reads it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Packed<T> {
    bytes: Vec<u8>,
    kind: PhantomData<T>,
}

impl<T: Serialize + DeserializeOwned> Packed<T> {
    #[must_use]
    pub fn new(what: &T) -> Self {
        let bytes = postcard::to_allocvec(what);
        Self {
            bytes: bytes.expect("what is asked and answered has only values of known length"),
            kind: PhantomData,
        }
    }

    /// None where the bytes are of something else.
    #[must_use]
    pub fn read(&self) -> Option<T> {
        postcard::from_bytes(&self.bytes).ok()
    }
}
