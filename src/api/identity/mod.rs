//! Who somebody is: tokens, passwords, one-time codes, and how often they may be tried.

pub(crate) mod base32;
pub(crate) mod gate;
pub(crate) mod passkey;
pub(crate) mod password;
pub(crate) mod peer;
pub(crate) mod recovery;
pub(crate) mod token;
pub(crate) mod totp;

mod signed_in;

pub(crate) use signed_in::SignedIn;
