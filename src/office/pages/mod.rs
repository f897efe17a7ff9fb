//! One file a page.

mod account;
mod catalogue;
mod cell;
mod company;
mod deal;
mod drawn;
mod entry;
mod home;
mod intake;
mod join;
mod notices;
mod orders;
mod quotations;
mod requests;
mod second_factor;
mod settings;
mod shown;
mod states;

pub use account::account;
pub use catalogue::catalogue;
pub use company::{company, found, name_in, profile_named};
pub use deal::repeat;
pub use deal::send::{Form as DealForm, named as deal_named, title as deal_title};
pub use entry::{sign_in, sign_up};
pub use home::home;
pub use intake::{intake, provide_intake};
pub use join::join;
pub use notices::notices;
pub use orders::{approvals, order, orders, papers};
pub use quotations::quotation;
pub use requests::{ask, request, requests};
pub use second_factor::second_factor;
pub use settings::settings;
pub use shown::say;
pub use states::{not_found, trouble, waiting};
