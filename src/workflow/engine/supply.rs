use api_types::catalogue::Front;
use search::ask::Part;

/// How often a part that does not arrive is asked for by itself, before somebody must ask.
const TRIES: u8 = 3;

/// A part of the engine's and where it is.
#[derive(Clone, Debug)]
struct Item {
    file: String,
    part: Part,
    bytes: u32,
    place: Place,
    /// How often it did not arrive.
    failures: u8,
    /// The engine refused it once: it is asked for past every cache.
    refused: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Place {
    Away,
    /// On its way here.
    Coming,
    /// Given to the engine, which has not answered yet.
    Handed,
    /// The engine has it.
    Here,
    /// Not to be had, or not without somebody asking.
    Lost,
}

/// What the reader does, which decides what is needed first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wish {
    /// Slug of the department at hand.
    pub department: Option<String>,
    /// Somebody looks for what suits a need.
    pub offers: bool,
    /// A question has words that only the lexicon knows.
    pub words: bool,
}

/// How much of the catalogue the engine has.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    pub stage: Stage,
    /// Bytes of the index that are here, and in all.
    pub have: u32,
    pub of: u32,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Stage {
    /// Nobody has searched yet, and nothing was fetched.
    #[default]
    Asleep,
    /// It answers with what it has; more is on its way.
    Filling,
    /// It answers for the whole catalogue.
    Whole,
    /// Some of the catalogue did not arrive; it answers with what it has. Worth another try.
    Partial,
    /// It cannot run in this browser, or died again and again.
    Stopped,
}

/// The parts of a publication and where each is.
#[derive(Clone, Debug, Default)]
pub struct Supply {
    items: Vec<Item>,
    /// Slugs of the departments; the item of each stands behind that of the places.
    departments: Vec<String>,
}

impl Supply {
    /// All parts of a publication, none of them here.
    #[must_use]
    pub fn new(front: &Front) -> Self {
        let engine = &front.engine;
        let segments = [&engine.places].into_iter().chain(&engine.departments);
        let items = segments
            .map(|file| (file, Part::Segment))
            .chain([
                (&engine.lexicon, Part::Lexicon),
                (&engine.offers, Part::Offers),
            ])
            .map(|(file, part)| Item {
                file: file.file.clone(),
                part,
                bytes: file.bytes,
                // A publication may be without it.
                place: if file.file.is_empty() {
                    Place::Lost
                } else {
                    Place::Away
                },
                failures: 0,
                refused: false,
            });
        let departments = front.departments.iter();
        Self {
            items: items.collect(),
            departments: departments.map(|have| have.slug.clone()).collect(),
        }
    }

    /// The part to fetch next; it is on its way from here on. True where caches are not to be trusted with it.
    ///
    /// In order: categories and suppliers, the department at hand, what the reader's question needs besides, the other
    /// departments, and last the lexicon, which any question may need. Until the engine has the first of them nothing else
    /// is fetched: its own module is on its way too, and a slow line is for what the first answer needs.
    pub fn next(&mut self, wish: &Wish) -> Option<(String, Part, bool)> {
        let is_coming = |item: &Item| match item.place {
            Place::Coming => item.failures == 0,
            Place::Handed => true,
            Place::Away | Place::Here | Place::Lost => false,
        };
        if !self.can_search() && self.items.iter().any(is_coming) {
            return None;
        }
        let at_hand = self
            .departments
            .iter()
            .position(|slug| Some(slug) == wish.department.as_ref());
        let rank = |at: usize, item: &Item| match item.part {
            Part::Segment if at == 0 => Some(0),
            Part::Segment if Some(at) == at_hand.map(|at| at + 1) => Some(1),
            Part::Offers => wish.offers.then_some(2),
            Part::Lexicon if wish.words => Some(3),
            Part::Segment => Some(4 + at),
            Part::Lexicon => Some(usize::MAX),
        };
        let away = self.items.iter().enumerate();
        let (_, at) = away
            .filter(|(_, item)| item.place == Place::Away)
            .filter_map(|(at, item)| Some((rank(at, item)?, at)))
            .min()?;
        let item = &mut self.items[at];
        item.place = Place::Coming;
        Some((item.file.clone(), item.part, item.refused))
    }

    /// It came, and is given to the engine.
    pub fn handed(&mut self, file: &str) {
        self.set(file, |item| {
            item.place = Place::Handed;
            item.failures = 0;
        });
    }

    /// The engine has it.
    pub fn arrived(&mut self, file: &str) {
        self.set(file, |item| item.place = Place::Here);
    }

    /// It did not arrive. Returns after how many seconds it is worth another try by itself, if at all; until then it
    /// counts as coming.
    pub fn failed(&mut self, file: &str, worth_a_try: bool) -> Option<u32> {
        let mut wait = None;
        self.set(file, |item| {
            item.failures = item.failures.saturating_add(1);
            if worth_a_try && item.failures <= TRIES {
                wait = Some(1 << item.failures);
            } else {
                item.place = Place::Lost;
            }
        });
        wait
    }

    /// What [`Supply::failed`] was told is due: it is away again.
    pub fn try_again(&mut self, file: &str) {
        self.set(file, |item| item.place = Place::Away);
    }

    /// The engine says that these bytes are not what they should be, or died of them. A cache may have spoiled them: once
    /// more, past all of them, then never.
    pub fn refused(&mut self, file: &str) {
        self.set(file, |item| {
            item.place = if item.refused {
                Place::Lost
            } else {
                Place::Away
            };
            item.refused = true;
        });
    }

    /// The engine was started anew and is empty.
    pub fn emptied(&mut self) {
        for item in &mut self.items {
            if matches!(item.place, Place::Here | Place::Handed) {
                item.place = Place::Away;
            }
        }
    }

    /// Somebody asks for another try of what is lost.
    pub fn retry(&mut self) {
        for item in &mut self.items {
            if item.place == Place::Lost && !item.file.is_empty() {
                item.place = Place::Away;
                item.failures = 0;
                item.refused = false;
            }
        }
    }

    /// Whether the engine can answer something: any segment is here.
    #[must_use]
    pub fn can_search(&self) -> bool {
        self.items
            .iter()
            .any(|item| item.part == Part::Segment && item.place == Place::Here)
    }

    /// Whether it can match: something to search in, and the offers, or nothing more to wait for.
    #[must_use]
    pub fn can_match(&self) -> bool {
        let offers = self.items.iter().filter(|item| item.part == Part::Offers);
        let settled = |item: &Item| matches!(item.place, Place::Here | Place::Lost);
        self.can_search() && offers.into_iter().all(settled)
    }

    /// Of what search and matching need in any case; the lexicon comes beside.
    #[must_use]
    pub fn progress(&self) -> Progress {
        let segments = || self.items.iter().filter(|item| item.part == Part::Segment);
        let here = |item: &&Item| item.place == Place::Here;
        let lost = |item: &&Item| item.place == Place::Lost;
        let total = segments().count();
        let stage = if segments().filter(here).count() == total {
            Stage::Whole
        } else if segments().all(|item| here(&item) || lost(&item)) {
            Stage::Partial
        } else {
            Stage::Filling
        };
        Progress {
            stage,
            have: segments().filter(here).map(|item| item.bytes).sum(),
            of: segments().map(|item| item.bytes).sum(),
        }
    }

    fn set(&mut self, file: &str, change: impl FnOnce(&mut Item)) {
        if let Some(item) = self.items.iter_mut().find(|item| item.file == file) {
            change(item);
        }
    }
}

#[cfg(test)]
mod tests;
