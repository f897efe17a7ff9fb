//! What a company says of itself, as it is typed.

use api_types::address::Language;
use api_types::company::{
    Company, CompanyForm, CompanyKind, Name, Registration, Scheme, Words as Texts,
};
use api_types::problem::FieldCode;
use leptos::prelude::*;
use markup::view;
use workflow::office::registration::{Look, look, tidied};

use crate::components::live;
use crate::form::{Field, Form, Kind, Note, choice};
use crate::locales::words;

/// The fields of a company.
#[derive(Clone, Copy)]
pub struct Profile {
    kind: RwSignal<CompanyKind>,
    scheme: RwSignal<Scheme>,
    number: RwSignal<String>,
    name_en: RwSignal<String>,
    name_zh: RwSignal<String>,
    about_en: RwSignal<String>,
    about_zh: RwSignal<String>,
}

impl Profile {
    pub fn new() -> Self {
        let [number, name_en, name_zh, about_en, about_zh] =
            std::array::from_fn(|_| RwSignal::new(String::new()));
        Self {
            kind: RwSignal::new(CompanyKind::Buyer),
            scheme: RwSignal::new(Scheme::Uen),
            number,
            name_en,
            name_zh,
            about_en,
            about_zh,
        }
    }

    /// Fills the fields.
    pub fn show(self, form: &CompanyForm) {
        // The page may be gone by now.
        self.kind.try_set(form.kind);
        self.scheme.try_set(form.registration.scheme);
        self.number.try_set(form.registration.number.clone());
        self.name_en.try_set(form.name.en.clone());
        self.name_zh.try_set(form.name.zh.clone());
        self.about_en.try_set(form.about.en.clone());
        self.about_zh.try_set(form.about.zh.clone());
    }

    /// Has an effect run again when something is typed.
    pub fn track(self) {
        self.kind.track();
        self.scheme.track();
        let texts = [
            self.number,
            self.name_en,
            self.name_zh,
            self.about_en,
            self.about_zh,
        ];
        texts.iter().for_each(Track::track);
    }

    /// As it is sent.
    pub fn form(self) -> CompanyForm {
        let text = |signal: RwSignal<String>| signal.with_untracked(|text| text.trim().to_owned());
        CompanyForm {
            kind: self.kind.get_untracked(),
            registration: Registration {
                scheme: self.scheme.get_untracked(),
                number: self.number.with_untracked(|number| tidied(number)),
            },
            name: Name {
                en: text(self.name_en),
                zh: text(self.name_zh),
            },
            about: Texts {
                en: text(self.about_en),
                zh: text(self.about_zh),
            },
        }
    }

    /// What is wrong before anything is sent.
    pub fn faults(self) -> Vec<(&'static str, FieldCode)> {
        let mut faults = Vec::new();
        let form = self.form();
        let number = match look(form.registration.scheme, &form.registration.number) {
            Look::Right => None,
            Look::Empty => Some(FieldCode::Missing),
            Look::Check => Some(FieldCode::Check),
            Look::Begun(_) | Look::Form => Some(FieldCode::Form),
        };
        faults.extend(number.map(|code| ("/registration/number", code)));
        if form.name.en.is_empty() && form.name.zh.is_empty() {
            faults.push(("/name/en", FieldCode::Missing));
        }
        faults
    }

    /// Which company it is.
    pub fn identity(self, language: Language, form: Form) -> AnyView {
        let words = &words(language).company;
        let kinds = vec![
            (CompanyKind::Buyer, words.buyer, words.buyer_line),
            (CompanyKind::Supplier, words.supplier, words.supplier_line),
        ];
        let schemes = vec![
            (Scheme::Uen, words.uen, words.uen_line),
            (Scheme::Uscc, words.uscc, words.uscc_line),
        ];
        let number = move || {
            let hint = match self.scheme.get() {
                Scheme::Uen => words.uen_hint,
                Scheme::Uscc => words.uscc_hint,
            };
            Field {
                form,
                id: "number",
                pointer: "/registration/number",
                label: words.number,
                hint,
                kind: Kind::Text("off"),
                value: self.number,
                note: Some(self.number_note(language)),
            }
            .view()
        };
        view! {
            {choice("kind", words.kind, self.kind, kinds)}
            {choice("scheme", words.scheme, self.scheme, schemes)}
            {live(number)}
            {self.names(language, form)}
        }
    }

    fn names(self, language: Language, form: Form) -> AnyView {
        let words = &words(language).company;
        let name = |id, pointer, label, of, value| {
            let (hint, kind, note) = (words.name_hint, Kind::Words(of), None);
            Field {
                form,
                id,
                pointer,
                label,
                hint,
                kind,
                value,
                note,
            }
            .view()
        };
        let en = name(
            "name-en",
            "/name/en",
            words.name_en,
            Language::English,
            self.name_en,
        );
        let zh = name(
            "name-zh",
            "/name/zh",
            words.name_zh,
            Language::Chinese,
            self.name_zh,
        );
        view! { <div class="pair">{en}{zh}</div> }
    }

    /// What it says of itself, both languages side by side.
    pub fn about(self, language: Language, form: Form) -> AnyView {
        let words = &words(language).company;
        let about = |id, pointer, label, of, value| {
            let (hint, kind, note) = (words.about_hint, Kind::Long(of), None);
            Field {
                form,
                id,
                pointer,
                label,
                hint,
                kind,
                value,
                note,
            }
            .view()
        };
        let en = about(
            "about-en",
            "/about/en",
            words.about_en,
            Language::English,
            self.about_en,
        );
        let zh = about(
            "about-zh",
            "/about/zh",
            words.about_zh,
            Language::Chinese,
            self.about_zh,
        );
        view! { <div class="pair">{en}{zh}</div> }
    }

    fn number_note(self, language: Language) -> Note {
        let words = &words(language).company;
        Box::new(move || {
            let scheme = self.scheme.get();
            let all = match scheme {
                Scheme::Uen => "9–10",
                Scheme::Uscc => "18",
            };
            match self.number.with(|number| look(scheme, number)) {
                Look::Empty => None,
                Look::Begun(have) => {
                    let have = u32::try_from(have).unwrap_or(0);
                    Some(("", (words.number_begun)(have, all)))
                }
                Look::Form => Some(("bad", words.number_form.to_owned())),
                Look::Check => Some(("bad", words.number_check.to_owned())),
                Look::Right => Some(("good", words.number_right.to_owned())),
            }
        })
    }
}

/// What a company says of itself, as a form.
pub fn form_of(company: &Company) -> CompanyForm {
    CompanyForm {
        kind: company.kind,
        registration: company.registration.clone(),
        name: company.name.clone(),
        about: company.about.clone(),
    }
}

/// The name in the reader's language, or the only one there is.
pub fn name_in(language: Language, name: &Name) -> &str {
    let (own, other) = match language {
        Language::English => (&name.en, &name.zh),
        Language::Chinese => (&name.zh, &name.en),
    };
    if own.is_empty() { other } else { own }
}

pub fn kind_name(language: Language, kind: CompanyKind) -> &'static str {
    let words = &words(language).company;
    match kind {
        CompanyKind::Buyer => words.buyer,
        CompanyKind::Supplier => words.supplier,
    }
}
