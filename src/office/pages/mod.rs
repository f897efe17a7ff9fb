//! One file a page.

mod account;
mod catalogue;
mod company;
mod entry;
mod home;
mod intake;
mod join;
mod second_factor;
mod shown;
mod states;

pub use account::account;
pub use catalogue::catalogue;
pub use company::{company, found, name_in, profile_named};
pub use entry::{sign_in, sign_up};
pub use home::home;
pub use intake::{intake, provide_intake};
pub use join::join;
pub use second_factor::second_factor;
pub use states::{not_found, trouble, waiting};
