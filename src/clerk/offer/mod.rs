//! What a draft says, read by the room that reads suppliers' files: into what may be published, or its faults.
//!
//! Start with [`Bench::check`]; [`Kept`] is what a listing's content means when it is read again.

mod content;
mod fault;
mod page;
mod product;

pub use content::{Content, Kept, certificates};
pub use product::{DICTIONARY, hexadecimal, is_picture};

use std::collections::HashMap;

use domain::{Certificate, Date, Id, Media};
use market::{DraftKind, Fault, Offered, Why};

/// All that the drafts of a company are checked against.
#[derive(Clone, Debug)]
pub struct Bench<'a> {
    pub company: &'a market::Company,
    /// Codes that demonstration suppliers have.
    pub reserved: Vec<String>,
    /// The company's photographs that are asked for, with the SHA-256 of their bytes.
    pub photos: HashMap<Id, ([u8; 32], Media)>,
    pub today: Date,
}

impl Bench<'_> {
    /// What of a draft may be published.
    ///
    /// # Errors
    /// All its faults.
    pub fn check(
        &self,
        kind: DraftKind,
        content: Result<Content, Fault>,
    ) -> Result<Offered, Vec<Fault>> {
        let content = content.map_err(|fault| vec![fault])?;
        match kind {
            DraftKind::Product => product::check(self, content),
            DraftKind::Profile => page::check(self, content),
            // The market says so of every kind that is not published.
            DraftKind::SourcingRequest => Err(vec![Fault::new("/draft", Why::Check)]),
        }
    }
}

/// The last day on which all of them count.
fn expires_on<'a>(certificates: impl IntoIterator<Item = &'a Certificate>) -> Option<i32> {
    certificates
        .into_iter()
        .map(|certificate| certificate.valid_until.days_since_epoch())
        .min()
}
