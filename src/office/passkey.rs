//! Passkeys: signing in with one, making one, and the list of those there are.

use api_types::address::Language;
use api_types::passkey::{NewPasskey, Passkey, PasskeySignIn};
use api_types::problem::Code;
use app::components::skeleton_rows;
use app::state::use_toast;
use browser::api::{self, Refused};
use browser::format;
use browser::passkey::{self, NoKey};
use leptos::prelude::*;
use markup::view;
use workflow::office::{OfficePlace, agent};

use crate::components::{clicked, live, spawn};
use crate::form::Form;
use crate::frame::use_go;
use crate::locales::words;
use crate::sentence::refused_sentence;
use crate::session::{Session, use_session};

fn no_key(language: Language, no_key: NoKey) -> String {
    let words = &words(language).passkey;
    let sentence = match no_key {
        NoKey::Closed => words.closed,
        NoKey::AlreadyThere => words.already,
        NoKey::Impossible => words.impossible,
    };
    sentence.to_owned()
}

/// The button that signs in, where that is possible.
pub fn sign_in(language: Language) -> AnyView {
    if !passkey::is_possible() {
        return ().into_any();
    }
    let words = &words(language).passkey;
    let (form, session) = (Form::new(language), use_session());
    let submit = move || {
        form.run(async move {
            let ceremony = api::begin_passkey_sign_in().await?;
            let credential = match passkey::show(&ceremony.options).await {
                Ok(credential) => credential,
                Err(missing) => {
                    form.say(no_key(language, missing));
                    return Ok(());
                }
            };
            let shown = PasskeySignIn {
                ceremony: ceremony.id,
                credential,
            };
            match api::sign_in_by_passkey(&shown).await {
                Ok(me) => session.entered(me),
                // Here there is no address and no password that could be wrong.
                Err(refused) if refused.code() == Some(Code::SignInFailed) => {
                    form.say(words.unknown.to_owned());
                }
                Err(refused) => return Err(refused),
            }
            Ok(())
        });
    };
    let fields = view! { <p class="actions">{form.button(words.sign_in)}</p> };
    view! {
        {form.view("stack", submit, fields)}
        <p class="or"><span>{words.or}</span></p>
    }
}

/// Has this device make a key. Recovery codes go to `codes`, if the account had none yet; else the reader goes on.
pub fn create(language: Language, codes: RwSignal<Vec<String>>) -> AnyView {
    let words = &words(language).passkey;
    let (form, toast) = (Form::new(language), use_toast());
    let (session, go) = (use_session(), use_go(language));
    let submit = move || {
        let go = go.clone();
        form.run(async move {
            let ceremony = api::offer_passkey().await?;
            let credential = match passkey::create(&ceremony.options).await {
                Ok(credential) => credential,
                Err(missing) => {
                    form.say(no_key(language, missing));
                    return Ok(());
                }
            };
            let made = NewPasskey {
                ceremony: ceremony.id,
                name: device(language),
                credential,
            };
            let answer = api::add_passkey(&made).await?;
            if answer.codes.is_empty() {
                toast.show(words.added);
                session.refresh();
                go(OfficePlace::Account);
            } else {
                codes.set(answer.codes);
            }
            Ok(())
        });
    };
    let fields = view! { <p class="actions">{form.button(words.create)}</p> };
    form.view("stack", submit, fields)
}

/// What a key made here is called.
fn device(language: Language) -> String {
    let words = &words(language).account;
    match agent::named(&passkey::agent()) {
        ("", "") => words.unknown_browser.to_owned(),
        (program, system) => (words.browser)(program, system),
    }
}

/// All that there are, each with its end.
pub fn list(language: Language, session: Session) -> AnyView {
    let words = &words(language).passkey;
    let toast = use_toast();
    let kept: RwSignal<Option<Result<Vec<Passkey>, Refused>>> = RwSignal::new(None);
    let said: RwSignal<Option<String>> = RwSignal::new(None);
    let fetch = move || {
        spawn(async move {
            let answer = api::passkeys().await;
            kept.try_set(Some(answer));
        });
    };
    fetch();
    let remove = move |id| {
        spawn(async move {
            match api::remove_passkey(id).await {
                Ok(()) => {
                    toast.show(words.removed);
                    session.refresh();
                }
                Err(refused) => {
                    said.try_set(Some(refused_sentence(language, &refused)));
                }
            }
            // Whatever the answer, the list says what holds.
            fetch();
        });
    };
    let rows = move || match kept.get() {
        None => skeleton_rows(),
        Some(Err(refused)) => view! { <p>{refused_sentence(language, &refused)}</p> },
        Some(Ok(keys)) => {
            let rows: Vec<AnyView> = keys
                .into_iter()
                .map(|key| row(language, key, remove))
                .collect();
            view! { <ul class="people">{rows}</ul> }
        }
    };
    let said = move || {
        said.get()
            .map(|said| view! { <p class="said" role="alert">{said}</p> })
    };
    view! {
        {live(said)}
        {live(rows)}
    }
}

fn row(language: Language, key: Passkey, remove: impl Fn(domain::Id) + 'static) -> AnyView {
    let words = &words(language).passkey;
    let moment = |milliseconds| format::moment(language, milliseconds);
    let used = match key.used_at {
        Some(at) => (words.used)(&moment(at)),
        None => words.unused.to_owned(),
    };
    let (id, label) = (key.id, (words.remove_of)(&key.name));
    view! {
        <li>
            <div class="who">
                <b>{key.name}</b>
                <small>{(words.made)(&moment(key.made_at))}</small>
                <small>{used}</small>
            </div>
            <div class="acts">
                <button class="button small" type="button" aria-label=label on:click=clicked(move || remove(id))>{words.remove}</button>
            </div>
        </li>
    }
}
