//! What the server keeps: one database file in one folder, SQLite embedded.
//!
//! In: values to keep. Out: what was kept, exactly, whatever happened to the process or the power in between.
//! Start with [`Store::open`]; each kind of thing kept has its own repository, such as [`Store::catalogue`].
//!
//! This room reads no clock and knows neither HTTP nor JSON: instants are arguments, bodies are bytes.

pub mod account;
pub mod catalogue;
pub mod company;

mod audit;
mod backup;
mod database;
mod error;
mod known;
mod migrations;
mod writer;

#[cfg(test)]
mod contract;

pub use audit::{AuditFault, Audited, Bad};
pub use backup::{Backup, BackupError, back_up, restore};
pub use database::Store;
pub use error::StoreError;
