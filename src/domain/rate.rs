use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::money::divide_half_up;
use crate::{Amount, Currency, Date, Price};

/// A dated exchange rate, for showing a sum in another currency. Not an offer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rate {
    date: Date,
    cny_per_sgd_millionths: i64,
    sgd_per_usd_millionths: i64,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("a rate is above zero and at most a thousand")]
pub struct RateError;

const MILLION: i128 = 1_000_000;

impl Rate {
    /// `cny_per_sgd_millionths`: `5_310_000` if one SGD is 5.31 CNY. `sgd_per_usd_millionths` likewise.
    pub fn new(
        date: Date,
        cny_per_sgd_millionths: i64,
        sgd_per_usd_millionths: i64,
    ) -> Result<Self, RateError> {
        // The upper bound keeps every product of two rates and an amount inside 128 bits.
        let is_rate = |millionths: i64| (1..=1_000_000_000).contains(&millionths);
        if !is_rate(cny_per_sgd_millionths) || !is_rate(sgd_per_usd_millionths) {
            return Err(RateError);
        }
        Ok(Self {
            date,
            cny_per_sgd_millionths,
            sgd_per_usd_millionths,
        })
    }

    #[must_use]
    pub fn date(&self) -> Date {
        self.date
    }

    #[must_use]
    pub fn cny_per_sgd_millionths(&self) -> i64 {
        self.cny_per_sgd_millionths
    }

    #[must_use]
    pub fn sgd_per_usd_millionths(&self) -> i64 {
        self.sgd_per_usd_millionths
    }

    /// Rounded once, half up, also from USD to CNY.
    #[must_use]
    pub fn convert(&self, amount: Amount, from: Currency, to: Currency) -> Amount {
        Amount::from_minor_units(self.apply(amount.minor_units(), from, to))
    }

    /// As [`Rate::convert`], in ten-thousandths.
    #[must_use]
    pub fn convert_price(&self, price: Price, from: Currency, to: Currency) -> Price {
        Price::from_ten_thousandths(self.apply(price.ten_thousandths(), from, to))
    }

    fn apply(&self, value: i64, from: Currency, to: Currency) -> i64 {
        if from == to {
            return value;
        }
        let (sgd, per_sgd) = self.in_sgd(from);
        let (to_sgd, to_per_sgd) = self.in_sgd(to);
        divide_half_up(i128::from(value) * sgd * to_per_sgd, per_sgd * to_sgd)
    }

    /// One unit of the currency in SGD, as a fraction.
    fn in_sgd(&self, currency: Currency) -> (i128, i128) {
        match currency {
            Currency::Sgd => (1, 1),
            Currency::Cny => (MILLION, i128::from(self.cny_per_sgd_millionths)),
            Currency::Usd => (i128::from(self.sgd_per_usd_millionths), MILLION),
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use Currency::{Cny, Sgd, Usd};

    fn rate() -> Rate {
        let day = "2026-11-20".parse().unwrap();
        Rate::new(day, 5_310_000, 1_350_000).unwrap()
    }

    #[test]
    fn sums_are_converted_and_rounded_once() {
        let check = |from: (i64, Currency), to: (i64, Currency)| {
            let amount = rate().convert(Amount::from_minor_units(from.0), from.1, to.1);
            assert_eq!(amount.minor_units(), to.0, "{from:?}");
        };
        check((100, Sgd), (531, Cny));
        check((531, Cny), (100, Sgd));
        check((100, Usd), (135, Sgd));
        check((100, Usd), (717, Cny)); // 7.1685
        check((135, Sgd), (100, Usd));
        check((1, Cny), (0, Sgd));
        check((123, Usd), (123, Usd));
        check((i64::MAX, Sgd), (i64::MAX, Cny));
        check((-100, Sgd), (-531, Cny));
        let price = rate().convert_price(Price::from_ten_thousandths(4_250), Sgd, Cny);
        assert_eq!(price.to_string(), "2.2568"); // 2.25675
    }

    #[test]
    fn rates_are_above_zero() {
        let day = "2026-11-20".parse().unwrap();
        assert_eq!(Rate::new(day, 0, 1), Err(RateError));
        assert_eq!(Rate::new(day, 1, -1), Err(RateError));
        assert_eq!(Rate::new(day, i64::MAX, 1), Err(RateError));
    }

    proptest! {
        #[test]
        fn there_and_back_is_the_same_within_rounding(cents in 0i64..1_000_000_000_000) {
            let there = rate().convert(Amount::from_minor_units(cents), Sgd, Cny);
            prop_assert_eq!(rate().convert(there, Cny, Sgd).minor_units(), cents);
        }

        #[test]
        fn no_rate_overflows(cents: i64, cny in 1..=1_000_000_000i64, usd in 1..=1_000_000_000i64) {
            let rate = Rate::new("2026-11-20".parse().unwrap(), cny, usd).unwrap();
            for from in Currency::ALL {
                for to in Currency::ALL {
                    let _ = rate.convert(Amount::from_minor_units(cents), from, to);
                }
            }
        }
    }
}
