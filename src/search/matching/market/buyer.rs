//! Buyers: what they say, and what they are really after.

use super::dice::Dice;
use super::scene::{DESTINATIONS, HEADS, KINDS, PROPERTIES, Scene, TODAY};
use crate::ask::{Need, SampleTerms, Weights};

#[derive(Clone, Debug)]
pub struct Buyer {
    /// What the engine is told.
    pub need: Need,
    /// How they would set the weights if asked: in steps, and not quite as they are.
    pub stated: Weights,
    wants: Wants,
}

/// Nobody but the buyer knows.
#[derive(Clone, Debug)]
struct Wants {
    head: usize,
    /// By property: the value wanted, and what another is worth.
    properties: [Option<(usize, f64)>; 5],
    quantity: u32,
    /// The price of a unit, landed, at which they are of two minds; ten-thousandths of an SGD.
    reservation: f64,
    /// How sharply they tell prices apart: a power of the ratio.
    sharpness: u32,
    /// The last day, and how many days late halve the worth.
    deadline: Option<(f64, f64)>,
    /// Days in which waiting halves the worth where there is no deadline.
    patience: f64,
    /// How much they mind a supplier's faults: powers, in halves.
    minds_delay: u32,
    minds_disputes: u32,
    destination: Option<usize>,
    certificates: Vec<&'static str>,
    /// What an offer without them is worth.
    uncertified: f64,
    /// What an offer without a sample is worth.
    unsampled: f64,
    /// What part of what is left over can be used another time.
    reuse: f64,
    /// For what nobody can know.
    taste: u64,
}

impl Buyer {
    /// Somebody who wants something like one of the goods.
    #[must_use]
    pub fn new(dice: &mut Dice, scene: &Scene) -> Self {
        let like = &scene.goods[dice.below(scene.goods.len() as u64) as usize];
        let mut properties = [None; 5];
        for (wanted, value) in properties.iter_mut().zip(like.properties) {
            if dice.chance(60) {
                *wanted = Some((value, dice.between(0.08, 0.6)));
            }
        }
        // Four kinds of buyers, each with a turn of their own.
        let (cheap, hurried, careful) = dice.pick(&[(5, 1, 1), (2, 4, 2), (2, 2, 5), (3, 2, 3)]);
        let quantity = (dice.skewed(0.5, 60.0) * f64::from(like.moq)).max(1.0) as u32;
        let usual = price_at(&like.price_breaks, quantity);
        let deadline = dice.chance(60).then(|| {
            let days = dice.between(6.0, 70.0);
            (days, dice.between(2.0, 16.0) / f64::from(hurried))
        });
        let destination = dice
            .chance(75)
            .then(|| dice.below(DESTINATIONS.len() as u64) as usize);
        let mut certificates = Vec::new();
        for kind in KINDS {
            if dice.chance(15) {
                certificates.push(kind);
            }
        }
        let wants = Wants {
            head: like.head,
            properties,
            quantity,
            reservation: usual * dice.between(0.8, 1.5),
            sharpness: 1 + cheap,
            deadline,
            patience: dice.between(25.0, 120.0) / f64::from(hurried),
            minds_delay: careful * 2,
            minds_disputes: careful * 4,
            destination,
            certificates,
            uncertified: if dice.chance(70) { 0.03 } else { 0.4 },
            unsampled: if dice.chance(20) {
                dice.between(0.3, 0.8)
            } else {
                1.0
            },
            reuse: dice.between(0.0, 0.6),
            taste: dice.roll(),
        };
        let of = |strength: u32| (strength * 20).min(100) as u8;
        let mut stated = Weights {
            price: of(cheap),
            speed: of(hurried),
            reliability: of(careful),
        };
        if dice.chance(30) {
            // Not everybody touches the sliders.
            stated = Weights::default();
        }
        let need = wants.told(dice);
        Self {
            need,
            stated,
            wants,
        }
    }

    /// What an offer is really worth to them, 0 to about 1: a product of what each side of it is worth, so that one thing
    /// that will not do spoils all.
    #[must_use]
    pub fn worth(&self, scene: &Scene, row: usize) -> f64 {
        let wants = &self.wants;
        let goods = &scene.goods[row];
        let supplier = &scene.suppliers[usize::from(goods.supplier)];
        if goods.head != wants.head {
            return 0.0;
        }
        let mut worth = 1.0;
        for (wanted, value) in wants.properties.iter().zip(goods.properties) {
            worth *= match wanted {
                Some((wanted, other)) if *wanted != value => *other,
                _ => 1.0,
            };
        }
        let day = wants.deadline.map_or(0.0, |(days, _)| days) as i32 + TODAY;
        let lacks = |kind: &&str| !scene.is_certified(goods, kind, day);
        if wants.certificates.iter().any(lacks) {
            worth *= wants.uncertified;
        }
        if goods.sample == SampleTerms::No {
            worth *= wants.unsampled;
        }
        worth *= half_power(supplier.on_time, wants.minds_delay);
        worth *= half_power(supplier.content, wants.minds_disputes);
        worth *= wants.timely(scene, goods, supplier);
        worth *= wants.value(goods);
        let mut taste = Dice::new(wants.taste ^ (row as u64).wrapping_mul(0xD6E8_FEB8_6659_FD93));
        worth * taste.around_one(0.25)
    }
}

