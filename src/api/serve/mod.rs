use std::{io, net::SocketAddr, path::PathBuf};

use blobs::Blobs;
use store::{Store, StoreError};
use tokio::net::TcpListener;

use crate::{
    listen::{self, Limits},
    live::{self, Base},
    routes::{Means, whole},
    site,
};

/// Where a server listens and what it serves.
#[derive(Clone, Debug)]
pub struct Config {
    /// Port 0 lets the system choose one.
    pub listen: SocketAddr,
    /// The folder of the built site, with its `index.html`.
    pub site: PathBuf,
    /// The folder of all that is kept; made if missing.
    pub data: PathBuf,
    /// The address of a PostgreSQL database, to be used instead of SQLite in that folder.
    pub database: Option<String>,
    /// Where photographs lie.
    pub blobs: Blobs,
    /// What is published beside the listings; without it nothing that is listed is published.
    pub base: Option<Base>,
    /// Lets SQLite forget what it has acknowledged when the power is lost: the control of a test, and for nothing else.
    pub is_forgetful: bool,
}

/// Why a server did not start, or stopped by itself.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum ServeError {
    #[error("there is no built site in {}", folder.display())]
    Site { folder: PathBuf },
    #[error("the data cannot be opened")]
    Store(#[from] StoreError),
    #[error("cannot listen on {address}")]
    Listen {
        address: SocketAddr,
        #[source]
        cause: io::Error,
    },
}

/// Serves until the process is asked to stop (Ctrl-C or a termination signal), then finishes what is under way.
///
/// `ready` is called once, with the true address, when a request sent there will be answered.
/// A taken port is [`ServeError::Listen`] with [`io::ErrorKind::AddrInUse`]; nothing has been touched then.
/// Needs a Tokio runtime with I/O and time enabled.
///
/// # Errors
/// There is no site, the database does not open, or the address is taken.
pub async fn serve(config: Config, ready: impl FnOnce(SocketAddr)) -> Result<(), ServeError> {
    serve_until(config, ready, stopped()).await
}

async fn serve_until(
    config: Config,
    ready: impl FnOnce(SocketAddr),
    stop: impl Future<Output = ()>,
) -> Result<(), ServeError> {
    let Config {
        listen,
        site,
        data,
        database,
        blobs,
        base,
        is_forgetful,
    } = config;
    if !site::is_built(&site) {
        return Err(ServeError::Site { folder: site });
    }
    let refused = |cause| ServeError::Listen {
        address: listen,
        cause,
    };
    // Before the store: whoever tries several ports opens it but once.
    let listener = TcpListener::bind(listen).await.map_err(refused)?;
    let address = listener.local_addr().map_err(refused)?;
    let store = match database {
        Some(url) => Store::connect(&url).await?,
        None if is_forgetful => {
            eprintln!(
                "WARNING: this server forgets what it has acknowledged when the power is lost"
            );
            Store::open_forgetful(&data).await?
        }
        None => Store::open(&data).await?,
    };
    ready(address);
    let means = Means::new(store.clone(), blobs, site.into());
    let bell = means.bell.clone();
    let publisher = base.map(|base| tokio::spawn(live::run(store.clone(), base, bell)));
    listen::run(listener, whole(means), Limits::default(), stop).await;
    if let Some(publisher) = publisher {
        // What it has not finished it finishes at the next start.
        publisher.abort();
    }
    store.close().await?;
    Ok(())
}

/// Resolves when somebody wants the process to end.
async fn stopped() {
    let interrupted = async {
        if tokio::signal::ctrl_c().await.is_err() {
            // No such signal here: then nobody can send it either.
            std::future::pending::<()>().await;
        }
    };
    #[cfg(unix)]
    let terminated = async {
        use tokio::signal::unix::{SignalKind, signal};
        match signal(SignalKind::terminate()) {
            Ok(mut terminations) => {
                terminations.recv().await;
            }
            Err(_) => std::future::pending().await,
        }
    };
    #[cfg(not(unix))]
    let terminated = std::future::pending::<()>();
    tokio::select! {
        () = interrupted => (),
        () = terminated => (),
    }
}

#[cfg(test)]
mod tests;
