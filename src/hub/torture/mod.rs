//! `cargo hub torture`: faults that take longer than a test should. The same code runs shortly in `cargo hub test`.

mod browser;
mod client;
mod crowd;
mod kill;
mod overload;
mod power;
mod server;
mod shown;
mod slow;
mod speed;

#[cfg(test)]
mod tests;

use std::{
    env,
    error::Error,
    ffi::OsStr,
    net::SocketAddr,
    path::{Path, PathBuf},
    process::{Command, ExitCode},
    rc::Rc,
    time::Duration,
};

use crate::{
    alone,
    progress::History,
    serve::{FORGETFUL, chain, runtime},
    trouble::Trouble,
    workspace::{BLOBS, DATABASE_URL, Workspace},
};
use kill::Plan;

/// Who is killed, or overloaded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Victim {
    Server,
    /// With so many bits that are turned over in what it keeps.
    Browser {
        flips: u32,
    },
    /// The server, which is not killed.
    Overloaded,
    /// The server, by clients that never finish what they ask.
    Slow,
    /// The server, which is only measured.
    Measured,
    /// The disk under the server.
    Power,
}

impl Victim {
    /// Who is meant by a word, and how often it is killed unless something else is said.
    pub fn parse(word: &str) -> Option<(Self, u32)> {
        Some(match word {
            "kill" => (Self::Server, 150),
            "browser" => (Self::Browser { flips: 50 }, 50),
            "overload" => (Self::Overloaded, 0),
            "slow" => (Self::Slow, 0),
            "power" => (Self::Power, 40),
            _ => return None,
        })
    }
}

pub fn run(
    workspace: &Workspace,
    history: &History,
    victim: Victim,
    kills: u32,
) -> Result<ExitCode, Trouble> {
    match victim {
        Victim::Server => kill(workspace, history, kills),
        Victim::Overloaded => overload(workspace, history),
        Victim::Slow => slow(workspace, history),
        Victim::Measured => speed(workspace, history),
        Victim::Power => power(workspace, history, kills),
        Victim::Browser { flips } => browser::kill(workspace, history, kills, flips),
    }
}

/// Kills the server so many times under sixteen clients that try again, then counts.
fn kill(workspace: &Workspace, history: &History, kills: u32) -> Result<ExitCode, Trouble> {
    let number = kills.to_string();
    let Some((data, start)) = server(workspace, history, &["torture", "kill", "--kills", &number])?
    else {
        return Ok(ExitCode::SUCCESS);
    };
    let folder = data.clone();
    let plan = Plan {
        clients: 16,
        kills,
        // Between a start and the next kill, in milliseconds: from before the first answer to well after.
        lives: (20, 1_200),
        start: Box::new(move |address| start(address, &folder)),
    };
    let toll = kill::run(&plan).map_err(|error| nothing(&*error))?;
    let counted = runtime()?.block_on(kill::count(&data, &toll));
    let verdict = counted.map_err(|error| {
        Trouble::new(chain(&error), "keep the folder for whoever looks into it")
    })?;
    print!("{}", kill::report(&toll, &verdict));
    Ok(ended(&data, verdict.is_clean()))
}

/// Asks for three times as much as can be done.
fn overload(workspace: &Workspace, history: &History) -> Result<ExitCode, Trouble> {
    let Some((data, start)) = server(workspace, history, &["torture", "overload"])? else {
        return Ok(ExitCode::SUCCESS);
    };
    let folder = data.clone();
    let plan = overload::Plan {
        few: [64, 256],
        many: 1_500,
        times: 3.0,
        lasts: Duration::from_secs(10),
        start: Box::new(move |address| start(address, &folder)),
    };
    let outcome = overload::run(&plan).map_err(|error| nothing(&*error))?;
    print!("{}", overload::report(&outcome));
    Ok(ended(&data, outcome.is_kept()))
}

/// Opens 1,200 connections that come to nothing.
fn slow(workspace: &Workspace, history: &History) -> Result<ExitCode, Trouble> {
    let Some((data, start)) = server(workspace, history, &["torture", "slow"])? else {
        return Ok(ExitCode::SUCCESS);
    };
    let folder = data.clone();
    let plan = slow::Plan {
        slow: 400,
        good: 16,
        alone: Duration::from_secs(8),
        patience: Duration::from_secs(25),
        start: Box::new(move |address| start(address, &folder)),
    };
    let outcome = slow::run(&plan).map_err(|error| nothing(&*error))?;
    print!("{}", slow::report(&outcome));
    Ok(ended(&data, outcome.is_kept()))
}

