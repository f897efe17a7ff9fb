//! What holds for every market and every need.

use proptest::prelude::*;

use super::offers::Offers;
use super::testing::{Goods, Maker, market};
use super::{KEPT, PAGE, SUITS, rank};
use crate::ask::{About, Match, Matched, Need, SampleTerms, Suit, Weights};

const TODAY: i32 = 20_000;

fn goods() -> impl Strategy<Value = Goods> {
    let certificates = prop::collection::vec(
        (
            prop::sample::select(vec!["CE", "RoHS", "UL"]),
            19_900..20_200,
        ),
        0..3,
    );
    let sample = prop::sample::select(vec![SampleTerms::No, SampleTerms::Paid, SampleTerms::Free]);
    (
        (0u16..8, 1i64..100_000, 1u32..20),
        (0u32..5_000, 0u16..90, 1u64..5_000_000),
        (certificates, sample),
    )
        .prop_map(
            |((supplier, price, moq), (stock, days, weight), (certificates, sample))| {
                let moq = moq * 50;
                Goods {
                    supplier,
                    price_breaks: vec![(moq, price), (moq * 5, price * 9 / 10 + 1)],
                    moq,
                    stock,
                    lead_time_days: days,
                    weight,
                    certificates,
                    sample,
                }
            },
        )
}

fn maker() -> impl Strategy<Value = Maker> {
    (0u8..=3, 50u8..=100, 0u32..400, 0u16..72, 0u32..10).prop_map(
        |(verification, on_time_percent, orders, response_hours, disputes)| Maker {
            verification,
            on_time_percent,
            orders,
            response_hours,
            disputes,
            ..Maker::default()
        },
    )
}

fn need() -> impl Strategy<Value = Need> {
    let kinds = prop::sample::subsequence(vec!["CE", "RoHS", "ISO 9001"], 0..3);
    let destination = prop::sample::select(vec![None, Some("SG"), Some("MY"), Some("DE")]);
    (
        prop::option::of(1u32..3_000),
        prop::option::of(1i64..100_000),
        prop::option::of(TODAY - 5..TODAY + 120),
        (destination, kinds, any::<bool>()),
        (0u8..=100, 0u8..=100, 0u8..=100),
    )
        .prop_map(
            |(quantity, target_price, needed_by, (destination, kinds, sample), weights)| Need {
                quantity,
                target_price,
                needed_by,
                destination: destination.map(str::to_owned),
                certificates: kinds.into_iter().map(str::to_owned).collect(),
                sample,
                weights: Weights {
                    price: weights.0,
                    speed: weights.1,
                    reliability: weights.2,
                },
                ..Need::default()
            },
        )
}

prop_compose! {
    /// A market of eight makers, what they sell, and what the text search says of it.
    fn scene()(
        makers in prop::collection::vec(maker(), 8),
        goods in prop::collection::vec(goods(), 2..40),
        scores in prop::collection::vec(1i32..9_000, 40),
        need in need(),
    ) -> Scene {
        let found = (0..).zip(scores).take(goods.len()).collect();
        Scene { makers, goods, found, need }
    }
}

#[derive(Clone, Debug)]
struct Scene {
    makers: Vec<Maker>,
    goods: Vec<Goods>,
    found: Vec<(u32, i32)>,
    need: Need,
}

impl Scene {
    fn offers(&self) -> Offers {
        market(&self.makers, &self.goods)
    }

    fn ranked(&self) -> Matched {
        rank(
            &self.need,
            self.found.iter().copied(),
            &self.offers(),
            TODAY,
            usize::MAX,
        )
    }

    /// The first product twice, the second time changed, with a row after all others.
    fn with_twin(mut self, change: impl Fn(&mut Goods, &mut Maker)) -> (Self, u32) {
        let mut twin = self.goods[0].clone();
        let mut maker = self.makers[usize::from(twin.supplier)].clone();
        // A maker of their own each, so that neither stands in the other's way, and no other goods.
        let index = u16::try_from(self.makers.len()).unwrap();
        self.goods[0].supplier = index;
        self.makers.push(maker.clone());
        twin.supplier = index + 1;
        change(&mut twin, &mut maker);
        self.makers.push(maker);
        let row = u32::try_from(self.goods.len()).unwrap();
        self.found.push((row, self.found[0].1));
        self.goods.push(twin);
        (self, row)
    }
}

fn score(matched: &Matched, row: u32) -> &Match {
    matched.products.iter().find(|one| one.row == row).unwrap()
}

