//! Drafts that are to be published, with all that they are checked against.

use std::collections::{BTreeMap, HashMap};

use api_types::catalogue::{Front, decode};
use clerk::offer::{Bench, Content};
use domain::Id;
use market::{Offer, Version};
use store::catalogue::Accepted;

use crate::{clock, problem::Error, routes::Api};

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
                    photos.insert(*blob, (found.digest, found.media));
                }
            }
            work.push((at, draft.kind, content));
        }
        let reserved = if ids.contains(&company) {
            self.reserved().await?
        } else {
            Vec::new()
        };
        let today = clock::today();
        let checked = tokio::task::spawn_blocking(move || {
            let bench = Bench {
                company: &found,
                reserved,
                photos,
                today,
            };
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

    /// Codes of suppliers that are published and no company of the hub.
    async fn reserved(&self) -> Result<Vec<String>, Error> {
        let part = self.store.catalogue().front(Accepted::default()).await?;
        let front: Option<Front> = part.and_then(|part| decode(&part.bytes).ok());
        let suppliers = front.map_or_else(Vec::new, |front| front.suppliers);
        let invented = suppliers
            .into_iter()
            .filter(|supplier| supplier.demonstration);
        Ok(invented.map(|supplier| supplier.code).collect())
    }
}
