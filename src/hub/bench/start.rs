//! How long the second `cargo hub` takes until it serves.

use std::{
    io::{BufRead, BufReader},
    process::Stdio,
    time::Instant,
};

use super::{at_most, table::Row};
use crate::{serve::READY, tools::Shop, trouble::Trouble};

/// From typing the command to the line that says the address; Cargo's own time is part of it.
///
/// The first start brings the catalogue into the store and is not measured.
pub fn second(shop: &Shop<'_>) -> Result<Vec<Row>, Trouble> {
    start(shop)?;
    let took = start(shop)?;
    eprintln!("✓ Starting a second time  {took:.1} s");
    Ok(vec![at_most(
        "second `cargo hub` when nothing changed, until it serves",
        took,
        "s",
        3.0,
        "",
    )])
}

/// Seconds until it serves.
fn start(shop: &Shop<'_>) -> Result<f64, Trouble> {
    let mut command = shop.workspace.cargo();
    command
        .args(["hub", "serve", "--port", "0"])
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::null());
    let failed = || {
        Trouble::new(
            "the second start did not come to serve",
            "type `cargo hub serve --port 0` and look at what it says",
        )
    };
    let started = Instant::now();
    let mut child = command.spawn().map_err(|_| failed())?;
    let ready = child
        .stdout
        .take()
        .into_iter()
        .flat_map(|pipe| BufReader::new(pipe).lines().map_while(Result::ok))
        .any(|line| line.starts_with(READY));
    let took = started.elapsed().as_secs_f64();
    stop(&mut child);
    if !ready {
        return Err(failed());
    }
    Ok(took)
}

/// Cargo becomes the hub on Unix, so that ending the child ends the server.
fn stop(child: &mut std::process::Child) {
    child.kill().ok();
    child.wait().ok();
}
