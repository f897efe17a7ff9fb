//! What a draft says, read by the room that reads suppliers' files: into what may be published, or its faults.

mod content;
mod fault;
mod page;
mod product;

pub(crate) use content::{Kept, certificates};
pub(crate) use fault::fault;
pub(crate) use product::{DICTIONARY, hexadecimal};

use std::collections::{BTreeMap, HashMap};

use domain::{Certificate, Date, Id};
use market::{DraftKind, Fault, Offer, Offered, Version, Why};

use crate::{clock, problem::Error, routes::Api};
use content::Content;

/// Drafts with all that they are checked against.
struct Bench {
    company: market::Company,
    /// Codes that demonstration suppliers have.
    reserved: Vec<String>,
    /// The company's photographs that are asked for: digest and extension.
    photos: HashMap<Id, ([u8; 32], &'static str)>,
    today: Date,
}

impl Api {
    /// Reads and checks the drafts of a company at the versions named.
    pub(crate) async fn offers(
        &self,
        company: Id,
        asked: &[(Id, Version)],
    ) -> Result<Vec<Offer>, Error> {
        let companies = self.store.companies();
        let bare = |(listing, draft): &(Id, Version)| Offer {
            listing: *listing,
            draft: *draft,
            checked: None,
        };
        let mut offers: Vec<_> = asked.iter().map(bare).collect();
        let Some((_, found)) = companies.find(company).await? else {
            return Ok(offers);
        };
        let ids: Vec<_> = asked.iter().map(|(id, _)| *id).collect();
        let drafts = companies.drafts_of(company, &ids).await?;
        let drafts: BTreeMap<_, _> = drafts.into_iter().map(|draft| (draft.id, draft)).collect();
        let mut work = Vec::new();
        let mut photos = HashMap::new();
        for (at, offer) in offers.iter().enumerate() {
            let draft = drafts.get(&offer.listing);
            let Some(draft) = draft.filter(|draft| draft.version == offer.draft) else {
                continue;
            };
            let content = Content::read(&draft.content);
            for blob in content.iter().flat_map(|content| &content.photos) {
                if let Some(found) = companies.blob(company, *blob).await? {
                    photos.insert(*blob, (found.digest, found.media.extension()));
                }
            }
            work.push((at, draft.kind, content));
        }
        let reserved = if ids.contains(&company) {
            self.reserved().await?
        } else {
            Vec::new()
        };
        let bench = Bench {
            company: found,
            reserved,
            photos,
            today: clock::today(),
        };
        let checked = tokio::task::spawn_blocking(move || {
            let check = |(at, kind, content)| (at, bench.check(kind, content));
            work.into_iter().map(check).collect::<Vec<_>>()
        });
        for (at, checked) in checked
            .await
            .expect("a check neither panics nor is cancelled")
        {
            offers[at].checked = Some(checked);
        }
        Ok(offers)
    }
}

impl Bench {
    fn check(
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
