use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::Weight;
use crate::decimal::fixed;
use crate::newtype::written_as_text;

/// How a supplier packs for shipping.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Carton {
    /// Units in a carton, at least 1.
    pub quantity: u32,
    pub size: Size,
    /// Gross, of a full carton.
    pub weight: Weight,
}

/// Outside length, width and height, to the millimetre; each above zero and at most 20 m.
///
/// Written in centimetres with at most one decimal: `40x30x25.5`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Size([u32; 3]);

#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum ParseSizeError {
    #[error("not of the form 40x30x25 in centimetres with at most one decimal")]
    Form,
    #[error("a side is zero or more than 20 m")]
    Side,
}

impl Size {
    /// Length, width, height.
    #[must_use]
    pub fn millimetres(self) -> [u32; 3] {
        self.0
    }

    /// In cubic millimetres; a cubic metre (CBM) is 10⁹ of them.
    #[must_use]
    pub fn volume(self) -> u64 {
        self.0.into_iter().map(u64::from).product()
    }
}

impl Carton {
    /// How many cartons hold a quantity.
    #[must_use]
    pub fn count_for(&self, quantity: u32) -> u32 {
        quantity.div_ceil(self.quantity.max(1))
    }

    /// Whether a full carton weighs at least nine tenths of what is in it. Suppliers round; a carton that is lighter
    /// than its content is a slip.
    #[must_use]
    pub fn can_hold(&self, unit: Weight) -> bool {
        let content = u128::from(unit.milligrams()) * u128::from(self.quantity);
        content * 9 <= u128::from(self.weight.milligrams()) * 10
    }
}

/// `x`, `X`, `*` and `×` are read alike.
impl FromStr for Size {
    type Err = ParseSizeError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let mut sides = text.split(['x', 'X', '*', '×']);
        let mut side = || {
            let written = sides.next().ok_or(ParseSizeError::Form)?;
            let millimetres = fixed(written.trim(), 1).ok_or(ParseSizeError::Form)?;
            let side = u32::try_from(millimetres).map_err(|_| ParseSizeError::Side)?;
            if (1..=20_000).contains(&side) {
                Ok(side)
            } else {
                Err(ParseSizeError::Side)
            }
        };
        let size = [side()?, side()?, side()?];
        match sides.next() {
            Some(_) => Err(ParseSizeError::Form),
            None => Ok(Self(size)),
        }
    }
}

impl fmt::Display for Size {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, side) in self.0.into_iter().enumerate() {
            let separator = if at == 0 { "" } else { "x" };
            write!(out, "{separator}{}", side / 10)?;
            if side % 10 != 0 {
                write!(out, ".{}", side % 10)?;
            }
        }
        Ok(())
    }
}

written_as_text!(Size, ParseSizeError);

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn sizes_are_three_sides_in_centimetres() {
        let check = |text: &str, expected: Result<[u32; 3], ParseSizeError>| {
            assert_eq!(
                text.parse::<Size>().map(Size::millimetres),
                expected,
                "{text:?}"
            );
        };
        check("40x30x25", Ok([400, 300, 250]));
        check("40.5 × 30 * 0.1", Ok([405, 300, 1]));
        check("2000x1x1", Ok([20_000, 10, 10]));
        check("2000.1x1x1", Err(ParseSizeError::Side));
        check("40x0x25", Err(ParseSizeError::Side));
        for wrong in [
            "",
            "40x30",
            "40x30x25x1",
            "40x30x25cm",
            "40.55x30x25",
            "-40x30x25",
            "xx",
        ] {
            check(wrong, Err(ParseSizeError::Form));
        }
        assert_eq!(
            "100x100x100".parse::<Size>().unwrap().volume(),
            1_000_000_000
        );
    }

    #[test]
    fn a_full_carton_weighs_about_as_much_as_its_content() {
        let carton = |weight: &str| Carton {
            quantity: 100,
            size: "40x30x25".parse().unwrap(),
            weight: weight.parse().unwrap(),
        };
        let unit = "0.1".parse().unwrap();
        assert!(carton("10.4").can_hold(unit));
        assert!(carton("9").can_hold(unit));
        assert!(!carton("8.999").can_hold(unit));
        assert_eq!(carton("9").count_for(0), 0);
        assert_eq!(carton("9").count_for(100), 1);
        assert_eq!(carton("9").count_for(101), 2);
    }

    proptest! {
        #[test]
        fn a_size_is_read_as_it_is_shown(sides in [1u32..=20_000, 1u32..=20_000, 1u32..=20_000]) {
            prop_assert_eq!(Size(sides).to_string().parse(), Ok(Size(sides)));
        }
    }
}
