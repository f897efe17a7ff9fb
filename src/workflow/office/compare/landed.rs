//! What an offer comes to where the buyer wants it: the price, and what its Incoterm leaves to the buyer.
//!
//! The buyer says what freight, insurance and duty cost; nothing is guessed. Import VAT is left out: its rate is the same for
//! every offer. What is not known yields no sum.

use domain::{Amount, Currency, Rate};

use super::{Table, borne, lowest};

/// What the buyer expects to pay besides the price.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Costs {
    pub currency: Currency,
    /// From the supplier to the destination.
    pub freight: Option<Amount>,
    pub insurance: Option<Amount>,
    /// Of the customs value, in hundredths of a percent.
    pub duty: Option<u32>,
}

/// An offer with all that comes on top of it, in the table's currency.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Landed {
    /// What is added to the price; zero where the price includes it.
    pub freight: Amount,
    pub insurance: Amount,
    pub duty: Amount,
    pub total: Amount,
    pub is_cheapest: bool,
}

/// `incoterms`: of the offers, in their order. Duty is that of the customs value: price, freight and insurance to the border (WTO customs
/// valuation, as the General Administration of Customs of China applies it: CIF).
#[must_use]
pub fn landed(
    table: &Table,
    incoterms: &[&str],
    costs: &Costs,
    rate: Option<&Rate>,
) -> Vec<Option<Landed>> {
    let common = |amount: Amount| match rate {
        _ if costs.currency == table.currency => Some(amount),
        Some(rate) => Some(rate.convert(amount, costs.currency, table.currency)),
        None => None,
    };
    let all = incoterms
        .iter()
        .zip(&table.totals)
        .map(|(incoterm, total)| {
            let borne = borne(incoterm)?;
            let part = |is_borne: bool, cost: Option<Amount>| match is_borne {
                true => Some(Amount::default()),
                false => common(cost?),
            };
            let freight = part(borne.carriage, costs.freight)?;
            // Where the seller delivers at the destination, the goods travel at the seller's risk.
            let is_safe = borne.insurance || matches!(*incoterm, "DAP" | "DPU" | "DDP");
            let insurance = part(is_safe, costs.insurance)?;
            let value = total.common + freight + insurance;
            let duty = match borne.import_duty {
                true => Amount::default(),
                false => share(value, costs.duty?),
            };
            let is_comparable = total.is_complete;
            let landed = Landed {
                freight,
                insurance,
                duty,
                total: value + duty,
                is_cheapest: false,
            };
            Some((landed, is_comparable))
        });
    let all: Vec<Option<(Landed, bool)>> = all.collect();
    let comparable = all
        .iter()
        .flatten()
        .filter(|(_, is_comparable)| *is_comparable);
    let cheapest = lowest(comparable.map(|(one, _)| Some(one.total)));
    let all = all.into_iter().map(|one| {
        one.map(|(landed, is_comparable)| Landed {
            is_cheapest: is_comparable && Some(landed.total) == cheapest,
            ..landed
        })
    });
    all.collect()
}

/// So many hundredths of a percent of a sum, half up.
fn share(amount: Amount, hundredths: u32) -> Amount {
    let exact = i128::from(amount.minor_units()) * i128::from(hundredths);
    let rounded = (exact + 5_000).div_euclid(10_000);
    Amount::from_minor_units(i64::try_from(rounded).unwrap_or(i64::MAX))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use domain::{Id, Price};
    use proptest::prelude::*;

    use super::super::{Offer, OfferLine, compare};
    use super::*;

    const TERMS: [&str; 11] = [
        "EXW", "FCA", "FAS", "FOB", "CFR", "CIF", "CPT", "CIP", "DAP", "DPU", "DDP",
    ];

    fn offer(incoterm: &str, cents: i64) -> Offer {
        let line = OfferLine {
            price: Price::default(),
            amount: Amount::from_minor_units(cents),
            lead_time_days: None,
            is_alternative: false,
            is_whole: true,
        };
        Offer {
            quotation: Id::new(1, [0; 10]),
            currency: Currency::Cny,
            lines: BTreeMap::from([(Id::new(2, [0; 10]), line)]),
            incoterm: incoterm.to_owned(),
            valid_until: None,
        }
    }

    fn all(offers: &[Offer], costs: &Costs) -> Vec<Option<Landed>> {
        let table = compare(&[Id::new(2, [0; 10])], offers, Currency::Cny, None);
        let incoterms: Vec<&str> = offers.iter().map(|one| &*one.incoterm).collect();
        landed(&table, &incoterms, costs, None)
    }

    fn costs() -> Costs {
        Costs {
            currency: Currency::Cny,
            freight: Some(Amount::from_minor_units(100_000)),
            insurance: Some(Amount::from_minor_units(5_000)),
            duty: Some(650),
        }
    }

    #[test]
    fn each_incoterm_is_given_what_it_leaves_to_the_buyer() {
        // Of 10,000.00: freight 1,000.00, insurance 50.00, duty 6.5 % of what stands before it.
        let totals = [
            1_176_825, 1_176_825, 1_176_825, 1_176_825, 1_070_325, 1_065_000, 1_070_325, 1_065_000,
            1_065_000, 1_065_000, 1_000_000,
        ];
        let offers = TERMS.map(|term| offer(term, 1_000_000));
        let landed = all(&offers, &costs());
        let landed: Vec<i64> = landed
            .into_iter()
            .map(|one| one.expect("all is known").total.minor_units())
            .collect();
        assert_eq!(landed, totals);
    }

    #[test]
    fn what_is_not_known_yields_no_sum() {
        let offers = ["FOB", "CIF", "DDP", ""].map(|term| offer(term, 1_000_000));
        let unknown = Costs {
            freight: None,
            ..costs()
        };
        let known: Vec<bool> = all(&offers, &unknown).iter().map(Option::is_some).collect();
        assert_eq!(known, [false, true, true, false]);
        let nothing = Costs {
            duty: None,
            ..unknown
        };
        let known: Vec<bool> = all(&offers, &nothing).iter().map(Option::is_some).collect();
        assert_eq!(known, [false, false, true, false]);
    }

    #[test]
    fn the_dearer_price_may_be_the_cheaper_deal() {
        let offers = [offer("FOB", 1_000_000), offer("DDP", 1_100_000)];
        let best: Vec<bool> = all(&offers, &costs())
            .iter()
            .map(|one| one.is_some_and(|one| one.is_cheapest))
            .collect();
        assert_eq!(best, [false, true]);
    }

    proptest! {
        #[test]
        fn parts_come_to_the_total_and_a_higher_price_never_to_less(
            term in prop::sample::select(&TERMS[..]),
            cents in 0..1_000_000_000_i64,
            more in 0..1_000_000_i64,
            freight in 0..10_000_000_i64,
            insurance in 0..1_000_000_i64,
            duty in 0..10_000_u32,
        ) {
            let costs = Costs {
                currency: Currency::Cny,
                freight: Some(Amount::from_minor_units(freight)),
                insurance: Some(Amount::from_minor_units(insurance)),
                duty: Some(duty),
            };
            let found = all(&[offer(term, cents), offer(term, cents + more)], &costs);
            let [Some(one), Some(dearer)] = found[..] else { panic!("all is known") };
            let parts = Amount::from_minor_units(cents) + one.freight + one.insurance + one.duty;
            prop_assert_eq!(parts, one.total);
            prop_assert!(one.total <= dearer.total);
        }
    }
}
