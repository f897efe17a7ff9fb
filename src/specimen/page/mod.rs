//! Pages of nobody's documents, drawn flat: passport, cards, licence, register extract, each marked SPECIMEN.

mod company;
mod identity;
mod person;
mod press;
#[cfg(test)]
mod tests;

pub use company::{bizfile, licence};
pub use identity::{card, passport, resident_back, resident_front, singapore, td2};
pub use person::{name, number, today, zone};
pub use press::{Press, Print};
