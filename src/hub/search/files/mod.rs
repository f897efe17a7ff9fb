//! A set as static files (`src/search/sharded/FORMAT.md`), and searches in them over plain HTTP with every byte counted.

mod host;
mod lay_out;
mod look;
mod report;

#[cfg(test)]
mod tests;

pub use lay_out::lay_out;
pub use report::fetch;
