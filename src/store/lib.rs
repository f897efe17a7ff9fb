//! What the server keeps: one database file in one folder, SQLite embedded.
//!
//! In: values to keep. Out: what was kept, exactly, whatever happened to the process or the power in between.
//! Start with [`Store::open`]; each kind of thing kept has its own repository, such as [`Store::catalogue`].
//!
//! This room reads no clock and knows neither HTTP nor JSON: instants are arguments, bodies are bytes.

pub mod catalogue;

mod database;
mod error;
mod migrations;

#[cfg(test)]
mod contract;

pub use database::Store;
pub use error::StoreError;
