//! Multi-step jobs and page states as pure values: events and present state in; new state out.
//!
//! Start with [`browse`]: what a product list shows, given the list and what the reader asked for.
//!
//! This room never fetches, never reads a clock and knows no page framework: today's date is an argument.

pub mod browse;
pub mod order;
pub mod picks;
