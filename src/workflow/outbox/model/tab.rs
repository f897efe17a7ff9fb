//! One tab: the core, and what it still has to do and to hear.

use std::collections::VecDeque;

use super::super::answer::Answer;
use super::super::event::{Effect, Kept, News};
use super::super::item::{Key, Request, Row};
use super::super::machine::Outbox;

#[derive(Clone, Debug)]
pub enum Job {
    Effect(Effect),
    /// The second half of keeping a row: the database has it, or could not take it.
    Append {
        row: Row,
        in_database: bool,
    },
}

#[derive(Clone, Debug, Default)]
pub struct Tab {
    pub outbox: Outbox,
    pub jobs: VecDeque<Job>,
    pub heard: VecDeque<News>,
    /// Does nothing until it thaws; may hold the lock.
    pub is_frozen: bool,
    /// What its clock shows beyond the true time; a tab's clock starts years ahead so that it can go back.
    pub clock: u64,
    /// Tells answers to this tab from those to one that died.
    pub serial: u64,
}

/// A request on its way, or the answer to it.
#[derive(Clone, Debug)]
pub struct Packet {
    pub serial: u64,
    pub key: Key,
    pub attempt: u32,
    pub account: String,
    /// Whose session the browser sent along.
    pub session: Option<String>,
    pub request: Request,
    pub answer: Option<Answer>,
}

/// Where a row was kept.
pub fn kept(in_database: bool, in_journal: bool) -> Kept {
    match (in_database, in_journal) {
        (true, true) => Kept::Twice,
        (false, false) => Kept::Nowhere,
        _ => Kept::Once,
    }
}
