//! Requests and quotations, from every side: random commands never lead where nothing may be, and nobody has what is
//! another's.

use std::collections::BTreeMap;

use domain::{
    Bid, BidLine, Currency, Id, Price, QuotationState, RequestLine, RequestState, RequestTerms,
    Side, Text,
};

use super::decide;
use crate::*;

const fn id(kind: u8, number: u8) -> Id {
    let mut bytes = [kind; 16];
    bytes[15] = number;
    Id::from_bytes(bytes)
}

const DAY: u64 = 86_400_000;
const BUYER: Id = id(1, 0);
/// The last has not joined at first.
const SUPPLIERS: [(&str, Id); 3] = [
    ("lion", id(1, 1)),
    ("tiger", id(1, 2)),
    ("orchid", id(1, 3)),
];

pub(super) fn terms() -> RequestTerms {
    let line = RequestLine {
        id: id(4, 0),
        product: String::new(),
        words: Text::new("Hex bolts M8x40, 8.8", "六角螺栓 M8x40，8.8 级"),
        quantity: "5000".parse().unwrap(),
        unit: "C62".parse().unwrap(),
        target: None,
    };
    RequestTerms {
        lines: vec![line],
        currency: Currency::Sgd,
        destination: None,
        incoterm: None,
        needed_by: None,
        certificates: Vec::new(),
        valid_until: "1970-01-20".parse().unwrap(),
        note: String::new(),
    }
}

pub(super) fn bid(price: i64) -> Bid {
    let line = BidLine {
        line: id(4, 0),
        price: Price::from_ten_thousandths(price),
        quantity: "5000".parse().unwrap(),
        lead_time_days: 14,
        product: String::new(),
        alternative: String::new(),
        note: String::new(),
    };
    Bid {
        lines: vec![line],
        currency: Currency::Sgd,
        incoterm: None,
        place: String::new(),
        payment: String::new(),
        valid_until: "1970-01-12".parse().unwrap(),
        note: String::new(),
    }
}

fn company(kind: CompanyKind) -> Company {
    let name = Text::new("Bolt", "螺栓");
    let form = CompanyForm::check(kind, ("uen", "202630832C"), name, Text::default());
    Company {
        form: form.unwrap(),
        version: 1,
        created_at: Moment(0),
        updated_at: Moment(0),
    }
}

/// A host that keeps all it is told in maps.
#[derive(Default)]
struct World {
    requests: BTreeMap<(Id, Id), Request>,
    quotations: BTreeMap<(Id, Id), Quotation>,
    threads: BTreeMap<(Id, Id), Thread>,
    letters: BTreeMap<Id, u64>,
    codes: BTreeMap<String, Id>,
    waiting: Vec<(String, Id, Id)>,
}

impl World {
    fn new() -> Self {
        let joined = SUPPLIERS[..2].iter();
        Self {
            codes: joined.map(|(code, id)| ((*code).to_owned(), *id)).collect(),
            ..Self::default()
        }
    }

