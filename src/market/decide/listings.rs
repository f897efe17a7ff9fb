use std::collections::BTreeMap;

use domain::Id;

use super::{requests, same};
use crate::{
    CompanyKind, Decision, DraftKind, Fault, Item, Listing, ListingState, MAX_CODES, MAX_ITEMS,
    MAX_LISTINGS, Notice, Noun, Offer, Order, Outcome, Present, Publication, Refusal, Version, Why,
    Write,
};

pub(super) fn put(
    order: &Order,
    offer: &Offer,
    known: Option<Version>,
    present: &Present,
) -> Result<Decision, Refusal> {
    let mut shelf = Shelf::new(order, present)?;
    if let Some(known) = known {
        let standing = present.stand(offer.listing).listing.as_ref();
        same(known, standing.ok_or(Refusal::NotFound)?.version)?;
    }
    shelf.publish(offer)?;
    Ok(shelf.decided())
}

pub(super) fn withdraw(
    order: &Order,
    listing: Id,
    known: Version,
    present: &Present,
) -> Result<Decision, Refusal> {
    let mut shelf = Shelf::new(order, present)?;
    shelf.withdraw(listing, known)?;
    Ok(shelf.decision)
}

/// All that are good are done, and of the others it is kept why not. What is withdrawn goes first, so that a number may
/// pass from one listing to another; and a supplier's page before the products, which need one.
pub(super) fn many(
    order: &Order,
    publication: Id,
    (offers, withdrawals): (&[Offer], &[(Id, Version)]),
    present: &Present,
) -> Result<Decision, Refusal> {
    if MAX_ITEMS < offers.len() + withdrawals.len() {
        return Err(Refusal::Invalid(vec![Fault::new("/publish", Why::TooLong)]));
    }
    let mut shelf = Shelf::new(order, present)?;
    if present.publication {
        return Err(Refusal::Exists { version: 1 });
    }
    shelf.tell(Noun::Publication, publication, 1);
    let mut items = Vec::new();
    for (listing, known) in withdrawals {
        let done = shelf.withdraw(*listing, *known);
        items.push((*listing, done.map(Outcome::Withdrawn)));
    }
    let is_page = |offer: &&Offer| offer.listing == order.company;
    let (pages, products): (Vec<_>, Vec<_>) = offers.iter().partition(is_page);
    for offer in pages.into_iter().chain(products) {
        let done = shelf.publish(offer);
        items.push((offer.listing, done.map(Outcome::Published)));
    }
    let items = items.into_iter().map(|(listing, done)| Item {
        listing,
        outcome: done.unwrap_or_else(Outcome::Refused),
    });
    let kept = Publication {
        items: items.collect(),
        at: order.at,
    };
    shelf
        .decision
        .writes
        .push(Write::Publication(publication, kept));
    Ok(shelf.decided())
}

/// A supplier's listings while they are changed: what was there, and what has been decided so far.
struct Shelf<'a> {
    order: &'a Order,
    present: &'a Present,
    /// Who has which key now.
    keys: BTreeMap<String, Id>,
    /// Listings as they are now, where that is no longer as they were: state, version and key.
    changed: BTreeMap<Id, (ListingState, Version, String)>,
    has_page: bool,
    listings: u64,
    decision: Decision,
    /// What was asked of the supplier before it was here; told of behind what the order is about.
    found: Decision,
}

impl<'a> Shelf<'a> {
    fn new(order: &'a Order, present: &'a Present) -> Result<Self, Refusal> {
        let company = present.company.as_ref().ok_or(Refusal::NotFound)?;
        if company.form.kind != CompanyKind::Supplier {
            return Err(Refusal::NotSupplier);
        }
        Ok(Self {
            order,
            present,
            keys: present.keys.clone(),
            changed: BTreeMap::new(),
            has_page: present.has_page,
            listings: present.listings,
            decision: Decision::default(),
            found: Decision::default(),
        })
    }

    /// State, version and key of a listing.
    fn standing(&self, listing: Id) -> Option<(ListingState, Version, String)> {
        let before = || {
            let standing = self.present.stand(listing).listing.as_ref()?;
            Some((standing.state, standing.version, standing.key.clone()))
        };
        self.changed.get(&listing).cloned().or_else(before)
    }

