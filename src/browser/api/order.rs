//! Purchase orders, approvals, and what a company has laid down for them. Steps and decisions go through the outbox.

use api_types::approval::{Approval, Approvals};
use api_types::change::Receipt;
use api_types::order::{Order, Orders};
use api_types::settings::{Limits, Payee, Settings};
use domain::Id;
use gloo_net::http::Method;

use super::call::Ask;
use super::goods::Part;
use super::{Deed, Refused};

/// Orders on either side, by the fifty.
///
/// # Errors
/// See [`Refused`].
pub async fn orders(company: Id, after: Option<&str>) -> Result<Part<Order>, Refused> {
    let after = after.map_or_else(String::new, |after| format!("&after={after}"));
    let path = format!("v1/companies/{company}/orders?limit=50{after}");
    let orders: Orders = Ask::get(&path).read().await?;
    Ok((orders.items, orders.next))
}

/// # Errors
/// See [`Refused`].
pub async fn order(company: Id, order: Id) -> Result<Order, Refused> {
    let path = format!("v1/companies/{company}/orders/{order}");
    Ask::get(&path).read().await
}

/// The first hundred.
///
/// # Errors
/// See [`Refused`].
pub async fn approvals(company: Id) -> Result<Vec<Approval>, Refused> {
    let path = format!("v1/companies/{company}/approvals?limit=100");
    let approvals: Approvals = Ask::get(&path).read().await?;
    Ok(approvals.items)
}

/// # Errors
/// See [`Refused`].
pub async fn approval(company: Id, approval: Id) -> Result<Approval, Refused> {
    let path = format!("v1/companies/{company}/approvals/{approval}");
    Ask::get(&path).read().await
}

/// # Errors
/// See [`Refused`].
pub async fn settings(company: Id) -> Result<Settings, Refused> {
    let path = format!("v1/companies/{company}/settings");
    Ask::get(&path).read().await
}

/// # Errors
/// See [`Refused`].
pub async fn set_limits(deed: Deed, limits: &Limits, seen: u64) -> Result<Receipt, Refused> {
    let ask = deed.ask(Method::PUT, "/limits").body(limits);
    ask.seen(seen).read().await
}

/// # Errors
/// See [`Refused`].
pub async fn propose_payee(deed: Deed, payee: &Payee, seen: u64) -> Result<Receipt, Refused> {
    let ask = deed.ask(Method::PUT, "/payee").body(payee);
    ask.seen(seen).read().await
}

/// # Errors
/// See [`Refused`].
pub async fn confirm_payee(deed: Deed, seen: u64) -> Result<Receipt, Refused> {
    let ask = deed.ask(Method::POST, "/payee/confirmation");
    ask.seen(seen).read().await
}

/// # Errors
/// See [`Refused`].
pub async fn drop_payee(deed: Deed, seen: u64) -> Result<Receipt, Refused> {
    deed.ask(Method::DELETE, "/payee").seen(seen).read().await
}
