//! The points of a product: each part rests on its own facts alone, and the score is their sum.

use std::num::NonZeroU64;

use super::octaves::octaves;
use super::tuning::{ALL, Curve, Share};
use super::wanted::{Candidate, Seller, Wanted};
use crate::ask::SampleTerms;

/// The parts in the order in which they are told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(usize)]
pub enum Part {
    Relevance,
    Price,
    Quantity,
    LeadTime,
    Stock,
    Certificates,
    Sample,
    OnTime,
    Verification,
    Response,
    Disputes,
    Logistics,
}

impl Part {
    pub const ALL: [Part; 12] = [
        Part::Relevance,
        Part::Price,
        Part::Quantity,
        Part::LeadTime,
        Part::Stock,
        Part::Certificates,
        Part::Sample,
        Part::OnTime,
        Part::Verification,
        Part::Response,
        Part::Disputes,
        Part::Logistics,
    ];
}

/// What a product is compared with.
#[derive(Clone, Copy, Debug)]
pub struct Beside {
    /// The highest relevance of all.
    pub relevance: i32,
    /// The target, or the middle price of the others that suit; 0 where there is neither.
    pub price: u64,
}

/// Points by [`Part`], thousandths.
pub type Points = [i32; Part::ALL.len()];

impl Wanted {
    /// The most that a part can give this need; nothing where the need does not ask for it, or where nobody
    /// has a record of it.
    #[must_use]
    pub fn most(&self, part: Part) -> Option<i64> {
        let most = &self.most;
        match part {
            Part::Relevance => Some(most.relevance),
            Part::Price => Some(most.price),
            Part::Quantity => self.quantity.map(|_| most.quantity),
            Part::LeadTime => Some(most.lead_time),
            Part::Stock => Some(most.stock),
            Part::Certificates => (!self.asked.is_empty()).then_some(most.certificates),
            Part::Sample => self.sample.then_some(most.sample),
            Part::OnTime => Some(most.on_time),
            Part::Verification => Some(most.verification),
            Part::Response => self.means.knows_response.then_some(most.response),
            Part::Disputes => self.means.knows_disputes.then_some(most.disputes),
            Part::Logistics => self.destination.map(|_| most.logistics),
        }
    }

    #[must_use]
    pub fn points(&self, candidate: &Candidate, seller: &Seller, beside: Beside) -> Points {
        Part::ALL.map(|part| {
            let Some(most) = self.most(part).filter(|most| *most != 0) else {
                return 0;
            };
            let share = self.share(part, candidate, seller, beside);
            i32::try_from((most * share).div_euclid(ALL)).unwrap_or(0)
        })
    }

    fn share(&self, part: Part, candidate: &Candidate, seller: &Seller, beside: Beside) -> Share {
        match part {
            Part::Relevance => self.relevance(candidate, beside),
            Part::Price => self.price(candidate, beside),
            Part::Quantity => self.excess(candidate),
            Part::LeadTime => self.lead_time(candidate),
            Part::Stock => stock(candidate),
            Part::Certificates => self.certificates(candidate),
            Part::Sample => sample(candidate),
            Part::OnTime => {
                let late_orders = 10_000 - whole(seller.trust.on_time.min(10_000));
                linear(self.tuning.late_order, late_orders, 100)
            }
            Part::Verification => ALL * i64::from(seller.trust.verification) / 3,
            Part::Response => {
                let hours = seller.trust.response_minutes + 60;
                self.tuning.response.at(octaves(hours, 60))
            }
            Part::Disputes => {
                let disputed = whole(seller.trust.disputes_per_100_000);
                linear(self.tuning.dispute, disputed, 100)
            }
            Part::Logistics => self.logistics(candidate, seller, beside),
        }
    }

    fn relevance(&self, candidate: &Candidate, beside: Beside) -> Share {
        let of = |score: i32| u64::try_from(score).unwrap_or(0);
        let behind = octaves(of(beside.relevance), of(candidate.relevance));
        self.tuning.relevance.at(behind)
    }

    fn price(&self, candidate: &Candidate, beside: Beside) -> Share {
        let price = candidate.terms.unit_price.unsigned_abs();
        let Some(beside) = NonZeroU64::new(beside.price) else {
            return self.tuning.price.at(0);
        };
        if price == 0 {
            // On request: neither cheap nor dear.
            return self.tuning.price.at(0);
        }
        let above = octaves(price, beside.get());
        match self.target {
            None => self.tuning.price.at(above),
            Some(_) if above < 0 => {
                let slope = self.tuning.below_target;
                let curve = Curve {
                    slope,
                    ..self.tuning.target
                };
                curve.at(above)
            }
            Some(_) => self.tuning.target.at(above),
        }
    }

    fn excess(&self, candidate: &Candidate) -> Share {
        let ordered = u64::from(candidate.terms.quantity);
        let asked = ordered - u64::from(candidate.terms.excess);
        self.tuning.quantity.at(octaves(ordered, asked))
    }

    fn lead_time(&self, candidate: &Candidate) -> Share {
        if 0 < candidate.late {
            let late = u64::from(candidate.late);
            return self.tuning.late.at(octaves(late + 1, 1));
        }
        let arrival = u64::from(candidate.lead_time) + u64::from(candidate.transit);
        self.tuning.in_time.at(octaves(arrival + 1, 1))
    }

    fn certificates(&self, candidate: &Candidate) -> Share {
        let asked = i64::try_from(self.asked.len()).unwrap_or(i64::MAX).max(1);
        let valid = i64::from(candidate.valid_certificates).min(asked);
        let missing = asked - valid;
        let lost = missing * self.tuning.certificate_missing * (ALL / 1_000);
        (valid * ALL - lost).div_euclid(asked)
    }

    /// Freight is held against what such goods cost elsewhere: against their own price, who asks less would seem to
    /// have the dearer freight.
    fn logistics(&self, candidate: &Candidate, seller: &Seller, beside: Beside) -> Share {
        const PREFERENCE: i64 = 100;
        let goods = beside.price.saturating_mul(candidate.terms.quantity.into());
        // Without a price there is nothing to hold it against.
        let burden = match goods {
            0 => 0,
            goods => octaves(goods.saturating_add(candidate.freight), goods),
        };
        let freight = self.tuning.freight.at(burden) / 1_000;
        let told = |is: bool| ALL / 1_000 * i64::from(is);
        freight * (1_000 - PREFERENCE - self.reach)
            + told(candidate.preference) * PREFERENCE
            + told(seller.sells_there) * self.reach
    }
}

/// All of it without the bad thing, `slope` thousandths less for each `unit` of it; at worst as much taken as given.
fn linear(slope: i64, bad: i64, unit: i64) -> Share {
    (ALL - slope * 1_000 * bad / unit).max(-ALL)
}

fn stock(candidate: &Candidate) -> Share {
    let quantity = i64::from(candidate.terms.quantity).max(1);
    let on_hand = i64::from(candidate.stock).min(quantity);
    ALL * on_hand / quantity
}

fn sample(candidate: &Candidate) -> Share {
    match candidate.sample {
        SampleTerms::Free => ALL,
        SampleTerms::Paid => ALL * 7 / 10,
        SampleTerms::No => -ALL,
    }
}

/// Figures of a record are far below 2⁶³.
fn whole(figure: u64) -> i64 {
    i64::try_from(figure).unwrap_or(i64::MAX / 1_000_000)
}
