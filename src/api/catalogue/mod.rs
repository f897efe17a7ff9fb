//! The published catalogue, read from the store.

mod front;
mod part;

#[cfg(test)]
mod tests;

pub(crate) use front::{front, show};
pub(crate) use part::part;

use store::catalogue::{Coding, Part};

use crate::representation::{Cache, Representation};

fn represent(part: Part, media_type: &'static str, cache: Cache) -> Representation {
    let coding = match part.coding {
        Coding::Identity => None,
        Coding::Gzip => Some("gzip"),
        Coding::Brotli => Some("br"),
    };
    // RFC 9110, 8.8.3.3: each coding of a part is a representation of its own, with a tag of its own.
    let tag = match coding {
        Some(coding) => format!("{}-{coding}", part.digest),
        None => part.digest,
    };
    Representation {
        media_type,
        coding,
        tag: Some(tag),
        cache,
        bytes: part.bytes,
    }
}
