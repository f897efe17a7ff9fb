//! A host that keeps all it is told in maps, and what holds of it whatever has happened.

use std::collections::{BTreeMap, BTreeSet};

use domain::{
    Amount, Bid, BidLine, Currency, DocumentNumber, Id, Payee, Price, QuotationState, RequestLine,
    RequestState, RequestTerms, Side, Text,
};

use crate::*;

pub(super) const fn id(kind: u8, number: u8) -> Id {
    let mut bytes = [kind; 16];
    bytes[15] = number;
    Id::from_bytes(bytes)
}

pub(super) const DAY: u64 = 86_400_000;
pub(super) const BUYER: Id = id(1, 0);
/// The last has not joined at first.
pub(super) const SUPPLIERS: [(&str, Id); 3] = [
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
        attachments: Vec::new(),
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

pub(super) fn company(kind: CompanyKind) -> Company {
    let name = Text::new("Bolt", "螺栓");
    let form = CompanyForm::check(kind, ("uen", "202630832C"), name, Text::default());
    Company {
        form: form.unwrap(),
        version: 1,
        created_at: Moment(0),
        updated_at: Moment(0),
    }
}

pub(super) fn payee(account: &str) -> Payee {
    Payee {
        holder: "Tuas Bolt Pte Ltd".into(),
        bank: "DBS".into(),
        bic: "DBSSSGSG".parse().unwrap(),
        account: account.parse().unwrap(),
    }
}

/// Everybody else is a trader.
pub(super) const ADMINISTRATOR: Id = id(7, 0);

/// A host that keeps all it is told in maps.
#[derive(Default)]
pub(super) struct World {
    pub(super) requests: BTreeMap<(Id, Id), Request>,
    pub(super) quotations: BTreeMap<(Id, Id), Quotation>,
    pub(super) threads: BTreeMap<(Id, Id), Thread>,
    pub(super) orders: BTreeMap<(Id, Id), PurchaseOrder>,
    pub(super) approvals: BTreeMap<(Id, Id), Approval>,
    pub(super) settings: BTreeMap<Id, Settings>,
    pub(super) books: BTreeMap<Id, Books>,
    pub(super) records: BTreeMap<Id, Record>,
    pub(super) letters: BTreeMap<Id, u64>,
    pub(super) codes: BTreeMap<String, Id>,
    pub(super) waiting: Vec<(String, Id, Id)>,
}

impl World {
    pub(super) fn new() -> Self {
        let joined = SUPPLIERS[..2].iter();
        // Between the lowest and the highest offer.
        let sgd = Some(Amount::from_minor_units(205_000));
        let limits = Limits {
            sgd,
            ..Limits::default()
        };
        let settings = Settings {
            limits,
            ..Settings::default()
        };
        Self {
            codes: joined.map(|(code, id)| ((*code).to_owned(), *id)).collect(),
            settings: [(BUYER, settings)].into(),
            ..Self::default()
        }
    }

    fn role(&self, account: Id) -> Role {
        if account == ADMINISTRATOR {
            Role::Administrator
        } else {
            Role::Trader
        }
    }

    fn settings_of(&self, company: Id) -> Settings {
        self.settings.get(&company).cloned().unwrap_or_default()
    }

    pub(super) fn present(&self, order: &Order) -> Present {
        let company_id = order.company;
        let kind = if company_id == BUYER {
            CompanyKind::Buyer
        } else {
            CompanyKind::Supplier
        };
        let mut present = Present {
            role: Some(self.role(order.by)),
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
            Needs::Settings => present.settings = self.settings_of(company_id),
            Needs::Order(id) => {
                present.order = self.orders.get(&(company_id, id)).cloned();
                present.settings = self.settings_of(company_id);
                present.books = self.books.get(&company_id).copied().unwrap_or_default();
                let supplier = present.order.as_ref().map(|order| order.supplier.company);
                let record = supplier.and_then(|supplier| self.records.get(&supplier));
                present.record = record.copied().unwrap_or_default();
            }
            Needs::Quotation(id) | Needs::Thread(id) | Needs::Acceptance(id) => {
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
                if let Some(quotation) = &present.quotation {
                    let parties = quotation.parties();
                    present.companies = parties.map(|party| (party, company(kind))).collect();
                    let supplier = quotation
                        .supplier
                        .map(|supplier| self.settings_of(supplier));
                    present.supplier_settings = supplier.unwrap_or_default();
                }
                present.approval = self.approvals.get(&(company_id, id)).cloned();
                present.settings = self.settings_of(company_id);
                present.books = self.books.get(&company_id).copied().unwrap_or_default();
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

    pub(super) fn apply(&mut self, order: &Order, decision: &Decision) {
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
                Write::Order(company, id, row) => {
                    assert!(row.parties().any(|party| party == company));
                    match self.orders.insert((company, id), (*row).clone()) {
                        Some(before) => {
                            assert_eq!(row.version, before.version + 1);
                            assert_eq!(row.agreed, before.agreed);
                            assert!(row.payees.starts_with(&before.payees));
                            assert!(row.timeline.starts_with(&before.timeline));
                        }
                        None => {
                            let limits = self.settings_of(row.buyer.company).limits;
                            let (total, role) = (row.agreed.total(), self.role(order.by));
                            assert!(limits.allow(role, total, row.agreed.currency));
                        }
                    }
                }
                Write::Approval(id, row) => {
                    drop(self.approvals.insert((order.company, id), row));
                }
                Write::Settings(row) => {
                    let before = self.settings_of(order.company);
                    assert_eq!(row.version, before.version + 1);
                    drop(self.settings.insert(order.company, row));
                }
                Write::Books(row) => drop(self.books.insert(order.company, row)),
                Write::Record(company, row) => drop(self.records.insert(company, row)),
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
    pub(super) fn check(&self) {
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
            assert_eq!(self.orders.contains_key(&(*company, *id)), is_accepted);
        }
        let mut numbers: BTreeSet<(Id, DocumentNumber)> = BTreeSet::new();
        for ((company, id), order) in &self.orders {
            for party in order.parties() {
                assert_eq!(self.orders.get(&(party, *id)), Some(order));
            }
            if *company == order.buyer.company {
                assert!(numbers.insert((*company, order.number)));
                let proforma = order
                    .proforma
                    .map(|number| (order.supplier.company, number));
                assert!(proforma.is_none_or(|number| numbers.insert(number)));
            }
        }
        for ((company, id), approval) in &self.approvals {
            assert_eq!(self.quotations[&(*company, *id)].buyer, *company);
            let is_approved = matches!(approval.state, ApprovalState::Approved { .. });
            assert!(!is_approved || self.orders.contains_key(&(*company, *id)));
        }
    }
}

/// Xorshift: the same numbers each time.
pub(super) struct Chance(pub(super) u64);

impl Chance {
    pub(super) fn below(&mut self, most: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 % most
    }
}
