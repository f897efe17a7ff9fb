//! The account: second factor, password, browsers that are signed in.

use api_types::account::{PasswordChange, Session as Browser};
use api_types::address::Language;
use api_types::problem::{Code, FieldCode, FieldError};
use app::components::skeleton_rows;
use app::state::{describe, use_toast};
use browser::api::{self, Refused};
use browser::{format, passkey};
use leptos::prelude::*;
use market::{Email, check_password};
use markup::view;
use workflow::office::{OfficePlace, agent};

use crate::components::{clicked, icon, live, spawn};
use crate::entry::{fault_code, password_note};
use crate::form::{Field, Form, Kind};
use crate::frame::{more, sign_out};
use crate::locales::words;
use crate::passkey as key;
use crate::sentence::refused_sentence;
use crate::session::{Session, use_session};

pub fn account(language: Language) -> AnyView {
    let words = &words(language).account;
    describe(language, words.title, "");
    let session = use_session();
    let who = move || {
        session.me().map(|me| {
            view! {
                <dl class="facts">
                    <div><dt>{words.name}</dt><dd>{me.name}</dd></div>
                    <div><dt>{words.email}</dt><dd>{me.email}</dd></div>
                </dl>
            }
        })
    };
    view! {
        <div class="page">
            <h1 tabindex="-1">{words.title}</h1>
            <div class="beside even">
                <div class="stack">
                    {live(move || more(language, session))}
                    <section class="panel stack">
                        <h2>{words.who}</h2>
                        {live(who)}
                        <p class="actions">{live(move || sign_out(language, session, "button"))}</p>
                    </section>
                    {second_factor(language, session)}
                    {sessions(language)}
                </div>
                {password(language, session)}
            </div>
        </div>
    }
}

fn second_factor(language: Language, session: Session) -> AnyView {
    let words = &words(language).account;
    let state = move || {
        let me = session.me();
        let has_totp = me.as_ref().is_some_and(|me| me.has_totp);
        let has_passkey = me.is_some_and(|me| me.has_passkey);
        let (line, symbol, tone) = match (has_totp, has_passkey) {
            (true, _) => (words.factor_on, "shield-check", "calm"),
            (false, true) => (words.factor_key, "shield-check", "calm"),
            (false, false) => (words.factor_off, "shield", "calm warn"),
        };
        let act = if has_totp && !passkey::is_possible() {
            words.factor_replace
        } else {
            words.factor_set_up
        };
        let class = if has_totp || has_passkey {
            "button"
        } else {
            "button primary"
        };
        let keys = has_passkey.then(|| key::list(language, session));
        view! {
            <p class=tone>{icon(symbol)}<span>{line}</span></p>
            {keys}
            <p class="actions"><a class=class href=OfficePlace::SecondFactor.address(language)>{act}</a></p>
        }
    };
    view! { <section class="panel stack"><h2>{words.second_factor}</h2>{live(state)}</section> }
}

fn password(language: Language, session: Session) -> AnyView {
    let words = &words(language).account;
    let toast = use_toast();
    let form = Form::new(language);
    let [present, next] = std::array::from_fn(|_| RwSignal::new(String::new()));
    let fault = move || {
        let me = session.me();
        let (email, name) = me.map(|me| (me.email, me.name)).unwrap_or_default();
        let email = email.parse::<Email>();
        email.map_or(Ok(()), |email| {
            next.with(|next| check_password(next, &email, &name))
        })
    };
    let submit = move || {
        let mut faults = Vec::new();
        if present.with_untracked(String::is_empty) {
            faults.push(("/present", FieldCode::Missing));
        }
        if let Err(fault) = untrack(fault) {
            faults.push(("/next", fault_code(fault)));
        }
        if form.has_faults(faults) {
            return;
        }
        let asked = PasswordChange {
            present: present.get_untracked(),
            next: next.get_untracked(),
        };
        form.run(async move {
            match api::change_password(&asked).await {
                // Here it is the present password alone that is wrong.
                Err(Refused::Problem {
                    code: Code::SignInFailed,
                    retry_after,
                    ..
                }) => {
                    let wrong = FieldError {
                        pointer: "/present".to_owned(),
                        code: FieldCode::Form,
                        detail: None,
                    };
                    return Err(Refused::Problem {
                        code: Code::InvalidBody,
                        errors: vec![wrong],
                        retry_after,
                    });
                }
                answer => answer?,
            }
            for field in [present, next] {
                field.set(String::new());
            }
            toast.show(words.changed);
            Ok(())
        });
    };
    let note = move || next.with(|next| password_note(language, next, fault()));
    let field = move |id, pointer, label, hint, kind, value, note| {
        Field {
            form,
            id,
            pointer,
            label,
            hint,
            kind,
            value,
            note,
        }
        .view()
    };
    let hint = crate::locales::words(language).entry.password_hint;
    let fields = view! {
        {field("present", "/present", words.present, "", Kind::Password, present, None)}
        {field("next", "/next", words.next, hint, Kind::NewPassword, next, Some(Box::new(note)))}
        <p class="actions">{form.button(words.change)}</p>
    };
    view! {
        <section class="panel stack">
            <h2>{words.password}</h2>
            <p class="note">{words.password_lead}</p>
            {form.view("stack", submit, fields)}
        </section>
    }
}

fn sessions(language: Language) -> AnyView {
    let words = &words(language).account;
    let toast = use_toast();
    let browsers: RwSignal<Option<Result<Vec<Browser>, Refused>>> = RwSignal::new(None);
    let fetch = move || {
        spawn(async move {
            let answer = api::sessions().await;
            browsers.try_set(Some(answer));
        });
    };
    fetch();
    let end = move |id| {
        spawn(async move {
            // Whatever the answer, the list says what holds.
            if api::end_session(id).await.is_ok() {
                toast.show(words.ended);
            }
            fetch();
        });
    };
    let list = move || match browsers.get() {
        None => skeleton_rows(),
        Some(Err(refused)) => view! { <p>{refused_sentence(language, &refused)}</p> },
        Some(Ok(browsers)) => {
            let rows: Vec<AnyView> = browsers
                .into_iter()
                .map(|browser| row(language, browser, end))
                .collect();
            view! { <ul class="people">{rows}</ul> }
        }
    };
    view! {
        <section class="panel stack">
            <h2>{words.sessions}</h2>
            <p class="note">{words.sessions_lead}</p>
            {live(list)}
        </section>
    }
}

fn row(language: Language, browser: Browser, end: impl Fn(domain::Id) + 'static) -> AnyView {
    let words = &words(language).account;
    let name = match agent::named(&browser.agent) {
        ("", "") => words.unknown_browser.to_owned(),
        (program, system) => (words.browser)(program, system),
    };
    let label = (words.end_of)(&name);
    let moment = |milliseconds| format::moment(language, milliseconds);
    let id = browser.id;
    let act = if browser.is_this {
        view! { <span class="badge best">{words.this_one}</span> }
    } else {
        view! { <button class="button small" type="button" aria-label=label on:click=clicked(move || end(id))>{words.end}</button> }
    };
    let factor = browser
        .has_second_factor
        .then(|| view! { <small>{words.with_factor}</small> });
    view! {
        <li>
            <div class="who">
                <b>{name}</b>
                <small>{(words.since)(&moment(browser.made_at))}</small>
                <small>{(words.seen)(&moment(browser.seen_at))}</small>
                {factor}
            </div>
            <div class="acts">{act}</div>
        </li>
    }
}
