//! What all forms do: one press at a time, what is wrong stands at its field and above them all, and nothing typed is lost.

use api_types::address::Language;
use api_types::problem::{Code, FieldCode, FieldError};
use browser::api::Refused;
use browser::{document, field};
use leptos::prelude::*;
use markup::view;

use crate::components::{changed, clicked, icon, live, spawn};
use crate::locales::words;
use crate::sentence::{fault_sentence, refused_sentence};

/// A form's state beside its fields.
#[derive(Clone, Copy)]
pub struct Form {
    language: Language,
    faults: RwSignal<Vec<FieldError>>,
    said: RwSignal<Option<String>>,
    busy: RwSignal<bool>,
}

impl Form {
    pub fn new(language: Language) -> Self {
        Self {
            language,
            faults: RwSignal::new(Vec::new()),
            said: RwSignal::new(None),
            busy: RwSignal::new(false),
        }
    }

    /// Does what a press of the button does, unless it is being done.
    pub fn run(self, act: impl Future<Output = Result<(), Refused>> + 'static) {
        if self.busy.get_untracked() {
            return;
        }
        self.busy.set(true);
        self.said.set(None);
        spawn(async move {
            let outcome = act.await;
            // The page may be gone by now.
            if self.busy.try_set(false).is_none() {
                match outcome {
                    Ok(()) => self.faults.set(Vec::new()),
                    Err(refused) => self.refuse(&refused),
                }
            }
        });
    }

    /// Nothing is wrong any more.
    pub fn clear(self) {
        self.faults.set(Vec::new());
        self.said.set(None);
    }

    /// Says what the hub said.
    pub fn refuse(self, refused: &Refused) {
        if let Refused::Problem { errors, .. } = refused {
            self.faults.set(errors.clone());
        }
        self.say(refused_sentence(self.language, refused));
    }

    /// Refuses before anything is sent; true where there is a fault.
    pub fn has_faults(self, faults: Vec<(&str, FieldCode)>) -> bool {
        let faults: Vec<FieldError> = faults
            .into_iter()
            .map(|(pointer, code)| FieldError {
                pointer: pointer.to_owned(),
                code,
                detail: None,
            })
            .collect();
        let has_any = !faults.is_empty();
        if has_any {
            let errors = faults;
            self.refuse(&Refused::Problem {
                code: Code::InvalidBody,
                errors,
                retry_after: None,
            });
        }
        has_any
    }

    /// Says something above the fields, and takes the keyboard to the first that is wrong.
    pub fn say(self, sentence: String) {
        self.said.set(Some(sentence));
        request_animation_frame(|| {
            if !document::focus_first(&["main [aria-invalid=true]", "main .said"]) {
                document::focus("main h1");
            }
        });
    }

    fn fault(self, pointer: &str) -> Option<FieldCode> {
        self.faults.with(|faults| {
            let mut faults = faults.iter();
            Some(faults.find(|fault| fault.pointer == pointer)?.code)
        })
    }

    fn mended(self, pointer: &str) {
        if self
            .faults
            .with_untracked(|faults| faults.iter().any(|fault| fault.pointer == pointer))
        {
            self.faults
                .update(|faults| faults.retain(|fault| fault.pointer != pointer));
        }
    }

    /// The sentence above the fields.
    pub fn said(self) -> AnyView {
        let said = move || {
            self.said.get().map(|sentence| {
                view! { <p class="said" role="alert" tabindex="-1">{icon("circle-alert")}<span>{sentence}</span></p> }.into_any()
            })
        };
        live(said).into_any()
    }

    /// The button that sends it.
    pub fn button(self, label: &'static str) -> AnyView {
        let waiting = words(self.language).form.waiting;
        let text = move || if self.busy.get() { waiting } else { label };
        let busy = move || self.busy.get().then_some("true");
        view! { <button class="button primary" type="submit" aria-disabled=live(busy)>{live(text)}</button> }
    }

    /// The form itself.
    pub fn view(
        self,
        class: &'static str,
        submit: impl FnMut() + 'static,
        fields: AnyView,
    ) -> AnyView {
        let mut submit = submit;
        let send = move |event: leptos::ev::Event| {
            event.prevent_default();
            submit();
        };
        view! { <form class=class novalidate="" on:submit=changed(send)>{self.said()}{fields}</form> }
    }
}

