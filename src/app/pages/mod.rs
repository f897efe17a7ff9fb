//! One page a file: its data, its layout, its own parts.

mod about;
mod browse;
mod compare;
mod home;
mod missing;
mod need;
mod product;
mod saved;
mod supplier;

pub use about::about;
pub use browse::{category, department, products};
pub use compare::compare;
pub use home::home;
pub use missing::not_found;
pub use need::need;
pub use product::product;
pub use saved::favourites;
pub use supplier::{supplier, suppliers};
