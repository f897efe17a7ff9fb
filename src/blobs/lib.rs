//! Where large bytes lie: photographs, sealed documents. In a folder, or in any store that speaks S3.
//!
//! In: a name and a stream of bytes. Out: the same stream, whenever it is asked for. Start with [`Blobs::folder`] or
//! [`Blobs::bucket`]. Nothing is ever whole in memory: at most one piece of [`PIECE`] bytes for each stream.
//!
//! This room knows names and bytes alone: what a blob is, whose it is and what it may be is kept and decided elsewhere.

mod backup;
mod place;
mod stream;

#[cfg(test)]
mod contract;

pub use backup::{Copied, back_up, restore};
pub use place::Blobs;
pub use stream::{PIECE, Read, Written};

/// Why a blob was not kept or not found. A blob is there whole or not at all.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum BlobError {
    /// The stream has more bytes than it may have.
    #[error("more than {most} bytes")]
    TooLarge { most: u64 },
    /// The stream broke off, or whoever looks at it has seen enough.
    #[error("the stream broke off")]
    Stream(#[source] Box<dyn std::error::Error + Send + Sync>),
    /// Names are `[a-z0-9/-]`, without empty parts.
    #[error("{name:?} cannot be the name of a blob")]
    Name { name: String },
    #[error("{address:?} is no place for blobs, which looks like s3://bucket/folder")]
    Address { address: String },
    #[error("the disk is full")]
    Full,
    #[error("blobs cannot be kept")]
    Place(#[source] object_store::Error),
    #[error("{}", path.display())]
    File {
        path: std::path::PathBuf,
        #[source]
        cause: std::io::Error,
    },
    /// A copy is not what was written.
    #[error("blob {name} differs from what was written")]
    Differs { name: String },
}

impl From<object_store::Error> for BlobError {
    fn from(error: object_store::Error) -> Self {
        let mut cause: Option<&(dyn std::error::Error + 'static)> = Some(&error);
        while let Some(error) = cause {
            let file = error.downcast_ref::<std::io::Error>();
            if file.is_some_and(|file| file.kind() == std::io::ErrorKind::StorageFull) {
                return Self::Full;
            }
            cause = error.source();
        }
        Self::Place(error)
    }
}
