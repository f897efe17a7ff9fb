/// Size and layout of a zone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// Three lines of 30: cards of the size of a bank card (Doc 9303 part 5).
    Td1,
    /// Two lines of 36: larger cards (part 6).
    Td2,
    /// Two lines of 44: passports (part 4).
    Td3,
    /// Two lines of 44: large visas (part 7).
    MrvA,
    /// Two lines of 36: small visas (part 7).
    MrvB,
}

/// From the first place to before the second, counted over all lines.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Span(pub usize, pub usize);

impl Span {
    fn has(self, at: usize) -> bool {
        (self.0..self.1).contains(&at)
    }
}

/// Where each field lies; birth date and expiry are followed by their check digits.
pub(super) struct Layout {
    pub issuer: Span,
    pub name: Span,
    pub number: Span,
    pub number_check: usize,
    /// Where a number goes on that is too long for its field.
    pub long_number: Option<Span>,
    pub nationality: Span,
    pub birth: Span,
    pub sex: usize,
    pub expiry: Span,
    pub optional: &'static [Span],
    pub optional_check: Option<usize>,
    pub composite: Option<(&'static [Span], usize)>,
}

const TD1: Layout = Layout {
    issuer: Span(2, 5),
    name: Span(60, 90),
    number: Span(5, 14),
    number_check: 14,
    long_number: Some(Span(15, 30)),
    nationality: Span(45, 48),
    birth: Span(30, 36),
    sex: 37,
    expiry: Span(38, 44),
    optional: &[Span(15, 30), Span(48, 59)],
    optional_check: None,
    composite: Some((&[Span(5, 37), Span(38, 45), Span(48, 59)], 59)),
};

const TD2: Layout = Layout {
    issuer: Span(2, 5),
    name: Span(5, 36),
    number: Span(36, 45),
    number_check: 45,
    long_number: Some(Span(64, 71)),
    nationality: Span(46, 49),
    birth: Span(49, 55),
    sex: 56,
    expiry: Span(57, 63),
    optional: &[Span(64, 71)],
    optional_check: None,
    composite: Some((&[Span(36, 46), Span(49, 56), Span(57, 71)], 71)),
};

const TD3: Layout = Layout {
    issuer: Span(2, 5),
    name: Span(5, 44),
    number: Span(44, 53),
    number_check: 53,
    long_number: None,
    nationality: Span(54, 57),
    birth: Span(57, 63),
    sex: 64,
    expiry: Span(65, 71),
    optional: &[Span(72, 86)],
    optional_check: Some(86),
    composite: Some((&[Span(44, 54), Span(57, 64), Span(65, 87)], 87)),
};

const MRV_A: Layout = Layout {
    optional: &[Span(72, 88)],
    optional_check: None,
    composite: None,
    ..TD3
};
const MRV_B: Layout = Layout {
    long_number: None,
    optional: &[Span(64, 72)],
    composite: None,
    ..TD2
};

const LETTERS: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ";
const LETTERS_OR_FILLER: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ<";
const DIGITS: &[u8] = b"0123456789";
const DIGITS_OR_FILLER: &[u8] = b"0123456789<";
const NO_FILLER: &[u8] = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
const ALL: &[u8] = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ<";

impl Format {
    pub const ALL: [Self; 5] = [Self::Td1, Self::Td2, Self::Td3, Self::MrvA, Self::MrvB];

    /// How many lines.
    #[must_use]
    pub fn lines(self) -> usize {
        if self == Self::Td1 { 3 } else { 2 }
    }

    /// Characters in a line.
    #[must_use]
    pub fn width(self) -> usize {
        match self {
            Self::Td1 => 30,
            Self::Td2 | Self::MrvB => 36,
            Self::Td3 | Self::MrvA => 44,
        }
    }

    /// The format of so many lines so wide that begins with this character: visas are told from others by their `V`.
    #[must_use]
    pub fn of(lines: usize, width: usize, first: u8) -> Option<Self> {
        Some(match (lines, width, first) {
            (3, 30, _) => Self::Td1,
            (2, 36, b'V') => Self::MrvB,
            (2, 36, _) => Self::Td2,
            (2, 44, b'V') => Self::MrvA,
            (2, 44, _) => Self::Td3,
            _ => return None,
        })
    }

    pub(super) fn layout(self) -> &'static Layout {
        match self {
            Self::Td1 => &TD1,
            Self::Td2 => &TD2,
            Self::Td3 => &TD3,
            Self::MrvA => &MRV_A,
            Self::MrvB => &MRV_B,
        }
    }

    /// The characters that may stand at `at`, counted over all lines from 0: the positional grammar.
    ///
    /// Nothing may stand outside the zone.
    #[must_use]
    pub fn allowed(self, at: usize) -> &'static [u8] {
        let layout = self.layout();
        let is_check = at == layout.birth.1
            || at == layout.expiry.1
            || layout.composite.is_some_and(|(_, check)| at == check);
        match at {
            0 => match self {
                Self::Td1 | Self::Td2 => b"ACI",
                Self::Td3 => b"P",
                Self::MrvA | Self::MrvB => b"V",
            },
            1 => LETTERS_OR_FILLER,
            _ if at == layout.issuer.0 || at == layout.nationality.0 || at == layout.name.0 => {
                LETTERS
            }
            _ if layout.issuer.has(at) || layout.nationality.has(at) || layout.name.has(at) => {
                LETTERS_OR_FILLER
            }
            _ if at == layout.number.0 => NO_FILLER,
            _ if layout.number.has(at) => ALL,
            _ if at == layout.number_check && layout.long_number.is_some() => DIGITS_OR_FILLER,
            _ if at == layout.number_check || is_check => DIGITS,
            _ if layout.birth.has(at) => DIGITS_OR_FILLER,
            _ if layout.expiry.has(at) => DIGITS,
            _ if at == layout.sex => b"FM<",
            _ if layout.optional_check == Some(at) => DIGITS_OR_FILLER,
            _ if layout.optional.iter().any(|span| span.has(at)) => ALL,
            _ => b"",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_place_of_every_format_has_its_characters() {
        for format in Format::ALL {
            let size = format.lines() * format.width();
            assert!(
                (0..size).all(|at| !format.allowed(at).is_empty()),
                "{format:?}"
            );
            assert_eq!(format.allowed(size), b"", "{format:?}");
            let first = format.allowed(0)[0];
            assert_eq!(
                Format::of(format.lines(), format.width(), first),
                Some(format)
            );
        }
        assert_eq!(Format::of(2, 30, b'I'), None);
    }
}
