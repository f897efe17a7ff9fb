//! `cargo hub torture`: faults that take longer than a test should. The same code runs shortly in `cargo hub test`.

mod browser;
mod client;
mod kill;
mod server;

#[cfg(test)]
mod tests;

use std::{env, process::Command, process::ExitCode};

use crate::{
    alone,
    progress::History,
    serve::{chain, runtime},
    trouble::Trouble,
    workspace::{DATABASE_URL, Workspace},
};
use kill::{Plan, Toll};

/// Who is killed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Victim {
    Server,
    Browser,
}

pub fn run(
    workspace: &Workspace,
    history: &History,
    victim: Victim,
    kills: u32,
) -> Result<ExitCode, Trouble> {
    match victim {
        Victim::Server => kill(workspace, history, kills),
        Victim::Browser => browser::kill(workspace, history, kills),
    }
}

/// Kills the server so many times under sixteen clients that try again, then counts.
fn kill(workspace: &Workspace, history: &History, kills: u32) -> Result<ExitCode, Trouble> {
    if cfg!(debug_assertions) {
        let kills = kills.to_string();
        let words = [
            "torture".as_ref(),
            "kill".as_ref(),
            "--kills".as_ref(),
            kills.as_ref(),
        ];
        alone::become_release(workspace, &words)?;
        return Ok(ExitCode::SUCCESS);
    }
    if !workspace.site().join("index.html").is_file() {
        crate::build::build(workspace, history)?;
    }
    let data = workspace
        .notes()
        .join(format!("torture-{}", std::process::id()));
    let program = env::current_exe().map_err(|error| Trouble::file(&workspace.root, &error))?;
    let (root, folder) = (workspace.root.clone(), data.clone());
    let plan = Plan {
        clients: 16,
        kills,
        // Between a start and the next kill, in milliseconds: from before the first answer to well after.
        lives: (20, 1_200),
        start: Box::new(move |address| {
            let mut command = Command::new(&program);
            command
                .current_dir(&root)
                .args(["serve", "--listen", &address.to_string(), "--data"])
                .arg(&folder)
                // What is tortured is a folder of our own, nobody's database.
                .env_remove(DATABASE_URL);
            command
        }),
    };
    let toll = kill::run(&plan).map_err(|error| {
        Trouble::new(
            format!("the torture came to nothing: {}", chain(&*error)),
            "look at what the server said above",
        )
    })?;
    let counted = runtime()?.block_on(kill::count(&data, &toll));
    let verdict = counted.map_err(|error| {
        Trouble::new(chain(&error), "keep the folder for whoever looks into it")
    })?;
    print!("{}", kill::report(&toll, &verdict));
    if verdict.is_clean() {
        std::fs::remove_dir_all(&data).ok();
        return Ok(ExitCode::SUCCESS);
    }
    println!("what was kept lies in {}", data.display());
    Ok(ExitCode::FAILURE)
}

/// The median and the 99th percentile of milliseconds.
fn quantiles(toll: &Toll) -> (f64, f64) {
    let mut sorted = toll.restarts.clone();
    sorted.sort_by(f64::total_cmp);
    let at = |share: f64| {
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "an index below the length"
        )]
        let index = (share * sorted.len().saturating_sub(1) as f64).ceil() as usize;
        sorted.get(index).copied().unwrap_or_default()
    };
    (at(0.5), at(0.99))
}
