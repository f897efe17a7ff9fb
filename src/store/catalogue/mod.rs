//! The published catalogue: parts that never change once published, under one front that names them.
//!
//! A publication replaces the front and the set of current parts in one transaction.
//! Parts that it leaves out stay for [`KEPT`], since a client may hold the earlier front.

mod compress;
mod edition;
mod publish;
mod read;

use std::time::Duration;

use bytes::Bytes;

use crate::Store;

pub use edition::{Edition, Shown};
pub use publish::Publication;

/// The one part whose bytes may change under its name.
pub const FRONT: &str = "front.bin";

/// How long a part outlives the publication that left it out: a client that was offline for a month finds its own.
pub const KEPT: Duration = Duration::from_hours(30 * 24);

/// The catalogue's repository.
#[derive(Clone, Copy, Debug)]
pub struct Catalogue<'a> {
    store: &'a Store,
}

impl<'a> Catalogue<'a> {
    pub(crate) fn new(store: &'a Store) -> Self {
        Self { store }
    }
}

/// How the bytes of a part are coded.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Coding {
    /// As published.
    Identity,
    /// RFC 1952.
    Gzip,
    /// RFC 7932.
    Brotli,
}

/// Which codings the reader of a part understands besides [`Coding::Identity`], which everybody does.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Accepted {
    pub gzip: bool,
    pub brotli: bool,
}

/// A part as it is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// SHA-256 of the part as published, lower-case hexadecimal; the same for every coding.
    pub digest: String,
    pub coding: Coding,
    pub bytes: Bytes,
}

impl Coding {
    /// As the database spells it: the registered names of HTTP's content codings.
    fn name(self) -> &'static str {
        match self {
            Self::Identity => "identity",
            Self::Gzip => "gzip",
            Self::Brotli => "br",
        }
    }

    fn parse(name: &str) -> Option<Self> {
        [Self::Identity, Self::Gzip, Self::Brotli]
            .into_iter()
            .find(|coding| coding.name() == name)
    }
}
