//! Suppliers' files in; checked products and row-by-row diagnostics out.
//!
//! In: the bytes of CSV and XLSX files as people make them, each told apart by its content.
//! Out: [`domain::Product`]s and [`domain::Supplier`]s, and a [`Diagnostic`] for whatever is not as it should be: a bad
//! row never stops a good one.
//! Start with [`read_folder`]; what the columns mean is in `README.md` beside this file. Where a person waits for one
//! file, [`Sheet`] reads it, [`columns`] says which of its columns is which, and a [`Checker`] takes it row by row.
//! A row that is kept by the names of its columns is read by [`product_of`] and [`supplier_of`].
//!
//! This room opens no file, asks no network, reads no clock, and panics on no bytes.

pub mod limits;

mod code;
mod diagnostic;
mod sentence;

mod column;
mod report;
mod row;
mod sheet;
mod tabbed;
mod table;

mod certificates;
pub mod columns;
pub mod dictionary;
mod folder;

mod cells;
mod products;
#[cfg(test)]
mod properties;
#[cfg(test)]
mod sample;
mod suppliers;

pub use cells::{Cells, product_of, supplier_of};
pub use column::Source;
pub use diagnostic::{Diagnostic, Problem, Severity};
pub use dictionary::Dictionary;
pub use folder::{Catalogue, read_folder};
pub use products::{Checked, Checker, Rules, read_products};
pub use sentence::Language;
pub use sheet::Sheet;
pub use suppliers::read_suppliers;
pub use tabbed::tabbed;
