//! Suppliers by their best products.

use super::spread::Placed;
use super::wanted::Candidate;
use crate::order;

/// What a supplier's second and third product add, as a part of their points: enough to put the one with more to
/// choose from first where the best ones are alike.
const OTHERS: i64 = 50;

/// Index of the supplier, and the place of their best product in the first `limit`; best first.
pub fn suppliers(placed: &[Placed<&Candidate>], limit: usize) -> Vec<(u16, u32)> {
    let mut found: Vec<Standing> = Vec::new();
    let most = placed
        .iter()
        .map(|one| usize::from(one.item.supplier))
        .max();
    let mut place_of = vec![None; most.map_or(0, |most| most + 1)];
    for (place, one) in (0u32..).zip(placed) {
        let supplier = one.item.supplier;
        let points = i64::from(one.score) + i64::from(one.lost);
        let known = &mut place_of[usize::from(supplier)];
        match known.and_then(|at: usize| found.get_mut(at)) {
            Some(standing) if standing.products < 3 => {
                standing.products += 1;
                standing.points += points.max(0) / OTHERS;
            }
            Some(_) => (),
            None => {
                *known = Some(found.len());
                found.push(Standing {
                    supplier,
                    place,
                    products: 1,
                    points,
                });
            }
        }
    }
    found.retain(|standing| (standing.place as usize) < limit);
    order::sort(&mut found, |a, b| {
        b.points.cmp(&a.points).then(a.place.cmp(&b.place))
    });
    let told = |standing: Standing| (standing.supplier, standing.place);
    found.into_iter().map(told).collect()
}

struct Standing {
    supplier: u16,
    place: u32,
    products: u32,
    points: i64,
}
