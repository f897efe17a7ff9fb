//! Signing in, and signing a company up.

use api_types::account::Me;
use api_types::address::Language;
use app::state::describe;
use browser::api::{self, Refused};
use browser::{chance, demo};
use leptos::prelude::*;
use markup::view;
use workflow::office::OfficePlace;

use super::company::Profile;
use crate::deed::Hand;
use crate::entry::{Newcomer, is_known, sign_in_form};
use crate::form::Form;
use crate::frame::use_go;
use crate::locales::words;
use crate::passkey;
use crate::session::use_session;

pub fn sign_in(language: Language) -> AnyView {
    let all = words(language);
    let words = &all.entry;
    let (title, lead) = if demo::is_here() {
        (all.demonstration.title, "")
    } else {
        (words.sign_in, words.sign_in_lead)
    };
    describe(language, title, lead);
    let by_key = (!demo::is_here()).then(|| passkey::sign_in(language));
    view! {
        <div class="page narrow">
            <h1 tabindex="-1">{title}</h1>
            <p class="lead">{lead}</p>
            <section class="panel stack">{by_key}{sign_in_form(language)}</section>
            <p class="aside">{words.no_account} " " <a href=OfficePlace::SignUp.address(language)>{words.sign_up}</a></p>
        </div>
    }
}

/// Account and company in one form, since neither is of use without the other. Where the second half fails, the first is
/// not done again.
pub fn sign_up(language: Language) -> AnyView {
    let words = &words(language).entry;
    describe(language, words.sign_up, words.sign_up_lead);
    let session = use_session();
    let go = use_go(language);
    let form = Form::new(language);
    let hand = Hand::new();
    let (profile, newcomer) = (Profile::new(), Newcomer::new());
    let company = chance::id();
    let entered: RwSignal<Option<Me>> = RwSignal::new(None);
    let submit = move || {
        let mut faults = profile.faults();
        faults.extend(newcomer.faults());
        if form.has_faults(faults) {
            return;
        }
        let go = go.clone();
        form.run(async move {
            if entered.get_untracked().is_none() {
                match newcomer.enter().await {
                    Ok(me) => entered.set(Some(me)),
                    Err(refused) if is_known(&refused) => {
                        form.say(words.maybe_known.to_owned());
                        return Ok(());
                    }
                    Err(refused) => return Err(refused),
                }
            }
            found(hand, company, profile).await?;
            let me = api::me().await?;
            // Where people are only played, there is nothing to prove.
            let next = if me.has_second_factor() {
                OfficePlace::Home
            } else {
                OfficePlace::SecondFactor
            };
            session.entered(me);
            go(next);
            Ok(())
        });
    };
    let steps = words
        .next_steps
        .iter()
        .map(|&(title, text)| view! { <li><h3>{title}</h3><p>{text}</p></li> });
    let steps: Vec<AnyView> = steps.collect();
    let fields = view! {
        <section class="panel stack">
            <h2>{words.your_company}</h2>
            {profile.identity(language, form)}
        </section>
        <section class="panel stack">
            <h2>{words.yourself}</h2>
            {newcomer.fields(language, form)}
        </section>
        <p class="actions">{form.button(words.sign_up_button)}</p>
    };
    view! {
        <div class="page">
            <h1 tabindex="-1">{words.sign_up}</h1>
            <p class="lead">{words.sign_up_lead}</p>
            <div class="beside">
                {form.view("stack wide", submit, fields)}
                <div class="stack">
                    <section class="panel steps"><h2>{words.what_next}</h2><ol>{steps}</ol></section>
                    <p class="aside">{words.have_account} " " <a href=OfficePlace::SignIn.address(language)>{words.sign_in}</a></p>
                </div>
            </div>
        </div>
    }
}

/// Makes the company of a form.
pub async fn found(hand: Hand, company: domain::Id, profile: Profile) -> Result<(), Refused> {
    let form = profile.form();
    let deed = hand.deed(company, &format!("{form:?}"));
    hand.heard(api::found_company(deed, &form).await).map(drop)
}
