use search::ask::Need;
use search::understood::{Meaning, Understood};

use super::Asked;

/// Something that can be read out of the words of a need.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Clue {
    Quantity,
    Price,
    By,
    To,
    Certificates,
    Incoterm,
    Sample,
}

impl Clue {
    pub const ALL: [Clue; 7] = [
        Clue::Quantity,
        Clue::Price,
        Clue::By,
        Clue::To,
        Clue::Certificates,
        Clue::Incoterm,
        Clue::Sample,
    ];

    /// The word in the address: that of the field it would fill.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Clue::Quantity => "quantity",
            Clue::Price => "price",
            Clue::By => "by",
            Clue::To => "to",
            Clue::Certificates => "certificate",
            Clue::Incoterm => "incoterm",
            Clue::Sample => "sample",
        }
    }

    fn of(meaning: &Meaning) -> Self {
        match meaning {
            Meaning::Quantity(_) => Clue::Quantity,
            Meaning::TargetPrice(_) => Clue::Price,
            Meaning::NeededBy(_) => Clue::By,
            Meaning::Destination(_) => Clue::To,
            Meaning::Certificate(_) => Clue::Certificates,
            Meaning::Incoterm(_) => Clue::Incoterm,
            Meaning::Sample => Clue::Sample,
        }
    }

    pub(super) fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|clue| clue.key() == key)
    }
}

/// The whole need: what the buyer filled in, and where that leaves something open, what was read out of the words.
/// Its text is what is left to search for. With it, what was taken from the words, for the buyer to see and to take back.
#[must_use]
pub fn complete(asked: &Asked, understood: &Understood) -> (Need, Vec<Clue>) {
    let read = &understood.need;
    let mut need = asked.need.clone();
    need.text = rest(asked, understood);
    let taken = Clue::ALL
        .into_iter()
        .filter(|clue| !asked.dismissed.contains(clue))
        .filter(|&clue| match clue {
            Clue::Quantity => fill(&mut need.quantity, &read.quantity),
            Clue::Price => fill(&mut need.target_price, &read.target_price),
            Clue::By => fill(&mut need.needed_by, &read.needed_by),
            Clue::To => fill(&mut need.destination, &read.destination),
            Clue::Incoterm => fill(&mut need.incoterm, &read.incoterm),
            Clue::Certificates => {
                let open = need.certificates.is_empty() && !read.certificates.is_empty();
                if open {
                    need.certificates.clone_from(&read.certificates);
                }
                open
            }
            Clue::Sample => {
                let open = !need.sample && read.sample;
                need.sample |= read.sample;
                open
            }
        })
        .collect();
    (need, taken)
}

/// The words without those that were understood as something else. What was dismissed is searched for.
fn rest(asked: &Asked, understood: &Understood) -> String {
    let text = &asked.need.text;
    let mut rest = String::new();
    let mut done = 0;
    for span in &understood.spans {
        let dismissed = asked.dismissed.contains(&Clue::of(&span.meaning));
        let (start, end) = (span.start as usize, span.end as usize);
        // An answer to words that were typed since may point beyond them, or into the middle of a character.
        if dismissed || !text.is_char_boundary(end) {
            continue;
        }
        if let Some(before) = text.get(done..start) {
            rest.push_str(before);
            rest.push(' ');
            done = end;
        }
    }
    rest.push_str(text.get(done..).unwrap_or_default());
    let words: Vec<&str> = rest.split_whitespace().collect();
    words.join(" ")
}

/// Whether `read` filled what was left open.
fn fill<T: Clone>(open: &mut Option<T>, read: &Option<T>) -> bool {
    let fills = open.is_none() && read.is_some();
    if fills {
        open.clone_from(read);
    }
    fills
}
