//! The thin JSON API, and the built site beside it: extract, decide, store, answer.
//!
//! In: HTTP/1.1 requests, from a TLS-terminating proxy or a browser on the same machine. Out: the published catalogue,
//! the site's files, health, and problems. Start with [`serve`]; `README.md` beside this file has the conventions.
//!
//! This room decides nothing about trade and writes no sentence for a reader: it sends codes.

mod accept;
mod catalogue;
mod headers;
mod health;
mod limits;
mod listen;
mod media;
mod problem;
mod representation;
mod request_log;
mod routes;
mod serve;
mod site;

#[cfg(test)]
mod testing;

pub use serve::{Config, ServeError, serve};
