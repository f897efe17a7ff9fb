//! Sourcing requests: a buyer's list, one that is written, one that is sent; a supplier's inbox.

mod ask;
mod compare;
mod compare_cards;
mod compare_table;
mod compose;
mod inbox;
mod landed;
mod list;
mod one;
mod sent;
mod suits;

pub use ask::ask;
pub use list::requests;
pub use one::request;
