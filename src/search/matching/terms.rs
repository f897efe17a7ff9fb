//! What would be ordered of a product, and what one unit costs then.

use super::offers::Product;

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Terms {
    /// The quantity asked for, or the MOQ where none is, raised to MOQ and order multiple.
    pub quantity: u32,
    /// How many of them nobody asked for.
    pub excess: u32,
    /// Ten-thousandths of an SGD; 0 where the product has no price.
    pub unit_price: i64,
    /// The quantity from which it holds.
    pub from: u32,
    /// The next price break.
    pub next: Option<(u32, i64)>,
}

impl Terms {
    #[must_use]
    pub fn of(product: &Product, asked: Option<u32>) -> Self {
        let moq = product.moq();
        let asked = asked.unwrap_or(moq).max(1);
        let quantity = nearest(asked.max(moq), product.order_multiple());
        let mut terms = Terms {
            quantity,
            excess: quantity.saturating_sub(asked),
            ..Terms::default()
        };
        for (from, price) in product.price_breaks() {
            // The first break holds below itself too: a file that contradicts itself shows the dearer price.
            if from <= quantity || terms.unit_price == 0 {
                (terms.from, terms.unit_price) = (from, price);
            } else {
                terms.next = Some((from, price));
                break;
            }
        }
        terms
    }
}

/// The smallest multiple not below; the largest of all where none is.
fn nearest(wanted: u32, multiple: u32) -> u32 {
    wanted
        .checked_next_multiple_of(multiple)
        .unwrap_or(wanted - wanted % multiple)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::matching::offers::{Offers, Writer};
    use crate::matching::testing;

    #[test]
    fn the_price_is_that_of_what_would_be_ordered() {
        let mut writer = Writer::new();
        writer.offer(&testing::Goods::default().offer());
        let offers = Offers::open(writer.finish()).unwrap();
        let product = offers.product(0).unwrap();
        let check = |asked: Option<u32>, expected: (u32, u32, i64, Option<u32>)| {
            let terms = Terms::of(&product, asked);
            let next = terms.next.map(|(from, _)| from);
            let got = (terms.quantity, terms.excess, terms.unit_price, next);
            assert_eq!(got, expected, "{asked:?}");
        };
        // MOQ 100, multiples of 50, 0.42 from 100 and 0.36 from 500.
        check(None, (100, 0, 4_200, Some(500)));
        check(Some(0), (100, 99, 4_200, Some(500)));
        check(Some(30), (100, 70, 4_200, Some(500)));
        check(Some(101), (150, 49, 4_200, Some(500)));
        check(Some(451), (500, 49, 3_600, None));
        check(Some(u32::MAX), (4_294_967_250, 0, 3_600, None));
    }
}
