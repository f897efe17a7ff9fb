//! A field of a long form: labelled, with what is wrong with it below, told of every letter and of every finished change.

use std::sync::Arc;

use browser::field;
use leptos::prelude::*;
use markup::view;

use crate::components::{changed, icon, live};

/// What a field is filled in with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Shape {
    Text,
    /// Digits, perhaps with a point.
    Number,
    Date,
    /// So many rows.
    Long(u8),
    /// Value and label; the first may be blank.
    Choice(Vec<(String, String)>),
}

pub struct Cell {
    /// Unique in the page.
    pub id: String,
    pub label: String,
    /// Told to who does not see where the field stands.
    pub spoken: Option<Signal<String>>,
    pub placeholder: &'static str,
    pub shape: Shape,
    pub value: Memo<String>,
    /// With every letter, and with true when the person is done with the field.
    pub set: Arc<dyn Fn(String, bool) + Send + Sync>,
    pub fault: Memo<Option<String>>,
    pub is_locked: bool,
}

impl Cell {
    pub fn view(self) -> AnyView {
        let Cell {
            id,
            label,
            spoken,
            placeholder,
            shape,
            value,
            set,
            fault,
            is_locked,
        } = self;
        let note = format!("{id}-note");
        let invalid = live(move || fault.with(Option::is_some).then_some("true"));
        let typing = set.clone();
        let typed = move |event: leptos::ev::Event| {
            if !field::is_composing(&event) {
                typing(field::of(&event).value, false);
            }
        };
        let done = move |event: leptos::ev::Event| set(field::of(&event).value, true);
        let locked = is_locked.then_some("");
        let spoken = live(move || spoken.map(|spoken| spoken.get()));
        let text = live(move || value.get());
        let control = match shape {
            Shape::Long(rows) => view! {
                <textarea id=id.clone() rows=rows.to_string() placeholder=placeholder aria-label=spoken readonly=locked aria-describedby=note.clone()
                    aria-invalid=invalid prop:value=text on:input=changed(typed) on:change=changed(done)></textarea>
            },
            Shape::Choice(choices) => {
                let options = choices.into_iter().map(|(code, name)| {
                    let own = code.clone();
                    let is_chosen = live(move || value.with(|value| *value == own));
                    view! { <option value=code prop:selected=is_chosen>{name}</option> }
                });
                let options: Vec<AnyView> = options.collect();
                view! {
                    <select id=id.clone() aria-label=spoken disabled=locked aria-describedby=note.clone() aria-invalid=invalid
                        on:change=changed(done)>{options}</select>
                }
            }
            shape => {
                let (kind, mode) = match shape {
                    Shape::Number => ("text", Some("decimal")),
                    Shape::Date => ("date", None),
                    _ => ("text", None),
                };
                view! {
                    <input id=id.clone() type=kind inputmode=mode placeholder=placeholder autocomplete="off" aria-label=spoken readonly=locked
                        aria-describedby=note.clone() aria-invalid=invalid prop:value=text on:input=changed(typed) on:change=changed(done)/>
                }
            }
        };
        let said = move || {
            fault.get().map(
                |fault| view! { <span class="bad">{icon("circle-alert")}<span>{fault}</span></span> },
            )
        };
        view! {
            <div class="field">
                <label for=id>{label}</label>
                <div class="control">{control}</div>
                <p class="note" id=note>{live(said)}</p>
            </div>
        }
    }
}
