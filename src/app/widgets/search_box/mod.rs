//! The search box in the head of every page, with what it offers while somebody types.
//!
//! What it does is decided by `workflow::search_box`; this shows it and does the effects.

mod offers;

use std::rc::Rc;
use std::time::Duration;

use api_types::address::{Language, Place};
use browser::{document, field, storage};
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;
use search::ask::Suggestion;
use search::document::Kind;
use workflow::browse::Filter;
use workflow::search_box::{Effect as Todo, Event, History, SearchBox};

use crate::components::{effect, element, icon, live};
use crate::locales::words;
use crate::state::{Engine, Reply, use_catalogue, use_engine, use_query};

/// Shorter than the time between two keystrokes, so that only a burst of them is taken as one.
const PAUSE: Duration = Duration::from_millis(40);
const HISTORY: &str = "hub.searches";

/// Handles an event; true where the browser must not handle it too.
type Act = Rc<dyn Fn(Event) -> bool>;

/// Finds products by words or part number. What was typed before the app was there is put in by the boot script.
pub fn search_box(language: Language) -> AnyView {
    let words = &words(language).site;
    let query = use_query();
    let asked = move || query.with(|query| query.get("q")).unwrap_or_default();
    let kept = History::read(&storage::get(HISTORY).unwrap_or_default());
    let state = RwSignal::new(SearchBox::new(untrack(asked), kept));
    let act = act(language, state);
    listen(state);
    let moved = act.clone();
    effect(move || {
        let text = asked();
        if state.with_untracked(|state| state.text() != text) {
            field::write("#search", &text);
            moved(Event::Moved(text));
        }
    });
    let typed = {
        let act = act.clone();
        move |event: leptos::ev::Event| {
            let composing = field::is_composing(&event);
            let value = || field::of(&event).value;
            let event_of_box = match event.type_().as_str() {
                "compositionstart" if composing => Event::Composing,
                "compositionend" => Event::Composed(value()),
                "input" => Event::Typed(value()),
                "keydown" if !composing => Event::Pressed(field::key(&event)),
                "focus" => Event::Focused,
                "blur" => Event::Left,
                "submit" => Event::Submitted,
                _ => return,
            };
            if act(event_of_box) || event.type_() == "submit" {
                event.prevent_default();
            }
        }
    };
    let handler = move || -> Box<dyn FnMut(leptos::ev::Event)> { Box::new(typed.clone()) };
    let is_open = move || state.with(|state| !state.offers().is_empty());
    let active = move || state.with(|state| state.active().map(|at| format!("offer-{at}")));
    let mut input = element("input", "")
        .with("id", "search")
        .with("name", "q")
        .with("type", "search")
        .with("value", &untrack(asked))
        .with("placeholder", words.search_placeholder)
        .with("aria-label", words.search)
        .with("autocomplete", "off")
        .with("autocapitalize", "off")
        .with("spellcheck", "false")
        .with("enterkeyhint", "search")
        .with("role", "combobox")
        .with("aria-autocomplete", "list")
        .with("aria-controls", "offers")
        .with("aria-expanded", live(move || Some(is_open().to_string())))
        .with("aria-activedescendant", live(active));
    for event in [
        "input",
        "keydown",
        "focus",
        "blur",
        "compositionstart",
        "compositionend",
    ] {
        input = input.on(event, handler());
    }
    let button = element("button", "")
        .with("type", "submit")
        .with("aria-label", words.search)
        .child(icon("search").into_any());
    element("form", "search")
        .with("role", "search")
        .with("action", &Place::Products.address(language))
        .on("submit", handler())
        .child(input.view())
        .child(button.view())
        .child(offers::offers(language, state, &act))
        .view()
}

/// Brings the engine's answers to the state, and the offer that the keyboard stands on into sight.
fn listen(state: RwSignal<SearchBox>) {
    let engine = use_engine();
    effect(move || {
        if let Some(reply) = engine.suggested() {
            answered(state, &reply);
        }
    });
    effect(move || {
        if state.with(SearchBox::active).is_some() {
            request_animation_frame(|| field::reveal("#offers [aria-selected=true]"));
        }
    });
}

/// The engine answers the same question once: where it was the last one, its answer is here already.
fn suggest(state: RwSignal<SearchBox>, engine: Engine, text: &str) {
    engine.suggest(text);
    if let Some(reply) = untrack(|| engine.suggested()) {
        answered(state, &reply);
    }
}

fn answered(state: RwSignal<SearchBox>, reply: &Reply<Vec<Suggestion>>) {
    let (text, suggestions) = (reply.text.clone(), reply.answer.clone());
    state.update(|state| drop(state.update(Event::Answered { text, suggestions })));
}

fn act(language: Language, state: RwSignal<SearchBox>) -> Act {
    let engine = use_engine();
    let catalogue = use_catalogue();
    let navigate = use_navigate();
    Rc::new(move |event| {
        if event == Event::Focused {
            engine.wake();
            // It has the names of the products that are offered.
            untrack(|| drop(catalogue.shelf()));
        }
        let todo = state.try_update(|state| state.update(event));
        let go = |address: &str| {
            let options = NavigateOptions {
                resolve: false,
                ..Default::default()
            };
            navigate(address, options);
            // From the field to what was found; a phone takes its keyboard away.
            request_animation_frame(|| document::focus("main h1"));
        };
        match todo.unwrap_or(Todo::Nothing) {
            Todo::Nothing => return false,
            Todo::Taken => {}
            Todo::Wait(version) => {
                let pause_over = move || {
                    let todo = state.try_update(|state| state.update(Event::Paused(version)));
                    if let Some(Todo::Ask(text)) = todo {
                        suggest(state, engine, &text);
                    }
                };
                set_timeout(pause_over, PAUSE);
                return false;
            }
            Todo::Ask(text) => suggest(state, engine, &text),
            Todo::Empty => field::write("#search", ""),
            Todo::Keep => keep(state),
            Todo::Search(text) => {
                keep(state);
                field::write("#search", &text);
                let filter = Filter {
                    text,
                    ..Filter::default()
                };
                let products = Place::Products.address(language);
                go(&crate::listing::address_with(&products, &filter));
            }
            Todo::Open(Suggestion::Place { kind, key, row }) => {
                let place = match kind {
                    Kind::Category => Place::Category(&key).address(language),
                    Kind::Supplier => Place::Supplier(&key).address(language),
                    Kind::Product => {
                        let shelf = untrack(|| catalogue.shelf()).ready();
                        let id =
                            shelf.and_then(|(_, shelf)| shelf.list.id.get(row as usize).cloned());
                        Place::Product(&id.unwrap_or_default()).address(language)
                    }
                };
                go(&place);
            }
            Todo::Open(Suggestion::Query { .. }) => {}
        }
        true
    })
}

fn keep(state: RwSignal<SearchBox>) {
    storage::set(
        HISTORY,
        &state.with_untracked(|state| state.history().write()),
    );
}
