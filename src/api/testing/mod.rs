//! A server without sockets: a site and a published catalogue in a folder of their own, and requests to its router.

pub(crate) mod device;
pub(crate) mod goods;
pub(crate) mod person;

use std::{
    fs,
    path::{Path, PathBuf},
    sync::atomic::{AtomicU32, Ordering},
    time::SystemTime,
};

use api_types::problem::{self, Code, Problem};
use axum::{
    body::{Body, to_bytes},
    http::{HeaderMap, Request, StatusCode},
};
use blobs::Blobs;
use bytes::Bytes;
use store::Store;
use tower::ServiceExt;

use crate::{
    around::Whole,
    identity::password::Passwords,
    live::Bell,
    routes::{Means, whole},
};

/// Gone with the test.
pub(crate) struct Folder(PathBuf);

impl Folder {
    pub(crate) fn new() -> Self {
        static NEXT: AtomicU32 = AtomicU32::new(0);
        let number = NEXT.fetch_add(1, Ordering::Relaxed);
        let folder = std::env::temp_dir().join(format!("hub-api-{}-{number}", std::process::id()));
        fs::create_dir_all(folder.join("site")).unwrap();
        let this = Self(folder);
        this.write("index.html", "<!doctype html><title>Hub</title>");
        this
    }

    pub(crate) fn site(&self) -> PathBuf {
        self.0.join("site")
    }

    pub(crate) fn data(&self) -> PathBuf {
        self.0.join("data")
    }

    pub(crate) fn blobs(&self) -> Blobs {
        Blobs::folder(&self.0.join("blobs")).unwrap()
    }

    /// A file of the site.
    pub(crate) fn write(&self, name: &str, text: &str) {
        let file = self.site().join(name);
        fs::create_dir_all(file.parent().unwrap_or(Path::new(""))).unwrap();
        fs::write(file, text).unwrap();
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        fs::remove_dir_all(&self.0).unwrap();
    }
}

pub(crate) struct Server {
    pub(crate) folder: Folder,
    pub(crate) store: Store,
    pub(crate) bell: Bell,
    pub(crate) whole: Whole,
}

/// What came back, read to its end.
#[derive(Debug)]
pub(crate) struct Answer {
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Bytes,
}

impl Server {
    pub(crate) async fn new() -> Self {
        let folder = Folder::new();
        let store = Store::open(&folder.data()).await.unwrap();
        let bell = Bell::default();
        let whole = whole(Means {
            bell: bell.clone(),
            passwords: Passwords::quick(),
            ..Means::new(store.clone(), folder.blobs(), folder.site().into())
        });
        Self {
            folder,
            store,
            bell,
            whole,
        }
    }

    pub(crate) async fn publish(&self, parts: &[(&str, &str)]) {
        let parts: Vec<_> = parts
            .iter()
            .map(|(name, text)| (*name, text.as_bytes().to_vec()))
            .collect();
        self.publish_bytes(&parts).await;
    }

    pub(crate) async fn publish_bytes(&self, parts: &[(&str, Vec<u8>)]) {
        let parts: Vec<_> = parts
            .iter()
            .map(|(name, bytes)| ((*name).to_owned(), Bytes::from(bytes.clone())))
            .collect();
        let catalogue = self.store.catalogue();
        catalogue
            .publish(&parts, SystemTime::UNIX_EPOCH)
            .await
            .unwrap();
    }

    pub(crate) async fn get(&self, path: &str, headers: &[(&str, &str)]) -> Answer {
        self.ask("GET", path, headers, Body::empty()).await
    }

    pub(crate) async fn ask(
        &self,
        method: &str,
        path: &str,
        headers: &[(&str, &str)],
        body: Body,
    ) -> Answer {
        let mut request = Request::builder().method(method).uri(path);
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let request = request.body(body).unwrap();
        let response = self.whole.clone().oneshot(request).await.unwrap();
        let (parts, body) = response.into_parts();
        Answer {
            status: parts.status,
            headers: parts.headers,
            body: to_bytes(body, usize::MAX).await.unwrap(),
        }
    }
}

impl Answer {
    /// Empty if missing.
    pub(crate) fn header(&self, name: &str) -> &str {
        let value = self.headers.get(name);
        value.map_or("", |value| value.to_str().unwrap())
    }

    pub(crate) fn text(&self) -> &str {
        std::str::from_utf8(&self.body).unwrap()
    }

    pub(crate) fn assert_problem(&self, status: u16, code: Code) {
        assert_eq!(self.status, status);
        assert_eq!(self.header("content-type"), problem::MEDIA_TYPE);
        assert_eq!(self.header("cache-control"), "no-store");
        let problem: Problem = serde_json::from_slice(&self.body).unwrap();
        assert_eq!((problem.status, problem.code), (status, code));
    }
}
