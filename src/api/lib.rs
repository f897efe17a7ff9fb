//! The thin JSON API, and the built site beside it: extract, decide, store, answer.
//!
//! In: HTTP/1.1 requests, from a TLS-terminating proxy or a browser on the same machine. Out: accounts, companies and
//! what is theirs, the published catalogue, the site's files, health, and problems. Start with [`serve`]; `README.md`
//! beside this file has the conventions.
//!
//! This room decides nothing about trade and writes no sentence for a reader: it sends codes.

mod accept;
mod around;
mod asked;
mod catalogue;
mod chance;
mod clock;
mod coming;
mod company;
mod headers;
mod health;
mod identity;
mod limits;
mod listen;
mod listing;
mod live;
mod me;
mod media;
mod openapi;
mod photo;
mod problem;
mod representation;
mod request_log;
mod routes;
mod same_site;
mod serve;
mod site;
mod version;
mod wire;

#[cfg(test)]
mod one_market;
#[cfg(test)]
mod testing;

pub use live::{Base, Goods};
pub use serve::{Config, ServeError, serve};
