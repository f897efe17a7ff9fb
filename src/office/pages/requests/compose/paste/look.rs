//! What the engine finds for each line of a pasted list, and what the buyer makes of it.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Duration;

use api_types::catalogue::{Card, List as Goods};
use browser::ApiError;
use browser::catalogue;
use leptos::prelude::*;
use search::ask::{Answer, Ask, Line, Other, OtherAnswer, Packed};
use search::lines::{List, read};
use search::understood::Rates;
use workflow::office::request::MOST_LINES;

use super::super::Desk;
use crate::components::{effect, memo, spawn};
use crate::matcher::{Place, Readiness};

/// Behind all lines of the request, each of which has a place of its own.
const PLACE: Place = Place::MAX;
/// Between a letter and the question: as many as are typed in one go.
const PAUSE: Duration = Duration::from_millis(250);
/// Prices of a list are not taken, so that any rate will do.
const RATES: Rates = Rates {
    cny_per_sgd_millionths: 1_000_000,
    sgd_per_usd_millionths: 1_000_000,
};

/// What a line may mean: rows of the catalogue.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Told {
    /// The best product where there is no doubt.
    pub sure: Option<u32>,
    /// The best product of each thing that it may be, best first.
    pub choices: Vec<u32>,
}

#[derive(Clone, Copy)]
pub(super) struct Look {
    pub desk: Desk,
    text: Memo<String>,
    /// As it was a moment after the last letter.
    pub list: RwSignal<Arc<List>>,
    /// The text that this list was read from.
    read: RwSignal<String>,
    goods: RwSignal<Option<Result<Arc<Goods>, ApiError>>>,
    told: Memo<Option<Arc<Vec<Told>>>>,
    /// By the words of a line, which keep their meaning when lines are put before them.
    picks: RwSignal<BTreeMap<String, Option<u32>>>,
}

impl Look {
    pub fn open(desk: Desk) -> Self {
        let list = RwSignal::new(Arc::new(List::default()));
        let goods = RwSignal::new(None);
        let answer = memo(move || desk.matcher.answer(PLACE));
        let told = memo(move || told(desk, &list.get(), goods.get()?, answer.get()));
        let look = Self {
            desk,
            text: memo(move || desk.sheet.with(|sheet| sheet.pasted.clone())),
            list,
            read: RwSignal::new(String::new()),
            goods,
            told,
            picks: RwSignal::new(BTreeMap::new()),
        };
        look.follow();
        spawn(async move {
            let list = match desk.matcher.arrived().await {
                Some(front) => catalogue::list(&front).await,
                None => Err(ApiError::Offline),
            };
            goods.try_set(Some(list.map(Arc::new)));
        });
        on_cleanup(move || desk.matcher.forget(|place| place == PLACE));
        look
    }

    /// Reads the list, and asks the engine, whenever nobody has typed for a moment.
    fn follow(self) {
        let mut is_first = true;
        effect(move || {
            let text = self.text.get();
            let settle = move || {
                // Something newer is typed, or the page is gone.
                if self.text.try_with_untracked(|now| *now == text) == Some(true) {
                    self.settle(text);
                }
            };
            // What was kept is there at once.
            match std::mem::replace(&mut is_first, false) {
                true => settle(),
                false => set_timeout(settle, PAUSE),
            }
        });
    }

    fn settle(self, text: String) {
        let list = read(&text, RATES);
        let matcher = self.desk.matcher;
        let ways: Vec<Vec<String>> = list.rows.iter().map(|row| row.ways.clone()).collect();
        matcher.forget(|place| place == PLACE);
        self.list.set(Arc::new(list));
        self.read.set(text);
        if !ways.is_empty() {
            let other = Packed::new(&Other::Lines(ways));
            matcher.ask(PLACE, Ask::Other { version: 0, other });
        }
    }

    pub fn text(self) -> String {
        self.text.get()
    }

    /// Whether what is shown is of what is typed.
    pub fn is_ready(self) -> bool {
        let is_read = self.read.with(|read| self.text.with(|text| read == text));
        is_read && self.told.with(Option::is_some)
    }

    /// What the lines may mean, in their order; none while that is looked for.
    pub fn told(self) -> Option<Arc<Vec<Told>>> {
        self.told.get()
    }

    /// Lines that there is room for.
    pub fn fitting(self) -> usize {
        let used = self.desk.sheet.with(|sheet| sheet.filled().count());
        let rows = self.list.with(|list| list.rows.len());
        rows.min(MOST_LINES.saturating_sub(used))
    }

    /// The product that a line is taken for; none where the words stand for themselves.
    pub fn taken(self, at: usize) -> Option<u32> {
        let text = self
            .list
            .with(|list| Some(list.rows.get(at)?.text.clone()))?;
        let pick = self.picks.with(|picks| picks.get(&text).copied());
        pick.unwrap_or_else(|| self.told.with(|told| told.as_ref()?.get(at)?.sure))
    }

    /// Whether a line may mean several things, and nobody has said which.
    pub fn is_open(self, at: usize) -> bool {
        let text = self
            .list
            .with(|list| list.rows.get(at).map(|row| row.text.clone()));
        let is_picked = text.is_none_or(|text| self.picks.with(|picks| picks.contains_key(&text)));
        let is_doubtful = self.told.with(|told| {
            let told = told.as_ref().and_then(|told| told.get(at));
            told.is_some_and(|told| told.sure.is_none() && !told.choices.is_empty())
        });
        is_doubtful && !is_picked
    }

    pub fn pick(self, text: &str, product: Option<u32>) {
        self.picks.update(|picks| {
            picks.insert(text.to_owned(), product);
        });
    }

    pub fn card(self, product: u32) -> Option<Card> {
        let row = usize::try_from(product).ok()?;
        self.goods.with(|goods| match goods {
            Some(Ok(goods)) if row < goods.len() => Some(goods.card(row)),
            _ => None,
        })
    }

    /// The product that a line becomes.
    pub fn product(self, at: usize) -> Option<Card> {
        untrack(|| self.card(self.taken(at)?))
    }
}

fn told(
    desk: Desk,
    list: &List,
    goods: Result<Arc<Goods>, ApiError>,
    answer: Option<Arc<Answer>>,
) -> Option<Arc<Vec<Told>>> {
    let lines = match answer.as_deref() {
        Some(Answer::Other { answer, .. }) => match answer.read() {
            Some(OtherAnswer::Lined(lines)) => Some(lines),
            _ => None,
        },
        _ => None,
    };
    let lines = lines.filter(|lines| lines.len() == list.rows.len());
    match (goods, lines) {
        (Ok(goods), Some(lines)) => {
            let told = lines.iter().map(|line| meaning(line, goods.len()));
            Some(Arc::new(told.collect()))
        }
        // Without the catalogue the words stand for themselves.
        (Err(_), _) => Some(Arc::new(vec![Told::default(); list.rows.len()])),
        (Ok(_), None) if desk.matcher.readiness() == Readiness::Failed => {
            Some(Arc::new(vec![Told::default(); list.rows.len()]))
        }
        (Ok(_), None) => list.rows.is_empty().then(Arc::default),
    }
}

fn meaning(line: &Line, goods: usize) -> Told {
    let mut told = Told::default();
    let mut things = Vec::new();
    for choice in &line.choices {
        let is_there = usize::try_from(choice.row).is_ok_and(|row| row < goods);
        if is_there && !things.contains(&choice.thing) {
            things.push(choice.thing);
            told.choices.push(choice.row);
        }
    }
    told.sure = told.choices.first().copied().filter(|_| line.is_sure);
    told
}
