//! Numbers, quantities and sizes: `10 mm`, `18x18`, `40x30x25 cm`, `5–10 mm`, `M8 × 40`.

use super::atoms::Class;
use super::number::{Number, write_decimal};
use super::pass::Pass;
use super::token::Kind;
use super::unit_behind::Found;
use super::units::{Unit, other_reading, unit, write_quantity};

/// How the items of a chain are joined.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Joint {
    Times,
    Range,
    End,
}

#[derive(Clone, Copy)]
struct Item<'t> {
    number: Number,
    found: Option<Found<'t>>,
    unit: Option<Unit>,
    joint: Joint,
    next: usize,
    end: usize,
}

/// More than four measures in a row are a list.
const MOST: usize = 4;

impl<'t> Pass<'t> {
    /// Tells of the measures that begin with the digits of atom `at`; none if they are part of a code.
    pub fn measure(&mut self, at: usize) -> Option<usize> {
        let (items, count) = self.chain(at);
        let mut items = items;
        let items = items.get_mut(..count)?;
        let last = items.last()?;
        let next = last.next;
        spread_unit(items);
        let position = self.position;
        self.tell_chain(items);
        if items.len() == 1 && items[0].unit.is_none() && items[0].number.plain {
            self.headed(at, at + 1, position);
        }
        Some(self.after_unit(next, items.last()?.end))
    }

    /// A letter or two, a number and a size: `M8x40`, `G1/2 x 20`, `Tr 20x4` without the space.
    pub fn thread(&mut self, at: usize) -> Option<usize> {
        let head = self.read.word(at);
        if head.len() > 2 || !self.read.is(at, Class::Letters) || !self.read.gap(at + 1).is_empty()
        {
            return None;
        }
        let (mut items, count) = self.chain(at + 1);
        let items = items.get_mut(..count)?;
        let (first, rest) = items.split_first_mut()?;
        if rest.is_empty() || first.joint != Joint::Times || first.found.is_some() {
            return None;
        }
        spread_unit(rest);
        let position = self.position;
        let start = self.atom(at).start;
        let mut whole = std::mem::take(self.second);
        whole.clear();
        whole.push_str(head);
        write_decimal(first.number.mantissa, first.number.scale, &mut whole);
        self.tell(Kind::Code, &whole, &whole, position, 1, start, first.end);
        self.position += 1;
        let metric = head == "m";
        for item in rest.iter_mut() {
            // the standard says millimeters; what is small is the pitch
            if metric && item.unit.is_none() && item.number.value() >= 5.0 {
                item.unit = unit("mm", false);
            }
            whole.push('x');
            write_decimal(item.number.mantissa, item.number.scale, &mut whole);
            self.tell_item(item, Kind::Piece);
        }
        let end = rest.last()?.end;
        let next = rest.last()?.next;
        self.tell(
            Kind::Code,
            &whole,
            &whole,
            position,
            self.position - position,
            start,
            end,
        );
        *self.second = whole;
        self.floor = next;
        Some(self.after_unit(next, end))
    }

