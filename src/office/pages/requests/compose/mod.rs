//! Writing a request: lines, terms, who is asked, what is missing yet; kept with every letter, sent by one press.

mod acts;
mod desk;
mod lines;
mod paste;
mod terms;
mod who;

use app::components::after_paint;
use app::state::describe;
use leptos::prelude::*;
use markup::view;

use crate::components::{icon, live};
use crate::locales::words;
pub(super) use desk::Desk;
pub(super) use lines::blank;

pub(super) fn compose(desk: Desk) -> AnyView {
    let all = words(desk.language);
    let words = &all.compose;
    describe(desk.language, words.title, words.lead);
    let said = move || {
        let count = desk.faults.with(std::collections::BTreeMap::len);
        let count = u32::try_from(count).unwrap_or(u32::MAX);
        (0 < count).then(|| {
            let shown = browser::format::count(desk.language, count);
            let sentence = (words.fault_some)(count, &shown);
            view! { <p class="said" role="alert" tabindex="-1">{icon("circle-alert")}<span>{sentence}</span></p> }
        })
    };
    let read_only =
        (!desk.may_write).then(|| view! { <p class="note">{all.requests.read_only}</p> });
    // Whoever asks again with changes opens all lines of a long request by one tap.
    let columns = after_paint(move || {
        view! {
            <div class="deal-columns">
                <div class="stack">{lines::lines(desk)}{paste::paste(desk)}{terms::terms(desk)}</div>
                <div class="stack">{who::who(desk)}{acts::check(desk)}</div>
            </div>
            {acts::bar(desk)}
        }
    });
    view! {
        <div class="page wide dealing">
            <h1 tabindex="-1">{words.title}</h1>
            <p class="lead">{words.lead}</p>
            {read_only}
            {live(said)}
            {columns}
        </div>
    }
}
