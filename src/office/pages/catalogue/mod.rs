//! A supplier's own catalogue: a table of what is written, all fields of one product, and what buyers are shown of it.

mod bulk;
mod choices;
mod desk;
mod load;
mod photos;
mod preview;
mod record;
mod say;
mod suggest;
mod table;

use api_types::address::Language;
use api_types::company::{Company, CompanyKind};
use app::components::skeleton_rows;
use app::state::describe;
use browser::{api, demo, format};
use domain::Id;
use leptos::prelude::*;
use markup::view;
use workflow::office::OfficePlace;
use workflow::office::catalogue::State;

use crate::components::{changed, clicked, icon, live, memo, spawn};
use crate::locales::words;
use crate::sentence::refused_sentence;
use desk::Desk;
pub use load::{Part, load};

pub fn catalogue(language: Language, company: Id) -> AnyView {
    let words = &words(language).catalogue;
    describe(language, words.title, words.lead);
    let found = RwSignal::new(None);
    spawn(async move {
        let answer = api::company(company).await;
        found.try_set(Some(answer));
    });
    let body = move || match found.get() {
        None => skeleton_rows(),
        Some(Err(refused)) => view! { <p class="said">{refused_sentence(language, &refused)}</p> },
        Some(Ok(company)) if company.kind != CompanyKind::Supplier => {
            let address = OfficePlace::Company(company.id).address(language);
            view! { <p>{words.not_supplier}</p><p class="actions"><a class="button" href=address>{words_of_company(language)}</a></p> }
        }
        Some(Ok(company)) => supplier(language, &company),
    };
    view! {
        <div class="page wide goods">
            <h1 tabindex="-1">{words.title}</h1>
            <p class="lead">{words.lead}</p>
            {live(body)}
        </div>
    }
}

fn words_of_company(language: Language) -> &'static str {
    words(language).frame.company
}

fn supplier(language: Language, company: &Company) -> AnyView {
    let words = &words(language).catalogue;
    let desk = Desk::open(language, company);
    let loading = move || {
        let so_far = desk.loading.get()?;
        Some((words.loading)(&format::count(language, so_far)))
    };
    let failed = move || desk.said.get();
    let read_only = (!desk.may_write).then(|| view! { <p class="note">{words.read_only}</p> });
    let has_none = memo(move || desk.loading.get().is_none() && desk.order.with(Vec::is_empty));
    let body = move || {
        if !has_none.get() {
            return table::table(desk);
        }
        let is_searched = desk.asked.with(|asked| *asked != Default::default());
        let line = if is_searched {
            words.none_found
        } else {
            words.none
        };
        let check = (!is_searched).then(|| {
            let address = OfficePlace::Intake.address(language);
            view! { <a class="button" href=address>{crate::locales::words(language).frame.check}</a> }
        });
        view! { <div class="goods-none"><p>{line}</p><p class="actions">{check}</p></div> }
    };
    let only_here = demo::is_here().then(|| view! { <p class="note">{words.only_here}</p> });
    view! {
        {read_only}
        {only_here}
        {page_of_supplier(desk)}
        {tools(desk)}
        {bulk::bar(desk)}
        <p class="note" role="status">{live(loading)}</p>
        <p class="said-line" role="status">{live(failed)}</p>
        {bulk::outcome(desk)}
        {live(body)}
        {record::sheet(desk)}
    }
}

/// Whether buyers are shown the page, and the way to it.
fn page_of_supplier(desk: Desk) -> AnyView {
    let words = &words(desk.language).catalogue;
    let is_shown = memo(move || desk.book.with(|book| book.has_page()));
    let line = move || match is_shown.get() {
        true => {
            view! { <p class="calm">{icon("badge-check")}<span>{words.page_shown}</span></p> }
        }
        false => {
            view! { <p class="calm warn">{icon("circle-alert")}<span>{words.page_missing}</span></p> }
        }
    };
    let open = move || desk.show(desk.company);
    let known = move || desk.loading.get().is_none();
    let known = memo(known);
    let body = move || {
        known.get().then(|| {
            view! { <div class="goods-page">{live(line)}<button class="button" type="button" on:click=clicked(open)>{words.page_edit}</button></div> }
        })
    };
    live(body).into_any()
}

/// Search, filter, and another product.
fn tools(desk: Desk) -> AnyView {
    let words = &words(desk.language).catalogue;
    let typed = move |event: leptos::ev::Event| {
        if !browser::field::is_composing(&event) {
            let text = browser::field::of(&event).value;
            desk.ask(|asked| asked.text = text);
        }
    };
    let chosen = move |event: leptos::ev::Event| {
        let state = State::parse(&browser::field::of(&event).value);
        desk.ask(|asked| asked.state = state);
    };
    let options = State::ALL.iter().zip(words.states);
    let options: Vec<AnyView> = options
        .map(|(state, label)| view! { <option value=state.name()>{label}</option> })
        .collect();
    let count = memo(move || {
        let rows = desk.order.with(Vec::len);
        u32::try_from(rows).unwrap_or(u32::MAX)
    });
    let rows = move || (words.rows)(&format::count(desk.language, count.get()));
    let add = move || desk.show(browser::chance::id());
    let add = desk.may_write.then(|| {
        view! { <button class="button primary" type="button" on:click=clicked(add)>{words.add}</button> }
    });
    view! {
        <div class="goods-tools">
            <label for="goods-search"><span>{words.search}</span>
                <input id="goods-search" type="search" autocomplete="off" spellcheck="false" placeholder=words.search_hint
                    on:input=changed(typed) on:compositionend=changed(typed)/>
            </label>
            <label for="goods-state"><span>{words.state}</span>
                <select id="goods-state" on:change=changed(chosen)><option value="">{words.all_states}</option>{options}</select>
            </label>
            <p class="note" role="status">{live(rows)}</p>
            {add}
        </div>
    }
}
