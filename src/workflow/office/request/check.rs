//! What keeps a request from being sent, and where it stands in the form.

use std::collections::BTreeMap;

use api_types::address::Language;
use domain::{Date, Id, Locode, Price, Quantity};

use super::sheet::{Line, Sheet};

/// A part of a line that is typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part {
    /// What is wanted, in the reader's language.
    Item,
    Quantity,
    Unit,
    Target,
}

/// A field of the form.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Spot {
    /// All lines together.
    Lines,
    Line(Id, Part),
    Destination,
    NeededBy,
    ValidUntil,
    /// The suppliers.
    Asked,
    /// The pasted list.
    Pasted,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    NoLine,
    Item,
    Quantity,
    Target,
    /// No supplier is chosen.
    Nobody,
    ValidUntil,
    NeededBy,
    Destination,
    /// A list is pasted and not added to the lines.
    Pasted,
}

/// A request is open for so many days at most.
const LONGEST: i32 = 366;

impl Part {
    /// What stands there. A line that was written in the other language is shown as it was written.
    #[must_use]
    pub fn of(self, line: &Line, language: Language) -> &str {
        match self {
            Self::Item => {
                let (own, other) = match language {
                    Language::English => (&line.en, &line.zh),
                    Language::Chinese => (&line.zh, &line.en),
                };
                if own.is_empty() { other } else { own }
            }
            Self::Quantity => &line.quantity,
            Self::Unit => &line.unit,
            Self::Target => &line.target,
        }
    }

    /// Words are kept as those of the language they are written in: Han characters are Chinese, whoever reads.
    pub fn set(self, line: &mut Line, language: Language, text: &str) {
        match self {
            Self::Item => {
                let is_chinese = language == Language::Chinese || text.chars().any(is_han);
                let (zh, en) = match is_chinese {
                    true => (text, ""),
                    false => ("", text),
                };
                line.zh = zh.to_owned();
                line.en = en.to_owned();
            }
            Self::Quantity => text.trim().clone_into(&mut line.quantity),
            Self::Unit => text.clone_into(&mut line.unit),
            Self::Target => text.trim().clone_into(&mut line.target),
        }
    }
}

impl Sheet {
    /// All that is wrong, by field; nothing where it can be sent.
    #[must_use]
    pub fn faults(&self, today: Date) -> BTreeMap<Spot, Fault> {
        let mut faults = BTreeMap::new();
        let mut check = |is_wrong: bool, spot, fault| {
            if is_wrong {
                faults.insert(spot, fault);
            }
        };
        check(self.is_empty(), Spot::Lines, Fault::NoLine);
        for line in &self.lines {
            let Some(id) = line.id else { continue };
            let is_used = !line.is_empty() || !line.quantity.is_empty() || !line.target.is_empty();
            if !is_used {
                continue;
            }
            check(
                line.names_nothing(),
                Spot::Line(id, Part::Item),
                Fault::Item,
            );
            let is_quantity = line.quantity.parse::<Quantity>().is_ok();
            check(
                !is_quantity,
                Spot::Line(id, Part::Quantity),
                Fault::Quantity,
            );
            let is_target = line.target.is_empty() || is_positive(&line.target);
            check(!is_target, Spot::Line(id, Part::Target), Fault::Target);
        }
        let today = today.days_since_epoch();
        let day = |text: &str| text.parse::<Date>().ok().map(Date::days_since_epoch);
        let needed = day(&self.needed_by);
        let is_needed = self.needed_by.is_empty() || needed.is_some_and(|day| today <= day);
        check(!is_needed, Spot::NeededBy, Fault::NeededBy);
        let until = day(&self.valid_until);
        let is_valid = until.is_some_and(|day| (today..=today + LONGEST).contains(&day));
        check(!is_valid, Spot::ValidUntil, Fault::ValidUntil);
        let is_place = self.destination.is_empty() || self.destination.parse::<Locode>().is_ok();
        check(!is_place, Spot::Destination, Fault::Destination);
        check(self.asked.is_empty(), Spot::Asked, Fault::Nobody);
        let is_left = !self.pasted.trim().is_empty();
        check(is_left, Spot::Pasted, Fault::Pasted);
        faults
    }
}

fn is_positive(text: &str) -> bool {
    text.parse::<Price>()
        .is_ok_and(|number| Price::default() < number)
}

fn is_han(letter: char) -> bool {
    ('\u{3400}'..='\u{9fff}').contains(&letter)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn id() -> Id {
        Id::new(1, [7; 10])
    }

    fn sheet() -> Sheet {
        Sheet {
            lines: vec![Line {
                id: Some(id()),
                en: "Hex bolt".to_owned(),
                quantity: "5000".to_owned(),
                ..Line::default()
            }],
            valid_until: "2026-12-07".to_owned(),
            asked: vec!["tuasbolt".to_owned()],
            ..Sheet::default()
        }
    }

    fn check(change: impl FnOnce(&mut Sheet), expected: &[(Spot, Fault)]) {
        let mut sheet = sheet();
        change(&mut sheet);
        let faults = sheet.faults("2026-11-23".parse().unwrap());
        assert_eq!(faults.into_iter().collect::<Vec<_>>(), expected);
    }

    #[test]
    fn what_is_wrong_is_named_where_it_stands() {
        let line = |part, fault| (Spot::Line(id(), part), fault);
        check(|_| {}, &[]);
        check(|sheet| sheet.lines.push(Line::default()), &[]);
        check(
            |sheet| sheet.lines[0].en.clear(),
            &[(Spot::Lines, Fault::NoLine), line(Part::Item, Fault::Item)],
        );
        for wrong in ["", "0", "many", "-3", "1,000"] {
            let set = |sheet: &mut Sheet| sheet.lines[0].quantity = wrong.to_owned();
            check(set, &[line(Part::Quantity, Fault::Quantity)]);
        }
        check(
            |sheet| sheet.lines[0].target = "0.00001".to_owned(),
            &[line(Part::Target, Fault::Target)],
        );
        check(
            |sheet| sheet.needed_by = "2026-11-22".to_owned(),
            &[(Spot::NeededBy, Fault::NeededBy)],
        );
        for wrong in ["", "2026-11-22", "2028-01-01", "soon"] {
            let set = |sheet: &mut Sheet| sheet.valid_until = wrong.to_owned();
            check(set, &[(Spot::ValidUntil, Fault::ValidUntil)]);
        }
        check(
            |sheet| sheet.destination = "Shenzhen".to_owned(),
            &[(Spot::Destination, Fault::Destination)],
        );
        check(|sheet| sheet.asked.clear(), &[(Spot::Asked, Fault::Nobody)]);
        check(
            |sheet| sheet.pasted = "Hex bolt M8".to_owned(),
            &[(Spot::Pasted, Fault::Pasted)],
        );
        check(|sheet| sheet.pasted = "\n ".to_owned(), &[]);
    }

    #[test]
    fn words_are_kept_in_the_language_they_are_written_in() {
        let mut line = Line::default();
        Part::Item.set(&mut line, Language::English, "六角螺栓 M8");
        assert_eq!((line.en.as_str(), line.zh.as_str()), ("", "六角螺栓 M8"));
        assert_eq!(Part::Item.of(&line, Language::English), "六角螺栓 M8");
        Part::Item.set(&mut line, Language::English, "Hex bolt M8");
        assert_eq!((line.en.as_str(), line.zh.as_str()), ("Hex bolt M8", ""));
    }
}
