//! What every host of the market says alike: bodies into values of the market and back, refusals into problems, versions into
//! tags, the digest under which an answer is kept, and what of a draft or of a photograph's file may be published.
//!
//! In: bytes of a body, text of a header, values of the market. Out: the same on the other side of the counter, or why not.
//! Start with [`words`]; [`problem`] has the status of every refusal, [`mod@offer`] what is asked of a product or a page.
//!
//! The server and the demonstration both speak through this room, so that a client cannot tell them apart.
//! It decides nothing of who may do what, keeps nothing, and knows neither sockets nor storage.

pub mod body;
pub mod day;
pub mod deal;
pub mod listings;
pub mod newcomer;
pub mod offer;
pub mod page;
pub mod photo;
pub mod problem;
pub mod tag;
pub mod words;
