use std::{fs, path::Path, sync::Arc};

use object_store::{
    ObjectStore, aws::AmazonS3Builder, local::LocalFileSystem, path::Path as Name,
    prefix::PrefixStore,
};

use crate::BlobError;

/// A place for blobs. Cheap to clone.
#[derive(Clone, Debug)]
pub struct Blobs {
    pub(crate) objects: Arc<dyn ObjectStore>,
}

impl Blobs {
    /// In a folder, made if missing. What is acknowledged is on the disk.
    ///
    /// # Errors
    /// The folder cannot be made.
    pub fn folder(folder: &Path) -> Result<Self, BlobError> {
        fs::create_dir_all(folder).map_err(|cause| BlobError::File {
            path: folder.to_owned(),
            cause,
        })?;
        let objects = LocalFileSystem::new_with_prefix(folder)?.with_fsync(true);
        Ok(Self {
            objects: Arc::new(objects),
        })
    }

    /// In a bucket of Amazon S3 or of whatever speaks its language: `s3://bucket` or `s3://bucket/folder`, and the
    /// variables that its tools read, `AWS_ENDPOINT`, `AWS_REGION`, `AWS_ACCESS_KEY_ID`, `AWS_SECRET_ACCESS_KEY` and so
    /// on. An endpoint without TLS is taken only where `AWS_ALLOW_HTTP` is `true`.
    ///
    /// # Errors
    /// The address is none, or a variable means nothing.
    pub fn bucket(
        address: &str,
        variables: impl IntoIterator<Item = (String, String)>,
    ) -> Result<Self, BlobError> {
        let wrong = || BlobError::Address {
            address: address.to_owned(),
        };
        let path = address.strip_prefix("s3://").ok_or_else(wrong)?;
        let (bucket, folder) = path.split_once('/').unwrap_or((path, ""));
        if bucket.is_empty() {
            return Err(wrong());
        }
        // Another part of the program may have chosen already; there is one to choose.
        let _ = rustls::crypto::ring::default_provider().install_default();
        let mut builder = AmazonS3Builder::new().with_bucket_name(bucket);
        for (name, value) in variables {
            let name = name.to_ascii_lowercase();
            if let (true, Ok(key)) = (name.starts_with("aws_"), name.parse()) {
                builder = builder.with_config(key, value);
            }
        }
        let store = builder.build()?;
        let folder = Name::parse(folder.trim_end_matches('/')).map_err(|_| wrong())?;
        Ok(Self {
            objects: Arc::new(PrefixStore::new(store, folder)),
        })
    }
}

/// What every file system and every store can carry as it is.
pub(crate) fn name(name: &str) -> Result<Name, BlobError> {
    let is_plain = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
    let is_part = |part: &str| !part.is_empty() && part.bytes().all(is_plain);
    if name.len() <= 200 && name.split('/').all(is_part) {
        Ok(Name::from(name))
    } else {
        Err(BlobError::Name {
            name: name.to_owned(),
        })
    }
}
