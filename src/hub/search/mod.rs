//! `cargo hub search`: the engine of the browser, run here: over judged sets, and to find what is known to be there.

pub mod engine;
mod files;
pub mod known_items;
pub mod lists;
mod run;
pub mod score;
pub mod set;
pub mod split;
mod task;
mod train;

#[cfg(test)]
pub use task::Order;
pub use task::{HELP, Task};

use crate::{trouble::Trouble, workspace::Workspace};

/// Does what was typed after `cargo hub search`.
pub fn start(workspace: &Workspace, task: &Task) -> Result<(), Trouble> {
    match task {
        Task::Run(order) => run::run(order),
        Task::Score { set, run, language } => run::print_score(set, run, *language),
        Task::LayOut { docs, out } => files::lay_out(docs, out),
        Task::Fetch(wanted) => files::fetch(wanted),
        Task::Train { sets, out } => train::run(sets, out),
        Task::Known { out } => known_items::print_report(workspace, out.as_deref()),
        Task::Lists { out } => lists::print_report(workspace, out.as_deref()),
    }
}
