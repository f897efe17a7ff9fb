use browser::{document, field, format};
use leptos::prelude::*;
use markup::view;
use workflow::need::{Clue, written_day, written_price};

use super::Page;
use crate::components::{Element, clicked, element, icon, live};
use crate::locales::words;
use crate::state::use_catalogue;

/// Where Singapore's exporters ship to most, and Singapore.
const DESTINATIONS: [&str; 20] = [
    "SG", "CN", "HK", "MY", "ID", "TH", "VN", "PH", "TW", "JP", "KR", "IN", "AU", "NZ", "AE", "US",
    "GB", "DE", "NL", "FR",
];
/// Incoterms 2020.
const INCOTERMS: [&str; 11] = [
    "EXW", "FCA", "FAS", "FOB", "CFR", "CIF", "CPT", "CIP", "DAP", "DPU", "DDP",
];

pub(super) fn form(page: Page) -> AnyView {
    let all = words(page.language);
    let words = &all.need;
    let asked = page.asked.get_untracked();
    let need = &asked.need;
    let change = move |event: leptos::ev::Event| {
        if !field::is_composing(&event) {
            let field = field::of(&event);
            page.asked
                .update(|asked| asked.set(&field.name, &field.value));
        }
    };
    let text = element("textarea", "")
        .with("id", "need")
        .with("name", "need")
        .with("rows", "4")
        .with("placeholder", words.example)
        .text(&need.text);
    let number = |id, value: Option<String>, mode| {
        element("input", "")
            .with("id", id)
            .with("name", id)
            .with("inputmode", mode)
            .with("autocomplete", "off")
            .with("value", &value.unwrap_or_default())
    };
    let date = element("input", "")
        .with("id", "by")
        .with("name", "by")
        .with("type", "date")
        .with(
            "value",
            &need.needed_by.and_then(written_day).unwrap_or_default(),
        );
    let countries =
        DESTINATIONS.map(|code| (code.to_owned(), format::country(page.language, code)));
    let terms = INCOTERMS.map(|term| (term.to_owned(), term.to_owned()));
    let sample = element("input", "")
        .with("type", "checkbox")
        .with("name", "sample")
        .with("checked", need.sample.then(String::new));
    let price = need.target_price.map(written_price);
    let quantity = need.quantity.map(|quantity| quantity.to_string());
    let fields = element("div", "need-fields")
        .child(labelled(
            "quantity",
            words.quantity,
            number("quantity", quantity, "numeric"),
        ))
        .child(labelled(
            "price",
            words.price,
            number("price", price, "decimal"),
        ))
        .child(labelled("by", words.by, date))
        .child(labelled(
            "to",
            words.to,
            choices("to", words.any, &countries, need.destination.as_deref()),
        ))
        .child(live(move || certificates(page)).into_any())
        .child(labelled(
            "incoterm",
            words.incoterm,
            choices("incoterm", words.any, &terms, need.incoterm.as_deref()),
        ))
        .child(
            element("label", "check")
                .child(sample.view())
                .child(element("span", "").text(all.list.sample).view())
                .view(),
        );
    let weights = [
        need.weights.price,
        need.weights.speed,
        need.weights.reliability,
    ];
    let slider = |at: usize| {
        let id = ["cheap", "fast", "sure"][at];
        let range = element("input", "")
            .with("id", id)
            .with("name", id)
            .with("type", "range")
            .with("max", "100")
            .with("step", "5")
            .with("value", &weights[at].to_string());
        labelled(id, words.weigh[at], range)
    };
    let weights = element("fieldset", "weights")
        .child(element("legend", "").text(words.weights).view())
        .holds((0..weights.len()).map(slider).collect());
    element("form", "need-form")
        .on("input", Box::new(change))
        .on("compositionend", Box::new(change))
        .on("submit", Box::new(|event| event.prevent_default()))
        .child(labelled("need", words.text, text))
        .child(live(move || chips(page)).into_any())
        .child(
            element("details", "")
                // On a phone the results come first.
                .with("open", document::is_wide().then(String::new))
                .child(element("summary", "").text(words.conditions).view())
                .child(fields.view())
                .view(),
        )
        .child(weights.view())
        .view()
}

