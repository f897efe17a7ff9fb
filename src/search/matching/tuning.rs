//! How much each part can give and how fast it fades: every number of the ranking in one place.
//!
//! Found on simulated markets (`MARKET.md`) whose seeds are not those reported, and rounded.

use super::octaves::OCTAVE;
use crate::ask::Weights;

/// From something bad, measured in octaves, to a share of what a part can give.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Curve {
    /// The share where the bad thing is 0, thousandths.
    pub par: i64,
    /// What each octave takes, thousandths.
    pub slope: i64,
    /// The least, thousandths; negative where something unfit weighs more than the part can give.
    pub floor: i64,
}

/// A share of what a part can give, in millionths: 1,000,000 is all of it.
pub type Share = i64;
pub const ALL: Share = 1_000_000;

impl Curve {
    /// Never rises with `bad`.
    #[must_use]
    pub fn at(self, bad: i64) -> Share {
        let fallen = self.par * 1_000 - (self.slope * bad * 1_000).div_euclid(OCTAVE);
        fallen.clamp(self.floor * 1_000, ALL)
    }
}

/// The most that each part gives, in thousandths of a point; 100 points in all where everything is asked for and all
/// weights are 50.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Most {
    pub relevance: i64,
    pub price: i64,
    pub quantity: i64,
    pub lead_time: i64,
    pub stock: i64,
    pub certificates: i64,
    pub sample: i64,
    pub on_time: i64,
    pub verification: i64,
    pub response: i64,
    pub disputes: i64,
    pub logistics: i64,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tuning {
    pub most: Most,
    /// Over how much lower the text's score is than the best one's.
    pub relevance: Curve,
    /// Over the price above the middle of the others.
    pub price: Curve,
    /// Over the price above the target.
    pub target: Curve,
    /// What each octave below the target adds, thousandths: what is asked for is met, but cheaper is still better.
    pub below_target: i64,
    /// Over what must be ordered above what is needed.
    pub quantity: Curve,
    /// Over the days until arrival where nothing is said of when, or where they are in time.
    pub in_time: Curve,
    /// Over the days too late.
    pub late: Curve,
    /// Over the hours to answer.
    pub response: Curve,
    /// Over goods with their freight above such goods alone.
    pub freight: Curve,
    /// What a certificate that is not there takes, in shares of what one gives; thousandths.
    pub certificate_missing: i64,
    /// What each per cent of late orders takes, thousandths.
    pub late_order: i64,
    /// What each disputed order in a thousand takes, thousandths.
    pub dispute: i64,
}

impl Tuning {
    pub const DEFAULT: Self = Self {
        most: Most {
            relevance: 30_000,
            price: 16_000,
            quantity: 8_000,
            lead_time: 17_000,
            stock: 2_000,
            certificates: 8_000,
            sample: 3_000,
            on_time: 5_000,
            verification: 4_000,
            response: 2_000,
            disputes: 2_000,
            logistics: 3_000,
        },
        relevance: Curve {
            par: 1_000,
            slope: 1_200,
            floor: -1_000,
        },
        price: Curve {
            par: 600,
            slope: 500,
            floor: -1_000,
        },
        target: Curve {
            par: 750,
            slope: 1_000,
            floor: -1_500,
        },
        below_target: 250,
        quantity: Curve {
            par: 1_000,
            slope: 1_300,
            floor: -3_000,
        },
        in_time: Curve {
            par: 1_000,
            slope: 100,
            floor: 400,
        },
        late: Curve {
            par: 400,
            slope: 600,
            floor: -3_000,
        },
        response: Curve {
            par: 1_000,
            slope: 180,
            floor: -500,
        },
        freight: Curve {
            par: 1_000,
            slope: 1_000,
            floor: -1_000,
        },
        certificate_missing: 2_500,
        late_order: 50,
        dispute: 20,
    };
}

// Being in time is never worth less than being late.
const _: () = assert!(Tuning::DEFAULT.late.par <= Tuning::DEFAULT.in_time.floor);

impl Most {
    /// As this buyer weighs them: 50 is the middle, 0 silences, 100 doubles. What a thing is, and what was asked for
    /// by name (certificates, a sample), always counts.
    #[must_use]
    pub fn weighed(self, weights: Weights) -> Self {
        let by = |weight: u8, most: i64| most * i64::from(weight.min(100)) / 50;
        Self {
            price: by(weights.price, self.price),
            quantity: by(weights.price, self.quantity),
            logistics: by(weights.price, self.logistics),
            lead_time: by(weights.speed, self.lead_time),
            stock: by(weights.speed, self.stock),
            on_time: by(weights.reliability, self.on_time),
            verification: by(weights.reliability, self.verification),
            response: by(weights.reliability, self.response),
            disputes: by(weights.reliability, self.disputes),
            ..self
        }
    }
}