/// A field of a form.
pub struct Field {
    pub form: Form,
    pub id: &'static str,
    /// Where it stands in the body that is sent.
    pub pointer: &'static str,
    pub label: &'static str,
    /// May be empty.
    pub hint: &'static str,
    pub kind: Kind,
    pub value: RwSignal<String>,
    /// What is said of it while it is typed.
    pub note: Option<Note>,
}

/// A tone (`good`, `bad` or nothing), and a sentence.
pub type Note = Box<dyn Fn() -> Option<(&'static str, String)> + Send + Sync>;

#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// With what the browser may fill in.
    Text(&'static str),
    /// In a language of its own.
    Words(Language),
    Long(Language),
    Email,
    Password,
    NewPassword,
    /// Six digits, or a recovery code.
    Code,
}

impl Field {
    pub fn view(self) -> AnyView {
        let Field {
            form,
            id,
            pointer,
            label,
            hint,
            kind,
            value,
            note,
        } = self;
        let language = form.language;
        let fault = move || {
            form.fault(pointer)
                .map(|code| fault_sentence(language, pointer, code))
        };
        let invalid = move || form.fault(pointer).map(|_| "true");
        let below = move || match (fault(), note.as_ref().and_then(|note| note())) {
            (Some(sentence), _) => {
                view! { <span class="bad">{icon("circle-alert")}{sentence}</span> }
            }
            (None, Some((tone, sentence))) => view! { <span class=tone>{sentence}</span> },
            (None, None) => ().into_any(),
        };
        let typed = move |event: leptos::ev::Event| {
            value.set(field::of(&event).value);
            form.mended(pointer);
        };
        let told = format!("{id}-hint {id}-note");
        let (shape, complete) = match kind {
            Kind::Text(complete) => ("text", complete),
            Kind::Words(_) | Kind::Long(_) => ("text", "off"),
            Kind::Email => ("email", "username"),
            Kind::Password => ("password", "current-password"),
            Kind::NewPassword => ("password", "new-password"),
            Kind::Code => ("text", "one-time-code"),
        };
        let shown = RwSignal::new(false);
        let is_secret = shape == "password";
        let shape = move || {
            if is_secret && shown.get() {
                "text"
            } else {
                shape
            }
        };
        let lang = match kind {
            Kind::Words(language) | Kind::Long(language) => Some(language.tag()),
            _ => None,
        };
        let words = &words(language).form;
        let reveal = is_secret.then(|| {
            let label = move || if shown.get() { words.hide } else { words.show };
            let pressed = move || if shown.get() { "true" } else { "false" };
            view! {
                <button class="reveal" type="button" aria-pressed=live(pressed) on:click=clicked(move || shown.update(|shown| *shown = !*shown))>
                    {live(label)}
                </button>
            }
        });
        let control = if matches!(kind, Kind::Long(_)) {
            view! {
                <textarea id=id name=id rows="5" lang=lang aria-describedby=told aria-invalid=live(invalid)
                    prop:value=live(move || value.get()) on:input=changed(typed)></textarea>
            }
        } else {
            view! {
                <input id=id name=id type=live(shape) autocomplete=complete autocapitalize="off" spellcheck="false" lang=lang
                    aria-describedby=told aria-invalid=live(invalid) prop:value=live(move || value.get()) on:input=changed(typed)/>
            }
        };
        view! {
            <div class="field">
                <label for=id>{label}</label>
                <p class="help" id=format!("{id}-hint")>{hint}</p>
                <div class="control">{control}{reveal}</div>
                <p class="note" id=format!("{id}-note") aria-live="polite">{live(below)}</p>
            </div>
        }
    }
}

/// One of several, each with a name and a line about it.
pub fn choice<T>(
    name: &'static str,
    legend: &'static str,
    chosen: RwSignal<T>,
    of: Vec<(T, &'static str, &'static str)>,
) -> AnyView
where
    T: Copy + PartialEq + Send + Sync + 'static,
{
    let options = of.into_iter().enumerate().map(|(at, (value, title, line))| {
        let id = format!("{name}-{at}");
        let is_chosen = move || chosen.get() == value;
        view! {
            <label class="choice" for=id.clone()>
                <input type="radio" id=id.clone() name=name prop:checked=live(is_chosen) on:change=changed(move |_| chosen.set(value))/>
                <span><b>{title}</b><small>{line}</small></span>
            </label>
        }
    });
    let options: Vec<AnyView> = options.collect();
    view! { <fieldset class="choices"><legend>{legend}</legend>{options}</fieldset> }
}
