//! What the server keeps: in SQLite, one file in one folder, or in PostgreSQL.
//!
//! In: values to keep. Out: what was kept, exactly, whatever happened to the process or the power in between.
//! Start with [`Store::open`] or [`Store::connect`]; each kind of thing kept has its own repository, such as [`Store::catalogue`].
//!
//! This room reads no clock and knows neither HTTP nor JSON: instants are arguments, bodies are bytes.

pub mod account;
pub mod catalogue;
pub mod company;

mod audit;
mod backend;
mod backup;
mod database;
mod error;
mod known;
mod migrations;
mod sql;
mod writer;

#[cfg(test)]
mod contract;

pub use audit::{AuditFault, Audited, Bad};
pub use backup::{Backup, BackupError, back_up, restore};
pub use database::Store;
pub use error::StoreError;
