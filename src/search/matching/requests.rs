//! The other way round: which open requests suit a supplier's catalogue.

use super::field::Field;
use super::offers::Offers;
use super::spread::Placed;
use super::tuning::Tuning;
use crate::ask::{Need, Request};
use crate::order;

/// A request that is open, with what the text search found for its words in the whole market: a supplier stands beside
/// the others who could answer it.
#[derive(Clone, Debug)]
pub struct Open<'a> {
    /// The caller's.
    pub id: &'a str,
    pub need: &'a Need,
    /// Rows and their scores.
    pub relevance: Vec<(u32, i32)>,
}

/// A product suits at all if its words are at least this near to those of the best in the market, thousandths.
const NEAR: i64 = 400;

/// Which of the requests suit a supplier, best first: by the points that their best product would have among all, so that
/// those come first where the supplier is hard to beat. `today`: days since 1970-01-01.
#[must_use]
pub fn requests<'a>(
    supplier: u16,
    open: impl Iterator<Item = Open<'a>>,
    offers: &Offers,
    today: i32,
    limit: usize,
) -> Vec<Request> {
    let mut suiting: Vec<Request> = open
        .filter_map(|request| suits(supplier, request, offers, today))
        .collect();
    order::sort(&mut suiting, |a, b| {
        b.best
            .score
            .cmp(&a.best.score)
            .then_with(|| a.id.cmp(&b.id))
    });
    suiting.truncate(limit);
    suiting
}

fn suits(supplier: u16, request: Open, offers: &Offers, today: i32) -> Option<Request> {
    let found = request.relevance.into_iter();
    let field = Field::new(Tuning::DEFAULT, request.need, found, offers, today);
    let mut theirs = field.scored();
    theirs.retain(|(score, one)| {
        one.supplier == supplier && 0 < *score && NEAR <= field.relevance_beside_best(one)
    });
    let products = u32::try_from(theirs.len()).unwrap_or(u32::MAX);
    let (score, item) = theirs
        .into_iter()
        .min_by(|a, b| b.0.cmp(&a.0).then_with(|| a.1.before(b.1)))?;
    let best = field.explain(&Placed {
        score,
        lost: 0,
        item,
    });
    Some(Request {
        id: request.id.to_owned(),
        best,
        products,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::matching::testing::{Goods, Maker, market};

    const TODAY: i32 = 20_000;

    fn two_suppliers() -> Offers {
        let of = |supplier: u16, price: i64| Goods {
            supplier,
            price_breaks: vec![(100, price)],
            ..Goods::default()
        };
        let goods = [of(0, 4_000), of(0, 5_000), of(1, 3_000), of(1, 9_000)];
        market(&[Maker::default(), Maker::default()], &goods)
    }

    fn ask<'a>(id: &'a str, need: &'a Need, relevance: &[(u32, i32)]) -> Open<'a> {
        Open {
            id,
            need,
            relevance: relevance.to_vec(),
        }
    }

    #[test]
    fn requests_come_where_the_supplier_is_hard_to_beat() {
        let offers = two_suppliers();
        let need = Need {
            quantity: Some(200),
            ..Need::default()
        };
        let open = [
            // Beaten on price, alone, beaten on words, not theirs at all.
            ask("beaten", &need, &[(0, 900), (2, 900)]),
            ask("alone", &need, &[(0, 900), (1, 850)]),
            ask("far", &need, &[(0, 100), (2, 900)]),
            ask("other", &need, &[(2, 900), (3, 900)]),
            ask("nothing", &need, &[]),
        ];
        let suiting = requests(0, open.into_iter(), &offers, TODAY, 10);
        let told: Vec<(&str, u32)> = suiting
            .iter()
            .map(|request| (request.id.as_str(), request.products))
            .collect();
        assert_eq!(told, [("alone", 2), ("beaten", 1)]);
        for request in &suiting {
            assert_eq!((request.best.row, request.best.supplier), (0, 0));
            let sum: i32 = request.best.parts.iter().map(|part| part.points).sum();
            assert_eq!(sum, request.best.score);
        }
    }

    #[test]
    fn the_limit_cuts_and_the_order_asked_does_not_matter() {
        let offers = two_suppliers();
        let need = Need::default();
        let open = || [ask("b", &need, &[(0, 900)]), ask("a", &need, &[(0, 900)])];
        let all = requests(0, open().into_iter(), &offers, TODAY, 10);
        let turned = requests(0, open().into_iter().rev(), &offers, TODAY, 10);
        assert_eq!(all, turned);
        assert_eq!(requests(0, open().into_iter(), &offers, TODAY, 1), all[..1]);
        assert_eq!(all[0].id, "a");
    }
}
