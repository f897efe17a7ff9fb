//! What crosses the wire: addresses and bodies, one file a noun.
//!
//! In and out: plain values that serde turns into bytes and back: JSON in the API, postcard in the parts of the
//! catalogue. Start with [`catalogue`]: the published catalogue is a set of immutable parts, each named by the hash
//! of its bytes,
//! under one small [`catalogue::Front`] that names them all.
//!
//! This room decides nothing, and never learns who reads it: no framework of the page or of the server is known here.

pub mod account;
pub mod address;
pub mod approval;
pub mod attachment;
pub mod catalogue;
pub mod change;
pub mod company;
pub mod draft;
pub mod health;
#[cfg(feature = "openapi")]
pub mod id;
pub mod listing;
pub mod member;
pub mod message;
pub mod order;
pub mod passkey;
pub mod problem;
pub mod quotation;
pub mod reminder;
pub mod request;
pub mod settings;
mod whole;
