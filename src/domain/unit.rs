use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::newtype::written_as_text;

/// What quantities and attributes are counted or measured in.
///
/// UN/ECE Recommendation 20 (units of measure) and, behind an `X`, Recommendation 21 (types of packaging), as in UBL and
/// GS1 messages: those of them that the hub's catalogue uses.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Unit(&'static Row);

#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("not a UN/ECE Rec 20 or 21 code that the hub uses")]
pub struct ParseUnitError;

#[derive(Debug, PartialEq, Eq, Hash)]
struct Row {
    code: &'static str,
    /// The sign that both languages write, where there is one.
    symbol: &'static str,
    /// Whether goods are sold by it.
    is_sold_by: bool,
}

/// Sold by it.
const fn sold(code: &'static str, symbol: &'static str) -> Row {
    Row {
        code,
        symbol,
        is_sold_by: true,
    }
}

/// Only measured in it.
const fn measured(code: &'static str, symbol: &'static str) -> Row {
    Row {
        code,
        symbol,
        is_sold_by: false,
    }
}

static ROWS: [Row; 53] = [
    sold("C62", ""), // piece
    sold("PR", ""),
    sold("SET", ""),
    sold("DZN", ""),
    sold("RM", ""), // ream
    sold("MTR", "m"),
    sold("KGM", "kg"),
    sold("LTR", "L"),
    sold("XAE", ""), // aerosol
    sold("XBG", ""), // bag
    sold("XBO", ""), // bottle
    sold("XBX", ""), // box
    sold("XCQ", ""), // cartridge
    sold("XCT", ""), // carton
    sold("XCX", ""), // can
    sold("XCY", ""), // cylinder
    sold("XDR", ""), // drum
    sold("XJC", ""), // jerrican
    sold("XJR", ""), // jar
    sold("XPA", ""), // packet
    sold("XPK", ""), // package
    sold("XPL", ""), // pail
    sold("XPX", ""), // pallet
    sold("XRL", ""), // reel
    sold("XRO", ""), // roll
    sold("XSA", ""), // sack
    sold("XTI", ""), // tin
    sold("XTU", ""), // tube
    sold("XTY", ""), // tray
    measured("23", "g/cm³"),
    measured("2N", "dB"),
    measured("4H", "µm"),
    measured("4K", "mA"),
    measured("AMH", "Ah"),
    measured("AMP", "A"),
    measured("B22", "kA"),
    measured("B47", "kN"),
    measured("CEL", "°C"),
    measured("DD", "°"),
    measured("GM", "g/m²"),
    measured("GRM", "g"),
    measured("KEL", "K"),
    measured("LUM", "lm"),
    measured("MLT", "mL"),
    measured("MMK", "mm²"),
    measured("MMT", "mm"),
    measured("MON", ""), // month
    measured("NEW", "N"),
    measured("NU", "N·m"),
    measured("P1", "%"),
    measured("RPM", "r/min"),
    measured("VLT", "V"),
    measured("WTT", "W"),
];

impl Unit {
    /// Such as `C62`, `KGM`, `XBX`.
    #[must_use]
    pub fn code(self) -> &'static str {
        self.0.code
    }

    /// The sign that both languages write, such as `mm`; nothing for what has only a name, such as a box.
    #[must_use]
    pub fn symbol(self) -> Option<&'static str> {
        (!self.0.symbol.is_empty()).then_some(self.0.symbol)
    }

    /// Whether goods are counted and priced by it. Screws come by the piece or the box, not by the newton.
    #[must_use]
    pub fn is_sold_by(self) -> bool {
        self.0.is_sold_by
    }

    pub fn all() -> impl Iterator<Item = Self> {
        ROWS.iter().map(Self)
    }
}

impl FromStr for Unit {
    type Err = ParseUnitError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Self::all()
            .find(|unit| unit.code() == text)
            .ok_or(ParseUnitError)
    }
}

impl fmt::Display for Unit {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.code())
    }
}

written_as_text!(Unit, ParseUnitError);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_code_is_known_once_and_read_as_it_is_written() {
        for unit in Unit::all() {
            assert_eq!(unit.to_string().parse(), Ok(unit));
            assert_eq!(
                Unit::all()
                    .filter(|other| other.code() == unit.code())
                    .count(),
                1,
                "{unit}"
            );
        }
    }

    #[test]
    fn goods_are_sold_by_some_units_only() {
        let check = |code: &str, expected: Result<(bool, Option<&str>), ParseUnitError>| {
            let unit = code
                .parse::<Unit>()
                .map(|unit| (unit.is_sold_by(), unit.symbol()));
            assert_eq!(unit, expected, "{code:?}");
        };
        check("C62", Ok((true, None)));
        check("XBX", Ok((true, None)));
        check("KGM", Ok((true, Some("kg"))));
        check("MMT", Ok((false, Some("mm"))));
        for wrong in ["", "PCS", "c62", "BX", "XBX "] {
            check(wrong, Err(ParseUnitError));
        }
    }
}
