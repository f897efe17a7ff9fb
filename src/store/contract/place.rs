//! Where a test's database is.

use std::{
    fs,
    path::{Path, PathBuf},
    sync::atomic::{AtomicU32, Ordering},
};

use sqlx::{AssertSqlSafe, Executor};
use tokio::sync::OnceCell;

use super::server::Server;
use crate::Store;

static NEXT: AtomicU32 = AtomicU32::new(0);
static SERVER: OnceCell<Server> = OnceCell::const_new();

/// A folder for one test, gone with it.
pub(super) struct Folder(PathBuf);

impl Folder {
    pub(super) fn new() -> Self {
        let number = NEXT.fetch_add(1, Ordering::Relaxed);
        let name = format!("hub-store-{}-{number}", std::process::id());
        Self(std::env::temp_dir().join(name))
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        if self.0.exists() {
            fs::remove_dir_all(&self.0).unwrap();
        }
    }
}

impl AsRef<Path> for Folder {
    fn as_ref(&self) -> &Path {
        &self.0
    }
}

/// A database for one test.
pub(super) enum Place {
    Sqlite(Folder),
    /// A schema of its own in the database of this address.
    Postgres(String),
}

impl Place {
    pub(super) fn sqlite() -> Self {
        Self::Sqlite(Folder::new())
    }

    pub(super) async fn postgres() -> Self {
        Self::on(Self::server().await).await
    }

    /// The server that tests share.
    pub(super) async fn server() -> &'static Server {
        SERVER.get_or_init(Server::named_or_new).await
    }

    pub(super) async fn on(server: &Server) -> Self {
        let number = NEXT.fetch_add(1, Ordering::Relaxed);
        let schema = format!("hub_{}_{number}", std::process::id());
        let create = AssertSqlSafe(format!("CREATE SCHEMA {schema}"));
        server.connection().await.execute(create).await.unwrap();
        let mark = if server.url.contains('?') { '&' } else { '?' };
        Self::Postgres(format!(
            "{}{mark}options=-c%20search_path%3D{schema}",
            server.url
        ))
    }

    /// One more of the same kind.
    pub(super) async fn another(&self) -> Self {
        match self {
            Self::Sqlite(_) => Self::sqlite(),
            Self::Postgres(_) => Self::postgres().await,
        }
    }
}

pub(super) async fn open(place: &Place) -> Store {
    match place {
        Place::Sqlite(folder) => Store::open(folder.as_ref()).await,
        Place::Postgres(url) => Store::connect(url).await,
    }
    .unwrap()
}
