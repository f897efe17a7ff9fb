//! The `cargo hub` command: build, serve, demonstrate, import, test, measure.
//!
//! In: the words typed, the workspace's files, the machine's tools. Out: `target/site`, `dist`, an open address,
//! a verdict. Start with [`command`], which lists all that can be typed; [`build`] is the way from sources to site.
//!
//! This room holds no rule of the trade: it only calls those that do, and other programs.

mod alone;
mod bench;
mod build;
mod command;
mod demo;
mod doctor;
mod ekyc;
mod help;
mod import;
mod keep;
mod progress;
mod search;
mod serve;
mod suppliers;
mod test;
mod tools;
mod torture;
mod trouble;
mod workspace;

use std::{env, process::ExitCode};

use command::{Command, Typed};
use progress::History;
use trouble::Trouble;
use workspace::Workspace;

fn main() -> ExitCode {
    match start() {
        Ok(code) => code,
        Err(trouble) => {
            eprintln!("{trouble}");
            ExitCode::FAILURE
        }
    }
}

fn start() -> Result<ExitCode, Trouble> {
    let Typed {
        command,
        database,
        blobs,
    } = Command::parse(env::args_os().skip(1))?;
    if command == Command::Help {
        print!("{}", help::HELP);
        return Ok(ExitCode::SUCCESS);
    }
    if command == Command::SearchHelp {
        print!("{}", search::HELP);
        return Ok(ExitCode::SUCCESS);
    }
    if command == Command::EkycHelp {
        print!("{}", ekyc::HELP);
        return Ok(ExitCode::SUCCESS);
    }
    let mut workspace = Workspace::find()?;
    workspace.database = database.or(workspace.database);
    workspace.blobs = blobs.or(workspace.blobs);
    let history = History::new(workspace.cache.join("times.txt"));
    match command {
        Command::Help | Command::SearchHelp | Command::EkycHelp => (),
        Command::Doctor => doctor::print(&workspace)?,
        Command::Build => build::build(&workspace, &history)?,
        Command::Demo { address } => demo::write(&workspace, &history, address.as_deref())?,
        Command::Import { folder } => return import::check(&folder),
        Command::Test { parts } => return test::run_all(&workspace, &history, &parts),
        Command::Bench { write } => bench::run_all(&workspace, &history, write)?,
        Command::BenchSearch { write } => bench::search::run(&workspace, &history, write)?,
        Command::Ekyc(task) => ekyc::start(&workspace, &task)?,
        Command::Search(task) => search::start(&workspace, &task)?,
        Command::Alone { listen, data } => alone::serve(&workspace, &history, listen, &data)?,
        Command::Backup { data, into } => keep::back_up(&workspace, data, &into)?,
        Command::Restore { from, data } => keep::restore(&workspace, data, &from)?,
        Command::Audit { data } => return keep::audit(&workspace, data),
        Command::Reviewer { data, email } => keep::reviewer(&workspace, data, &email)?,
        Command::Torture { victim, kills } => {
            return torture::run(&workspace, &history, victim, kills);
        }
        Command::Serve { host, port } => {
            build::build(&workspace, &history)?;
            serve::serve(&workspace, &history, host, port)?;
        }
    }
    Ok(ExitCode::SUCCESS)
}
