//! Accepting an invitation. The secret is behind the `#` of the address, which the browser keeps to itself.

use api_types::address::Language;
use api_types::problem::Code;
use app::state::describe;
use browser::{api, document};
use domain::Id;
use leptos::prelude::*;
use markup::view;
use workflow::office::OfficePlace;

use crate::components::{clicked, live};
use crate::deed::Hand;
use crate::entry::{Newcomer, is_known, sign_in_form};
use crate::form::Form;
use crate::frame::use_go;
use crate::locales::words;
use crate::session::use_session;

pub fn join(language: Language, company: Id, invitation: Id, is_signed_in: bool) -> AnyView {
    let words = &words(language).join;
    describe(language, words.title, words.lead);
    let content = if is_signed_in {
        acceptance(language, company, invitation)
    } else {
        way_in(language)
    };
    view! {
        <div class="page narrow">
            <h1 tabindex="-1">{words.title}</h1>
            <p class="lead">{words.lead}</p>
            {content}
        </div>
    }
}

fn acceptance(language: Language, company: Id, invitation: Id) -> AnyView {
    let words = &words(language).join;
    let session = use_session();
    let go = use_go(language);
    let form = Form::new(language);
    let hand = Hand::new();
    let gone = RwSignal::new(false);
    let submit = move || {
        let go = go.clone();
        form.run(async move {
            let secret = document::fragment();
            // The hub takes no shorter one: such a link was cut off on its way.
            if secret.len() < 16 {
                gone.set(true);
                return Ok(());
            }
            let deed = hand.deed(company, &secret);
            let answer = hand.heard(api::accept(deed, invitation, secret).await);
            match answer {
                Err(refused) if refused.code() == Some(Code::NotFound) => {
                    gone.set(true);
                    return Ok(());
                }
                Err(refused) if refused.code() == Some(Code::Exists) => {
                    form.say(words.member_already.to_owned());
                    return Ok(());
                }
                answer => answer.map(drop)?,
            }
            session.entered(api::me().await?);
            go(OfficePlace::Company(company));
            Ok(())
        });
    };
    let who = session.me().map(|me| (words.signed_in_as)(&me.email));
    let is_member = session.membership(company).is_some();
    let fields = if is_member {
        let address = OfficePlace::Company(company).address(language);
        view! {
            <p>{words.member_already}</p>
            <p class="actions"><a class="button primary" href=address>{words.to_company}</a></p>
        }
    } else {
        view! { <p>{who}</p><p class="actions">{form.button(words.accept)}</p> }
    };
    let over = move || {
        gone.get().then(|| {
            view! { <div class="said" role="alert"><div><b>{words.gone}</b><p>{words.gone_help}</p></div></div> }
        })
    };
    view! { <section class="panel stack">{live(over)}{form.view("stack", submit, fields)}</section> }
}

/// For whoever is not signed in: both ways, one at a time.
fn way_in(language: Language) -> AnyView {
    let words = &words(language).join;
    let is_new = RwSignal::new(false);
    let pressed = move |new: bool| live(move || if is_new.get() == new { "true" } else { "false" });
    let form = move || {
        if is_new.get() {
            new_account(language)
        } else {
            sign_in_form(language)
        }
    };
    view! {
        <section class="panel stack">
            <p>{words.stranger}</p>
            <div class="switch">
                <button class="button" type="button" aria-pressed=pressed(false) on:click=clicked(move || is_new.set(false))>{words.have_account}</button>
                <button class="button" type="button" aria-pressed=pressed(true) on:click=clicked(move || is_new.set(true))>{words.new_here}</button>
            </div>
            {live(form)}
        </section>
    }
}

fn new_account(language: Language) -> AnyView {
    let all = words(language);
    let session = use_session();
    let form = Form::new(language);
    let newcomer = Newcomer::new();
    let submit = move || {
        if form.has_faults(newcomer.faults()) {
            return;
        }
        form.run(async move {
            match newcomer.enter().await {
                Ok(me) => session.entered(me),
                Err(refused) if is_known(&refused) => form.say(all.entry.maybe_known.to_owned()),
                Err(refused) => return Err(refused),
            }
            Ok(())
        });
    };
    let fields = view! {
        {newcomer.fields(language, form)}
        <p class="actions">{form.button(all.join.create)}</p>
    };
    form.view("stack", submit, fields)
}