/// Measures what the server does in a second.
fn speed(workspace: &Workspace, history: &History) -> Result<ExitCode, Trouble> {
    let Some((data, start)) = server(workspace, history, &["bench", "server"])? else {
        return Ok(ExitCode::SUCCESS);
    };
    let (folder, start) = (data.join("speed"), Rc::new(start));
    let again = Rc::clone(&start);
    let plan = speed::Plan {
        clients: 64,
        lasts: Duration::from_secs(10),
        start: Box::new(move |address| start(address, &folder)),
    };
    let outcome = speed::run(&plan).map_err(|error| nothing(&*error))?;
    print!("{}", speed::report(&outcome));
    // With a catalogue of nobody's drafts.
    let folder = data.join("shown");
    let plan = shown::Plan {
        products: 20,
        together: 500,
        start: Box::new(move |address| again(address, &folder)),
    };
    let shown = shown::run(&plan).map_err(|error| nothing(&*error))?;
    print!("{}", shown::report(&shown));
    Ok(ended(&data, outcome.is_kept() && shown.is_kept()))
}

/// Cuts the power so often under sixteen clients; then the same with a server that does not wait for its disk, which has
/// to lose something: otherwise the test would not see a loss.
fn power(workspace: &Workspace, history: &History, cuts: u32) -> Result<ExitCode, Trouble> {
    let number = cuts.to_string();
    let words = ["torture", "power", "--kills", &number];
    let Some((data, start)) = server(workspace, history, &words)? else {
        return Ok(ExitCode::SUCCESS);
    };
    let start = Rc::new(start);
    let cut = |name: &str, is_forgetful: bool| {
        let start = Rc::clone(&start);
        let plan = power::Plan {
            clients: 16,
            cuts,
            folder: data.join(name),
            start: Box::new(move |address, folder: &Path| {
                let mut command = start(address, folder);
                command.envs(is_forgetful.then_some((FORGETFUL, "1")));
                command
            }),
        };
        let losses = power::run(&plan).map_err(|error| nothing(&*error))?;
        print!("{name}\n{}", losses.report());
        Ok(losses)
    };
    let losses = cut("synchronous=FULL", false)?;
    let control = cut("synchronous=NORMAL", true)?;
    if !control.has_loss() {
        println!("the control lost nothing: this run proves nothing");
    }
    Ok(ended(&data, losses.is_clean() && control.has_loss()))
}

/// How to start a server at an address, with a folder.
type Start = Box<dyn Fn(SocketAddr, &Path) -> Command>;

/// A folder for a server of a release build, and its command; `None` if that build has done it all meanwhile.
fn server(
    workspace: &Workspace,
    history: &History,
    words: &[&str],
) -> Result<Option<(PathBuf, Start)>, Trouble> {
    if cfg!(debug_assertions) {
        let words: Vec<_> = words.iter().map(OsStr::new).collect();
        alone::become_release(workspace, &words)?;
        return Ok(None);
    }
    if !workspace.site().join("index.html").is_file() {
        crate::build::build(workspace, history)?;
    }
    let data = workspace
        .notes()
        .join(format!("torture-{}", std::process::id()));
    let program = env::current_exe().map_err(|error| Trouble::file(&workspace.root, &error))?;
    let root = workspace.root.clone();
    let start = move |address: SocketAddr, folder: &Path| {
        let mut command = Command::new(&program);
        command
            .current_dir(&root)
            .args(["serve", "--listen", &address.to_string(), "--data"])
            .arg(folder)
            // What is tortured is a folder of our own, nobody's database.
            .env_remove(DATABASE_URL)
            .env_remove(BLOBS);
        command
    };
    Ok(Some((data, Box::new(start))))
}

fn nothing(error: &dyn Error) -> Trouble {
    Trouble::new(
        format!("the torture came to nothing: {}", chain(error)),
        "look at what the server said above",
    )
}

/// What went well needs no looking into.
fn ended(data: &Path, is_well: bool) -> ExitCode {
    if is_well {
        std::fs::remove_dir_all(data).ok();
        return ExitCode::SUCCESS;
    }
    println!("what was kept lies in {}", data.display());
    ExitCode::FAILURE
}

/// The value below which such a share of them lies; 0 for none.
fn quantile(values: &[f64], share: f64) -> f64 {
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "an index below the length"
    )]
    let index = (share * sorted.len().saturating_sub(1) as f64).ceil() as usize;
    sorted.get(index).copied().unwrap_or_default()
}
