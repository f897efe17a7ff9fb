//! What the hub has of orders.

use api_types::order::Order;
use browser::api::{self, Refused};
use domain::Id;

/// All orders of a company, on either side.
///
/// # Errors
/// See [`Refused`].
pub async fn orders(company: Id) -> Result<Vec<Order>, Refused> {
    let mut all = Vec::new();
    let mut after: Option<String> = None;
    loop {
        let (items, next) = api::orders(company, after.as_deref()).await?;
        all.extend(items);
        after = next;
        if after.is_none() {
            return Ok(all);
        }
    }
}
