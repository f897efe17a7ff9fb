use browser::file;
use leptos::prelude::*;
use markup::view;
use workflow::intake::{Event, Stage};

use super::Page;
use crate::components::{changed, clicked, icon, live};
use crate::locales::words;

/// Where a file can be dropped, or chosen, or a sample tried.
pub(super) fn drop(page: Page) -> AnyView {
    let words = &words(page.language).intake;
    let steps: Vec<AnyView> = words
        .steps
        .iter()
        .map(|step| view! { <li>{*step}</li> })
        .collect();
    view! {
        {zone(page, words.drop)}
        <ol class="intake-steps">{steps}</ol>
    }
}

/// Why no row could be read, and a place for another file.
pub(super) fn unreadable(page: Page) -> AnyView {
    let words = &words(page.language).intake;
    let troubles = page.intake.with_untracked(|intake| match &intake.stage {
        Stage::Unreadable { troubles } => troubles.clone(),
        _ => Vec::new(),
    });
    let file = page.intake.with_untracked(|intake| intake.file.clone());
    let troubles: Vec<AnyView> = troubles
        .iter()
        .map(|trouble| view! { <p>{page.say(&trouble.expected)}</p> })
        .collect();
    view! {
        <div class="said" role="alert">
            {icon("circle-alert")}
            <div><p><b>{words.unreadable}</b>" · "<bdi>{file}</bdi></p>{troubles}</div>
        </div>
        {zone(page, words.again)}
    }
}

/// The reader has died over it.
pub(super) fn failed(page: Page) -> AnyView {
    let words = &words(page.language).intake;
    view! {
        <div class="said" role="alert">{icon("circle-alert")}<p>{words.failed}</p></div>
        {zone(page, words.again)}
    }
}

fn zone(page: Page, title: &'static str) -> AnyView {
    let words = &words(page.language).intake;
    let over = RwSignal::new(false);
    let dragged = move |event: leptos::ev::Event| {
        event.prevent_default();
        over.set(true);
    };
    let dropped = move |event: leptos::ev::Event| {
        over.set(false);
        page.take(file::dropped(&event));
    };
    let is_over = move || over.get().then_some("true");
    let notice = move || page.notice.get();
    view! {
        <div class="drop" data-over=live(is_over) on:dragover=changed(dragged) on:dragleave=changed(move |_| over.set(false))
            on:drop=changed(dropped)>
            <p class="drop-title">{title}</p>
            <label class="button primary" for="file">{words.choose}</label>
            <input class="visually-hidden" id="file" type="file" accept=".csv,.xlsx,.xlsm,.txt,text/csv"
                on:change=changed(move |event| page.take(file::chosen(&event)))/>
            <p class="note">{words.kinds}</p>
            <p class="drop-more">
                <button class="link" type="button" on:click=clicked(move || page.take_sample())>{words.sample}</button>
                <a href="products-template.csv" download="products-template.csv">{words.template}</a>
            </p>
            <p class="note" role="status">{live(notice)}</p>
        </div>
    }
}

/// How far it is, and a way out.
pub(super) fn busy(page: Page) -> AnyView {
    let words = &words(page.language).intake;
    let file = page.intake.with_untracked(|intake| intake.file.clone());
    let line = page.know(move |intake| match &intake.stage {
        Stage::Reading { rows } => (words.reading)(&page.count(*rows)),
        Stage::Checking(tally) => (words.checking)(&page.count(tally.done), &page.count(tally.of)),
        _ => String::new(),
    });
    let most = page.know(|intake| match &intake.stage {
        Stage::Checking(tally) => Some(tally.of.to_string()),
        _ => None,
    });
    let done = page.know(|intake| match &intake.stage {
        Stage::Checking(tally) => Some(tally.done.to_string()),
        _ => None,
    });
    view! {
        <div class="drop busy">
            <p class="drop-title"><bdi>{file}</bdi></p>
            <progress aria-labelledby="progress" max=live(move || most.get()) value=live(move || done.get())></progress>
            <p id="progress">{live(move || line.get())}</p>
            {page.button("button", words.cancel, || Event::Cancelled)}
        </div>
    }
}
