//! The facts behind each part of a match.

use super::certificates::Standing;
use super::offers::Offers;
use super::points::{Beside, Part, Points};
use super::spread::Placed;
use super::wanted::{Candidate, Seller, Wanted};
use crate::ask::{About, Match, Suit};

impl Wanted {
    /// A product in its place, with its parts in their order.
    #[must_use]
    pub fn explain(
        &self,
        placed: &Placed<&Candidate>,
        points: &Points,
        seller: &Seller,
        beside: Beside,
        offers: &Offers,
    ) -> Match {
        let candidate = placed.item;
        let told = Part::ALL.into_iter().zip(points);
        let mut parts: Vec<Suit> = told
            .filter_map(|(part, points)| {
                let most = i32::try_from(self.most(part)?).ok()?;
                let about = self.about(part, candidate, seller, beside, offers);
                Some(Suit {
                    about,
                    points: *points,
                    most,
                })
            })
            .collect();
        if placed.lost != 0 {
            let about = About::SameSupplier;
            parts.push(Suit {
                about,
                points: -placed.lost,
                most: 0,
            });
        }
        Match {
            row: candidate.row,
            supplier: candidate.supplier,
            score: placed.score,
            parts,
            unit_price: candidate.terms.unit_price,
            quantity: candidate.terms.quantity,
        }
    }

    fn about(
        &self,
        part: Part,
        candidate: &Candidate,
        seller: &Seller,
        beside: Beside,
        offers: &Offers,
    ) -> About {
        let (record, trust) = (seller.record, &seller.trust);
        match part {
            Part::Relevance => About::Relevance,
            Part::Price => About::Price {
                unit_price: candidate.terms.unit_price,
                beside: i64::try_from(beside.price).unwrap_or(i64::MAX),
                from: candidate.terms.from,
                next: candidate.terms.next,
            },
            Part::Quantity => About::Quantity {
                excess: candidate.terms.excess,
            },
            Part::LeadTime => About::LeadTime {
                days: candidate.lead_time,
                transit: candidate.transit,
                late: candidate.late,
            },
            Part::Stock => About::Stock {
                on_hand: candidate.stock,
            },
            Part::Certificates => self.certificate_facts(candidate, seller, offers),
            Part::Sample => About::Sample {
                terms: candidate.sample,
            },
            Part::OnTime => About::OnTime {
                percent: u8::try_from((trust.on_time + 50) / 100).unwrap_or(100),
                recorded: record.map_or(0, |record| record.on_time_percent()),
                orders: record.map_or(0, |record| record.orders()),
            },
            Part::Verification => About::Verification {
                level: trust.verification,
            },
            Part::Response => About::Response {
                hours: u16::try_from((trust.response_minutes + 30) / 60).unwrap_or(u16::MAX),
                recorded: record.map_or(0, |record| record.response_hours()),
                requests: record.map_or(0, |record| record.requests()),
            },
            Part::Disputes => About::Disputes {
                per_mille: u16::try_from((trust.disputes_per_100_000 + 50) / 100).unwrap_or(1_000),
                recorded: record.map_or(0, |record| record.disputes()),
                orders: record.map_or(0, |record| record.disputes_of()),
            },
            Part::Logistics => About::Logistics {
                weight_grams: candidate.weight_grams,
                freight: i64::try_from(candidate.freight).unwrap_or(i64::MAX),
                sells_there: seller.sells_there,
                preference: candidate.preference,
            },
        }
    }

    fn certificate_facts(&self, candidate: &Candidate, seller: &Seller, offers: &Offers) -> About {
        let (mut missing, mut expired) = (Vec::new(), Vec::new());
        if let Some(product) = offers.product(candidate.row) {
            for (kind, standing) in self.asked.standings(&product, seller.record.as_ref()) {
                match standing {
                    Standing::Missing => missing.push(kind.to_owned()),
                    Standing::Expired => expired.push(kind.to_owned()),
                    Standing::Valid => (),
                }
            }
        }
        About::Certificates {
            valid: candidate.valid_certificates,
            missing,
            expired,
        }
    }
}