    /// As many items from atom `at` on as end where a measure may end.
    fn chain(&self, at: usize) -> ([Item<'t>; MOST], usize) {
        let none = Number {
            mantissa: 0,
            scale: 0,
            start: 0,
            end: 0,
            next: at,
            plain: true,
            slash: false,
        };
        let empty = Item {
            number: none,
            found: None,
            unit: None,
            joint: Joint::End,
            next: at,
            end: 0,
        };
        let mut items = [empty; MOST];
        let mut count = 0;
        let mut next = at;
        for item in &mut items {
            let Some(number) = self.read.number(next) else {
                break;
            };
            let found = self.unit_after(&number);
            let (end, after) =
                found.map_or((number.end, number.next), |found| (found.end, found.next));
            let (joint, start) = match found {
                Some(found) if found.times => (Joint::Times, after),
                _ => self.joint(after, end),
            };
            *item = Item {
                number,
                found,
                unit: found.map(|found| found.unit),
                joint,
                next: after,
                end,
            };
            count += 1;
            if joint == Joint::End {
                break;
            }
            next = start;
        }
        while count > 0 && !self.ends_well(&items[count - 1]) {
            count -= 1;
        }
        (items, count)
    }

    /// What joins a number that ends at byte `end` before atom `next` to the number after it, and where that begins.
    fn joint(&self, next: usize, end: usize) -> (Joint, usize) {
        let Some(atom) = self.read.atom(next) else {
            return (Joint::End, next);
        };
        let gap = &self.read.folded[end.min(atom.start)..atom.start];
        if atom.class == Class::Digits {
            let joint = match gap.trim_matches(' ') {
                "×" | "*" => Joint::Times,
                "~" => Joint::Range,
                "-" | "/" | "-." if !gap.starts_with(' ') => Joint::Range,
                _ => Joint::End,
            };
            return (joint, next);
        }
        let spaced = gap == " " && self.read.gap(next + 1) == " ";
        let times = match self.read.word(next) {
            "x" => matches!(gap, "" | " ") && matches!(self.read.gap(next + 1), "" | " "),
            "by" => spaced,
            _ => false,
        };
        if times && self.read.is(next + 1, Class::Digits) {
            return (Joint::Times, next + 1);
        }
        (Joint::End, next)
    }

    /// Whether the text goes on after an item as it does after a measure, not as inside a code.
    fn ends_well(&self, item: &Item<'_>) -> bool {
        let Some(atom) = self.read.atom(item.next) else {
            return true;
        };
        if atom.class == Class::Han {
            return true;
        }
        let gap = &self.read.folded[item.end.min(atom.start)..atom.start];
        let digits = atom.class == Class::Digits;
        match (gap, item.found) {
            ("", Some(found)) => found.sign,
            ("", None) => false,
            ("-" | "/" | ".", Some(_)) => true,
            ("-", None) => !digits && item.number.mantissa < 1000 && atom.end - atom.start > 2,
            ("/" | "." | ":" | "⁄", None) => !digits && gap == ".",
            (",", None) => true,
            ("_", _) => false,
            _ => true,
        }
    }

    fn tell_chain(&mut self, items: &[Item<'t>]) {
        let position = self.position;
        let Some((first, last)) = items.first().zip(items.last()) else {
            return;
        };
        let (start, end) = (first.number.start, last.end);
        let times = items.len() > 1
            && items[..items.len() - 1]
                .iter()
                .all(|item| item.joint == Joint::Times);
        for item in items {
            self.tell_item(item, if times { Kind::Piece } else { Kind::Number });
        }
        if items.len() < 2 {
            self.tell_code_readings(first);
            return;
        }
        let mut whole = std::mem::take(self.scratch);
        whole.clear();
        let width = self.position - position;
        if times {
            for (at, item) in items.iter().enumerate() {
                if at > 0 {
                    whole.push('x');
                }
                write_decimal(item.number.mantissa, item.number.scale, &mut whole);
            }
            self.tell(Kind::Code, &whole, &whole, position, width, start, end);
        } else if last.found.is_some_and(|found| found.letter) && last.number.plain {
            // 304/316L may be liters, and steel
            whole.push_str(&self.read.folded[last.number.start..last.end]);
            self.tell(
                Kind::Code,
                &whole,
                &whole,
                self.position - 1,
                1,
                last.number.start,
                end,
            );
            whole.clear();
            whole.extend(
                self.read.folded[start..end]
                    .chars()
                    .filter(char::is_ascii_alphanumeric),
            );
            self.tell(Kind::Code, &whole, &whole, position, width, start, end);
        } else if items.iter().all(|item| item.unit.is_none()) {
            // 555-1234 is one number, 5-10 is two
            whole.extend(
                self.read.folded[start..end]
                    .chars()
                    .filter(char::is_ascii_digit),
            );
            if whole.len() >= 5 {
                self.tell(Kind::Code, &whole, &whole, position, width, start, end);
            }
        }
        *self.scratch = whole;
    }

    /// A number that may also be a code: `7318.15`, `316L`, leading zeros.
    fn tell_code_readings(&mut self, item: &Item<'t>) {
        let number = item.number;
        let written = &self.read.folded[number.start..number.end];
        let position = self.position - 1;
        let hs =
            item.unit.is_none() && written.len() == 7 && written.as_bytes().get(4) == Some(&b'.');
        self.scratch.clear();
        if hs {
            self.scratch
                .extend(written.chars().filter(char::is_ascii_digit));
        } else if item.found.is_some_and(|found| found.letter) && number.plain {
            self.scratch
                .push_str(&self.read.folded[number.start..item.end]);
        }
        if !self.scratch.is_empty() {
            self.tell_scratch(Kind::Code, position, 1, number.start, item.end);
        }
    }

    /// One number with its unit, at a position of its own.
    fn tell_item(&mut self, item: &Item<'t>, bare: Kind) {
        let (start, end) = (item.number.start, item.end);
        let position = self.position;
        self.position += 1;
        for at in item.number.next.saturating_sub(1)..item.next {
            self.place(at, position);
        }
        if let Some(unit) = item.unit {
            let cold = matches!(unit.symbol, "c" | "f") && self.is_below_zero(start);
            self.tell_quantity(item.number, unit, cold, position, start, end);
        }
        if let Some(found) = item.found {
            if let Some(other) = other_reading(found.name) {
                self.tell_quantity(item.number, other, false, position, start, end);
            }
            if found.name.len() >= 4
                && found.name.is_ascii()
                && found.name == self.read.word(item.number.next)
            {
                let mut word = std::mem::take(self.scratch);
                word.clear();
                word.push_str(found.name);
                super::stem::stem(&mut word);
                self.tell(
                    Kind::Piece,
                    &word,
                    found.name,
                    position,
                    1,
                    end - found.name.len(),
                    end,
                );
                *self.scratch = word;
            }
        }
        let written = &self.read.folded[item.number.start..item.number.end];
        self.scratch.clear();
        let long = item.number.plain
            && (written.len() >= 7 || written.starts_with('0') && written.len() > 1);
        if long {
            self.scratch.push_str(written);
        } else {
            write_decimal(item.number.mantissa, item.number.scale, self.scratch);
        }
        let kind = match (item.unit, long) {
            (Some(_), _) => Kind::Piece,
            (None, true) => Kind::Code,
            (None, false) => bare,
        };
        self.tell_scratch(kind, position, 1, start, item.number.end);
        if long && written.len() >= 12 && written.starts_with('0') {
            // a GTIN with or without its leading zeros
            self.scratch.clear();
            self.scratch.push_str(written.trim_start_matches('0'));
            self.tell_scratch(Kind::Code, position, 1, start, item.number.end);
        }
    }

    fn tell_quantity(
        &mut self,
        number: Number,
        unit: Unit,
        cold: bool,
        position: u32,
        start: usize,
        end: usize,
    ) {
        let value = number.value() * unit.factor;
        let digits: &[u8] = if unit.imperial { &[4, 3] } else { &[4] };
        let mut exact = std::mem::take(self.second);
        exact.clear();
        for &digits in digits {
            self.scratch.clear();
            write_quantity(value, unit.symbol, digits, self.scratch);
            if cold {
                self.scratch.insert(1, '-');
            }
            if *self.scratch != exact {
                self.tell_scratch(Kind::Quantity, position, 1, start, end);
            }
            exact.clone_from(self.scratch);
        }
        *self.second = exact;
    }

    fn is_below_zero(&self, start: usize) -> bool {
        let before = self.read.folded[..start].strip_suffix('-');
        before.is_some_and(|before| {
            !before
                .ends_with(|c: char| super::atoms::is_letter(c) || c.is_ascii_digit() || c == '°')
        })
    }

    /// A Chinese unit may be the beginning of an atom; the rest of it is read as a run of its own.
    fn after_unit(&mut self, next: usize, end: usize) -> usize {
        match self.read.atom(next) {
            Some(atom) if atom.start < end && end < atom.end => self.han_run(next, end),
            _ => next,
        }
    }
}

/// `40x30x25 cm`, `450/750 V`: the last unit is that of all; a cross-section is that of the last alone.
fn spread_unit(items: &mut [Item<'_>]) {
    let Some(last) = items.last().and_then(|item| item.unit) else {
        return;
    };
    for item in items.iter_mut().filter(|item| item.unit.is_none()) {
        if last.symbol == "mm" || item.joint == Joint::Range {
            item.unit = Some(last);
        }
    }
}
