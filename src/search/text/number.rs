//! Numbers as people write them, in one canonical form.

use super::atoms::{Atom, Class};

/// A decimal number: `mantissa / 10^scale`, without trailing zeros after the point.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Number {
    pub mantissa: u64,
    pub scale: u8,
    /// Bytes of the folded text.
    pub start: usize,
    pub end: usize,
    /// The first atom after it.
    pub next: usize,
    /// Written with digits only: no point, no groups, no fraction.
    pub plain: bool,
    /// Written as a fraction with the slash of the keyboard, which may have meant something else.
    pub slash: bool,
}

impl Number {
    pub fn value(&self) -> f64 {
        (0..self.scale).fold(self.mantissa as f64, |value, _| value / 10.0)
    }

    fn trimmed(mut self) -> Number {
        while self.scale > 0 && self.mantissa.is_multiple_of(10) {
            self.mantissa /= 10;
            self.scale -= 1;
        }
        self
    }
}

/// Writes `mantissa / 10^scale` in digits, with a point where there is a fraction.
pub fn write_decimal(mut mantissa: u64, scale: u8, out: &mut String) {
    let mut digits = [b'0'; 24];
    let mut at = digits.len();
    let scale = usize::from(scale.min(18));
    let mut written = 0;
    while mantissa > 0 || written <= scale {
        if written == scale && scale > 0 {
            at -= 1;
            digits[at] = b'.';
        }
        at -= 1;
        digits[at] = b'0' + (mantissa % 10) as u8;
        mantissa /= 10;
        written += 1;
    }
    out.extend(digits[at..].iter().map(|&digit| char::from(digit)));
}

/// Reads the text between atoms.
#[derive(Clone, Copy)]
pub struct Reader<'t> {
    pub folded: &'t str,
    pub atoms: &'t [Atom],
}

impl<'t> Reader<'t> {
    pub fn atom(&self, at: usize) -> Option<&'t Atom> {
        self.atoms.get(at)
    }

    /// What is written in an atom, nothing beyond the last.
    #[inline(never)]
    pub fn word(&self, at: usize) -> &'t str {
        self.atoms
            .get(at)
            .map_or("", |atom| &self.folded[atom.start..atom.end])
    }

    pub fn is(&self, at: usize, class: Class) -> bool {
        self.atoms.get(at).is_some_and(|atom| atom.class == class)
    }

    /// What stands between an atom and the one before it.
    #[inline(never)]
    pub fn gap(&self, at: usize) -> &'t str {
        match (
            at.checked_sub(1).and_then(|before| self.atoms.get(before)),
            self.atoms.get(at),
        ) {
            (Some(before), Some(atom)) => &self.folded[before.end..atom.start],
            _ => "\n",
        }
    }

    /// Digits that follow atom `at - 1` after exactly `gap`.
    fn digits_after(&self, at: usize, gap: &str) -> Option<&'t str> {
        (self.is(at, Class::Digits) && self.gap(at) == gap).then(|| self.word(at))
    }

    /// The number that begins with atom `at`: `1,000`, `5,5`, `.5`, `1/2`, `1-1/2`, `2 1⁄2`. At most 15 digits.
    pub fn number(&self, at: usize) -> Option<Number> {
        let first = self.atom(at)?;
        let whole = self.word(at);
        if first.class != Class::Digits || whole.len() > 15 {
            return None;
        }
        let mut number = Number {
            mantissa: whole.parse().ok()?,
            scale: 0,
            start: first.start,
            end: first.end,
            next: at + 1,
            plain: true,
            slash: false,
        };
        if self.begins_with_point(at) {
            return Some(self.decimals(Number {
                start: first.start - 1,
                mantissa: 0,
                next: at,
                ..number
            }));
        }
        if let Some((mantissa, slash)) = self.fraction(at) {
            return Some(self.as_fraction(number, 0, mantissa, at + 2, slash));
        }
        let grouped = self.groups(&mut number, whole);
        let point = self.digits_after(number.next, ".").is_some()
            && self.digits_after(number.next + 1, ".").is_none();
        let comma = !grouped
            && self
                .digits_after(number.next, ",")
                .is_some_and(|digits| digits.len() < 3)
            && self.digits_after(number.next + 1, ",").is_none()
            && self.gap(at) != ",";
        if point || comma {
            return Some(self.decimals(number));
        }
        if !grouped
            && whole.len() < 4
            && matches!(self.gap(number.next), " " | "-")
            && let Some((mantissa, slash)) = self.fraction(number.next)
        {
            let next = number.next + 2;
            return Some(self.as_fraction(number, number.mantissa, mantissa, next, slash));
        }
        Some(number)
    }

    /// `.5`, not the end of `1.5` or of a sentence.
    fn begins_with_point(&self, at: usize) -> bool {
        let start = self.atoms[at].start;
        let before = &self.folded.as_bytes()[..start];
        match before {
            [.., other, b'.'] => matches!(other, b' ' | b'(' | b'-' | b'~' | b'/'),
            [b'.'] => true,
            _ => false,
        }
    }

    /// Takes in groups of three digits; a number that goes on otherwise is a list and stays as it was.
    fn groups(&self, number: &mut Number, whole: &str) -> bool {
        if whole.len() > 3 || whole.starts_with('0') {
            return false;
        }
        let mut taken = *number;
        while let Some(digits) = self.digits_after(taken.next, ",") {
            if digits.len() != 3 || taken.mantissa > 1_000_000_000 {
                return false;
            }
            taken.mantissa = taken.mantissa * 1000 + digits.parse::<u64>().unwrap_or(0);
            taken.end = self.atoms[taken.next].end;
            taken.next += 1;
            taken.plain = false;
        }
        let grouped = taken.next > number.next;
        *number = taken;
        grouped
    }

    /// Takes in the digits of atom `number.next` as decimals; those beyond the ninth say nothing.
    fn decimals(&self, mut number: Number) -> Number {
        for digit in self.word(number.next).bytes().take(9) {
            if number.mantissa < 1_000_000_000_000_000 {
                number.mantissa = number.mantissa * 10 + u64::from(digit - b'0');
                number.scale += 1;
            }
        }
        number.end = self.atoms[number.next].end;
        number.next += 1;
        number.plain = false;
        number.trimmed()
    }

    /// The millionths of a fraction below 1 that begins with atom `at`, and whether its slash is the keyboard's.
    fn fraction(&self, at: usize) -> Option<(u64, bool)> {
        if !self.is(at, Class::Digits) || !self.is(at + 1, Class::Digits) {
            return None;
        }
        let slash = match self.gap(at + 1) {
            "/" => true,
            "⁄" => false,
            _ => return None,
        };
        let above: u64 = self.word(at).parse().ok()?;
        let below: u64 = self.word(at + 1).parse().ok()?;
        let usual = matches!(below, 2 | 4 | 8 | 16 | 32 | 64);
        if above == 0 || above >= below || below > 100 || slash && !usual {
            return None;
        }
        // a date or a list goes on
        if slash && matches!(self.gap(at + 2), "/" | "." | "") && self.is(at + 2, Class::Digits)
            || slash && self.gap(at) == "/"
        {
            return None;
        }
        Some(((above * 2_000_000 / below).div_ceil(2), slash))
    }

    fn as_fraction(
        &self,
        number: Number,
        whole: u64,
        millionths: u64,
        next: usize,
        slash: bool,
    ) -> Number {
        Number {
            mantissa: whole * 1_000_000 + millionths,
            scale: 6,
            end: self.atoms[next - 1].end,
            next,
            plain: false,
            slash,
            ..number
        }
        .trimmed()
    }
}
