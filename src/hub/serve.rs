//! Serves app and API at one address, and prints it.

use std::{
    env,
    error::Error,
    fs, io,
    io::Write,
    net::{IpAddr, SocketAddr},
    path::Path,
    sync::mpsc,
    thread,
    time::SystemTime,
};

use api::{Config, ServeError};
use store::{Store, StoreError, catalogue::Edition};
use tokio::runtime::{Builder, Runtime};

use crate::{
    build::catalogue,
    progress::{History, Step},
    trouble::Trouble,
    workspace::Workspace,
};

/// How the line begins that says the address; the benchmark waits for it.
pub const READY: &str = "Asia SME Hub is open at ";

/// Set by `cargo hub torture power` alone, for the control that has to lose something.
pub const FORGETFUL: &str = "HUB_TORTURE_FORGETFUL";

const FIRST_PORT: u16 = 8080;
/// How many ports are tried after the first one.
const OTHER_PORTS: u16 = 50;

/// Serves until stopped.
pub fn serve(
    workspace: &Workspace,
    history: &History,
    host: IpAddr,
    port: Option<u16>,
) -> Result<(), Trouble> {
    let runtime = runtime()?;
    let data = workspace.data();
    publish(
        workspace,
        &runtime,
        (&data, workspace.database.as_deref()),
        history,
    )?;
    let ports = match port {
        Some(port) => port..=port,
        None => FIRST_PORT..=FIRST_PORT + OTHER_PORTS,
    };
    let (blobs, base) = (workspace.blobs_of(&data)?, catalogue::base(workspace)?);
    let mut result = Ok(());
    for port in ports {
        let config = Config {
            listen: SocketAddr::new(host, port),
            site: workspace.site(),
            data: data.clone(),
            database: workspace.database.clone(),
            blobs: blobs.clone(),
            base: Some(base.clone()),
            is_forgetful: false,
        };
        result = runtime.block_on(api::serve(config, |address| {
            println!("{READY}http://{address}/  (stop with Ctrl+C)");
            io::stdout().flush().ok();
        }));
        if !result.as_ref().is_err_and(is_taken) {
            break;
        }
    }
    result.map_err(|error| refused(&error))
}

/// Serves one address with one folder until stopped.
pub fn serve_at(
    workspace: &Workspace,
    history: &History,
    listen: SocketAddr,
    data: &Path,
) -> Result<(), Trouble> {
    let runtime = runtime()?;
    publish(
        workspace,
        &runtime,
        (data, workspace.database.as_deref()),
        history,
    )?;
    let config = Config {
        listen,
        site: workspace.site(),
        data: data.to_owned(),
        database: workspace.database.clone(),
        blobs: workspace.blobs_of(data)?,
        base: Some(catalogue::base(workspace)?),
        is_forgetful: env::var_os(FORGETFUL).is_some(),
    };
    let served = runtime.block_on(api::serve(config, |address| {
        println!("{READY}http://{address}/");
        io::stdout().flush().ok();
    }));
    served.map_err(|error| refused(&error))
}

/// Serves on a thread of its own until the process ends, with data of its own that begin anew; returns the address.
pub fn in_background(workspace: &Workspace, history: &History) -> Result<SocketAddr, Trouble> {
    let runtime = runtime()?;
    let data = workspace.notes().join("data");
    // What an earlier run has published is nothing that this one should count.
    match fs::remove_dir_all(&data) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => {
            return Err(Trouble::new(
                format!("{}: {error}", data.display()),
                "remove this folder by hand",
            ));
        }
        _ => {}
    }
    publish(workspace, &runtime, (&data, None), history)?;
    let config = Config {
        listen: SocketAddr::from(([127, 0, 0, 1], 0)),
        site: workspace.site(),
        blobs: workspace.blobs_of(&data)?,
        base: Some(catalogue::base(workspace)?),
        data,
        database: None,
        is_forgetful: false,
    };
    let (ready, address) = mpsc::channel();
    let (failed, failure) = (ready.clone(), address);
    thread::spawn(move || {
        let served = runtime.block_on(api::serve(config, |address| {
            ready.send(Ok(address)).ok();
        }));
        if let Err(error) = served {
            failed.send(Err(refused(&error))).ok();
        }
    });
    failure.recv().unwrap_or_else(|_| {
        Err(Trouble::new(
            "the server stopped by itself",
            "type `cargo hub serve` and look at what it says",
        ))
    })
}

