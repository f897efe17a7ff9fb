//! The server alone: for whoever points other tools at it, and for whoever runs it.

use std::{ffi::OsStr, net::SocketAddr, path::Path, process::Command};

use crate::{
    build,
    progress::History,
    serve,
    trouble::Trouble,
    workspace::{BLOBS, DATABASE_URL, Workspace},
};

/// Serves with all that is kept in one folder. The site is built if there is none; the program is a release build.
pub fn serve(
    workspace: &Workspace,
    history: &History,
    listen: SocketAddr,
    data: &Path,
) -> Result<(), Trouble> {
    let data = std::path::absolute(data).map_err(|error| Trouble::file(data, &error))?;
    if !workspace.site().join("index.html").is_file() {
        build::build(workspace, history)?;
    }
    if cfg!(debug_assertions) {
        let (listen, listens) = (listen.to_string(), OsStr::new("--listen"));
        let words = [
            "serve".as_ref(),
            listens,
            listen.as_ref(),
            "--data".as_ref(),
            data.as_os_str(),
        ];
        return become_release(workspace, &words);
    }
    serve::serve_at(workspace, history, listen, &data)
}

/// Runs these words again with the release build of this very program, made first if it is out of date.
pub fn become_release(workspace: &Workspace, words: &[&OsStr]) -> Result<(), Trouble> {
    let mut command = workspace.cargo();
    command.args([
        "run",
        "--quiet",
        "--locked",
        "--profile",
        "native",
        "--package",
        "hub",
        "--",
    ]);
    command.args(words);
    // Not among the words, which everybody on this machine may read: there is a password in it.
    if let Some(url) = &workspace.database {
        command.env(DATABASE_URL, url);
    }
    if let Some(address) = &workspace.blobs {
        command.env(BLOBS, address);
    }
    run(command)
}

fn failed(error: &std::io::Error) -> Trouble {
    Trouble::new(
        format!("cargo does not start: {error}"),
        "type `cargo hub doctor`",
    )
}

/// Takes this process's place, so that whoever stops it stops the server.
#[cfg(unix)]
fn run(mut command: Command) -> Result<(), Trouble> {
    use std::os::unix::process::CommandExt;

    Err(failed(&command.exec()))
}

#[cfg(not(unix))]
fn run(mut command: Command) -> Result<(), Trouble> {
    let status = command.status().map_err(|error| failed(&error))?;
    if status.success() {
        return Ok(());
    }
    Err(Trouble::new(
        "the release build ended with a failure",
        "look at what it says above",
    ))
}