    fn publish(&mut self, offer: &Offer) -> Result<Version, Refusal> {
        let id = offer.listing;
        let (kind, version) = self.present.stand(id).draft.ok_or(Refusal::NotFound)?;
        if offer.draft != version {
            return Err(Refusal::Behind { version });
        }
        let is_page = kind == DraftKind::Profile;
        if kind == DraftKind::SourcingRequest || is_page != (id == self.order.company) {
            return Err(Refusal::Invalid(vec![Fault::new("/draft", Why::Check)]));
        }
        let offered = match &offer.checked {
            // It was saved while the host was looking.
            None => return Err(Refusal::Behind { version }),
            Some(Err(faults)) => return Err(Refusal::Invalid(faults.clone())),
            Some(Ok(offered)) => offered,
        };
        if is_page {
            self.take_code(&offered.key)?;
        } else {
            self.take_number(id, &offered.key)?;
        }
        let version = match self.standing(id) {
            Some((_, version, key)) => {
                if key != offered.key && self.keys.get(&key) == Some(&id) {
                    self.keys.remove(&key);
                }
                version + 1
            }
            None if self.listings >= MAX_LISTINGS => return Err(Refusal::TooMany),
            None => {
                self.listings += 1;
                1
            }
        };
        if is_page {
            self.has_page = true;
        } else {
            self.keys.insert(offered.key.clone(), id);
        }
        let listing = Listing {
            kind,
            state: ListingState::Published,
            draft: offer.draft,
            offered: offered.clone(),
            version,
            published_at: self.order.at,
        };
        self.decision.writes.push(Write::Listing(id, listing));
        let now = (ListingState::Published, version, offered.key.clone());
        self.changed.insert(id, now);
        self.tell(Noun::Listing, id, version);
        Ok(version)
    }

    fn withdraw(&mut self, id: Id, known: Version) -> Result<Version, Refusal> {
        let (_, version, key) = self.standing(id).ok_or(Refusal::NotFound)?;
        same(known, version)?;
        let version = version + 1;
        if self.keys.get(&key) == Some(&id) {
            self.keys.remove(&key);
        }
        if id == self.order.company {
            self.has_page = false;
        }
        self.decision.writes.push(Write::Withdrawn(id, version));
        let now = (ListingState::Withdrawn, version, key);
        self.changed.insert(id, now);
        self.tell(Noun::Listing, id, version);
        Ok(version)
    }

    /// Two products of a supplier with one number would have one address.
    fn take_number(&mut self, id: Id, number: &str) -> Result<(), Refusal> {
        if !self.has_page {
            return Err(Refusal::PageMissing);
        }
        match self.keys.get(number) {
            Some(other) if *other != id => Err(taken("/cells/sku")),
            _ => Ok(()),
        }
    }

    /// A code is part of addresses: once a company's, always a company's.
    fn take_code(&mut self, code: &str) -> Result<(), Refusal> {
        match self.present.codes.get(code) {
            Some(owner) if *owner == self.order.company => Ok(()),
            Some(_) => Err(taken("/cells/code")),
            None if self.present.codes_of_company >= MAX_CODES => Err(Refusal::TooMany),
            None => {
                self.decision.writes.push(Write::Code(code.to_owned()));
                self.found = requests::deliver(self.order, self.present);
                Ok(())
            }
        }
    }

    fn decided(mut self) -> Decision {
        self.decision.writes.extend(self.found.writes);
        self.decision.notices.extend(self.found.notices);
        self.decision
    }

    fn tell(&mut self, noun: Noun, id: Id, version: Version) {
        self.decision.notices.push(Notice {
            noun,
            id,
            version,
            is_gone: false,
        });
    }
}

