use browser::clock;
use browser::intake::News;
use domain::{Date, Id};
use leptos::prelude::*;
use markup::view;
use serde_json::Value;
use workflow::intake::ask::{Answer, Ask, Problem, Shown};

use super::desk::Desk;
use super::say;
use crate::components::{clicked, live};
use crate::locales::words;
use crate::pages::shown;

/// What became of a look at a product as it is written.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Looked {
    Waiting,
    Seen(Vec<Problem>, Option<Box<Shown>>),
    Failed,
}

impl Looked {
    pub fn of(news: News) -> Self {
        match news {
            News::Answer(Answer::Looked { problems, shown }) => Self::Seen(problems, shown),
            News::Answer(_) | News::Died => Self::Failed,
        }
    }
}

/// A product as buyers would see it if it were published as it is written now.
pub(super) fn preview(desk: Desk, id: Id) -> AnyView {
    let words = &words(desk.language).catalogue;
    let look = move || {
        desk.looked.set(Some(Looked::Waiting));
        let cells = cells(desk, id);
        desk.reader
            .with_value(|reader| reader.ask(&Ask::Look { cells }));
    };
    let label = move || match desk.looked.with(Option::is_some) {
        true => words.look_again,
        false => words.look,
    };
    let body = move || match desk.looked.get() {
        None => ().into_any(),
        Some(Looked::Waiting) => view! { <p class="note">{words.looking}</p> },
        Some(Looked::Failed) => view! { <p class="bad">{words.look_failed}</p> },
        Some(Looked::Seen(_, Some(product))) => {
            shown::shown(desk.language, &product, ().into_any())
        }
        Some(Looked::Seen(problems, None)) => wrong(desk, &problems),
    };
    view! {
        <div class="goods-preview">
            <button class="button" type="button" on:click=clicked(look)>{live(label)}</button>
            <div role="status">{live(body)}</div>
        </div>
    }
}

/// As the hub reads them: what was never said to be listed on another day is listed today.
fn cells(desk: Desk, id: Id) -> Vec<(String, String)> {
    let product = untrack(|| desk.product(id));
    let cells = product.content.get("cells").and_then(Value::as_object);
    let cells = cells
        .into_iter()
        .flatten()
        .filter(|(name, _)| *name != "listed_on");
    let mut cells: Vec<(String, String)> = cells
        .filter_map(|(name, text)| Some((name.clone(), text.as_str()?.to_owned())))
        .collect();
    let listed_on = match product.cell("listed_on") {
        "" => Date::from_days_since_epoch(clock::today()).map(|today| today.to_string()),
        day => Some(day.to_owned()),
    };
    cells.push(("listed_on".to_owned(), listed_on.unwrap_or_default()));
    cells
}

fn wrong(desk: Desk, problems: &[Problem]) -> AnyView {
    let words = &words(desk.language).catalogue;
    let errors = problems.iter().filter(|problem| problem.is_error);
    let rows = errors.map(|problem| {
        let column = problem.column.as_deref().unwrap_or_default();
        let column = say::column(desk.language, column).to_owned();
        let expected = shown::say(desk.language, &problem.expected);
        view! { <li class="bad"><b>{column}</b>{words.colon}{expected}</li> }
    });
    let rows: Vec<AnyView> = rows.collect();
    view! { <div><p>{words.look_wrong}</p><ul class="goods-faults">{rows}</ul></div> }
}
