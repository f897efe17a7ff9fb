//! Building blocks that know nothing of the trade: words, signals and callbacks in; HTML out.

mod after_paint;
mod breadcrumbs;
mod icon;
mod live;
mod notice;
mod sheet;
mod skeleton;

pub use after_paint::after_paint;
pub use breadcrumbs::breadcrumbs;
pub use icon::icon;
pub use live::{changed, clicked, live};
pub use notice::{notice, trouble};
pub use sheet::Sheet;
pub use skeleton::{skeleton_cards, skeleton_rows};