    fn present(&self, order: &Order) -> Present {
        let company_id = order.company;
        let kind = if company_id == BUYER {
            CompanyKind::Buyer
        } else {
            CompanyKind::Supplier
        };
        let mut present = Present {
            role: Some(Role::Trader),
            company: Some(company(kind)),
            codes: self.codes.clone(),
            ..Present::default()
        };
        let request = |id| self.requests.get(&(company_id, id)).cloned();
        let rivals = |request: Id| {
            let own = self
                .quotations
                .range((company_id, id(0, 0))..=(company_id, id(255, 255)));
            own.filter(|(_, quotation)| quotation.request == request)
                .map(|((_, id), quotation)| (*id, quotation.clone()))
                .collect()
        };
        match order.command.needs() {
            Needs::Asked(id) => {
                present.request = request(id);
                for ask in order.command.asks() {
                    let tenants = [Some(&company_id), self.codes.get(&ask.code)];
                    let is_taken = |tenant: &Id| {
                        self.quotations.contains_key(&(*tenant, ask.quotation))
                            || self.requests.contains_key(&(*tenant, id))
                    };
                    if tenants.into_iter().flatten().any(is_taken) {
                        present.taken.insert(ask.quotation);
                    }
                }
            }
            Needs::Request(id) => {
                present.request = request(id);
                present.rivals = rivals(id);
            }
            Needs::Quotation(id) | Needs::Thread(id) => {
                present.quotation = self.quotations.get(&(company_id, id)).cloned();
                present.thread = self
                    .threads
                    .get(&(company_id, id))
                    .cloned()
                    .unwrap_or_default();
                if let Some(of) = present
                    .quotation
                    .as_ref()
                    .map(|quotation| quotation.request)
                {
                    present.request = request(of);
                    present.rivals = rivals(of);
                }
            }
            Needs::Mailbox => {
                present.mailbox.letters = self.letters.get(&company_id).copied().unwrap_or(0)
            }
            Needs::Listings(_) => {
                present.stands.insert(
                    company_id,
                    Stand {
                        draft: Some((DraftKind::Profile, 1)),
                        listing: None,
                    },
                );
                let own = self
                    .waiting
                    .iter()
                    .filter(|(code, ..)| order.command.keys().contains(&&code[..]));
                present.waiting = own
                    .map(|(_, buyer, id)| {
                        let quotation = self.quotations[&(*buyer, *id)].clone();
                        if self.quotations.contains_key(&(company_id, *id))
                            || self.requests.contains_key(&(company_id, quotation.request))
                        {
                            present.taken.insert(*id);
                        }
                        Waiting {
                            id: *id,
                            request: self.requests[&(*buyer, quotation.request)].clone(),
                            quotation,
                        }
                    })
                    .collect();
            }
            _ => (),
        }
        present
    }

    fn apply(&mut self, order: &Order, decision: &Decision) {
        for write in decision.writes.iter().cloned() {
            match write {
                Write::Request(company, id, row) => {
                    let before = self.requests.insert((company, id), row.clone());
                    if let Some(before) = before {
                        assert_eq!(row.version, before.version + 1);
                        assert_eq!(row.terms, before.terms);
                        assert!(before.state == RequestState::Sent || before.state == row.state);
                    }
                    assert!(company == row.buyer || row.asked.is_empty());
                }
                Write::Quotation(company, id, row) => {
                    assert!(row.parties().any(|party| party == company));
                    let before = self.quotations.insert((company, id), row.clone());
                    if let Some(before) = before {
                        assert_eq!(row.version, before.version + 1);
                        assert!(!before.state.is_settled(), "{before:?} -> {row:?}");
                        assert!(row.offers.starts_with(&before.offers));
                    }
                }
                Write::Thread(company, id, row) => {
                    drop(self.threads.insert((company, id), row));
                }
                Write::Letter(company, _) => *self.letters.entry(company).or_default() += 1,
                Write::Code(code) => drop(self.codes.insert(code, order.company)),
                Write::Wait(code, id) => self.waiting.push((code, order.company, id)),
                Write::Waited(code, buyer, id) => {
                    self.waiting.retain(|one| *one != (code.clone(), buyer, id));
                }
                _ => (),
            }
        }
    }

    /// Whatever has happened, this holds.
    fn check(&self) {
        for ((company, id), quotation) in &self.quotations {
            for party in quotation.parties() {
                assert_eq!(self.quotations.get(&(party, *id)), Some(quotation));
            }
            assert!(quotation.parties().any(|party| party == *company));
            let request = &self.requests[&(*company, quotation.request)];
            assert!(*company == request.buyer || request.asked.is_empty());
            let last = quotation.offers.last().map(|offer| offer.by);
            let expected = match quotation.state {
                QuotationState::Asked | QuotationState::Declined { .. } => None,
                QuotationState::Quoted | QuotationState::Accepted { .. } => Some(Side::Supplier),
                QuotationState::Countered => Some(Side::Buyer),
                QuotationState::Withdrawn { .. } | QuotationState::Lost => last,
            };
            assert_eq!(last, expected, "{quotation:?}");
            let own = &self.requests[&(quotation.buyer, quotation.request)].state;
            let is_accepted = matches!(quotation.state, QuotationState::Accepted { .. });
            assert_eq!(
                *own == RequestState::Awarded { quotation: *id },
                is_accepted
            );
            assert!(*own == RequestState::Sent || quotation.state.is_settled());
        }
    }
}

