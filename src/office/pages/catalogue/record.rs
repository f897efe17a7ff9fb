use api_types::address::Language;
use app::state::use_toast;
use browser::{api, clock, field, format};
use domain::Id;
use leptos::prelude::*;
use markup::view;
use workflow::office::catalogue::{
    CertificateStanding, Column, Group, PAGE, PRODUCT, State, Want, endings,
};

use super::desk::Desk;
use super::{choices, photos, preview, say, suggest};
use crate::components::{changed, clicked, icon, live, memo, spawn};
use crate::locales::words;
use crate::sentence::refused_sentence;

/// All fields of a product, or of the supplier's page, over the table.
pub(super) fn sheet(desk: Desk) -> AnyView {
    let words = &words(desk.language).catalogue;
    let content = move || match desk.shown.get() {
        Some(id) => record(desk, id),
        None => ().into_any(),
    };
    desk.sheet
        .view("goods-record", words.edit, words.close, move || {
            live(content).into_any()
        })
}

fn record(desk: Desk, id: Id) -> AnyView {
    let words = &words(desk.language).catalogue;
    let is_page = id == desk.company;
    let title = memo(move || {
        if is_page {
            return words.page.to_owned();
        }
        let is_there = desk.book.with(|book| book.get(id).is_some());
        if is_there {
            desk.name(id)
        } else {
            words.new_product.to_owned()
        }
    });
    let groups: &'static [(Group, &'static [Column])] = if is_page { &PAGE } else { &PRODUCT };
    let groups: Vec<AnyView> = groups
        .iter()
        .map(|(group, columns)| {
            let legend = words.groups[*group as usize];
            let fields: Vec<AnyView> = columns
                .iter()
                .map(|column| line(desk, id, column))
                .collect();
            view! { <fieldset class="goods-group"><legend>{legend}</legend>{fields}</fieldset> }
        })
        .collect();
    view! {
        <div class="stack">
            <p class="goods-name"><b><bdi>{live(move || title.get())}</bdi></b>{standing(desk, id)}</p>
            {refused(desk, id)}
            {(!is_page).then(|| preview::preview(desk, id))}
            {(!is_page).then(|| photos::photos(desk, id))}
            {choices::choices(desk)}
            {groups}
            {acts(desk, id)}
        </div>
    }
}

fn standing(desk: Desk, id: Id) -> AnyView {
    let words = &words(desk.language).catalogue;
    let state = memo(move || desk.product(id).state());
    let unsent = memo(move || desk.product(id).is_unsent);
    let label = move || words.states[state.get() as usize];
    let note = move || {
        unsent
            .get()
            .then(|| view! { <small>{words.unsent}</small> })
    };
    view! { <span class="goods-state" data-state=live(move || state.get().name())>{live(label)}</span>{live(note)} }
}

/// What the hub said of the whole: what it said of a field stands at the field.
fn refused(desk: Desk, id: Id) -> AnyView {
    let words = &words(desk.language).catalogue;
    let lines = memo(move || {
        let product = desk.product(id);
        let lines = product.standing_refusal();
        lines.map_or_else(Vec::new, |refusal| say::refusal(desk.language, refusal))
    });
    let body = move || {
        let lines = lines.get().into_iter().map(|(column, sentence)| {
            let column = (!column.is_empty()).then(|| view! { <b>{column}</b>{words.colon} });
            view! { <li class="bad">{column}{sentence}</li> }
        });
        let lines: Vec<AnyView> = lines.collect();
        (!lines.is_empty()).then(|| view! { <ul class="goods-faults" role="status">{lines}</ul> })
    };
    live(body).into_any()
}

fn line(desk: Desk, id: Id, column: &Column) -> AnyView {
    match *column {
        Column::One {
            name,
            is_required,
            is_long,
        } => one(desk, id, name, (is_required, is_long)),
        Column::Both {
            en,
            zh,
            is_required,
            is_long,
        } => {
            let how = (is_required, is_long);
            view! { <div class="goods-both">{one(desk, id, en, how)}{one(desk, id, zh, how)}</div> }
        }
    }
}

fn one(desk: Desk, id: Id, name: &'static str, how: (bool, bool)) -> AnyView {
    let words = &words(desk.language).catalogue;
    let (is_required, is_long) = how;
    let own = format!("record-{name}");
    let (hint_id, note_id) = (format!("{own}-hint"), format!("{own}-note"));
    let value = memo(move || desk.cell(id, name));
    let fault = memo(move || {
        let product = desk.product(id);
        product
            .fault(name)
            .map(|error| say::fault(desk.language, error))
    });
    let is_one_of_two = name.ends_with("_en") || name.ends_with("_zh");
    let is_missing = memo(move || (is_required || is_one_of_two) && value.with(String::is_empty));
    let note = move || match (fault.get(), is_missing.get()) {
        (Some(fault), _) => view! { <span class="bad">{icon("circle-alert")}{fault}</span> },
        (None, true) => view! { <span class="warn">{words.missing}</span> },
        (None, false) => ().into_any(),
    };
    let save = move |event: leptos::ev::Event| desk.save(id, name, &field::of(&event).value);
    let typed = move |event: leptos::ev::Event| {
        if !field::is_composing(&event) {
            desk.typed(id, name, &field::of(&event).value);
        }
    };
    let lang = match name {
        name if name.ends_with("_en") => Some(Language::English.tag()),
        name if name.ends_with("_zh") => Some(Language::Chinese.tag()),
        _ => None,
    };
    let locked = (!desk.may_write).then_some("");
    let invalid = live(move || fault.get().map(|_| "true"));
    let told = format!("{hint_id} {note_id}");
    let control = if is_long {
        view! {
            <textarea id=own.clone() rows="4" lang=lang readonly=locked aria-describedby=told aria-invalid=invalid
                prop:value=live(move || value.get()) on:input=changed(typed) on:change=changed(save)></textarea>
        }
    } else {
        view! {
            <input id=own.clone() type="text" lang=lang list=choices::of(name) autocomplete="off" spellcheck="false" readonly=locked aria-describedby=told
                aria-invalid=invalid prop:value=live(move || value.get()) on:input=changed(typed) on:change=changed(save)/>
        }
    };
    let badge = is_required.then(|| view! { <small>{words.required}</small> });
    let more = (name == "certificates").then(|| certificates(desk, value));
    view! {
        <div class="field">
            <label for=own>{say::column(desk.language, name).to_owned()}" "{badge}</label>
            <p class="help" id=hint_id>{say::hint(desk.language, name)}</p>
            <div class="control">{control}</div>
            <p class="note" id=note_id aria-live="polite">{live(note)}</p>
            {more}
            {suggest::suggestions(desk, id, name)}
        </div>
    }
}

