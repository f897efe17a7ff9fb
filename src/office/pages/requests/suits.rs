//! Which suppliers suit what is asked for: the engine is asked about each line, and its answers are put together by supplier.

use std::time::Duration;

use browser::clock;
use domain::{Currency, Price};
use leptos::prelude::*;
use search::ask::{Answer, Ask, Need};
use workflow::office::request::{MOST_LINES, Sheet, Suitor, suitors};

use crate::components::{effect, memo};
use crate::matcher::Matcher;
use crate::pages::deal::rate;

/// Between a letter and the question: as many as are typed in one go.
const PAUSE: Duration = Duration::from_millis(350);
/// Answers come one by one, five hundred of them to a long list: they are put together so often.
const GATHER: Duration = Duration::from_millis(150);
/// Suppliers that are worth naming.
const MOST: u32 = 60;

/// A line by its place in the request, and what is asked about it.
pub(super) type Needs = Vec<(usize, Need)>;

/// What the engine is asked about a request.
pub(super) fn needs(matcher: Matcher, sheet: &Sheet) -> Needs {
    let rate = matcher.front().and_then(|front| rate(&front));
    let currency: Currency = sheet.currency.parse().unwrap_or(Currency::Sgd);
    let in_sgd = |price: Price| match &rate {
        Some(rate) => rate.convert_price(price, currency, Currency::Sgd),
        None => Price::default(),
    };
    let lines = sheet.filled();
    let needs = lines.filter_map(|(at, line)| Some((at, sheet.need(line, in_sgd)?)));
    needs.collect()
}

/// The suppliers that suit, the best first, as long as the page is there. A question follows a moment after what it is about
/// has changed.
pub(super) fn follow(matcher: Matcher, needs: Memo<Needs>) -> RwSignal<Vec<Suitor>> {
    let changes = StoredValue::new(0_u32);
    effect(move || {
        let needs = needs.get();
        changes.update_value(|changes| *changes += 1);
        let change = changes.get_value();
        let put = move || {
            // Something newer is typed, or the page is gone.
            if changes.try_get_value() != Some(change) {
                return;
            }
            let places: Vec<u32> = needs.iter().map(|(at, _)| place(*at)).collect();
            // What is asked at other places, of a pasted list, is not about lines.
            let own = 0..place(MOST_LINES);
            matcher.forget(|at| own.contains(&at) && !places.contains(&at));
            for (at, need) in needs {
                let ask = Ask::Match {
                    version: 0,
                    need,
                    today: clock::today(),
                    limit: MOST,
                };
                matcher.ask(place(at), ask);
            }
        };
        set_timeout(put, PAUSE);
    });
    gathered(matcher, needs)
}

fn gathered(matcher: Matcher, needs: Memo<Needs>) -> RwSignal<Vec<Suitor>> {
    let found = RwSignal::new(Vec::new());
    let is_due = StoredValue::new(false);
    let gather = move || {
        if is_due.try_set_value(false).is_some() {
            return;
        }
        let Some(places) = needs.try_with_untracked(|needs| {
            let places = needs.iter().map(|(at, _)| *at);
            places.collect::<Vec<usize>>()
        }) else {
            return;
        };
        let answers = places.into_iter();
        let answers = answers.filter_map(|at| Some((at, matcher.answer_untracked(place(at))?)));
        let answers: Vec<_> = answers.collect();
        let matched = answers.iter().filter_map(|(at, answer)| match &**answer {
            Answer::Matched { matched, .. } => Some((*at, matched)),
            _ => None,
        });
        let suitors = suitors(matched);
        if found.try_with_untracked(|have| *have != suitors) == Some(true) {
            found.set(suitors);
        }
    };
    effect(move || {
        needs.track();
        matcher.track();
        if is_due.try_update_value(|is_due| std::mem::replace(is_due, true)) == Some(false) {
            set_timeout(gather, GATHER);
        }
    });
    found
}

fn place(line: usize) -> u32 {
    u32::try_from(line).unwrap_or(u32::MAX)
}

/// The needs of a request that no longer changes.
pub(super) fn of_sent(matcher: Matcher, sheet: Sheet) -> RwSignal<Vec<Suitor>> {
    follow(matcher, memo(move || needs(matcher, &sheet)))
}
