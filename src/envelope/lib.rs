//! A document in, ciphertext that only the holder of one key can open out.
//!
//! In: the bytes of a document, given away, whom they are about, and the reviewer's public key.
//! Out: a header that everybody may read, a wrapped key, and chunks of ciphertext; `FORMAT.md` says every byte.
//! Start with [`seal`] and [`open`]; where a browser's own AES is used, with [`Header::chunk`], which says what to give it.
//! [`Received`] is how an upload that broke off goes on.
//!
//! Deleting the wrapped key is deleting the document: nothing else opens the chunks.
//!
//! This room knows nothing of what it seals, keeps nothing and draws no randomness: that comes in as an [`Entropy`].
//!

mod bulk;
mod entropy;
mod frame;
mod header;
mod key;
mod phrase;
mod sealed;
#[cfg(test)]
mod tamper;
mod upload;
mod wrap;

pub use bulk::{open_chunk, seal_chunk};
pub use entropy::Entropy;
pub use frame::{Chunk, PADDING, pad, unpad};
pub use header::{Header, HeaderError, Subject};
pub use key::{DataKey, KeyError, KeyId, PrivateKey, PublicKey};
pub use sealed::{OpenError, Sealed, open, seal};
pub use upload::{Received, ReceivedError};
pub use wrap::{WrapError, Wrapped};
