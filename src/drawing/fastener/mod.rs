//! Screws, nuts, washers, anchors, pins, bearings, rigging, springs and door hardware.

mod thread;
mod views;

pub mod anchor;
pub mod bearing;
pub mod bolt;
pub mod hardware;
pub mod nut;
pub mod pin;
pub mod rigging;
pub mod rod;
pub mod screw;
pub mod spring;
pub mod washer;

pub use thread::Thread;
pub use views::Views;
