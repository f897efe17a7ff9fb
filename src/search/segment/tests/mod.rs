//! What is written is read, whatever is written; what is damaged is refused or reads as nothing.

mod damage;
pub(crate) mod model;
mod round_trip;
mod terms;