/// Xorshift: the same numbers each time.
struct Chance(u64);

impl Chance {
    fn below(&mut self, most: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 % most
    }
}

fn step(world: &World, chance: &mut Chance, at: u64) -> Order {
    let who = usize::try_from(chance.below(7)).unwrap();
    let company = [
        BUYER,
        BUYER,
        SUPPLIERS[0].1,
        SUPPLIERS[0].1,
        SUPPLIERS[1].1,
        SUPPLIERS[2].1,
        SUPPLIERS[2].1,
    ][who];
    let number = |chance: &mut Chance, most| u8::try_from(chance.below(most)).unwrap();
    let request = id(2, number(chance, 4));
    // One that the company has, more often than not.
    let own: Vec<Id> = world
        .quotations
        .range((company, id(0, 0))..=(company, id(255, 255)))
        .map(|((_, id), _)| *id)
        .collect();
    let quotation = match own.get(usize::from(number(chance, 8))) {
        Some(id) => *id,
        None => id(3, number(chance, 12)),
    };
    let seen = world
        .quotations
        .get(&(company, quotation))
        .map_or(1, |quotation| quotation.version);
    // Now and then somebody has seen another version.
    let known = if chance.below(12) == 0 { 1 } else { seen };
    let reason = "Out of stock".to_owned();
    let command = match chance.below(24) {
        0 | 1 => Command::SendRequest {
            request,
            terms: Box::new(terms()),
            asked: (0..=number(chance, 3))
                .map(|at| Ask {
                    quotation: id(3, (quotation.as_bytes()[15] + at) % 12),
                    code: SUPPLIERS[usize::from(at)].0.to_owned(),
                })
                .collect(),
        },
        2 => Command::CloseRequest {
            request,
            reason,
            known: world
                .requests
                .get(&(company, request))
                .map_or(1, |r| r.version),
        },
        3 => Command::DeclineQuotation {
            quotation,
            reason,
            known,
        },
        4 => Command::WithdrawQuotation {
            quotation,
            reason,
            known,
        },
        5..8 => {
            let offers = world
                .quotations
                .get(&(company, quotation))
                .map_or(0, |q| q.offers.len());
            Command::AcceptOffer {
                quotation,
                offer: u32::try_from(offers).unwrap(),
                known,
            }
        }
        8 => Command::SendMessage {
            quotation,
            words: "When?".into(),
        },
        9 => Command::ReadMessages {
            quotation,
            read: u32::from(number(chance, 3)),
        },
        10 => Command::ReadNotices {
            read: chance.below(5),
        },
        11 if company == SUPPLIERS[2].1 => Command::PutListing {
            offer: super::tests::offer(company, SUPPLIERS[2].0),
            known: None,
        },
        _ => Command::MakeOffer {
            quotation,
            bid: Box::new(bid(4_000 + i64::from(number(chance, 200)))),
            known,
        },
    };
    Order {
        company,
        at: Moment(at),
        ..super::tests::order(command)
    }
}

#[test]
fn no_sequence_of_commands_leads_where_nothing_may_be() {
    let mut chance = Chance(0x9e37_79b9_7f4a_7c15);
    let (mut taken, mut accepted, mut found) = (0u32, 0u32, 0u32);
    for _ in 0..1_000 {
        let (mut world, mut at) = (World::new(), 0);
        for _ in 0..120 {
            at += chance.below(DAY / 5);
            let order = step(&world, &mut chance, at);
            let present = world.present(&order);
            if let Ok(decision) = decide(&order, &present) {
                taken += 1;
                accepted += u32::from(matches!(order.command, Command::AcceptOffer { .. }));
                found += u32::from(
                    decision
                        .writes
                        .iter()
                        .any(|write| matches!(write, Write::Waited(..))),
                );
                world.apply(&order, &decision);
                world.check();
            }
        }
    }
    // 120,000 commands, of which enough were possible for this to mean something.
    assert!(
        taken > 15_000 && accepted > 300 && found > 50,
        "{taken} {accepted} {found}"
    );
}
