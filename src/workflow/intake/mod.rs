//! A supplier's file on its way through the browser: dropped, read, its columns named, its rows checked, and looked at.
//!
//! [`Intake`] takes an [`Event`] and gives back what is to be done about it; whoever calls it has the worker that runs the
//! `intake` module. [`ask`] is the messages between the two.

pub mod ask;
mod machine;
mod memory;
mod slices;
mod window;

#[cfg(test)]
mod tests;

pub use machine::{Effect, Event, Intake, Stage, View};
pub use memory::Memory;
pub use slices::{SLICE, Slices};
pub use window::Window;
