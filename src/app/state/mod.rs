//! What several pages share: each a `provide_`/`use_` pair.

mod catalogue;
mod engine;
mod language;
mod load;
mod picks;
mod query;
mod title;
mod toast;

pub use catalogue::{Found, provide_catalogue, use_catalogue};
pub use engine::{Engine, Reply, provide_engine, use_engine};
pub use language::{provide_language, use_language};
pub use load::Load;
pub use picks::{provide_picks, use_picks};
pub use query::use_query;
pub use title::describe;
pub use toast::{Toast, provide_toast, use_toast};
