//! `cargo hub ekyc`: the code that reads and checks documents in the browser, run here on whatever anybody likes.

mod numbers;
mod task;

pub use task::{HELP, Task};

use crate::trouble::Trouble;

/// Does what was typed after `cargo hub ekyc`.
pub fn start(task: &Task) -> Result<(), Trouble> {
    match task {
        Task::Numbers { day } => numbers::run(*day),
    }
}
