use api_types::address::Language;
use api_types::catalogue::Front;
use leptos::prelude::*;
use search::ask::Suggestion;
use search::document::Kind;
use workflow::marks;
use workflow::search_box::{Event, Offer, SearchBox};

use super::Act;
use crate::components::{element, icon, live, memo};
use crate::listing::{Facet, choice};
use crate::locales::{Words, words};
use crate::state::use_catalogue;
use crate::widgets::marked;

/// What the box offers: a list that the keyboard walks while it stays in the field.
pub(super) fn offers(language: Language, state: RwSignal<SearchBox>, act: &Act) -> AnyView {
    let words = words(language);
    let shown = memo(move || state.with(|state| (state.text().to_owned(), state.offers())));
    let act = act.clone();
    let forget = act.clone();
    let list = {
        // Handlers are of this thread only; a view says that it may be moved to another, and never is.
        let act = StoredValue::new_local(act);
        move || {
            let (text, offers) = shown.get();
            let marks = marks::typed(&text);
            let offer = |(at, offer): (usize, Offer)| {
                let (symbol, name, kind) = describe(language, words, &offer)?;
                let act = act.get_value();
                let chosen = act.clone();
                let mut item = element("li", "offer")
                    .with("role", "option")
                    .with("id", &format!("offer-{at}"))
                    .with(
                        "aria-selected",
                        live(move || {
                            Some(state.with(|state| state.active() == Some(at)).to_string())
                        }),
                    )
                    .on(
                        "click",
                        Box::new(move |_| {
                            chosen(Event::Chosen(at));
                        }),
                    )
                    .child(icon(symbol).into_any())
                    .child(element("span", "name").holds(marked(&name, &marks)).view())
                    .child(element("small", "").text(kind).view());
                if matches!(offer, Offer::Past(_)) {
                    // For a pointer; the keyboard has Delete, and everybody the button below.
                    let forget = move |event: leptos::ev::Event| {
                        event.stop_propagation();
                        act(Event::Forgotten(at));
                    };
                    let cross = element("span", "forget").on("click", Box::new(forget));
                    item = item.child(
                        cross
                            .with("aria-hidden", "true")
                            .child(icon("x").into_any())
                            .view(),
                    );
                }
                Some(item.view())
            };
            let items: Vec<AnyView> = offers.into_iter().enumerate().filter_map(offer).collect();
            items.into_any()
        }
    };
    let has_past = move || shown.with(|(_, offers)| matches!(offers.first(), Some(Offer::Past(_))));
    let closed = move || shown.with(|(_, offers)| offers.is_empty());
    let hidden = |hide: bool| hide.then(String::new);
    let list = element("ul", "")
        .with("id", "offers")
        .with("role", "listbox")
        .with("aria-label", words.search.suggestions)
        .child(live(list).into_any());
    let clear = element("button", "link")
        .with("type", "button")
        .with("hidden", live(move || hidden(!has_past())))
        .on(
            "click",
            Box::new(move |_| {
                forget(Event::AllForgotten);
            }),
        )
        .text(words.search.forget);
    element("div", "offers")
        .with("hidden", live(move || hidden(closed())))
        // The keyboard stays in the field.
        .on("mousedown", Box::new(|event| event.prevent_default()))
        .child(list.view())
        .child(clear.view())
        .view()
}

/// Symbol, name, and what it is. None while the names of the products are on their way.
fn describe(
    language: Language,
    words: &'static Words,
    offer: &Offer,
) -> Option<(&'static str, String, &'static str)> {
    let catalogue = use_catalogue();
    let named = |facet, key: &str| {
        let front: std::sync::Arc<Front> = catalogue.front().ready()?;
        Some(choice(language, &front, facet, key))
    };
    Some(match offer {
        Offer::Past(text) => ("clock", text.clone(), words.search.past),
        Offer::New(Suggestion::Query { text }) => ("search", text.clone(), ""),
        Offer::New(Suggestion::Place { kind, key, row }) => match kind {
            Kind::Category => (
                "layout-grid",
                named(Facet::Category, key)?,
                words.list.category,
            ),
            Kind::Supplier => ("factory", named(Facet::Supplier, key)?, words.list.supplier),
            Kind::Product => {
                let (_, shelf) = catalogue.shelf().ready()?;
                let row = *row as usize;
                let names = match language {
                    Language::English => &shelf.list.name_en,
                    Language::Chinese => &shelf.list.name_zh,
                };
                ("package", names.get(row)?.clone(), words.list.product)
            }
        },
    })
}
