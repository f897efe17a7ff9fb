use browser::api::{self, Deed, FileOf};
use browser::file::{self, Given};
use browser::photo::{self, PhotoError};
use browser::{chance, document};
use domain::Id;
use leptos::prelude::*;
use market::MAX_PHOTOS;
use markup::view;

use super::desk::Desk;
use crate::components::{changed, clicked, live, memo, spawn};
use crate::locales::words;
use crate::sentence::refused_sentence;

/// A product's photographs: those that are there, and a place for more.
pub(super) fn photos(desk: Desk, id: Id) -> AnyView {
    let words = &words(desk.language).catalogue;
    let there = memo(move || desk.product(id).photos());
    let said = RwSignal::new(None::<String>);
    let list = move || {
        let photos = there.get();
        let rows = photos
            .iter()
            .enumerate()
            .map(|(at, photo)| row(desk, id, at, *photo));
        let rows: Vec<AnyView> = rows.collect();
        (!rows.is_empty()).then(|| view! { <ul class="goods-photos">{rows}</ul> })
    };
    let chosen = move |event: leptos::ev::Event| {
        let files = file::all_chosen(&event);
        spawn(async move {
            let problems = add(desk, id, files, said).await;
            said.try_set((!problems.is_empty()).then(|| problems.join(" ")));
        });
    };
    let add = desk.may_write.then(|| {
        view! {
            <p class="actions">
                <label class="button" for="record-photos">{words.photos_add}</label>
                <input class="visually-hidden" id="record-photos" type="file" accept="image/*" multiple="" on:change=changed(chosen)/>
            </p>
        }
    });
    view! {
        <fieldset class="goods-group">
            <legend>{words.photos}</legend>
            <p class="help">{words.photos_lead}</p>
            {live(list)}
            {add}
            <p class="note" role="status">{live(move || said.get())}</p>
        </fieldset>
    }
}

/// Draws, sends and notes one after the other; returns what went wrong with which.
async fn add(desk: Desk, id: Id, files: Vec<Given>, said: RwSignal<Option<String>>) -> Vec<String> {
    let words = &words(desk.language).catalogue;
    let mut problems = Vec::new();
    for given in files {
        said.try_set(Some(words.photos_working.to_owned()));
        let has_place = untrack(|| desk.product(id).photos().len()) < MAX_PHOTOS;
        if !has_place {
            problems.push(words.photos_many.to_owned());
            break;
        }
        let photo = match photo::redraw(&given).await {
            Ok(photo) => photo,
            Err(PhotoError::NoPicture) => {
                problems.push((words.photos_unread)(&given.name()));
                continue;
            }
            Err(PhotoError::TooLarge) => {
                problems.push((words.photos_large)(&given.name()));
                continue;
            }
        };
        let own = chance::id();
        let deed = Deed {
            company: desk.company,
            key: own,
        };
        match api::put_file(deed, own, photo).await {
            // The page may be gone by now; what was sent is then nobody's.
            Ok(_) if desk.shown.try_get_untracked().is_some() => {
                let product = untrack(|| desk.product(id));
                let mut photos = product.photos();
                photos.push(own);
                desk.keep(id, product.with_photos(&photos));
            }
            Ok(_) => break,
            Err(refused) => {
                let why = refused_sentence(desk.language, &refused);
                problems.push(format!("{}: {why}", given.name()));
            }
        }
    }
    problems
}

fn row(desk: Desk, id: Id, at: usize, photo: Id) -> AnyView {
    let words = &words(desk.language).catalogue;
    let label = (words.photo)(at + 1);
    let address = RwSignal::new(None::<Option<String>>);
    spawn(async move {
        let found = api::file_address(desk.company, FileOf::Company, photo, "")
            .await
            .ok();
        address.try_set(Some(found));
    });
    on_cleanup(move || {
        if let Some(Some(Some(address))) = address.try_get_untracked() {
            file::free(&address);
        }
    });
    let alt = label.clone();
    let picture = move || match address.get() {
        None => ().into_any(),
        Some(Some(address)) => {
            view! { <img src=address alt=alt.clone() width="160" height="120"/> }
        }
        Some(None) => view! { <span class="note">{words.photo_missing}</span> },
    };
    let change = move |change: fn(&mut Vec<Id>, usize)| {
        move || {
            let product = untrack(|| desk.product(id));
            let mut photos = product.photos();
            if photos.get(at) == Some(&photo) {
                change(&mut photos, at);
                desk.keep(id, product.with_photos(&photos));
                document::focus("#record-photos");
            }
        }
    };
    let first = change(|photos, at| photos[..=at].rotate_right(1));
    let remove = change(|photos, at| {
        photos.remove(at);
    });
    let acts = desk.may_write.then(|| {
        let first = (0 < at).then(|| {
            let label = format!("{}: {label}", words.photo_first);
            view! { <button class="link" type="button" aria-label=label on:click=clicked(first)>{words.photo_first}</button> }
        });
        let label = format!("{}: {label}", words.photo_remove);
        view! { <p>{first}<button class="link" type="button" aria-label=label on:click=clicked(remove)>{words.photo_remove}</button></p> }
    });
    view! { <li>{live(picture)}{acts}</li> }
}
