//! Multi-step jobs and page states as pure values: events and present state in; new state out.
//!
//! Start with [`browse`]: what a product list shows, given the list and what the reader asked for. [`engine`] is what a
//! page does about the engine that searches. [`intake`] takes a supplier's file in. [`outbox`] keeps what a person writes
//! until the server has it. [`office`] is what stands behind the sign-in.
//!
//! This room never fetches, never reads a clock and knows no page framework: today's date is an argument.

pub mod browse;
pub mod engine;
pub mod intake;
pub mod marks;
pub mod need;
pub mod office;
pub mod order;
pub mod outbox;
pub mod picks;
pub mod search_box;
