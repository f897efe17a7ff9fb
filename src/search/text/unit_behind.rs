//! The unit that stands behind a number, in any of the ways it is written.

use super::atoms::Class;
use super::number::Number;
use super::pass::Pass;
use super::units::{Unit, han_unit, unit};

/// A unit as it was found behind a number.
#[derive(Clone, Copy)]
pub struct Found<'t> {
    pub unit: Unit,
    /// Without spaces; what other readings and words are looked up by.
    pub name: &'t str,
    /// Bytes of the folded text.
    pub end: usize,
    pub next: usize,
    /// A sign, after which letters begin something new (`18"w`).
    pub sign: bool,
    /// A single letter without a space, which may just as well be part of a code (`316L`).
    pub letter: bool,
    /// An `x` that belongs to the next number was written together with it (`12inx18in`).
    pub times: bool,
}

impl<'t> Pass<'t> {
    /// The unit behind a number.
    pub fn unit_after(&self, number: &Number) -> Option<Found<'t>> {
        let folded = self.read.folded;
        let rest = &folded[number.end..];
        let at = number.next;
        let sign = |name: &'t str, length: usize, next: usize| {
            let unit = unit(name, false)?;
            let end = number.end + length;
            Some(Found {
                unit,
                name,
                end,
                next,
                sign: true,
                letter: false,
                times: false,
            })
        };
        let signs = rest.strip_prefix(' ').unwrap_or(rest);
        let skipped = rest.len() - signs.len();
        if signs.starts_with('%') {
            return sign("%", skipped + 1, at);
        }
        if signs.starts_with('°') {
            let name = self.read.word(at);
            let gap = self.read.gap(at).trim_start_matches(' ');
            return match (name, gap) {
                ("c", "°" | "° ") => Some(
                    Found {
                        sign: false,
                        ..sign("°c", 0, at + 1)?
                    }
                    .ending(self.atom(at).end),
                ),
                ("f", "°" | "° ") => Some(
                    Found {
                        sign: false,
                        ..sign("°f", 0, at + 1)?
                    }
                    .ending(self.atom(at).end),
                ),
                _ => sign("°", skipped + 2, at),
            };
        }
        if rest.starts_with("''") || rest.starts_with('"') {
            return sign("\"", if rest.starts_with('"') { 1 } else { 2 }, at);
        }
        if let Some(after) = rest.strip_prefix('\'') {
            // 90's, but not 6' sections
            let possessive = self.read.gap(at) == "'" && self.read.is(at, Class::Letters);
            return (!possessive && !after.starts_with('\''))
                .then(|| sign("'", 1, at))
                .flatten();
        }
        let gap = self.read.gap(at);
        match self.read.atom(at)?.class {
            Class::Han if gap.trim_matches(' ').is_empty() => {
                let start = self.atom(at).start;
                let (name, unit) = han_unit(&folded[start..])?;
                let end = start + name.len();
                let next =
                    (at..).find(|&at| self.read.atom(at).is_none_or(|atom| atom.end > end))?;
                Some(Found {
                    unit,
                    name,
                    end,
                    next,
                    sign: true,
                    letter: false,
                    times: false,
                })
            }
            Class::Letters => self.unit_in_letters(number, at, gap),
            _ => None,
        }
    }

    fn unit_in_letters(&self, number: &Number, at: usize, gap: &str) -> Option<Found<'t>> {
        let spaced = match gap {
            "" => false,
            " " | "-" => true,
            _ => return None,
        };
        let atom = self.atom(at);
        let capital = self.is_capital(atom.start);
        let mut name = self.read.word(at);
        let mut next = at + 1;
        let mut end = atom.end;
        let mut times = false;
        let two = |second: &str, gaps: &[&str]| {
            self.read.word(at + 1) == second && gaps.contains(&self.read.gap(at + 1))
        };
        // units of two words
        let joined = match name {
            "sq" | "square"
                if two("ft", &[" ", ". ", "."]) || two("feet", &[" "]) || two("foot", &[" "]) =>
            {
                Some("sqft")
            }
            "sq" | "square" if two("in", &[" ", ". ", "."]) || two("inches", &[" "]) => {
                Some("sqin")
            }
            "sq" | "square" if two("m", &[" ", ". ", "."]) || two("meters", &[" "]) => Some("sqm"),
            "sq" if two("mm", &[" ", ". ", "."]) => Some("sqmm"),
            "cu" | "cubic"
                if two("ft", &[" ", ". ", "."]) || two("feet", &[" "]) || two("foot", &[" "]) =>
            {
                Some("cuft")
            }
            "fl" | "fluid"
                if two("oz", &[" ", ". ", "."])
                    || two("ounce", &[" "])
                    || two("ounces", &[" "]) =>
            {
                Some("floz")
            }
            "r" if two("min", &["/"]) => Some("rpm"),
            "l" if two("min", &["/"]) => Some("lpm"),
            "g" if two("m", &["/"]) => Some("gsm"),
            _ => None,
        };
        if let Some(joined) = joined {
            name = joined;
            end = self.atom(at + 1).end;
            next = at + 2;
            if joined == "gsm" && self.read.gap(next).is_empty() && self.read.word(next) == "2" {
                end = self.atom(next).end;
                next += 1;
            }
        } else if name == "n" && two("m", &["·", ".", "-", "⋅", "∙"]) {
            let unit = unit("nm", true)?;
            let end = self.atom(at + 1).end;
            return Some(Found {
                unit,
                name: "nm",
                end,
                next: at + 2,
                sign: false,
                letter: false,
                times: false,
            });
        } else if self.read.gap(next).is_empty() && matches!(self.read.word(next), "2" | "3") {
            // mm², m³
            let squared = &self.read.folded[atom.start..self.atom(next).end];
            if unit(squared, capital).is_some() && !self.read.gap(next + 1).is_empty() {
                name = squared;
                end = self.atom(next).end;
                next += 1;
            }
        }
        let mut unit_found = unit(name, capital);
        if unit_found.is_none()
            && self.read.is(next, Class::Digits)
            && self.read.gap(next).is_empty()
        {
            // 12inx18in
            name = name.strip_suffix('x')?;
            unit_found = unit(name, capital);
            end -= 1;
            times = true;
        }
        let unit = unit_found?;
        // 40 M8: the letter belongs to what follows
        if !times && self.read.is(next, Class::Digits) && self.read.gap(next).is_empty() {
            return None;
        }
        let letter = name.len() == 1;
        if letter && spaced && !self.is_spaced_letter(name, capital, end, gap) {
            return None;
        }
        if name == "in" && spaced && self.in_is_a_word(next, number) {
            return None;
        }
        // `10 min 5`: a point after a short unit is its own (`18 in. x 18 in.`)
        let dotted = self.read.folded[end..].starts_with('.') && name.len() <= 4;
        let end = if dotted && !times && self.read.gap(next) != "." {
            end + 1
        } else {
            end
        };
        Some(Found {
            unit,
            name,
            end,
            next,
            sign: false,
            letter: letter && !spaced,
            times,
        })
    }

    /// A single letter after a space is a unit where it can hardly be anything else.
    fn is_spaced_letter(&self, name: &str, capital: bool, end: usize, gap: &str) -> bool {
        let with = name == "w" && self.read.folded[end..].starts_with('/');
        let usual = match name {
            "m" | "g" | "l" | "v" | "w" => !with,
            "a" | "k" | "n" => capital,
            "t" => true,
            _ => false,
        };
        usual && gap == " "
    }

    /// `3 in 1`, `5 in a box`, `2 in the …`: not an inch.
    fn in_is_a_word(&self, next: usize, number: &Number) -> bool {
        let follows = self.read.word(next);
        matches!(
            follows,
            "1" | "one" | "a" | "an" | "the" | "stock" | "each" | "total"
        ) && self.read.gap(next).len() == 1
            && number.plain
    }
}

impl Found<'_> {
    fn ending(self, end: usize) -> Self {
        Found { end, ..self }
    }
}
