//! A company: its profile, who belongs to it, and who is invited.

mod conflict;
mod fields;
mod invitations;
mod members;
mod profile;
mod reminders;

use api_types::address::Language;
use api_types::company::CompanyKind;
use app::components::skeleton_rows;
use app::state::describe;
use browser::{api, chance};
use domain::Id;
use leptos::prelude::*;
use markup::view;
use workflow::office::OfficePlace;

use super::entry;
use crate::components::{live, spawn};
use crate::deed::Hand;
use crate::form::Form;
use crate::frame::use_go;
use crate::locales::words;
use crate::sentence::refused_sentence;
use crate::session::use_session;

pub use fields::{Profile, name_in};
pub use members::role_name;
pub use profile::profile_named;

/// A company that whoever is signed in adds.
pub fn found(language: Language) -> AnyView {
    let words = &words(language).company;
    describe(language, words.found, words.found_lead);
    let session = use_session();
    let go = use_go(language);
    let form = Form::new(language);
    let hand = Hand::new();
    let profile = Profile::new();
    let id = chance::id();
    let submit = move || {
        if form.has_faults(profile.faults()) {
            return;
        }
        let go = go.clone();
        form.run(async move {
            entry::found(hand, id, profile).await?;
            session.entered(api::me().await?);
            go(OfficePlace::Company(id));
            Ok(())
        });
    };
    let fields = view! {
        <section class="panel stack">{profile.identity(language, form)}</section>
        <p class="actions">{form.button(words.found_button)}</p>
    };
    view! {
        <div class="page medium">
            <h1 tabindex="-1">{words.found}</h1>
            <p class="lead">{words.found_lead}</p>
            {form.view("stack", submit, fields)}
        </div>
    }
}

pub fn company(language: Language, id: Id) -> AnyView {
    let all = words(language);
    describe(language, all.frame.company, "");
    let present = RwSignal::new(None);
    spawn(async move {
        let answer = api::company(id).await;
        present.try_set(Some(answer));
    });
    live(move || match present.get() {
        None => view! { <div class="page"><h1 tabindex="-1">{all.frame.company}</h1>{skeleton_rows()}</div> },
        Some(Err(refused)) => view! {
            <section class="page">
                <h1 tabindex="-1">{all.frame.company}</h1>
                <p>{refused_sentence(language, &refused)}</p>
                <p class="actions"><a class="button primary" href=OfficePlace::Home.address(language)>{all.frame.to_home}</a></p>
            </section>
        },
        Some(Ok(company)) => {
            describe(language, name_in(language, &company.name), "");
            let shown = RwSignal::new(company.clone());
            let title = move || shown.with(|company| name_in(language, &company.name).to_owned());
            let kind = move || shown.with(|company| fields::kind_name(language, company.kind));
            let goods = (company.kind == CompanyKind::Supplier).then(|| {
                let address = OfficePlace::Catalogue(id).address(language);
                // Whoever publishes a page stands at the lowest level: nobody at the hub has looked at papers yet.
                view! {
                    <p class="note"><b>{all.catalogue.unverified}</b>" · "{all.catalogue.unverified_lead}</p>
                    <p class="actions"><a class="button" href=address>{all.catalogue.menu}</a></p>
                }
            });
            let certificates = (company.kind == CompanyKind::Supplier)
                .then(|| reminders::reminders(language, id));
            let number = move || shown.with(|company| company.registration.number.clone());
            view! {
                <div class="page">
                    <h1 tabindex="-1">{live(title)}</h1>
                    <p class="badges"><span class="badge">{live(kind)}</span><span class="badge">{live(number)}</span></p>
                    <p class="actions"><a class="button" href=OfficePlace::Settings(id).address(language)>{all.settings.title}</a></p>
                    {goods}
                    <div class="beside even">
                        {profile::profile(language, company, shown)}
                        <div class="stack">
                            {certificates}
                            {members::members(language, id)}
                            {invitations::invitations(language, id)}
                        </div>
                    </div>
                </div>
            }
        }
    })
    .into_any()
}