/// Brings the parts of `target/catalogue` into the server's store, unless these very parts were brought there before.
fn publish(
    workspace: &Workspace,
    runtime: &Runtime,
    (data, database): (&Path, Option<&str>),
    history: &History,
) -> Result<(), Trouble> {
    let (built, brought) = (
        workspace.notes().join("catalogue.stamp"),
        data.join("catalogue.stamp"),
    );
    let stamp = fs::read(&built).map_err(|error| Trouble::file(&built, &error))?;
    // What this folder was brought says nothing about a database elsewhere, which finds out by itself what is new.
    if database.is_none() && fs::read(&brought).is_ok_and(|present| present == stamp) {
        return Ok(());
    }
    let step = Step::begin(
        "Bringing the catalogue into the store",
        "store-catalogue",
        history,
    );
    let mut parts = Vec::new();
    let folder = workspace.catalogue();
    for entry in fs::read_dir(&folder).map_err(|error| Trouble::file(&folder, &error))? {
        let path = entry
            .map_err(|error| Trouble::file(&folder, &error))?
            .path();
        let bytes = fs::read(&path).map_err(|error| Trouble::file(&path, &error))?;
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        parts.push((name.into_owned(), bytes.into()));
    }
    let base = catalogue::base(workspace)?;
    runtime
        .block_on(async {
            let store = match database {
                Some(url) => Store::connect(url).await?,
                None => Store::open(data).await?,
            };
            let made_from = Edition {
                listings: store.catalogue().listings().await?,
                base: base.name,
            };
            // Where there are listings, the server makes the catalogue of both.
            if made_from.listings == 0 {
                let (catalogue, now) = (store.catalogue(), SystemTime::now());
                catalogue
                    .publish_edition(&parts, Some(&made_from), now)
                    .await?;
            }
            store.close().await
        })
        .map_err(|error: StoreError| {
            Trouble::new(
                format!("the catalogue cannot be kept: {}", chain(&error)),
                match database {
                    Some(_) => {
                        "see that the database's address is right and its server runs".into()
                    }
                    None => format!(
                        "see that no other hub uses {}, then try again",
                        data.display()
                    ),
                },
            )
        })?;
    if database.is_some() {
        step.done();
        return Ok(());
    }
    fs::write(&brought, stamp).map_err(|error| Trouble::file(&brought, &error))?;
    step.done();
    Ok(())
}

pub fn runtime() -> Result<Runtime, Trouble> {
    Builder::new_multi_thread()
        .enable_all()
        .build()
        .map_err(|error| {
            Trouble::new(
                format!("the server's threads do not start: {error}"),
                "close other programs, then try again",
            )
        })
}

fn is_taken(error: &ServeError) -> bool {
    matches!(error, ServeError::Listen { cause, .. } if cause.kind() == io::ErrorKind::AddrInUse)
}

fn refused(error: &ServeError) -> Trouble {
    let next = match error {
        ServeError::Site { .. } => "type `cargo hub build`",
        ServeError::Listen { .. } => {
            "choose another address with `cargo hub serve --host 127.0.0.1 --port 9000`"
        }
        _ => {
            "see that no other hub uses the folder data/, or that the database's server runs, then try again"
        }
    };
    Trouble::new(chain(error), next)
}

/// The error and its causes in one line.
pub fn chain(error: &dyn Error) -> String {
    let mut text = error.to_string();
    let mut cause = error.source();
    while let Some(error) = cause {
        text += &format!(": {error}");
        cause = error.source();
    }
    text
}
