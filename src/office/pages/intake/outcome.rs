use leptos::prelude::*;
use markup::view;
use workflow::intake::ask::{Checked, Which};
use workflow::intake::{Event, Stage, View};

use super::{Page, into, preview, problems, products};
use crate::components::{clicked, live};
use crate::locales::words;

/// What became of the rows.
pub(super) fn outcome(page: Page) -> AnyView {
    let words = &words(page.language).intake;
    let (file, checked) = page.intake.with_untracked(|intake| {
        let checked = match &intake.stage {
            Stage::Checked(checked) => checked.clone(),
            _ => Checked::default(),
        };
        (intake.file.clone(), checked)
    });
    let tally = checked.tally;
    let figure = |tone: &'static str, number: u32, label: &'static str| {
        view! { <li class=tone><b>{page.count(number)}</b>" "{label}</li> }
    };
    let remarked = (0 < tally.remarked).then(|| figure("warn", tally.remarked, words.remarked));
    let chinese = page.language.code() == "zh";
    let refused = move || page.tell(Event::FileWanted(Which::Refused { chinese }));
    let accepted = move || page.tell(Event::FileWanted(Which::Accepted));
    let save_refused = (0 < tally.refused).then(|| {
        view! { <button class="button primary" type="button" on:click=clicked(refused)>{words.save_refused}</button> }
    });
    let save_accepted = (0 < tally.accepted).then(|| {
        view! { <button class="button" type="button" on:click=clicked(accepted)>{words.save_accepted}</button> }
    });
    let view = page.know(|intake| intake.view);
    let list = move || match view.get() {
        View::Problems => problems::problems(page),
        View::Products => products::products(page),
    };
    view! {
        <div class="outcome">
            <div class="outcome-head">
                <p class="outcome-file" role="status"><bdi>{file}</bdi></p>
                <ul class="figures">
                    {figure("good", tally.accepted, words.accepted)}
                    {figure("bad", tally.refused, words.refused)}
                    {remarked}
                </ul>
                <p class="outcome-acts">
                    {save_refused}{save_accepted}
                    {page.button("button", words.columns, || Event::ColumnsOpened)}
                    {page.button("button", words.another, || Event::Closed)}
                </p>
            </div>
            {into::into(page, tally.accepted)}
            {frequent(page, &checked)}
            {tabs(page, &checked)}
            <div class="outcome-body">{live(list)}{preview::preview(page)}</div>
        </div>
    }
}

/// The kinds of problems, so that what one change would mend is seen at once.
fn frequent(page: Page, checked: &Checked) -> Option<AnyView> {
    let words = &words(page.language).intake;
    let kinds: Vec<AnyView> = checked
        .kinds
        .iter()
        .map(|kind| {
            let tone = if kind.example.is_error { "bad" } else { "warn" };
            let column = kind.example.column.clone().unwrap_or_default();
            let value = match kind.example.value.is_empty() {
                true => String::new(),
                false => format!(" “{}”", kind.example.value),
            };
            view! {
                <li>
                    <b class=tone>{page.count(kind.count)}"×"</b>
                    <span><code>{column}</code><bdi>{value}</bdi>" "{page.say(&kind.example.expected)}</span>
                </li>
            }
        })
        .collect();
    (!kinds.is_empty()).then(|| {
        view! {
            <details class="frequent" open="">
                <summary>{words.frequent}</summary>
                <ul tabindex="0" aria-label=words.frequent>{kinds}</ul>
            </details>
        }
    })
}

fn tabs(page: Page, checked: &Checked) -> AnyView {
    let words = &words(page.language).intake;
    let view = page.know(|intake| intake.view);
    let tab = |of: View, label: String| {
        let pressed = move || if view.get() == of { "true" } else { "false" };
        let choose = move || page.tell(Event::ViewChosen(of));
        view! { <button class="tab" type="button" aria-pressed=live(pressed) on:click=clicked(choose)>{label}</button> }
    };
    view! {
        <div class="intake-tabs" role="group" aria-label=words.title>
            {tab(View::Problems, (words.problems)(&page.count(checked.problems)))}
            {tab(View::Products, (words.products)(&page.count(checked.tally.accepted)))}
        </div>
    }
}