fn taken(pointer: &'static str) -> Refusal {
    Refusal::Invalid(vec![Fault::new(pointer, Why::Taken)])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        Command, Role, Stand,
        decide::{
            decide,
            tests::{COMPANY, THING, id, offer, order, present},
        },
    };

    const OTHER: Id = id(4);

    /// A supplier with a page, a published product and a draft of another one.
    fn supplier() -> Present {
        let mut present = present(Some(Role::Trader));
        let draft = |kind| Stand {
            draft: Some((kind, 1)),
            listing: None,
        };
        present.stands.insert(OTHER, draft(DraftKind::Product));
        present.stands.insert(COMPANY, draft(DraftKind::Profile));
        present
    }

    fn put(offer: Offer, present: &Present) -> Result<Version, Refusal> {
        let command = Command::PutListing { offer, known: None };
        decide(&order(command), present).map(|decision| decision.notices[0].version)
    }

    fn outcomes(
        offers: Vec<Offer>,
        withdrawals: Vec<(Id, Version)>,
        present: &Present,
    ) -> Vec<Outcome> {
        let command = Command::PutPublication {
            publication: id(9),
            offers,
            withdrawals,
        };
        let decision = decide(&order(command), present).unwrap();
        assert_eq!(decision.notices[0].noun, Noun::Publication);
        match decision.writes.last() {
            Some(Write::Publication(_, kept)) => {
                kept.items.iter().map(|item| item.outcome.clone()).collect()
            }
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn what_is_published_is_the_draft_that_its_author_saw() {
        let present = supplier();
        assert_eq!(put(offer(THING, "m8"), &present), Ok(2));
        assert_eq!(put(offer(OTHER, "m10"), &present), Ok(1));
        let seen = |draft| Offer {
            draft,
            ..offer(THING, "m8")
        };
        let changed = Err(Refusal::Behind { version: 1 });
        assert_eq!(put(seen(2), &present), changed);
        let unread = Offer {
            checked: None,
            ..offer(THING, "m8")
        };
        assert_eq!(put(unread, &present), changed);
        assert_eq!(put(offer(id(8), "m8"), &present), Err(Refusal::NotFound));
        let faults = vec![Fault::new("/cells/sku", Why::Missing)];
        let faulty = Offer {
            checked: Some(Err(faults.clone())),
            ..offer(THING, "")
        };
        assert_eq!(put(faulty, &present), Err(Refusal::Invalid(faults)));
    }

    #[test]
    fn a_number_is_one_products_and_a_code_one_suppliers() {
        let mut present = supplier();
        assert_eq!(put(offer(OTHER, "m8"), &present), Err(taken("/cells/sku")));
        assert_eq!(put(offer(COMPANY, "lion"), &present), Ok(1));
        present.codes.insert("lion".into(), id(7));
        assert_eq!(
            put(offer(COMPANY, "lion"), &present),
            Err(taken("/cells/code"))
        );
        present.codes.insert("lion".into(), COMPANY);
        present.codes_of_company = MAX_CODES;
        assert_eq!(put(offer(COMPANY, "lion"), &present), Ok(1));
        assert_eq!(
            put(offer(COMPANY, "tiger"), &present),
            Err(Refusal::TooMany)
        );
    }

    #[test]
    fn only_a_supplier_with_a_page_shows_products() {
        let mut present = supplier();
        present.has_page = false;
        assert_eq!(
            put(offer(OTHER, "m10"), &present),
            Err(Refusal::PageMissing)
        );
        let both = vec![offer(OTHER, "m10"), offer(COMPANY, "lion")];
        let done = outcomes(both, Vec::new(), &present);
        assert_eq!(done, [Outcome::Published(1), Outcome::Published(1)]);
        if let Some(company) = &mut present.company {
            company.form.kind = CompanyKind::Buyer;
        }
        assert_eq!(
            put(offer(COMPANY, "lion"), &present),
            Err(Refusal::NotSupplier)
        );
    }

    #[test]
    fn of_many_all_good_ones_are_done_and_the_others_named() {
        let present = supplier();
        // The number passes from one product to another.
        let done = outcomes(vec![offer(OTHER, "m8")], vec![(THING, 1)], &present);
        assert_eq!(done, [Outcome::Withdrawn(2), Outcome::Published(1)]);
        let (late, twice) = (vec![(THING, 5), (id(8), 1)], offer(OTHER, "m10"));
        let done = outcomes(
            vec![offer(OTHER, "m8"), twice.clone(), twice],
            late,
            &present,
        );
        let expected = [
            Outcome::Refused(Refusal::Changed { version: 1 }),
            Outcome::Refused(Refusal::NotFound),
            Outcome::Refused(taken("/cells/sku")),
            Outcome::Published(1),
            Outcome::Published(2),
        ];
        assert_eq!(done, expected);
    }

    #[test]
    fn a_drafts_kind_goes_with_its_id() {
        let put = |draft, kind| {
            let command = Command::PutDraft {
                draft,
                kind,
                content: "{}".into(),
                known: None,
            };
            let present = Present {
                draft: None,
                ..supplier()
            };
            decide(&order(command), &present).map(|decision| decision.notices[0].version)
        };
        let refused = Err(Refusal::Invalid(vec![Fault::new("/kind", Why::Check)]));
        assert_eq!(put(COMPANY, DraftKind::Profile), Ok(1));
        assert_eq!(put(THING, DraftKind::Profile), refused);
        assert_eq!(put(COMPANY, DraftKind::Product), refused);
    }
}
