use std::{
    env, fs,
    net::SocketAddr,
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

use blobs::Blobs;

use super::*;
use crate::serve::READY;

const ADDRESS: &str = "HUB_TORTURE_ADDRESS";
const FOLDER: &str = "HUB_TORTURE_FOLDER";

/// Not a test of its own: the server that is killed below. Started by anybody else, it has nothing to do.
#[test]
fn server() {
    let (Ok(address), Ok(folder)) = (env::var(ADDRESS), env::var(FOLDER)) else {
        return;
    };
    let folder = PathBuf::from(folder);
    let config = api::Config {
        listen: address.parse().unwrap(),
        site: folder.join("site"),
        data: folder.join("data"),
        database: None,
        blobs: Blobs::folder(&folder.join("data/blobs")).unwrap(),
        base: None,
        is_forgetful: false,
    };
    let runtime = runtime().ok().unwrap();
    runtime
        .block_on(api::serve(config, |address| {
            println!("\n{READY}http://{address}/")
        }))
        .unwrap();
}

fn command(folder: &Path, address: SocketAddr) -> Command {
    let mut command = Command::new(env::current_exe().unwrap());
    command
        .args(["--exact", "torture::tests::server", "--nocapture"])
        .env(ADDRESS, address.to_string())
        .env(FOLDER, folder)
        .stderr(Stdio::null());
    command
}

#[test]
fn a_killed_server_loses_and_doubles_nothing() {
    let folder = env::temp_dir().join(format!("hub-torture-{}", std::process::id()));
    fs::create_dir_all(folder.join("site")).unwrap();
    fs::write(folder.join("site/index.html"), "<!doctype html>").unwrap();
    let place = folder.clone();
    let plan = Plan {
        clients: 8,
        kills: 8,
        lives: (10, 400),
        start: Box::new(move |address| command(&place, address)),
    };
    let toll = kill::run(&plan).unwrap();
    let verdict = runtime()
        .ok()
        .unwrap()
        .block_on(kill::count(&folder.join("data"), &toll))
        .unwrap();
    assert!(verdict.is_clean(), "{}", kill::report(&toll, &verdict));
    assert_eq!(toll.restarts.len(), 8);
    assert!(!toll.acknowledged.is_empty());
    fs::remove_dir_all(&folder).unwrap();
}

#[test]
fn an_overloaded_server_answers_everybody() {
    let folder = env::temp_dir().join(format!("hub-overload-{}", std::process::id()));
    fs::create_dir_all(folder.join("site")).unwrap();
    fs::write(folder.join("site/index.html"), "<!doctype html>").unwrap();
    let place = folder.clone();
    let plan = overload::Plan {
        few: [4, 8],
        many: 700,
        times: 3.0,
        lasts: Duration::from_secs(1),
        start: Box::new(move |address| command(&place, address)),
    };
    let outcome = overload::run(&plan).unwrap();
    // How much and how soon is for the command: here it is a debug build among other tests.
    assert!(!outcome.peak.good.is_empty() && !outcome.over.good.is_empty());
    assert_eq!(outcome.over.failed, 0, "{}", overload::report(&outcome));
    fs::remove_dir_all(&folder).unwrap();
}
