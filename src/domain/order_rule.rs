use std::num::NonZeroU32;

use serde::{Deserialize, Serialize};
use thiserror::Error;

/// Minimum order quantity (MOQ): the smallest quantity that a supplier sells, at least 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "u32", into = "u32")]
pub struct Moq(NonZeroU32);

/// Quantities are whole multiples of this, since nobody opens a box of 50 to sell 7; at least 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "u32", into = "u32")]
pub struct OrderMultiple(NonZeroU32);

#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("a quantity is at least 1")]
pub struct ZeroQuantity;

/// Which quantities may be ordered: from the MOQ on, in multiples. The MOQ itself is a multiple.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OrderRule {
    moq: Moq,
    multiple: OrderMultiple,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("the minimum order quantity is not a multiple of the order multiple")]
pub struct OrderRuleError;

/// Why a quantity cannot be ordered, and what could be instead.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum OrderRefusal {
    #[error("below the minimum order quantity of {moq}")]
    BelowMoq { moq: u32 },
    /// `below` and `above` are the nearest quantities that can be ordered.
    #[error("not a multiple; {below} or {above} can be ordered")]
    NotMultiple { below: u32, above: u32 },
}

macro_rules! quantity {
    ($name:ident) => {
        impl $name {
            #[must_use]
            pub fn get(self) -> u32 {
                self.0.get()
            }
        }

        impl TryFrom<u32> for $name {
            type Error = ZeroQuantity;

            fn try_from(value: u32) -> Result<Self, ZeroQuantity> {
                NonZeroU32::new(value).map(Self).ok_or(ZeroQuantity)
            }
        }

        impl From<$name> for u32 {
            fn from(value: $name) -> Self {
                value.get()
            }
        }
    };
}

quantity!(Moq);
quantity!(OrderMultiple);

impl OrderRule {
    pub fn new(moq: Moq, multiple: OrderMultiple) -> Result<Self, OrderRuleError> {
        if !moq.get().is_multiple_of(multiple.get()) {
            return Err(OrderRuleError);
        }
        Ok(Self { moq, multiple })
    }

    #[must_use]
    pub fn moq(self) -> u32 {
        self.moq.get()
    }

    #[must_use]
    pub fn multiple(self) -> u32 {
        self.multiple.get()
    }

    pub fn check(self, quantity: u32) -> Result<(), OrderRefusal> {
        if quantity < self.moq() {
            return Err(OrderRefusal::BelowMoq { moq: self.moq() });
        }
        if !quantity.is_multiple_of(self.multiple()) {
            let below = quantity - quantity % self.multiple();
            return Err(OrderRefusal::NotMultiple {
                below,
                above: self.nearest(quantity),
            });
        }
        Ok(())
    }

    /// The smallest quantity not below this one that can be ordered; the largest of all where none is.
    #[must_use]
    pub fn nearest(self, quantity: u32) -> u32 {
        let wanted = quantity.max(self.moq());
        wanted
            .checked_next_multiple_of(self.multiple())
            .unwrap_or(wanted - wanted % self.multiple())
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn rule(moq: u32, multiple: u32) -> OrderRule {
        OrderRule::new(moq.try_into().unwrap(), multiple.try_into().unwrap()).unwrap()
    }

    #[test]
    fn quantities_are_multiples_from_the_moq_on() {
        let check = |quantity: u32, expected: Result<(), OrderRefusal>, nearest: u32| {
            assert_eq!(rule(100, 25).check(quantity), expected, "{quantity}");
            assert_eq!(rule(100, 25).nearest(quantity), nearest, "{quantity}");
        };
        check(0, Err(OrderRefusal::BelowMoq { moq: 100 }), 100);
        check(75, Err(OrderRefusal::BelowMoq { moq: 100 }), 100);
        check(100, Ok(()), 100);
        check(
            101,
            Err(OrderRefusal::NotMultiple {
                below: 100,
                above: 125,
            }),
            125,
        );
        check(125, Ok(()), 125);
        check(
            u32::MAX,
            Err(OrderRefusal::NotMultiple {
                below: 4_294_967_275,
                above: 4_294_967_275,
            }),
            4_294_967_275,
        );
    }

    #[test]
    fn a_moq_is_a_multiple_and_neither_is_zero() {
        assert_eq!(Moq::try_from(0), Err(ZeroQuantity));
        assert_eq!(OrderMultiple::try_from(0), Err(ZeroQuantity));
        let (moq, multiple) = (
            Moq::try_from(10).unwrap(),
            OrderMultiple::try_from(3).unwrap(),
        );
        assert_eq!(OrderRule::new(moq, multiple), Err(OrderRuleError));
    }

    proptest! {
        #[test]
        fn the_nearest_quantity_can_be_ordered(times in 1u32..1000, multiple in 1u32..10_000, quantity: u32) {
            let rule = rule(times * multiple, multiple);
            prop_assert_eq!(rule.check(rule.nearest(quantity)), Ok(()));
            if rule.check(quantity).is_ok() {
                prop_assert_eq!(rule.nearest(quantity), quantity);
            }
        }
    }
}
