//! A simulated market with hidden preferences, to measure matching by: see `MARKET.md`.
//!
//! What buyers say is all that the engine is told; what offers are worth to them follows rules of another form than the
//! ranking's, from truths that only show through records. How near an order comes to the best possible one is then a
//! number.

mod buyer;
mod dice;
mod ndcg;
mod orders;
mod scene;
mod words;

use self::buyer::Buyer;
use self::dice::Dice;
use self::ndcg::{dcg, mean};
use self::orders::ORDERS;
use self::scene::Scene;
use self::words::Text;
use super::Tuning;
use super::offers::Offers;
use crate::ask::{Need, Weights};

pub use self::scene::TODAY;

/// Seeds of the markets that are reported. The constants of the ranking were looked for on others.
pub const REPORTED: [u64; 4] = [2_026, 2_027, 2_028, 2_029];
const PRODUCTS: usize = 2_000;
const BUYERS: usize = 150;
/// The best of several for sorting by price and by rating, see `examples/tune_matching.rs`.
const NEAR: i64 = 80;

/// An order, and how near it comes to the best possible one.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// One word, for programs.
    pub key: &'static str,
    pub order: &'static str,
    /// nDCG at 10, the mean over the buyers, 0 to 1.
    pub ndcg: f64,
    /// Half of a 95 % interval.
    pub within: f64,
}

/// How near each order comes over the markets of these seeds, with a plain text score of their own.
#[must_use]
pub fn measure(seeds: &[u64]) -> Vec<Row> {
    let markets: Vec<Market> = seeds.iter().map(|seed| Market::new(*seed)).collect();
    measure_in(&markets)
}

/// As [`measure`].
#[must_use]
pub fn measure_in(markets: &[Market]) -> Vec<Row> {
    let mut gains: [Vec<f64>; ORDERS.len()] = Default::default();
    for market in markets {
        for at in 0..market.buyers.len() {
            for (order, gains) in ORDERS.iter().zip(&mut gains) {
                gains.push(market.ndcg(at, &(order.of)(market, at)));
            }
        }
    }
    let rows = ORDERS.iter().zip(&gains).map(|(order, gains)| {
        let (ndcg, within) = mean(gains);
        Row {
            key: order.key,
            order: order.name,
            ndcg,
            within,
        }
    });
    rows.collect()
}

/// The mean nDCG at 10 with these constants, for who looks for better ones: with the weights as they are at first, and as
/// the buyers set them.
#[must_use]
pub fn measure_tuning(tuning: Tuning, markets: &[Market]) -> f64 {
    let mut gains = Vec::new();
    for market in markets {
        for (at, buyer) in market.buyers.iter().enumerate() {
            for weights in [Weights::default(), buyer.stated] {
                gains.push(market.ndcg(at, &market.matched(tuning, at, weights)));
            }
        }
    }
    mean(&gains).0
}

/// One market with its buyers.
pub struct Market {
    scene: Scene,
    offers: Offers,
    buyers: Vec<Buyer>,
    /// By buyer: what every product is worth to them, and the gain of the best possible order.
    worths: Vec<(Vec<f64>, f64)>,
    /// By buyer: rows that the text search finds, with their scores.
    found: Vec<Vec<(u32, i32)>>,
    /// What a shop's sorting leaves, in hundredths of the best text score.
    pub near: i64,
}

impl Market {
    #[must_use]
    pub fn new(seed: u64) -> Self {
        Self::sized(seed, PRODUCTS, BUYERS)
    }

    #[must_use]
    pub fn sized(seed: u64, products: usize, buyers: usize) -> Self {
        let mut dice = Dice::new(seed);
        let scene = Scene::new(&mut dice, products);
        let buyers: Vec<Buyer> = (0..buyers).map(|_| Buyer::new(&mut dice, &scene)).collect();
        let text = Text::new(scene.goods.iter().map(|goods| goods.text.as_str()));
        let worths = buyers.iter().map(|buyer| worths(buyer, &scene));
        let found = buyers.iter().map(|buyer| text.search(&buyer.need.text));
        Self {
            offers: scene.offers(),
            worths: worths.collect(),
            found: found.collect(),
            near: NEAR,
            scene,
            buyers,
        }
    }

    /// What is offered, as the engine reads it.
    #[must_use]
    pub fn offers(&self) -> &Offers {
        &self.offers
    }

    /// What the buyers say, and what a plain text search finds for it.
    pub fn needs(&self) -> impl Iterator<Item = (&Need, &[(u32, i32)])> {
        let needs = self.buyers.iter().map(|buyer| &buyer.need);
        needs.zip(self.found.iter().map(Vec::as_slice))
    }

    /// How near an order comes for a buyer.
    fn ndcg(&self, at: usize, order: &[u32]) -> f64 {
        let (worths, best) = &self.worths[at];
        dcg(order.iter().map(|row| worths[*row as usize])) / best
    }
}

fn worths(buyer: &Buyer, scene: &Scene) -> (Vec<f64>, f64) {
    let worths = (0..scene.goods.len()).map(|row| buyer.worth(scene, row));
    let worths: Vec<f64> = worths.collect();
    let mut best = worths.clone();
    best.sort_unstable_by(|a, b| b.total_cmp(a));
    (worths, dcg(best.into_iter()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn matching_comes_nearer_to_the_best_order_than_price_text_and_rating() {
        let rows = measure(&REPORTED[..1]);
        let of = |key: &str| rows.iter().find(|row| row.key == key).unwrap();
        let ours = of("matching");
        for other in ["text", "price", "rating", "chance"] {
            let other = of(other);
            assert!(
                other.ndcg + other.within < ours.ndcg - ours.within,
                "{other:?} {ours:?}"
            );
        }
    }

    #[test]
    fn the_same_seed_is_the_same_market() {
        let worths = |seed| Market::sized(seed, 200, 5).worths;
        assert_eq!(worths(7), worths(7));
        assert_ne!(worths(7), worths(8));
    }
}
