//! The signed-in half of the product as values: its addresses, what is said while a number is typed, what needs somebody,
//! and the key of what they did.

pub mod agent;
pub mod attached;
pub mod catalogue;
pub mod compare;
pub mod copy;
pub mod deed;
pub mod glossary;
pub mod needs;
pub mod notice;
pub mod place;
pub mod quotation;
pub mod record;
pub mod registration;
pub mod request;

pub use place::OfficePlace;