impl Wants {
    fn told(&self, dice: &mut Dice) -> Need {
        let mut words = vec![HEADS[self.head]];
        for (values, wanted) in PROPERTIES.iter().zip(self.properties) {
            let Some((value, _)) = wanted.filter(|_| dice.chance(88)) else {
                continue;
            };
            let (usual, other) = values[value];
            words.push(if dice.chance(80) { usual } else { other });
        }
        if dice.chance(20) {
            // A word that came along from another property.
            let values = dice.pick(&PROPERTIES);
            let (stray, _) = dice.pick(&values);
            words.push(stray);
        }
        let target = dice
            .chance(35)
            .then(|| (self.reservation * dice.between(0.7, 1.05)) as i64);
        Need {
            text: words.join(" "),
            quantity: dice.chance(85).then_some(self.quantity),
            target_price: target,
            needed_by: self.deadline.map(|(days, _)| TODAY + days as i32),
            destination: self.destination.map(|at| DESTINATIONS[at].to_owned()),
            certificates: self.certificates.iter().map(ToString::to_string).collect(),
            sample: self.unsampled < 0.7,
            ..Need::default()
        }
    }

    /// What it costs them in the end, for each that they need, beside what they would pay.
    fn value(&self, goods: &super::scene::Goods) -> f64 {
        let ordered = ordered(goods, self.quantity);
        let price = price_at(&goods.price_breaks, ordered);
        let (ordered, needed) = (f64::from(ordered), f64::from(self.quantity));
        let left = ordered - needed;
        let kilograms = goods.weight_milligrams as f64 / 1e6 * ordered;
        // Freight by size of the destination's number: no table that the ranking knows.
        let rate = self
            .destination
            .map_or(0.0, |at| 700.0 + 1_300.0 * at as f64);
        let cost = price * (ordered - left * self.reuse) + kilograms * rate;
        let ratio = cost / needed / self.reservation.max(1.0);
        // Money that is not there cannot be spent, whatever is left over for later.
        let affordable = if 3.0 * self.reservation * needed < price * ordered {
            0.15
        } else {
            1.0
        };
        affordable / (1.0 + half_power(ratio, 2 * self.sharpness))
    }

    fn timely(
        &self,
        scene: &Scene,
        goods: &super::scene::Goods,
        supplier: &super::scene::Supplier,
    ) -> f64 {
        const DAYS: [f64; 8] = [1.0, 3.0, 8.0, 9.0, 14.0, 19.0, 26.0, 33.0];
        let way = self.destination.map_or(0.0, |at| DAYS[at] * scene.way[at]);
        let lead = f64::from(goods.lead_time_days);
        // What is not in stock has to be made first.
        let made = if goods.stock < ordered(goods, self.quantity) {
            lead * 0.4 + 3.0
        } else {
            0.0
        };
        let abroad = self
            .destination
            .is_some_and(|at| at != 0 && !supplier.markets.contains(&DESTINATIONS[at]));
        let papers = if abroad { 6.0 } else { 0.0 };
        let arrival = lead + made + way + papers + supplier.delay;
        match self.deadline {
            Some((days, _)) if arrival <= days => 1.0,
            Some((days, tolerance)) => {
                let late = (arrival - days) / tolerance;
                1.0 / (1.0 + late * late)
            }
            None => 1.0 / (1.0 + arrival / self.patience),
        }
    }
}

fn ordered(goods: &super::scene::Goods, quantity: u32) -> u32 {
    let wanted = quantity.max(goods.moq);
    wanted.next_multiple_of(goods.multiple.max(1))
}

fn price_at(price_breaks: &[(u32, i64)], quantity: u32) -> f64 {
    let reached = price_breaks
        .iter()
        .rev()
        .find(|(from, _)| *from <= quantity);
    let (_, price) = reached
        .or(price_breaks.first())
        .copied()
        .unwrap_or_default();
    price as f64
}

/// `base` to the power of `halves` halves: roots and products, the same on every machine.
fn half_power(base: f64, halves: u32) -> f64 {
    let whole = (0..halves / 2).fold(1.0, |power, _| power * base);
    if halves % 2 == 1 {
        whole * base.sqrt()
    } else {
        whole
    }
}
