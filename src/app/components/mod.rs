//! Building blocks that know nothing of the trade: words, signals and callbacks in; HTML out.

mod after_paint;
mod breadcrumbs;
mod element;
mod icon;
mod live;
mod notice;
mod sheet;
mod skeleton;

pub use after_paint::{after_paint, when_painted};
pub use breadcrumbs::breadcrumbs;
pub use element::{Element, element, group};
pub use icon::icon;
pub use live::{changed, clicked, effect, live, memo, spawn};
pub use notice::{notice, trouble};
pub use sheet::Sheet;
pub use skeleton::{skeleton_cards, skeleton_rows};
