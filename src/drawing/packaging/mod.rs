//! Cartons, rolls, pallets and mailers.

pub mod carton;
pub mod load;
pub mod mail;
pub mod roll;
