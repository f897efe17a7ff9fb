use std::fmt;

use domain::Country;

/// Three letters of a zone that say which state or organization issued a document, or whose national somebody is:
/// Doc 9303 part 3, section 5.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct State([u8; 3]);

/// Codes that are not of ISO 3166-1 alpha-3: Germany's old one, British nationals, the European Union and the United
/// Nations, organizations, persons without a nationality, and Utopia, which all specimens come from.
const OTHERS: &str = "D<< EUE GBD GBN GBO GBP GBS RKS UNA UNK UNO UTO XBA XCC XCE XCO XDC XEC XIM XMP XOM XPO XXA XXB XXC XXX";

impl State {
    /// Letters, and fillers only after the last of them.
    pub(super) fn new(field: &[u8]) -> Option<Self> {
        let code: [u8; 3] = field.try_into().ok()?;
        let is_code = code[0].is_ascii_uppercase()
            && code
                .iter()
                .all(|byte| *byte == b'<' || byte.is_ascii_uppercase())
            && !(code[1] == b'<' && code[2] != b'<');
        is_code.then_some(Self(code))
    }

    /// Three capitals or fillers.
    #[must_use]
    pub fn code(&self) -> &str {
        str::from_utf8(&self.0).expect("only ASCII capitals and fillers are taken")
    }

    /// The country, if it is one: Germany for `D<<`.
    #[must_use]
    pub fn country(&self) -> Option<Country> {
        match &self.0 {
            b"D<<" => "DE".parse().ok(),
            _ => Country::from_alpha_3(self.code()),
        }
    }

    /// Whether the code is a country's, or one of those that Doc 9303 adds.
    #[must_use]
    pub fn is_known(&self) -> bool {
        self.country().is_some() || OTHERS.split(' ').any(|code| code == self.code())
    }

    /// Whether the document is a specimen's, from Utopia.
    #[must_use]
    pub fn is_specimen(&self) -> bool {
        &self.0 == b"UTO"
    }
}

impl fmt::Debug for State {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "State({})", self.code())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_countries_or_what_the_standard_adds() {
        let known = |code: &str| State::new(code.as_bytes()).map(|state| state.is_known());
        for code in [
            "SGP", "CHN", "HKG", "MAC", "TWN", "D<<", "UTO", "XXA", "GBN", "EUE", "RKS",
        ] {
            assert_eq!(known(code), Some(true), "{code}");
        }
        for code in ["ZZZ", "DDR", "D<A", "AB<", "Q<<"] {
            assert_ne!(known(code), Some(true), "{code}");
        }
        for code in ["", "SG", "SGPX", "<GP", "5GP", "sgp"] {
            assert_eq!(known(code), None, "{code}");
        }
        let germany = State::new(b"D<<").unwrap().country();
        assert_eq!(
            germany.map(|country| country.to_string()).as_deref(),
            Some("DE")
        );
    }
}
