//! Building blocks that know the trade.

mod card;
mod certificates;
mod drawing;
mod marked;
mod price;
mod price_ladder;
mod product_buttons;
mod quantity_box;
mod reliability;
mod search_box;
mod supplier_card;
mod why;

pub use card::{cards, in_language};
pub use certificates::{certificates, is_valid};
pub use drawing::{drawing, drawings_of};
pub use marked::marked;
pub use price::{in_other_currencies, price_per_unit};
pub use price_ladder::price_ladder;
pub use product_buttons::{compare_button, favourite_button};
pub use quantity_box::QuantityBox;
pub use reliability::{demonstration_badge, reliability, verification_badge};
pub use search_box::search_box;
pub use supplier_card::supplier_card;
pub use why::{Line, Opened, why};
