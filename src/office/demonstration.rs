//! Where there is no server: a bar that says whom the visitor plays, and lets them play somebody else or begin anew.

use api_types::address::Language;
use api_types::company::Name;
use api_types::member::Role;
use app::state::use_toast;
use browser::demo::{self, Person, Place};
use browser::document;
use leptos::prelude::*;
use leptos_router::hooks::use_location;
use markup::view;
use workflow::office::OfficePlace;

use crate::components::{clicked, effect, icon, live, spawn};
use crate::frame::use_go;
use crate::locales::words;
use crate::session::use_session;

/// Who can be played: a `provide_`/`use_` pair, empty where there is a server.
#[derive(Clone, Copy)]
struct Cast(RwSignal<Vec<Person>>);

pub fn provide_cast() {
    let cast = Cast(RwSignal::new(Vec::new()));
    provide_context(cast);
    if !demo::is_here() {
        return;
    }
    let session = use_session();
    // Whoever came in, founded or joined something is somebody else to choose from.
    effect(move || {
        let _ = session.me();
        cast.refresh();
    });
    demo::on_change(move || {
        session.refresh();
    });
}

impl Cast {
    fn refresh(self) {
        spawn(async move {
            if let Ok(people) = demo::people().await {
                self.0.try_set(people);
            }
        });
    }
}

fn use_cast() -> Cast {
    expect_context()
}

/// Below the head of every page of the demonstration; nothing anywhere else.
pub fn bar(language: Language) -> AnyView {
    if !demo::is_here() {
        return ().into_any();
    }
    let words = &words(language).demonstration;
    let (session, cast) = (use_session(), use_cast());
    let is_open = RwSignal::new(false);
    let doubts = RwSignal::new(false);
    let player = move || {
        let Some(me) = session.me() else {
            return view! { <span>{words.nobody}</span> };
        };
        let place = cast.0.with(|people| {
            let person = people.iter().find(|person| person.account == me.account);
            person.map(|person| place_of(language, person))
        });
        view! { <span>{words.playing} " " <b>{me.name}</b> " " <small>{place}</small></span> }
    };
    let damaged = move || {
        // Asked anew with every change of who sits there.
        let _ = session.me();
        demo::was_damaged().then(|| view! { <p class="said" role="status">{icon("shield")}<span>{words.damaged}</span></p> })
    };
    let expanded = live(move || if is_open.get() { "true" } else { "false" });
    let switch = move || is_open.update(|is_open| *is_open = !*is_open);
    let list = move || is_open.get().then(|| choose(language, Some(is_open)));
    let doubt = move || doubts.get().then(|| start_again(language, doubts));
    view! {
        <aside class="playing" aria-label=words.label>
            <p class="part"><span class="badge demonstration">{words.label}</span> {live(player)}</p>
            <p class="acts">
                <button class="button small" type="button" aria-expanded=expanded on:click=clicked(switch)>{words.switch}</button>
                <button class="button small" type="button" on:click=clicked(move || doubts.set(true))>{words.again}</button>
            </p>
            {live(damaged)}
            {live(doubt)}
            {live(list)}
        </aside>
    }
}

/// Everybody there is, each a button: what the demonstration has instead of signing in. `is_open`: what is closed when one
/// of them was chosen.
pub fn choose(language: Language, is_open: Option<RwSignal<bool>>) -> AnyView {
    let words = &words(language).demonstration;
    let (session, cast) = (use_session(), use_cast());
    let toast = use_toast();
    let go = use_go(language);
    let path = use_location().pathname;
    let play = move |account| {
        let go = go.clone();
        spawn(async move {
            if demo::play(account).await.is_err() {
                toast.show(words.not_kept);
                return;
            }
            session.refresh();
            if let Some(is_open) = is_open {
                is_open.set(false);
            }
            // An invitation is there for whoever is played next; other pages are the last one's.
            let place = path.with_untracked(|path| stays(path));
            if !place {
                go(OfficePlace::Home);
            }
        });
    };
    let row = move |person: Person| {
        let play = play.clone();
        let account = person.account;
        let is_this = session.me().is_some_and(|me| me.account == account);
        let line = place_of(language, &person);
        let label = format!("{} {}", words.play, person.name);
        let act = if is_this {
            view! { <span class="badge best">{words.this_one}</span> }
        } else {
            view! { <button class="button small" type="button" aria-label=label on:click=clicked(move || play(account))>{words.play}</button> }
        };
        view! {
            <li>
                <div class="who"><b>{person.name}</b><small>{line}</small></div>
                <div class="acts">{act}</div>
            </li>
        }
    };
    let rows = move || {
        let rows: Vec<AnyView> = cast.0.get().into_iter().map(row.clone()).collect();
        rows
    };
    view! {
        <div class="players">
            <p class="note">{words.lead}</p>
            <ul class="people">{live(rows)}</ul>
        </div>
    }
}

/// Asked once more before everything is forgotten.
fn start_again(language: Language, doubts: RwSignal<bool>) -> AnyView {
    let words = &words(language).demonstration;
    let (session, cast) = (use_session(), use_cast());
    let toast = use_toast();
    let go = use_go(language);
    let begin = move || {
        let go = go.clone();
        spawn(async move {
            if demo::start_again().await.is_err() {
                toast.show(words.not_kept);
                return;
            }
            doubts.set(false);
            session.left();
            cast.refresh();
            toast.show(words.begun);
            go(OfficePlace::SignIn);
        });
    };
    view! {
        <div class="doubt" role="alert">
            <span>{words.sure}</span>
            <button class="button small" type="button" on:click=clicked(begin)>{words.begin}</button>
            <button class="button small" type="button" on:click=clicked(move || doubts.set(false))>{words.keep}</button>
        </div>
    }
}

fn stays(path: &str) -> bool {
    let place = api_types::address::split(document::below_base(path)).1;
    matches!(
        OfficePlace::parse(place),
        Some(OfficePlace::Join { .. } | OfficePlace::Account | OfficePlace::Intake)
    )
}

/// What somebody is, in a line.
fn place_of(language: Language, person: &Person) -> String {
    let all = words(language);
    let role = |role| match role {
        Role::Viewer => all.people.viewer,
        Role::Trader => all.people.trader,
        Role::Administrator => all.people.administrator,
    };
    let place =
        |place: &Place| (all.demonstration.role_in)(role(place.role), named(language, &place.name));
    let mut places: Vec<String> = person.places.iter().map(place).collect();
    if person.is_reviewer {
        places.push(all.demonstration.reviewer.to_owned());
    }
    if places.is_empty() {
        places.push(all.demonstration.no_company.to_owned());
    }
    places.join(all.demonstration.and)
}

fn named(language: Language, name: &Name) -> &str {
    match language {
        Language::English if !name.en.is_empty() || name.zh.is_empty() => &name.en,
        Language::Chinese if name.zh.is_empty() => &name.en,
        _ => &name.zh,
    }
}
