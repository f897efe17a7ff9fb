use browser::format;
use domain::Id;
use leptos::prelude::*;
use markup::view;
use workflow::office::catalogue::Want;

use super::desk::Desk;
use super::say;
use crate::components::{clicked, live, memo};
use crate::locales::words;

/// Rows whose refusal is told one by one.
const TOLD: usize = 50;

/// What is done with all that is selected.
pub(super) fn bar(desk: Desk) -> AnyView {
    let words = &words(desk.language).catalogue;
    let count = memo(move || desk.selected.with(|selected| selected.len()));
    let bar = move || {
        let count = u32::try_from(count.get()).unwrap_or(u32::MAX);
        if count == 0 {
            return ().into_any();
        }
        let act = move |want: Want| {
            move || {
                let rows: Vec<Id> = desk
                    .selected
                    .with_untracked(|rows| rows.iter().copied().collect());
                desk.carry_out(rows, want);
            }
        };
        let busy = move || desk.is_working.get().then_some("true");
        view! {
            <div class="goods-bulk">
                <p role="status">{(words.selected)(&format::count(desk.language, count))}</p>
                <button class="button primary" type="button" aria-disabled=live(busy) on:click=clicked(act(Want::Publish))>{words.publish}</button>
                <button class="button" type="button" aria-disabled=live(busy) on:click=clicked(act(Want::Withdraw))>{words.withdraw}</button>
            </div>
        }
    };
    live(bar).into_any()
}

/// What became of it: how many, and what is wrong with each of the others.
pub(super) fn outcome(desk: Desk) -> AnyView {
    let words = &words(desk.language).catalogue;
    let count = move |number: usize| {
        format::count(desk.language, u32::try_from(number).unwrap_or(u32::MAX))
    };
    let outcome = move || {
        let outcome = desk.outcome.get()?;
        let figure = |number: u32, said: fn(&str) -> String| {
            (0 < number).then(|| {
                let line = said(&format::count(desk.language, number));
                view! { <p class="good">{line}</p> }
            })
        };
        let rows = outcome.refused.iter().take(TOLD).map(|id| row(desk, *id));
        let rows: Vec<AnyView> = rows.collect();
        let refused = (!rows.is_empty()).then(|| {
            let head = (words.refused)(&count(outcome.refused.len()));
            view! { <h2>{head}</h2><ul>{rows}</ul> }
        });
        let more = outcome.refused.len().saturating_sub(TOLD);
        let more = (0 < more).then(|| view! { <p>{(words.more_refused)(&count(more))}</p> });
        Some(view! {
            <section class="goods-outcome" role="status">
                {figure(outcome.published, words.published)}
                {figure(outcome.withdrawn, words.withdrawn)}
                {refused}{more}
            </section>
        })
    };
    live(outcome).into_any()
}

fn row(desk: Desk, id: Id) -> AnyView {
    let words = &words(desk.language).catalogue;
    let name = if id == desk.company {
        words.page.to_owned()
    } else {
        untrack(|| desk.name(id))
    };
    let why = untrack(|| desk.product(id)).refusal;
    let lines = why.map_or_else(Vec::new, |why| say::refusal(desk.language, &why));
    let lines = lines.into_iter().map(|(column, sentence)| {
        let column = (!column.is_empty()).then(|| view! { <b>{column}</b>{words.colon} });
        view! { <span class="bad">{column}{sentence}</span> }
    });
    let lines: Vec<AnyView> = lines.collect();
    let open = move || desk.show(id);
    view! { <li><button class="link" type="button" on:click=clicked(open)><bdi>{name}</bdi></button>{lines}</li> }
}
