//! Somebody else saved the profile meanwhile: both versions side by side, and whoever reads decides.

use api_types::address::Language;
use api_types::company::{Company, CompanyForm};
use leptos::prelude::*;
use markup::view;

use super::fields::kind_name;
use crate::components::clicked;
use crate::locales::words;

/// `keep` saves what is typed over `theirs`; `take` puts theirs into the fields.
pub fn conflict(
    language: Language,
    theirs: Company,
    yours: CompanyForm,
    keep: impl Fn(&Company) + 'static,
    take: impl Fn(&Company) + 'static,
) -> AnyView {
    let words = &words(language).company;
    let kind = |kind| kind_name(language, kind).to_owned();
    let pairs = [
        (words.kind, kind(theirs.kind), kind(yours.kind)),
        (
            words.number,
            theirs.registration.number.clone(),
            yours.registration.number,
        ),
        (words.name_en, theirs.name.en.clone(), yours.name.en),
        (words.name_zh, theirs.name.zh.clone(), yours.name.zh),
        (words.about_en, theirs.about.en.clone(), yours.about.en),
        (words.about_zh, theirs.about.zh.clone(), yours.about.zh),
    ];
    let named = |text: String| {
        if text.is_empty() {
            words.nothing.to_owned()
        } else {
            text
        }
    };
    let rows = pairs.into_iter().filter(|(_, theirs, yours)| theirs != yours).map(|(field, theirs, yours)| {
        view! { <tr><th scope="row">{field}</th><td>{named(theirs)}</td><td>{named(yours)}</td></tr> }
    });
    let rows: Vec<AnyView> = rows.collect();
    let (kept, taken) = (theirs.clone(), theirs);
    view! {
        <section class="conflict stack">
            <h3>{words.conflict}</h3>
            <p>{words.conflict_help}</p>
            <div class="scroll" tabindex="0" role="region" aria-label=words.conflict>
                <table>
                    <thead><tr><th scope="col">{words.field}</th><th scope="col">{words.theirs}</th><th scope="col">{words.yours}</th></tr></thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
            <p class="actions">
                <button class="button" type="button" on:click=clicked(move || keep(&kept))>{words.keep_yours}</button>
                <button class="button" type="button" on:click=clicked(move || take(&taken))>{words.take_theirs}</button>
            </p>
        </section>
    }
}
