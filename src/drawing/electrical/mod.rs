//! Cable, terminals, switchgear, wiring devices, lighting, conduit and batteries.

pub mod battery;
pub mod cable;
pub mod device;
pub mod lighting;
pub mod route;
pub mod switchgear;
pub mod terminal;