fn labelled(id: &'static str, label: &str, field: Element) -> AnyView {
    let label = element("label", "").with("for", id).text(label);
    element("div", "")
        .child(label.view())
        .child(field.view())
        .view()
}

fn choices(
    id: &'static str,
    any: &str,
    choices: &[(String, String)],
    chosen: Option<&str>,
) -> Element {
    let option = |(value, name): &(String, String)| {
        let chosen = chosen == Some(value);
        element("option", "")
            .with("value", value)
            .with("selected", chosen.then(String::new))
            .text(name)
            .view()
    };
    element("select", "")
        .with("id", id)
        .with("name", id)
        .child(element("option", "").with("value", "").text(any).view())
        .holds(choices.iter().map(option).collect())
}

/// Choosing a kind adds it to the others, which are shown as chips; built anew, it stands at "any" again.
fn certificates(page: Page) -> AnyView {
    let all = words(page.language);
    let chosen = page.asked.with(|asked| asked.need.certificates.clone());
    let shelf = use_catalogue().shelf().ready();
    let kinds = shelf.map(|(_, shelf)| shelf.list.certificate_kinds.clone());
    let kinds = kinds.unwrap_or_default().into_iter();
    let open: Vec<(String, String)> = kinds
        .filter(|kind| !chosen.contains(kind))
        .map(|kind| (kind.clone(), kind))
        .collect();
    let field = choices("certificate", all.need.any, &open, None);
    labelled("certificate", all.product.certificates, field)
}

/// What was read out of the words, and the certificates chosen, each with a way to take it back.
fn chips(page: Page) -> AnyView {
    let all = words(page.language);
    let asked = page.asked.get();
    let chip = |name: String, take: Box<dyn Fn() + 'static>| {
        let label = (all.need.not_meant)(&name);
        view! {
            <button class="chip" type="button" aria-label=label on:click=clicked(take)>{name} {icon("x")}</button>
        }
        .into_any()
    };
    let mut chips = Vec::new();
    if let Some((need, clues)) = page.whole().filter(|(_, clues)| !clues.is_empty()) {
        chips.push(element("span", "note").text(all.need.understood).view());
        for clue in clues {
            let take = move || page.asked.update(|asked| asked.dismissed.push(clue));
            chips.push(chip(name(page, &need, clue), Box::new(take)));
        }
    }
    for kind in asked.need.certificates {
        let name = kind.clone();
        let take = move || {
            page.asked
                .update(|asked| asked.need.certificates.retain(|have| *have != kind));
        };
        chips.push(chip(name, Box::new(take)));
    }
    element("p", "chips").holds(chips).view()
}

fn name(page: Page, need: &search::ask::Need, clue: Clue) -> String {
    let (all, language) = (words(page.language), page.language);
    let words = &all.need;
    let with = |label: &str, value: String| format!("{label} {value}");
    match clue {
        Clue::Quantity => with(
            words.quantity,
            format::count(language, need.quantity.unwrap_or_default()),
        ),
        Clue::Price => (words.target)(&format::price(
            language,
            need.target_price.unwrap_or_default(),
            "SGD",
        )),
        Clue::By => {
            let day = need.needed_by.and_then(written_day).unwrap_or_default();
            with(words.by, format::date(language, &day))
        }
        Clue::To => {
            let code = need.destination.as_deref().unwrap_or_default();
            with(words.to, format::country(language, code))
        }
        Clue::Certificates => need.certificates.join(" · "),
        Clue::Incoterm => need.incoterm.clone().unwrap_or_default(),
        Clue::Sample => all.list.sample.to_owned(),
    }
}
