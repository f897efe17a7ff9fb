//! Looks for better constants of matching on simulated markets, and prints them: `cargo run --profile native -p search
//! --example tune_matching`. The seeds are not those that are reported.

use search::matching::market::{Market, measure_in, measure_tuning};
use search::matching::{Curve, Tuning};

/// A number to turn: its name, and where it is.
type Knob = (&'static str, fn(&mut Tuning) -> &mut i64);

const KNOBS: [Knob; 35] = [
    ("below_target", |t| &mut t.below_target),
    ("target.par", |t| &mut t.target.par),
    ("target.slope", |t| &mut t.target.slope),
    ("most.relevance", |t| &mut t.most.relevance),
    ("most.price", |t| &mut t.most.price),
    ("most.quantity", |t| &mut t.most.quantity),
    ("most.lead_time", |t| &mut t.most.lead_time),
    ("most.stock", |t| &mut t.most.stock),
    ("most.certificates", |t| &mut t.most.certificates),
    ("most.sample", |t| &mut t.most.sample),
    ("most.on_time", |t| &mut t.most.on_time),
    ("most.verification", |t| &mut t.most.verification),
    ("most.response", |t| &mut t.most.response),
    ("most.disputes", |t| &mut t.most.disputes),
    ("most.logistics", |t| &mut t.most.logistics),
    ("relevance.par", |t| &mut t.relevance.par),
    ("relevance.slope", |t| &mut t.relevance.slope),
    ("relevance.floor", |t| &mut t.relevance.floor),
    ("price.par", |t| &mut t.price.par),
    ("price.slope", |t| &mut t.price.slope),
    ("price.floor", |t| &mut t.price.floor),
    ("target.floor", |t| &mut t.target.floor),
    ("quantity.slope", |t| &mut t.quantity.slope),
    ("quantity.floor", |t| &mut t.quantity.floor),
    ("in_time.slope", |t| &mut t.in_time.slope),
    ("in_time.floor", |t| &mut t.in_time.floor),
    ("late.par", |t| &mut t.late.par),
    ("late.slope", |t| &mut t.late.slope),
    ("late.floor", |t| &mut t.late.floor),
    ("response.slope", |t| &mut t.response.slope),
    ("freight.slope", |t| &mut t.freight.slope),
    ("freight.floor", |t| &mut t.freight.floor),
    ("certificate_missing", |t| &mut t.certificate_missing),
    ("late_order", |t| &mut t.late_order),
    ("dispute", |t| &mut t.dispute),
];

fn main() {
    let mut markets: Vec<Market> = (1..=5).map(Market::new).collect();
    shops(&mut markets);
    let mut best = Tuning::DEFAULT;
    let mut score = measure_tuning(best, &markets);
    println!("as they are: {score:.4}");
    for step in [1.6, 1.25, 1.1] {
        for (name, knob) in KNOBS {
            for factor in [step, 1.0 / step] {
                let mut tried = best;
                let value = knob(&mut tried);
                *value = (*value as f64 * factor).round() as i64;
                if !is_sane(&tried) {
                    continue;
                }
                let found = measure_tuning(tried, &markets);
                if score + 0.0003 < found {
                    println!("{found:.4} {name} = {}", knob(&mut tried.clone()));
                    (best, score) = (tried, found);
                }
            }
        }
    }
    println!("{best:#?}");
}

/// How much a shop's sorting should leave, to be fair to it.
fn shops(markets: &mut [Market]) {
    for near in [30, 50, 60, 70, 80, 90, 100] {
        markets.iter_mut().for_each(|market| market.near = near);
        for row in measure_in(markets) {
            if ["price", "rating"].contains(&row.key) {
                println!(
                    "{near} % of the text score, by {}: {:.4}",
                    row.key, row.ndcg
                );
            }
        }
    }
}

/// What the properties of the ranking rest on.
fn is_sane(tuning: &Tuning) -> bool {
    let rises = |curve: Curve| curve.floor <= curve.par && curve.par <= 1_000;
    tuning.late.par <= tuning.in_time.floor
        && [tuning.price, tuning.target, tuning.relevance]
            .into_iter()
            .all(rises)
}
