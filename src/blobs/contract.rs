//! What every place promises: a folder, and a real server that speaks S3.

use std::{
    env, fs,
    path::PathBuf,
    sync::{
        Arc,
        atomic::{AtomicU32, AtomicUsize, Ordering},
    },
};

use bytes::Bytes;
use futures_util::{StreamExt, stream};
use hyper_util::rt::{TokioExecutor, TokioIo};
use s3s::{auth::SimpleAuth, service::S3ServiceBuilder};
use s3s_fs::FileSystem;
use sha2::{Digest, Sha256};
use tokio::net::TcpListener;

use crate::{BlobError, Blobs, Copied, PIECE, back_up, restore};

/// Gone with the test.
struct Folder(PathBuf);

impl Folder {
    fn new() -> Self {
        static NEXT: AtomicU32 = AtomicU32::new(0);
        let number = NEXT.fetch_add(1, Ordering::Relaxed);
        let folder = env::temp_dir().join(format!("hub-blobs-{}-{number}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        Self(folder)
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        fs::remove_dir_all(&self.0).unwrap();
    }
}

fn folder() -> (Folder, Blobs) {
    let folder = Folder::new();
    let blobs = Blobs::folder(&folder.0.join("blobs")).unwrap();
    (folder, blobs)
}

/// A server on a port of its own, with a bucket.
async fn bucket() -> (Folder, Blobs) {
    let folder = Folder::new();
    fs::create_dir(folder.0.join("hub")).unwrap();
    let mut builder = S3ServiceBuilder::new(FileSystem::new(&folder.0).unwrap());
    builder.set_auth(SimpleAuth::from_single("key", "secret"));
    let service = builder.build();
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    tokio::spawn(async move {
        let server = hyper_util::server::conn::auto::Builder::new(TokioExecutor::new());
        while let Ok((socket, _)) = listener.accept().await {
            let connection = server.serve_connection(TokioIo::new(socket), service.clone());
            tokio::spawn(connection.into_owned());
        }
    });
    let variables = [
        ("AWS_ENDPOINT", format!("http://{address}")),
        ("AWS_ALLOW_HTTP", "true".to_owned()),
        ("AWS_REGION", "ap-southeast-1".to_owned()),
        ("AWS_ACCESS_KEY_ID", "key".to_owned()),
        ("AWS_SECRET_ACCESS_KEY", "secret".to_owned()),
        ("HOME", "of no concern".to_owned()),
    ];
    let variables = variables.map(|(name, value)| (name.to_owned(), value));
    let blobs = Blobs::bucket("s3://hub/blobs", variables).unwrap();
    (folder, blobs)
}

async fn read(blobs: &Blobs, name: &str) -> Option<Vec<u8>> {
    let mut read = blobs.get(name).await.unwrap()?;
    let mut all = Vec::new();
    while let Some(piece) = read.stream.next().await {
        all.extend_from_slice(&piece.unwrap());
    }
    assert_eq!(all.len() as u64, read.bytes);
    Some(all)
}

fn pieces(
    text: &[u8],
    size: usize,
) -> impl futures_util::Stream<Item = Result<Bytes, BlobError>> + use<> {
    let pieces: Vec<_> = text
        .chunks(size)
        .map(|piece| Ok(Bytes::copy_from_slice(piece)))
        .collect();
    stream::iter(pieces)
}

async fn what_is_kept_is_what_came(blobs: &Blobs) {
    for (name, length) in [
        ("a/1", 0),
        ("a/2", 1),
        ("b/3", 70_000),
        ("b/4", PIECE),
        ("b/5", PIECE + 1),
    ] {
        let text: Vec<u8> = (0..length).map(|at| (at % 251) as u8).collect();
        let written = blobs
            .put(name, PIECE as u64 + 1, pieces(&text, 60_000))
            .await
            .unwrap();
        assert_eq!(written.bytes, length as u64);
        assert_eq!(written.digest, <[u8; 32]>::from(Sha256::digest(&text)));
        assert!(read(blobs, name).await.unwrap() == text, "{name}");
    }
    assert_eq!(
        blobs.names().await.unwrap(),
        ["a/1", "a/2", "b/3", "b/4", "b/5"]
    );
    blobs.delete("b/5").await.unwrap();
    blobs.delete("b/5").await.unwrap();
    assert_eq!(read(blobs, "b/5").await, None);
}

async fn what_breaks_off_leaves_nothing(blobs: &Blobs) {
    for length in [10, PIECE + 10] {
        let broken = pieces(&vec![7; length], 50_000).chain(stream::iter([Err(BlobError::Full)]));
        let refused = blobs.put("c/1", u64::MAX, broken).await;
        assert!(matches!(refused, Err(BlobError::Stream(_))));
        let long = blobs
            .put("c/1", length as u64 - 1, pieces(&vec![7; length], 50_000))
            .await;
        assert!(matches!(long, Err(BlobError::TooLarge { .. })));
        assert_eq!(read(blobs, "c/1").await, None);
    }
    for name in ["", "/", "a//b", "../x", "a/..", "A", "a b", "a.b"] {
        assert!(
            matches!(blobs.get(name).await, Err(BlobError::Name { .. })),
            "{name}"
        );
    }
}

/// 64 MB, of which neither way holds more at a time than a few pieces.
async fn a_large_one_is_never_whole_in_memory(blobs: &Blobs) {
    const LENGTH: usize = 64 << 20;
    const CHUNK: usize = 1 << 16;
    let (held, most) = (Arc::new(AtomicUsize::new(0)), AtomicUsize::new(0));
    /// Counts the bytes that somebody holds on to.
    struct Counted(Vec<u8>, Arc<AtomicUsize>);
    impl AsRef<[u8]> for Counted {
        fn as_ref(&self) -> &[u8] {
            &self.0
        }
    }
    impl Drop for Counted {
        fn drop(&mut self) {
            self.1.fetch_sub(self.0.len(), Ordering::Relaxed);
        }
    }
    let source = stream::iter(0..LENGTH / CHUNK).map(|number| {
        let now = held.fetch_add(CHUNK, Ordering::Relaxed) + CHUNK;
        most.fetch_max(now, Ordering::Relaxed);
        Ok::<_, BlobError>(Bytes::from_owner(Counted(
            vec![(number % 251) as u8; CHUNK],
            Arc::clone(&held),
        )))
    });
    let written = blobs.put("large/1", LENGTH as u64, source).await.unwrap();
    assert_eq!(written.bytes, LENGTH as u64);
    assert_eq!(held.load(Ordering::Relaxed), 0);
    assert!(most.load(Ordering::Relaxed) <= 2 * PIECE);
    let mut read = blobs.get("large/1").await.unwrap().unwrap();
    let (mut hash, mut largest) = (Sha256::new(), 0);
    while let Some(piece) = read.stream.next().await {
        let piece = piece.unwrap();
        largest = largest.max(piece.len());
        hash.update(&piece);
    }
    assert_eq!(<[u8; 32]>::from(hash.finalize()), written.digest);
    assert!(largest <= 2 * PIECE, "{largest}");
}

async fn a_backup_is_verified_and_brings_all_back(blobs: &Blobs) {
    for (name, text) in [("x/1", &b"one"[..]), ("x/2", b"two")] {
        blobs.put(name, 9, pieces(text, 2)).await.unwrap();
    }
    let copy = Folder::new();
    let names = blobs.names().await.unwrap();
    let copied = back_up(blobs, names, &copy.0).await.unwrap();
    assert_eq!(copied, Copied { blobs: 2, bytes: 6 });
    let (_folder, empty) = folder();
    assert_eq!(restore(&copy.0, &empty).await.unwrap(), copied);
    assert_eq!(read(&empty, "x/2").await.unwrap(), b"two");
    fs::write(copy.0.join("blobs/x/2"), "twO").unwrap();
    let (_folder, empty) = folder();
    let refused = restore(&copy.0, &empty).await;
    assert!(matches!(refused, Err(BlobError::Differs { name }) if name == "x/2"));
    let gone = back_up(blobs, ["x/3".to_owned()], &Folder::new().0).await;
    assert!(matches!(gone, Err(BlobError::Differs { .. })));
}

/// Each of these once with a folder and once with a bucket.
macro_rules! on_both {
    ($($name:ident),* $(,)?) => {
        mod in_a_folder {
            $(
                #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
                async fn $name() {
                    let (_folder, blobs) = super::folder();
                    super::$name(&blobs).await;
                }
            )*
        }
        mod in_a_bucket {
            $(
                #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
                async fn $name() {
                    let (_folder, blobs) = super::bucket().await;
                    super::$name(&blobs).await;
                }
            )*
        }
    };
}

on_both!(
    what_is_kept_is_what_came,
    what_breaks_off_leaves_nothing,
    a_backup_is_verified_and_brings_all_back,
    a_large_one_is_never_whole_in_memory,
);

#[test]
fn an_address_of_something_else_is_refused() {
    for address in [
        "",
        "s3://",
        "hub",
        "https://hub",
        "s3:///x",
        "s3://hub/../x",
    ] {
        let refused = Blobs::bucket(address, []);
        assert!(
            matches!(refused, Err(BlobError::Address { .. })),
            "{address}"
        );
    }
}
