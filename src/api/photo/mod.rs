//! Photographs that are shown to everybody; what one may be is said by the clerk.

mod show;

pub(crate) use show::show;
