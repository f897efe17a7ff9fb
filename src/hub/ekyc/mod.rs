//! `cargo hub ekyc`: the code that reads and checks documents in the browser, taught, measured and run here.

mod analyse;
mod gates;
mod generate;
mod numbers;
mod outline;
mod reading;
mod still;
mod task;
mod train;

pub use task::{HELP, Task};

use crate::{trouble::Trouble, workspace::Workspace};

/// Does what was typed after `cargo hub ekyc`.
pub fn start(workspace: &Workspace, task: &Task) -> Result<(), Trouble> {
    match task {
        Task::Analyse { files, kind, day } => analyse::run(files, *kind, *day),
        Task::Generate { seed, count, out } => generate::run(*seed, *count, out),
        Task::Numbers { day } => numbers::run(*day),
        Task::Outline { count } => {
            outline::print(*count);
            Ok(())
        }
        Task::Gates { count } => {
            gates::print(*count);
            Ok(())
        }
        Task::Teach { count, seed } => outline::learn(workspace, *count, *seed),
        Task::Train { steps, seed } => train::run(workspace, *steps, *seed),
        Task::Read { count } => {
            reading::print(*count);
            Ok(())
        }
    }
}
