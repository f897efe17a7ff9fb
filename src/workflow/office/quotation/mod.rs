//! A quotation as it is typed by either side, and what one version changes of another.

pub mod bid;
pub mod diff;
pub mod prefill;

pub use bid::{Bid, BidLine, BidPart, BidSpot};
pub use diff::{Change, diff};
pub use prefill::prefill;