/// Whether the changed twin stands at least as high as the product that it was made from.
fn never_lower(scene: Scene, change: impl Fn(&mut Goods, &mut Maker)) -> Result<(), TestCaseError> {
    let (scene, row) = scene.with_twin(change);
    let matched = scene.ranked();
    let (twin, first) = (score(&matched, row), score(&matched, 0));
    prop_assert!(first.score <= twin.score, "{first:?}\n{twin:?}");
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn parts_sum_to_the_score_and_none_gives_more_than_its_most(scene in scene()) {
        for one in scene.ranked().products {
            let sum: i32 = one.parts.iter().map(|part| part.points).sum();
            prop_assert_eq!(sum, one.score);
            for part in &one.parts {
                prop_assert!(part.points <= part.most, "{:?}", part);
            }
        }
    }

    #[test]
    fn products_stand_by_their_points(scene in scene()) {
        let matched = scene.ranked();
        prop_assert_eq!(matched.products.len(), scene.goods.len());
        prop_assert!(matched.products.is_sorted_by(|one, next| next.score <= one.score));
    }

    #[test]
    fn the_order_of_insertion_does_not_matter(scene in scene(), seed: u64) {
        let mut shuffled = scene.clone();
        shuffled.found.sort_by_key(|(row, _)| (u64::from(*row) + 1).wrapping_mul(seed | 1));
        prop_assert_eq!(scene.ranked(), shuffled.ranked());
    }

    /// Not even the order of the rows: only two that are the same in all but their rows stand by these.
    #[test]
    fn the_order_of_the_catalogue_does_not_matter(scene in scene()) {
        let mut turned = scene.clone();
        turned.goods.reverse();
        let last = u32::try_from(scene.goods.len()).unwrap() - 1;
        turned.found.iter_mut().for_each(|(row, _)| *row = last - *row);
        let scores = |matched: Matched| -> Vec<i32> {
            matched.products.iter().map(|one| one.score).collect()
        };
        prop_assert_eq!(scores(scene.ranked()), scores(turned.ranked()));
    }

    #[test]
    fn the_limit_only_cuts(scene in scene(), limit in 0usize..20) {
        let all = scene.ranked();
        let offers = scene.offers();
        let cut = rank(&scene.need, scene.found.iter().copied(), &offers, TODAY, limit);
        prop_assert_eq!(&all.products[..limit.min(all.products.len())], &cut.products[..]);
        prop_assert!(cut.suppliers.iter().all(|(_, place)| (*place as usize) < limit));
    }

    #[test]
    fn cheaper_never_ranks_lower(scene in scene(), less in 0i64..100) {
        never_lower(scene, |goods, _| {
            for (_, price) in &mut goods.price_breaks {
                *price -= *price * less / 101;
            }
        })?;
    }

    /// Also where the market's middle price moves with it: its place among all others. Without a destination, since
    /// freight weighs more beside a lower middle price, and more on who is heavy.
    #[test]
    fn who_lowers_a_price_never_falls(scene in scene(), row in any::<prop::sample::Index>(), less in 0i64..100) {
        let mut scene = scene;
        scene.need.destination = None;
        let row = row.index(scene.goods.len());
        let mut cheaper = scene.clone();
        for (_, price) in &mut cheaper.goods[row].price_breaks {
            *price -= *price * less / 101;
        }
        let place = |scene: &Scene| {
            let products = scene.ranked().products;
            products.iter().position(|one| one.row as usize == row).unwrap()
        };
        prop_assert!(place(&cheaper) <= place(&scene));
    }

    #[test]
    fn earlier_never_ranks_lower(scene in scene(), less in 0u16..90) {
        never_lower(scene, |goods, _| {
            goods.lead_time_days = goods.lead_time_days.saturating_sub(less);
        })?;
    }

    #[test]
    fn more_in_stock_never_ranks_lower(scene in scene(), more in 0u32..5_000) {
        never_lower(scene, |goods, _| goods.stock += more)?;
    }

    #[test]
    fn lighter_never_ranks_lower(scene in scene(), divisor in 1u64..50) {
        never_lower(scene, |goods, _| goods.weight /= divisor)?;
    }

    #[test]
    fn a_smaller_moq_never_ranks_lower(scene in scene()) {
        // What is asked for is named: otherwise a smaller MOQ is a smaller order at another price.
        let mut scene = scene;
        scene.need.quantity.get_or_insert(500);
        let steady = |goods: &mut Goods| goods.price_breaks.truncate(1);
        scene.goods.iter_mut().for_each(steady);
        // Freight and stock are of the order: they would not be alike.
        scene.need.destination = None;
        never_lower(scene, |goods, _| goods.moq = 50)?;
    }

    #[test]
    fn a_sample_or_a_longer_certificate_never_ranks_lower(scene in scene(), longer in 0i32..300) {
        never_lower(scene, |goods, _| {
            goods.sample = SampleTerms::Free;
            goods.certificates.iter_mut().for_each(|(_, until)| *until += longer);
        })?;
    }

    #[test]
    fn a_better_record_never_ranks_lower(scene in scene(), by in 0u8..30) {
        never_lower(scene, |_, maker| {
            maker.verification = (maker.verification + by % 4).min(3);
            maker.on_time_percent = (maker.on_time_percent + by).min(100);
            maker.response_hours = maker.response_hours.saturating_sub(by.into());
            maker.disputes = maker.disputes.saturating_sub(by.into());
        })?;
    }

    #[test]
    fn more_relevant_never_ranks_lower(scene in scene(), more in 0i32..1_000) {
        let (mut scene, row) = scene.with_twin(|_, _| ());
        let twin = scene.found.last_mut().unwrap();
        twin.1 += more;
        let matched = scene.ranked();
        prop_assert!(score(&matched, 0).score <= score(&matched, row).score);
    }

    #[test]
    fn alike_products_have_equal_scores(scene in scene()) {
        let (scene, row) = scene.with_twin(|_, _| ());
        let matched = scene.ranked();
        prop_assert_eq!(score(&matched, 0).score, score(&matched, row).score);
    }

    /// A day before it is needed and it may as well not be there.
    #[test]
    fn an_expired_certificate_never_counts(scene in scene(), ago in 1i32..500) {
        let mut scene = scene;
        scene.need.certificates = vec!["CE".to_owned()];
        let day = scene.need.needed_by.unwrap_or(TODAY).max(TODAY);
        scene.goods[0].certificates.clear();
        let (scene, row) = scene.with_twin(|goods, _| goods.certificates = vec![("CE", day - ago)]);
        let matched = scene.ranked();
        prop_assert_eq!(score(&matched, 0).score, score(&matched, row).score);
        let facts = |suit: &Suit| match &suit.about {
            About::Certificates { valid, expired, .. } => Some((*valid, expired.clone())),
            _ => None,
        };
        let told = score(&matched, row).parts.iter().find_map(facts);
        prop_assert_eq!(told, Some((0, vec!["CE".to_owned()])));
    }

    #[test]
    fn a_weight_of_zero_silences_its_parts(scene in scene(), which in 0usize..3) {
        let mut scene = scene;
        let weights = &mut scene.need.weights;
        *[&mut weights.price, &mut weights.speed, &mut weights.reliability][which] = 0;
        for one in scene.ranked().products {
            for part in &one.parts {
                let group = match part.about {
                    About::Price { .. } | About::Quantity { .. } | About::Logistics { .. } => 0,
                    About::LeadTime { .. } | About::Stock { .. } => 1,
                    About::OnTime { .. } | About::Verification { .. } => 2,
                    About::Response { .. } | About::Disputes { .. } => 2,
                    _ => continue,
                };
                prop_assert!(group != which || (part.points, part.most) == (0, 0));
            }
        }
    }

    #[test]
    fn no_supplier_fills_the_first_page_when_others_suit(scene in scene()) {
        let matched = scene.ranked();
        let own = |one: &Match| {
            let moved = |part: &&Suit| part.about == About::SameSupplier;
            one.score - one.parts.iter().filter(moved).map(|part| part.points).sum::<i32>()
        };
        let best = matched.products.iter().map(own).max().unwrap_or(0);
        for supplier in 0..8u16 {
            let mut kept = [0usize; 8];
            let others = matched.products.iter().filter(|one| one.supplier != supplier);
            let suit = others.filter(|one| i64::from(best) * SUITS < i64::from(own(one)) * 1_000);
            // Each of the others fills no more than its own places either.
            suit.for_each(|one| kept[usize::from(one.supplier)] += 1);
            let suiting: usize = kept.iter().map(|count| (*count).min(KEPT)).sum();
            let page = matched.products.iter().take(PAGE);
            let theirs = page.filter(|one| one.supplier == supplier).count();
            prop_assert!(theirs <= KEPT.max(PAGE.saturating_sub(suiting)), "{supplier}: {theirs}");
        }
    }

    #[test]
    fn suppliers_are_told_once_each_with_their_best(scene in scene()) {
        let matched = scene.ranked();
        for (supplier, place) in &matched.suppliers {
            let first = matched.products.iter().position(|one| one.supplier == *supplier);
            prop_assert_eq!(first, Some(*place as usize));
        }
        let mut told: Vec<u16> = matched.suppliers.iter().map(|(supplier, _)| *supplier).collect();
        told.sort_unstable();
        let mut sold: Vec<u16> = scene.goods.iter().map(|goods| goods.supplier).collect();
        sold.sort_unstable();
        sold.dedup();
        prop_assert_eq!(told, sold);
    }
}