/// Each certificate of the cell, with how long it counts yet.
fn certificates(desk: Desk, cell: Memo<String>) -> AnyView {
    let words = &words(desk.language).catalogue;
    let today = clock::today();
    let list = move || {
        let endings = cell.with(|cell| endings(cell, today));
        let rows = endings.into_iter().map(|ending| {
            let day = format::date(desk.language, &ending.certificate.valid_until.to_string());
            let (tone, said) = match ending.standing() {
                CertificateStanding::Counts => ("good", words.certificate_good),
                CertificateStanding::EndsSoon => ("warn", words.certificate_soon),
                CertificateStanding::Ended => ("bad", words.certificate_ended),
            };
            let name = format!("{} {}", ending.certificate.kind, ending.certificate.number);
            view! { <li><bdi>{name}</bdi>" "<span class=tone>{said(&day)}</span></li> }
        });
        let rows: Vec<AnyView> = rows.collect();
        (!rows.is_empty()).then(
            || view! { <ul class="goods-certificates" aria-label=words.certificates>{rows}</ul> },
        )
    };
    live(list).into_any()
}

/// Publish, withdraw, delete.
fn acts(desk: Desk, id: Id) -> AnyView {
    let words = &words(desk.language).catalogue;
    if !desk.may_write {
        return ().into_any();
    }
    let state = memo(move || desk.product(id).state());
    let is_shown = memo(move || {
        let listing = desk.product(id).listing;
        listing.is_some_and(|listing| listing.state == api_types::listing::ListingState::Published)
    });
    let is_there = memo(move || desk.product(id).draft.is_some());
    let busy = move || desk.is_working.get().then_some("true");
    let act = move |want: Want| move || desk.carry_out(vec![id], want);
    let said = move || desk.said.get();
    let body = move || {
        let publish = (state.get() != State::Published).then(|| {
            view! { <button class="button primary" type="button" aria-disabled=live(busy) on:click=clicked(act(Want::Publish))>{words.publish}</button> }
        });
        let withdraw = is_shown.get().then(|| {
            view! { <button class="button" type="button" aria-disabled=live(busy) on:click=clicked(act(Want::Withdraw))>{words.withdraw}</button> }
        });
        let may_go = is_there.get() && id != desk.company;
        let drop = may_go.then(|| drop_draft(desk, id, is_shown.get()));
        view! { {publish}{withdraw}{drop} }
    };
    view! {
        <div class="goods-acts">{live(body)}<p class="note" role="status">{live(said)}</p></div>
    }
}

fn drop_draft(desk: Desk, id: Id, is_shown: bool) -> AnyView {
    let words = &words(desk.language).catalogue;
    if is_shown {
        return view! { <span class="note">{words.drop_first}</span> };
    }
    let toast = use_toast();
    let is_sure = RwSignal::new(false);
    let press = move || {
        if !is_sure.get_untracked() {
            is_sure.set(true);
            return;
        }
        let product = untrack(|| desk.product(id));
        let Some(version) = product.draft.filter(|_| !product.is_unsent) else {
            desk.said.set(Some(words.nothing_to_do.to_owned()));
            return;
        };
        let deed = desk
            .hand
            .deed(desk.company, &format!("drop {id} {version}"));
        spawn(async move {
            let answer = desk.hand.heard(api::drop_draft(deed, id, version).await);
            match answer {
                Ok(_) => {
                    // The page may be gone by now.
                    if desk.book.try_update(|book| book.dropped(id)).is_some() {
                        desk.drafts.give_way(desk.company, id, None);
                        desk.selected.update(|selected| {
                            selected.remove(&id);
                        });
                        desk.sheet.close();
                        desk.shown.set(None);
                        desk.arrange();
                        toast.show(words.dropped);
                    }
                }
                Err(refused) => {
                    let said = refused_sentence(desk.language, &refused);
                    desk.said.try_set(Some(said));
                }
            }
        });
    };
    let label = move || {
        if is_sure.get() {
            words.drop_sure
        } else {
            words.drop
        }
    };
    view! { <button class="button" type="button" on:click=clicked(press)>{live(label)}</button> }
}
