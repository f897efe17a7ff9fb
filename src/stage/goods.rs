//! What a supplier shows: drafts that are published and withdrawn, and what is there of them.
//!
//! A listing is kept and told of as the server does; that the public catalogue is made anew of it is the server's alone.

use std::collections::{BTreeSet, HashMap};

use api_types::listing::{self, ListingForm, PublicationForm};
use clerk::{
    day, listings,
    offer::{Bench, Content},
    words,
};
use domain::Id;
use market::{
    Command, DraftKind, ListingState, Offer, Order, Present, REMINDED_BEFORE, Standing, Version,
    access::Route,
};

use crate::{
    Answer, Request, Session, Stage,
    answer::Fault,
    deals,
    routes::Found,
    rows::Rows,
    things::{Ordered, with_body},
};

/// What is there of all that an order about listings names.
pub(crate) fn find(rows: &Rows, order: &Order, publication: Option<Id>, present: &mut Present) {
    let company = order.company;
    present.company = rows.company(company).cloned();
    let (ids, keys) = (order.command.listings(), order.command.keys());
    for id in &ids {
        let draft = rows.draft(company, *id);
        let listing = rows.listing(company, *id);
        let stand = present.stands.entry(*id).or_default();
        stand.draft = draft.map(|draft| (draft.kind, draft.version));
        stand.listing = listing.map(|listing| Standing {
            state: listing.state,
            version: listing.version,
            key: listing.offered.key.clone(),
        });
    }
    if ids.contains(&company) {
        for key in &keys {
            if let Some(owner) = rows.code((*key).to_owned()) {
                present.codes.insert((*key).to_owned(), *owner);
            }
        }
        present.codes_of_company = rows.codes_of(company);
        deals::waiting(rows, order, &keys, present);
    }
    let keys: BTreeSet<&str> = keys.into_iter().collect();
    for (id, listing) in rows.listings(company, None) {
        present.listings += 1;
        if listing.state != ListingState::Published {
            continue;
        }
        let key = &listing.offered.key;
        present.has_page |= id == company;
        if listing.kind == DraftKind::Product && keys.contains(&key[..]) {
            present.keys.insert(key.clone(), id);
        }
    }
    present.publication = publication.is_some_and(|id| rows.publication(company, id).is_some());
}

/// As it is answered.
pub(crate) fn listing(id: Id, found: &market::Listing) -> listing::Listing {
    listing::Listing {
        id,
        kind: words::draft_kind(found.kind),
        version: found.version,
        state: listings::state(found.state),
        draft: found.draft,
        published_at: found.published_at.0,
    }
}

impl Stage {
    /// What a request publishes, and withdraws with it.
    pub(crate) fn publication(
        &self,
        request: &Request<'_>,
        found: &Found<'_>,
        who: &Session,
    ) -> Result<Ordered, Fault> {
        let [company, id] = found.ids()?;
        let today = day::of(request.at);
        // What it is decided upon is looked up for those alone who may ask.
        if found.route == Route::PutListing {
            let (terms, form) = with_body::<ListingForm>(request)?;
            self.may(who, found.route, Some(company))?;
            let offers = self.offers(company, &[(id, form.draft)], today);
            let offer = offers.into_iter().next().ok_or(Fault::NotFound)?;
            let known = terms.known;
            return Ok((company, terms, Command::PutListing { offer, known }, true));
        }
        let (terms, form) = with_body::<PublicationForm>(request)?;
        self.may(who, found.route, Some(company))?;
        listings::check(&form)?;
        let asked: Vec<_> = form
            .publish
            .iter()
            .map(|item| (item.id, item.draft))
            .collect();
        let withdrawals = form.withdraw.iter().map(|item| (item.id, item.version));
        let command = Command::PutPublication {
            publication: id,
            offers: self.offers(company, &asked, today),
            withdrawals: withdrawals.collect(),
        };
        Ok((company, terms, command, true))
    }

    /// Reads and checks the drafts of a company at the versions named.
    pub(crate) fn offers(
        &self,
        company: Id,
        asked: &[(Id, Version)],
        today: domain::Date,
    ) -> Vec<Offer> {
        let rows = &self.rows;
        let offer = |&(listing, draft): &(Id, Version)| Offer {
            listing,
            draft,
            checked: None,
        };
        let mut offers: Vec<_> = asked.iter().map(offer).collect();
        let Some(found) = rows.company(company) else {
            return offers;
        };
        for offer in &mut offers {
            let draft = rows.draft(company, offer.listing);
            let Some(draft) = draft.filter(|draft| draft.version == offer.draft) else {
                continue;
            };
            let content = Content::read(&draft.content);
            let mut photos = HashMap::new();
            for id in content.iter().flat_map(|content| &content.photos) {
                if let Some(blob) = rows.blob(company, *id) {
                    photos.insert(*id, (blob.digest, blob.media));
                }
            }
            let bench = Bench {
                company: found,
                // The catalogue's own suppliers are those who are played here.
                reserved: Vec::new(),
                photos,
                today,
            };
            offer.checked = Some(bench.check(draft.kind, content));
        }
        offers
    }

    pub(crate) fn reminders(
        &self,
        request: &Request<'_>,
        found: &Found<'_>,
        who: &Session,
    ) -> Result<Answer, Fault> {
        let [company] = found.ids()?;
        self.may(who, found.route, Some(company))?;
        let today = day::of(request.at);
        let soon = today.days_since_epoch() + REMINDED_BEFORE;
        let shown = self.rows.listings(company, None);
        let mut ending: Vec<_> = shown
            .filter(|(_, listing)| listing.state == ListingState::Published)
            .filter_map(|(id, listing)| Some((listing.offered.expires_on?, id, listing)))
            .filter(|(day, ..)| *day <= soon)
            .collect();
        ending.sort_by_key(|(day, id, _)| (*day, *id));
        ending.truncate(listings::MOST_REMINDERS as usize);
        let ending = ending.iter();
        let ending = ending.map(|(_, id, listing)| (*id, &listing.offered.content[..]));
        Ok(Answer::json(200, &listings::reminders(ending, today)))
    }
}
