//! Hand tools, measuring tools, cutting tools, power tools and what they are kept in.

pub mod abrasive;
pub mod blade;
pub mod drill;
pub mod driver;
pub mod measure;
pub mod plier;
pub mod power;
pub mod spanner;
pub mod storage;
pub mod strike;
