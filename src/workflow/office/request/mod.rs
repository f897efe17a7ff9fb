//! A sourcing request on a buyer's side: typed, looked at by the engine, sent.

pub mod check;
pub mod pasted;
pub mod sent;
pub mod sheet;
pub mod suit;
pub mod terms;
mod wire;

pub use check::{Fault, Part, Spot};
pub use sent::{Phase, Sent, arranged};
pub use sheet::{Line, MOST_LINES, Missing, Sheet};
pub use suit::{Suitor, suitors};
pub use wire::answered;
