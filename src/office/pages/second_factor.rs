//! Setting up a second factor: a passkey, or an authenticator to scan and confirm; then the recovery codes.

use api_types::account::TotpOffer;
use api_types::address::Language;
use api_types::problem::{Code, FieldCode};
use app::components::skeleton_rows;
use app::state::{describe, use_toast};
use browser::api::{self, Refused};
use browser::{passkey, share};
use leptos::prelude::*;
use markup::view;
use workflow::office::OfficePlace;

use crate::components::{changed, clicked, live, spawn};
use crate::form::{Field, Form, Kind};
use crate::frame::use_go;
use crate::locales::words;
use crate::passkey as key;
use crate::qr::qr;
use crate::sentence::refused_sentence;
use crate::session::use_session;

pub fn second_factor(language: Language) -> AnyView {
    let (keys, words) = (&words(language).passkey, &words(language).factor);
    // Both ways are offered where there are two.
    let has_keys = passkey::is_possible();
    let (title, lead) = if has_keys {
        (keys.page, keys.page_lead)
    } else {
        (words.title, words.lead)
    };
    describe(language, title, lead);
    let offer: RwSignal<Option<Result<TotpOffer, Refused>>> = RwSignal::new(None);
    let codes: RwSignal<Vec<String>> = RwSignal::new(Vec::new());
    spawn(async move {
        let answer = api::begin_totp().await;
        offer.try_set(Some(answer));
    });
    let steps = move || {
        let saved = codes.get();
        if !saved.is_empty() {
            return recovery(language, saved);
        }
        match offer.get() {
            None => view! { <h1 tabindex="-1">{title}</h1>{skeleton_rows()} },
            Some(Err(refused)) => view! {
                <h1 tabindex="-1">{title}</h1>
                <p class="said" role="alert">{refused_sentence(language, &refused)}</p>
            },
            Some(Ok(offer)) => {
                let key = has_keys.then(|| {
                    view! {
                        <section class="panel stack">
                            <h2>{keys.title}</h2>
                            <p class="note">{keys.lead}</p>
                            {key::create(language, codes)}
                        </section>
                        <h2 class="otherwise">{keys.otherwise}</h2>
                    }
                });
                view! {
                    <h1 tabindex="-1">{title}</h1>
                    <p class="lead">{lead}</p>
                    {key}
                    {pairing(language, offer, codes)}
                }
            }
        }
    };
    view! { <div class="page medium">{live(steps)}</div> }
}

fn pairing(language: Language, offer: TotpOffer, codes: RwSignal<Vec<String>>) -> AnyView {
    let words = &words(language).factor;
    let form = Form::new(language);
    let code = RwSignal::new(String::new());
    let submit = move || {
        let typed: String =
            code.with_untracked(|code| code.chars().filter(char::is_ascii_digit).collect());
        if form.has_faults(if typed.len() == 6 {
            Vec::new()
        } else {
            vec![("/code", FieldCode::Form)]
        }) {
            return;
        }
        form.run(async move {
            match api::confirm_totp(typed).await {
                Ok(saved) => codes.set(saved.codes),
                // Here it is the digits alone that are wrong.
                Err(refused) if refused.code() == Some(Code::SignInFailed) => {
                    form.say(words.wrong.to_owned())
                }
                Err(refused) => return Err(refused),
            }
            Ok(())
        });
    };
    let field = Field {
        form,
        id: "code",
        pointer: "/code",
        label: words.code,
        hint: words.code_hint,
        kind: Kind::Code,
        value: code,
        note: None,
    };
    let fields = view! {
        {field.view()}
        <p class="actions">
            {form.button(words.confirm)}
            <a class="button" href=OfficePlace::Home.address(language)>{words.later}</a>
        </p>
    };
    view! {
        <div class="halves">
            <section class="panel stack">
                <h2>{words.scan}</h2>
                <p class="note">{words.scan_help}</p>
                {qr(&offer.address, words.qr)}
                <p class="note">{words.by_hand}</p>
                <p class="secret">{grouped(&offer.secret)}</p>
            </section>
            <section class="panel stack">
                <h2>{words.enter}</h2>
                <p class="note">{words.enter_help}</p>
                {form.view("stack", submit, fields)}
            </section>
        </div>
    }
}

/// In fours, as people read it to each other.
fn grouped(secret: &str) -> String {
    let letters: Vec<char> = secret.chars().collect();
    let groups: Vec<String> = letters
        .chunks(4)
        .map(|group| group.iter().collect())
        .collect();
    groups.join(" ")
}

fn recovery(language: Language, codes: Vec<String>) -> AnyView {
    let all = words(language);
    let words = &all.factor;
    let (toast, session, go) = (use_toast(), use_session(), use_go(language));
    let text = codes.join("\n");
    // The groups are letters, digits and hyphens: nothing in them means anything in an address.
    let file = format!(
        "data:text/plain;charset=utf-8,Asia%20SME%20Hub%0A{}%0A",
        codes.join("%0A")
    );
    let kept = RwSignal::new(false);
    let copy = move || {
        let text = text.clone();
        spawn(async move {
            let is_copied = share::copy(&text).await;
            toast.show(if is_copied {
                all.form.copied
            } else {
                all.form.copy_refused
            });
        });
    };
    let done = move || {
        if kept.get_untracked() {
            session.refresh();
            go(OfficePlace::Home);
        }
    };
    let waits = move || (!kept.get()).then_some("true");
    let codes: Vec<AnyView> = codes
        .into_iter()
        .map(|code| view! { <li>{code}</li> })
        .collect();
    view! {
        <h1 tabindex="-1">{words.codes}</h1>
        <p class="lead">{words.codes_lead}</p>
        <section class="panel stack">
            <ul class="recovery">{codes}</ul>
            <p class="actions">
                <a class="button" download=words.codes_file href=file>{words.codes_save}</a>
                <button class="button" type="button" on:click=clicked(copy)>{all.form.copy}</button>
            </p>
            <label class="check">
                <input type="checkbox" name="kept" prop:checked=live(move || kept.get()) on:change=changed(move |_| kept.update(|kept| *kept = !*kept))/>
                <span>{words.codes_kept}</span>
            </label>
            <p class="actions"><button class="button primary" type="button" aria-disabled=live(waits) on:click=clicked(done)>{words.codes_done}</button></p>
        </section>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_secret_is_read_in_fours() {
        assert_eq!(grouped("ABCDEFGHIJ"), "ABCD EFGH IJ");
        assert_eq!(grouped(""), "");
    }
}
