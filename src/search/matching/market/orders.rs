//! The orders that are compared.

use std::cmp::Reverse;

use super::Market;
use super::dice::Dice;
use super::ndcg::FIRST;
use super::scene::TODAY;
use crate::ask::{Need, Weights};
use crate::matching::{Tuning, rank_by};

/// One way to put what was found for a buyer into an order.
pub struct Order {
    pub key: &'static str,
    pub name: &'static str,
    /// Rows, best first, for a buyer by their number.
    pub of: fn(&Market, usize) -> Vec<u32>,
}

pub const ORDERS: [Order; 6] = [
    Order {
        key: "weighed",
        name: "matching, weights set by the buyer",
        of: |market, at| market.matched(Tuning::DEFAULT, at, market.buyers[at].stated),
    },
    Order {
        key: "matching",
        name: "matching",
        of: |market, at| market.matched(Tuning::DEFAULT, at, Weights::default()),
    },
    Order {
        key: "text",
        name: "text alone",
        of: |market, at| {
            let mut found = market.found[at].clone();
            found.sort_by_key(|(row, score)| (Reverse(*score), *row));
            found.into_iter().map(|(row, _)| row).collect()
        },
    },
    Order {
        key: "price",
        name: "price",
        of: |market, at| {
            let quantity = market.buyers[at].need.quantity;
            market.sorted(at, |row| Reverse(market.unit_price(row, quantity)))
        },
    },
    Order {
        key: "rating",
        name: "rating",
        of: |market, at| market.sorted(at, |row| market.rating(row)),
    },
    Order {
        key: "chance",
        name: "chance",
        of: |market, at| {
            let mut dice = Dice::new(at as u64);
            let mut rows: Vec<u32> = market.found[at].iter().map(|(row, _)| *row).collect();
            rows.sort_by_cached_key(|_| dice.roll());
            rows
        },
    },
];

impl Market {
    pub fn matched(&self, tuning: Tuning, at: usize, weights: Weights) -> Vec<u32> {
        let need = Need {
            weights,
            ..self.buyers[at].need.clone()
        };
        let found = self.found[at].iter().copied();
        let matched = rank_by(tuning, &need, found, &self.offers, TODAY, FIRST);
        matched.products.iter().map(|one| one.row).collect()
    }

    /// As a shop sorts what it found: what is near to the best text score, by something else, the highest first.
    fn sorted<K: Ord>(&self, at: usize, by: impl Fn(u32) -> K) -> Vec<u32> {
        let found = &self.found[at];
        let best = found.iter().map(|(_, score)| *score).max().unwrap_or(0);
        let is_near = |score: i32| i64::from(best) * self.near <= i64::from(score) * 100;
        let mut near = found.clone();
        near.retain(|(_, score)| is_near(*score));
        near.sort_by_key(|(row, score)| Reverse((by(*row), *score)));
        near.into_iter().map(|(row, _)| row).collect()
    }

    fn unit_price(&self, row: u32, quantity: Option<u32>) -> i64 {
        let goods = &self.scene.goods[row as usize];
        let quantity = quantity.unwrap_or(goods.moq).max(goods.moq);
        let breaks = goods.price_breaks.iter().rev();
        let mut reached = breaks.filter(|(from, _)| *from <= quantity);
        reached.next().map_or(i64::MAX, |(_, price)| *price)
    }

    /// Stars as directories give them: the level of verification, then the share on time as it stands.
    fn rating(&self, row: u32) -> (u8, u8) {
        let goods = &self.scene.goods[row as usize];
        let supplier = &self.scene.suppliers[usize::from(goods.supplier)];
        (supplier.verification, supplier.on_time_percent)
    }
}
