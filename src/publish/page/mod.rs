//! The page of one address: the built `index.html`, filled with what a reader should see before the app is there.
//!
//! [`addresses`] lists them all, [`content`] says what is on one, and [`Template::fill`] writes it.

mod address;
mod content;
mod escape;
mod template;
mod words;

pub use address::{Address, addresses};
pub use api_types::address::{Language, Place};
pub use content::{Content, content, not_found};
pub use template::{Frame, Template, TemplateError};

#[cfg(test)]
mod tests;
