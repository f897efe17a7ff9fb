//! Signing out with something unsent: the person says what becomes of it.

use api_types::address::Language;
use browser::document;
use leptos::prelude::*;
use markup::view;
use workflow::outbox::Unsent;
use workflow::outbox::page::Leaving;

use crate::components::{clicked, effect, live, memo};
use crate::locales::words;
use crate::outbox::use_outbox;

/// Stands above the page until the person has decided.
pub fn leaving(language: Language) -> AnyView {
    let words = &words(language).outbox;
    let outbox = use_outbox();
    let leaving = memo(move || outbox.leaving());
    effect(move || {
        if leaving.get() == Leaving::Asked {
            request_animation_frame(|| document::focus(".leaving button"));
        }
    });
    let decide = move |label: &'static str, unsent: Unsent| {
        view! { <button class="button" type="button" on:click=clicked(move || outbox.decided(unsent))>{label}</button> }
    };
    let stay = move || {
        view! { <button class="button" type="button" on:click=clicked(move || outbox.stay())>{words.stay}</button> }
    };
    live(move || match leaving.get() {
        Leaving::No => ().into_any(),
        Leaving::Asked => view! {
            <section class="panel stack leaving" role="alertdialog" aria-label=words.leaving>
                <h2>{words.leaving}</h2>
                <p>{words.leaving_help}</p>
                <p class="acts">
                    {decide(words.leave_send, Unsent::Send)}
                    {decide(words.leave_keep, Unsent::Keep)}
                    {decide(words.leave_discard, Unsent::Discard)}
                    {stay()}
                </p>
            </section>
        },
        Leaving::Sending => view! {
            <section class="panel stack leaving" role="status">
                <p>{words.leaving_sending}</p>
                <p class="acts">{decide(words.leave_keep, Unsent::Keep)}{stay()}</p>
            </section>
        },
    })
    .into_any()
}
