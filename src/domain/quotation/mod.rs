//! What a buyer and one supplier offer each other for a request, in numbered versions that are never edited.

mod bid;
mod state;

pub use bid::{Bid, BidLine};
pub use state::{Deed, NotNow, QuotationState, Side};
