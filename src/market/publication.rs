//! What became of each item of a publication, and how that is written down: a line an item.

use domain::Id;

use crate::{Fault, Moment, Refusal, Version, Why};

/// A publication that is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Publication {
    pub items: Vec<Item>,
    pub at: Moment,
}

/// What became of one listing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    pub listing: Id,
    pub outcome: Outcome,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    Published(Version),
    Withdrawn(Version),
    Refused(Refusal),
}

/// Refusals of an item, by the word that is kept of them.
const REFUSALS: [(&str, Refusal); 3] = [
    ("not_found", Refusal::NotFound),
    ("too_many", Refusal::TooMany),
    ("page_missing", Refusal::PageMissing),
];

impl Publication {
    /// Lines of words.
    #[must_use]
    pub fn text(&self) -> String {
        self.items.iter().map(line).collect()
    }

    /// The items of such lines; nothing if they are of somebody else.
    #[must_use]
    pub fn items(text: &str) -> Option<Vec<Item>> {
        text.lines().map(item).collect()
    }
}

fn line(item: &Item) -> String {
    let outcome = match &item.outcome {
        Outcome::Published(version) => format!("published {version}"),
        Outcome::Withdrawn(version) => format!("withdrawn {version}"),
        // Of an item the one is as good as the other: it names its version itself.
        Outcome::Refused(Refusal::Changed { version } | Refusal::Behind { version }) => {
            format!("changed {version}")
        }
        Outcome::Refused(Refusal::Invalid(faults)) => {
            let faults: String = faults.iter().map(fault).collect();
            format!("invalid{faults}")
        }
        Outcome::Refused(refusal) => REFUSALS
            .iter()
            .find(|(_, of_items)| of_items == refusal)
            .map_or("not_found", |(word, _)| word)
            .to_owned(),
    };
    format!("{} {outcome}\n", item.listing)
}

fn fault(fault: &Fault) -> String {
    let detail = fault.detail.as_deref().unwrap_or_default();
    format!(" {}:{}:{detail}", fault.pointer, fault.why.name())
}

fn item(line: &str) -> Option<Item> {
    let mut words = line.split(' ');
    let listing = words.next()?.parse().ok()?;
    let version = |words: &mut std::str::Split<'_, char>| words.next()?.parse().ok();
    let outcome = match words.next()? {
        "published" => Outcome::Published(version(&mut words)?),
        "withdrawn" => Outcome::Withdrawn(version(&mut words)?),
        "changed" => Outcome::Refused(Refusal::Changed {
            version: version(&mut words)?,
        }),
        "invalid" => Outcome::Refused(Refusal::Invalid(words.map(parse).collect::<Option<_>>()?)),
        other => {
            let known = REFUSALS.iter().find(|(word, _)| *word == other);
            Outcome::Refused(known?.1.clone())
        }
    };
    Some(Item { listing, outcome })
}

fn parse(word: &str) -> Option<Fault> {
    let mut parts = word.split(':');
    let (pointer, why) = (parts.next()?.to_owned(), Why::parse(parts.next()?)?);
    let detail = parts.next().filter(|detail| !detail.is_empty());
    let fault = Fault::new(pointer, why);
    Some(match detail {
        Some(detail) => fault.because(detail.to_owned()),
        None => fault,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_became_of_each_item_is_read_back() {
        let id = |number| Id::from_bytes([number; 16]);
        let faults = vec![
            Fault::new("/cells/sku", Why::Taken),
            Fault::new("/cells/hs_code", Why::Form).because("hs_code_chapter"),
        ];
        let outcomes = [
            Outcome::Published(3),
            Outcome::Withdrawn(u64::MAX),
            Outcome::Refused(Refusal::Changed { version: 7 }),
            Outcome::Refused(Refusal::Invalid(faults)),
            Outcome::Refused(Refusal::Invalid(Vec::new())),
            Outcome::Refused(Refusal::NotFound),
            Outcome::Refused(Refusal::TooMany),
            Outcome::Refused(Refusal::PageMissing),
        ];
        let items: Vec<_> = (1..)
            .zip(outcomes)
            .map(|(number, outcome)| Item {
                listing: id(number),
                outcome,
            })
            .collect();
        let publication = Publication {
            items: items.clone(),
            at: Moment(1),
        };
        assert_eq!(Publication::items(&publication.text()), Some(items));
        assert_eq!(Publication::items(""), Some(Vec::new()));
        assert_eq!(Publication::items("something else"), None);
    }
}
