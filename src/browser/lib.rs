//! The only room that calls web APIs, one file a kind of effect.
//!
//! What comes in are plain values of `workflow` and `api_types`; what goes out are the same, or an [`ApiError`] with exactly
//! what a page can do about it.
//! Start with [`catalogue`], which fetches the parts of the published catalogue; [`engine`] is the worker that searches;
//! [`api`] asks the server who somebody is and what is theirs, and [`demo`] answers where there is none.
//!
//! This room knows no component and no word that a person reads.

pub mod api;
pub mod catalogue;
pub mod chance;
pub mod clock;
pub mod demo;
pub mod document;
pub mod engine;
mod error;
pub mod field;
pub mod file;
pub mod format;
pub mod intake;
pub mod keys;
pub mod outbox;
pub mod passkey;
pub mod photo;
pub mod pointer;
pub mod scroll;
pub mod share;
pub mod storage;
pub mod updates;

pub use error::ApiError;
