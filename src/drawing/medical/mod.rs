//! Medical consumables and instruments; laboratory glass, plastics and instruments.

pub mod care;
pub mod glass;
pub mod injection;
pub mod instrument;
pub mod laboratory;
pub mod wear;
pub mod wound;
