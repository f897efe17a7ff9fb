//! What every host of the market says alike: bodies into values of the market and back, refusals into problems, versions into
//! tags, the digest under which an answer is kept.
//!
//! In: bytes of a body, text of a header, values of the market. Out: the same on the other side of the counter, or why not.
//! Start with [`words`]; [`problem`] has the status of every refusal.
//!
//! The server and the demonstration both speak through this room, so that a client cannot tell them apart.
//! It decides nothing, keeps nothing, and knows neither sockets nor storage.

pub mod body;
pub mod listings;
pub mod newcomer;
pub mod page;
pub mod problem;
pub mod tag;
pub mod words;
