//! The market hosted over ordered maps, for the demonstration: a request in, an answer and the records that changed out.
//!
//! In: a [`Request`] with who asks, the moment and chance, as its host vouches for them. Out: an [`Answer`], the same that the
//! server would give, and, from [`Stage::changes`], every record that is to be kept or thrown away for it. Start with
//! [`Stage::handle`]; [`seed`] has the people, companies and goods that a visitor finds; [`ask`] is what a page and the thread that
//! hosts this say to each other.
//!
//! No rule of the market is written here: [`market::decide`] decides, the table of [`market::access`] permits, the room `clerk`
//! says it as the server does. That both hosts are one market is held by `api`'s
//! `the_demonstration_answers_as_the_server_does`.
//! Passwords are not known here: who plays whom is the visitor's choice.
//!
//! It knows no HTTP sockets, no SQL, no browser, and no clock.

mod accounts;
mod answer;
pub mod ask;
mod blobs;
mod deals;
mod goods;
mod lists;
mod negotiations;
mod order;
mod orders;
pub mod people;
mod records;
mod request;
mod routes;
mod rows;
pub mod seed;
mod stock;
mod things;

#[cfg(test)]
mod tests;

pub use answer::Answer;
pub use people::Person;
pub use records::{Damaged, Record, SEAL};
pub use request::{Call, Request};
pub use rows::{Account, Session};

pub use market::Moment;

use rows::Rows;

/// All that is kept, and what is done with it.
#[derive(Clone, Debug, Default)]
pub struct Stage {
    rows: Rows,
    /// Whoever comes in counts as having shown a second factor: where people are only played, there is nothing to show.
    all_proven: bool,
    seal: records::Seal,
}
