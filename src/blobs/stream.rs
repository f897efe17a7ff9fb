use std::pin::pin;

use bytes::{Bytes, BytesMut};
use futures_util::{Stream, StreamExt, stream::BoxStream};
use object_store::{MultipartUpload, ObjectStoreExt, PutPayload};
use sha2::{Digest, Sha256};

use crate::{BlobError, Blobs, place::name};

/// Bytes that are sent at a time: S3 takes no smaller pieces of an object but the last.
pub const PIECE: usize = 5 << 20;

/// What was kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Written {
    pub bytes: u64,
    /// SHA-256.
    pub digest: [u8; 32],
}

/// A blob on its way out.
pub struct Read {
    pub bytes: u64,
    pub stream: BoxStream<'static, Result<Bytes, BlobError>>,
}

impl Blobs {
    /// Keeps a stream of at most `most` bytes under a name that nothing has. Answers when all of it is kept; a stream
    /// that fails leaves nothing.
    ///
    /// # Errors
    /// The stream fails or is too long, or the place does not take it.
    pub async fn put<E>(
        &self,
        name_of_it: &str,
        most: u64,
        stream: impl Stream<Item = Result<Bytes, E>>,
    ) -> Result<Written, BlobError>
    where
        E: Into<Box<dyn std::error::Error + Send + Sync>>,
    {
        let name = name(name_of_it)?;
        let mut stream = pin!(stream);
        let (mut hash, mut bytes, mut piece) = (Sha256::new(), 0, BytesMut::new());
        let mut upload = Upload(None);
        while let Some(chunk) = stream.next().await {
            let chunk = chunk.map_err(|error| BlobError::Stream(error.into()))?;
            bytes += chunk.len() as u64;
            if most < bytes {
                return Err(BlobError::TooLarge { most });
            }
            hash.update(&chunk);
            let mut rest = &chunk[..];
            while !rest.is_empty() {
                let (now, later) = rest.split_at(rest.len().min(PIECE - piece.len()));
                piece.extend_from_slice(now);
                rest = later;
                if piece.len() == PIECE {
                    if upload.0.is_none() {
                        upload.0 = Some(self.objects.put_multipart(&name).await?);
                    }
                    upload.part(piece.split().freeze()).await?;
                }
            }
        }
        match upload.0.is_some() {
            true => {
                if !piece.is_empty() {
                    upload.part(piece.freeze()).await?;
                }
                upload.complete().await?;
            }
            false => {
                self.objects
                    .put(&name, PutPayload::from(piece.freeze()))
                    .await?;
            }
        }
        Ok(Written {
            bytes,
            digest: hash.finalize().into(),
        })
    }

    /// A blob's bytes as they come; nothing if there is no such blob.
    ///
    /// # Errors
    /// The place cannot be read; of what fails on the way the stream tells.
    pub async fn get(&self, name_of_it: &str) -> Result<Option<Read>, BlobError> {
        let found = match self.objects.get(&name(name_of_it)?).await {
            Ok(found) => found,
            Err(object_store::Error::NotFound { .. }) => return Ok(None),
            Err(error) => return Err(error.into()),
        };
        Ok(Some(Read {
            bytes: found.meta.size,
            stream: found.into_stream().map(|piece| Ok(piece?)).boxed(),
        }))
    }

    /// Lets go of a blob. One that is not there is gone already.
    ///
    /// # Errors
    /// The place cannot be changed.
    pub async fn delete(&self, name_of_it: &str) -> Result<(), BlobError> {
        match self.objects.delete(&name(name_of_it)?).await {
            Ok(()) | Err(object_store::Error::NotFound { .. }) => Ok(()),
            Err(error) => Err(error.into()),
        }
    }
}

/// An object in several pieces, let go of when it does not come to its end.
struct Upload(Option<Box<dyn MultipartUpload>>);

impl Upload {
    async fn part(&mut self, piece: Bytes) -> Result<(), BlobError> {
        if let Some(upload) = &mut self.0 {
            upload.put_part(piece.into()).await?;
        }
        Ok(())
    }

    async fn complete(&mut self) -> Result<(), BlobError> {
        if let Some(mut upload) = self.0.take() {
            upload.complete().await?;
        }
        Ok(())
    }
}

impl Drop for Upload {
    fn drop(&mut self) {
        if let (Some(mut upload), Ok(runtime)) =
            (self.0.take(), tokio::runtime::Handle::try_current())
        {
            runtime.spawn(async move { upload.abort().await });
        }
    }
}
