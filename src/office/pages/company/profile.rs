//! The profile: administrators change it, others read it.

use api_types::address::Language;
use api_types::company::{Company, CompanyForm};
use api_types::member::Role;
use api_types::problem::Code;
use app::state::use_toast;
use browser::api;
use leptos::prelude::*;
use markup::view;

use super::conflict::conflict;
use super::fields::Profile;
use crate::components::live;
use crate::deed::Hand;
use crate::form::Form;
use crate::locales::words;
use crate::session::use_session;

/// `shown`: what the page's head shows, kept at what the hub has.
pub fn profile(language: Language, company: Company, shown: RwSignal<Company>) -> AnyView {
    let membership = use_session().membership(company.id);
    let is_administrator =
        membership.is_some_and(|membership| membership.role == Role::Administrator);
    if is_administrator {
        editor(language, company, shown)
    } else {
        reading(language, &company)
    }
}

fn editor(language: Language, company: Company, shown: RwSignal<Company>) -> AnyView {
    let words = &words(language).company;
    let toast = use_toast();
    let form = Form::new(language);
    let hand = Hand::new();
    let profile = Profile::new();
    profile.show(&company);
    let id = company.id;
    let version = RwSignal::new(company.version);
    // What somebody else saved meanwhile.
    let theirs: RwSignal<Option<Company>> = RwSignal::new(None);
    let send = move |asked: CompanyForm, seen: u64| {
        form.run(async move {
            let deed = hand.deed(id, &format!("{seen} {asked:?}"));
            let answer = hand.heard(api::update_company(deed, &asked, seen).await);
            if let Err(refused) = &answer
                && refused.code() == Some(Code::Changed)
                && let Ok(present) = api::company(id).await
            {
                theirs.set(Some(present));
            }
            let receipt = answer?;
            version.set(receipt.version);
            theirs.set(None);
            shown.update(|shown| {
                shown.kind = asked.kind;
                shown.registration = asked.registration.clone();
                shown.name = asked.name.clone();
                shown.about = asked.about.clone();
            });
            toast.show(words.saved);
            Ok(())
        });
    };
    let submit = move || {
        if !form.has_faults(profile.faults()) {
            send(profile.form(), version.get_untracked());
        }
    };
    let keep = move |present: &Company| send(profile.form(), present.version);
    let take = move |present: &Company| {
        profile.show(present);
        version.set(present.version);
        shown.set(present.clone());
        theirs.set(None);
    };
    let differences = move || {
        theirs
            .get()
            .map(|present| conflict(language, present, profile.form(), keep, take))
    };
    let fields = view! {
        {live(differences)}
        {profile.identity(language, form)}
        {profile.about(language, form)}
        <p class="actions">{form.button(words.save)}</p>
    };
    view! {
        <section class="panel stack" id="profile">
            <h2>{words.profile}</h2>
            {form.view("stack", submit, fields)}
        </section>
    }
}

fn reading(language: Language, company: &Company) -> AnyView {
    let words = &words(language).company;
    let row = |label: &'static str, text: &str| {
        let text = if text.is_empty() { words.nothing } else { text };
        view! { <div><dt>{label}</dt><dd>{text.to_owned()}</dd></div> }
    };
    let rows = vec![
        row(words.number, &company.registration.number),
        row(words.name_en, &company.name.en),
        row(words.name_zh, &company.name.zh),
        row(words.about_en, &company.about.en),
        row(words.about_zh, &company.about.zh),
    ];
    view! {
        <section class="panel stack" id="profile">
            <h2>{words.profile}</h2>
            <dl class="facts">{rows}</dl>
            <p class="note">{words.read_only}</p>
        </section>
    }
}
