use std::collections::BTreeMap;

use api_types::address::Language;
use api_types::draft::DraftKind;
use domain::Id;
use leptos::prelude::*;
use workflow::office::request::{Fault, Line, Sheet, Spot};

use crate::components::memo;
use crate::drafts::{Drafts, use_drafts};
use crate::matcher::{Matcher, use_matcher};

/// What the parts of the page share.
#[derive(Clone, Copy)]
pub(in super::super) struct Desk {
    pub language: Language,
    pub company: Id,
    pub request: Id,
    pub may_write: bool,
    pub sheet: RwSignal<Sheet>,
    pub faults: RwSignal<BTreeMap<Spot, Fault>>,
    /// Whether a list is being pasted.
    pub is_pasting: RwSignal<bool>,
    pub drafts: Drafts,
    pub matcher: Matcher,
    /// Whether anything was changed since the hub was last given it.
    is_changed: StoredValue<bool>,
}

impl Desk {
    pub fn open(
        language: Language,
        (company, request): (Id, Id),
        may_write: bool,
        sheet: Sheet,
    ) -> Self {
        Self {
            language,
            company,
            request,
            may_write,
            is_pasting: RwSignal::new(!sheet.pasted.is_empty()),
            sheet: RwSignal::new(sheet),
            faults: RwSignal::new(BTreeMap::new()),
            drafts: use_drafts(),
            matcher: use_matcher(),
            is_changed: StoredValue::new(false),
        }
    }

    /// Changes what is written; `spot` is not at fault any more, and what is typed is kept on this device.
    pub fn change(self, spot: Option<Spot>, change: impl FnOnce(&mut Sheet)) {
        if !self.may_write {
            return;
        }
        let before = self.sheet.get_untracked();
        let mut sheet = before.clone();
        change(&mut sheet);
        if sheet == before {
            return;
        }
        if let Some(spot) = spot
            && self
                .faults
                .with_untracked(|faults| faults.contains_key(&spot))
        {
            self.faults.update(|faults| {
                faults.remove(&spot);
            });
        }
        self.is_changed.set_value(true);
        self.drafts.typed(
            self.company,
            self.request,
            DraftKind::SourcingRequest,
            &sheet.content(),
        );
        self.sheet.set(sheet);
    }

    /// Gives the hub what was changed, so that colleagues see it too.
    pub fn save(self) {
        if self.may_write && self.is_changed.get_value() {
            self.is_changed.set_value(false);
            let content = self.sheet.get_untracked().content();
            self.drafts.save(
                self.company,
                self.request,
                DraftKind::SourcingRequest,
                &content,
            );
        }
    }

    /// A line, by its place; blank where it is gone.
    pub fn line(self, id: Id) -> Option<Line> {
        self.sheet.with(|sheet| {
            let mut lines = sheet.lines.iter();
            lines.find(|line| line.id == Some(id)).cloned()
        })
    }

    pub fn change_line(self, id: Id, spot: Option<Spot>, change: impl FnOnce(&mut Line)) {
        self.change(spot, |sheet| {
            let mut lines = sheet.lines.iter_mut();
            if let Some(line) = lines.find(|line| line.id == Some(id)) {
                change(line);
            }
        });
    }

    pub fn fault(self, spot: Spot) -> Memo<Option<Fault>> {
        memo(move || self.faults.with(|faults| faults.get(&spot).copied()))
    }
}
