//! A quotation as it is typed by either side, and what one version changes of another.

pub mod bid;
pub mod deal;
pub mod diff;
pub mod prefill;
pub mod talk;
mod wire;

pub use bid::{Bid, BidLine, BidPart, BidSpot, amount_of, total_of};
pub use deal::{Acts, Deal, Side, Standing, Version};
pub use diff::{Change, diff};
pub use prefill::{Conditions, Wanted, prefill};
pub use talk::{Asked, Message, Talk};
pub use wire::messages;
