//! A product as the buyer sees it, whether a file has it or a draft.

use api_types::address::Language;
use api_types::catalogue::{Certificate, Text, Value};
use browser::{file, format};
use leptos::prelude::*;
use markup::view;
use workflow::intake::ask::Shown;

use crate::locales::words;

/// The words in the reader's language, or in the other where there are none.
pub fn say(language: Language, text: &Text) -> String {
    let (first, second) = match language {
        Language::English => (&text.en, &text.zh),
        Language::Chinese => (&text.zh, &text.en),
    };
    if first.is_empty() {
        second.clone()
    } else {
        first.clone()
    }
}

/// What a buyer is told of a product. `head` is what the page says before it.
pub fn shown(language: Language, shown: &Shown, head: AnyView) -> AnyView {
    let words = &words(language).intake;
    let say = |text: &Text| say(language, text);
    let count = |number: u32| format::count(language, number);
    let detail = &shown.detail;
    let other = if language.code() == "zh" {
        &detail.name.en
    } else {
        &detail.name.zh
    };
    let other_tag = if language.code() == "zh" {
        "en"
    } else {
        "zh-Hans"
    };
    let drawing = shown.drawing.as_ref().and_then(|drawing| {
        let address = file::address("image/svg+xml", drawing.as_bytes())?;
        let kept = address.clone();
        on_cleanup(move || file::free(&kept));
        Some(view! { <img class="preview-drawing" src=address alt=words.drawing width="240" height="180"/> })
    });
    let breaks: Vec<AnyView> = detail
        .price_breaks
        .iter()
        .map(|(from, price)| {
            let price = format::price(language, *price, &detail.currency);
            view! { <tr><td>{count(*from)}"+"</td><td>{price}</td></tr> }
        })
        .collect();
    let terms = [
        (words.moq, format!("{} {}", count(detail.moq), detail.unit)),
        (words.stock, count(detail.stock)),
        (words.lead_time, (words.days)(detail.lead_time_days)),
        (words.origin, format::country(language, &detail.origin)),
        (words.hs_code, detail.hs_code.clone()),
    ];
    let terms = terms.map(|(name, value)| pair(name.to_owned(), value));
    let attributes =
        detail
            .attributes
            .iter()
            .zip(&shown.attributes)
            .map(|(attribute, (name, unit))| {
                let value = match &attribute.value {
                    Value::Number(number) => {
                        let number = format::number(language, *number);
                        unit.as_ref()
                            .map_or_else(|| number.clone(), |unit| format!("{number} {unit}"))
                    }
                    Value::Code(code) => code.clone(),
                    Value::Text(text) => say(text),
                };
                pair(say(name), value)
            });
    let attributes: Vec<AnyView> = attributes.collect();
    let attributes = (!attributes.is_empty())
        .then(|| view! { <h3>{words.attributes}</h3><dl>{attributes}</dl> });
    let certificates: Vec<AnyView> = detail.certificates.iter().map(certificate).collect();
    let certificates = (!certificates.is_empty())
        .then(|| view! { <h3>{words.certificates}</h3><ul>{certificates}</ul> });
    view! {
        <aside class="preview" aria-label=words.preview>
            {head}
            {drawing}
            <h2 tabindex="-1">{say(&detail.name)}</h2>
            <p class="note" lang=other_tag>{other.clone()}</p>
            <p><code>{detail.sku.clone()}</code>" · "{say(&shown.category)}</p>
            <p>{say(&detail.description)}</p>
            <h3>{words.price_breaks}</h3>
            <table><tbody>{breaks}</tbody></table>
            <h3>{words.terms}</h3>
            <dl>{terms.into_iter().collect::<Vec<AnyView>>()}</dl>
            {attributes}
            {certificates}
        </aside>
    }
}

fn pair(name: String, value: String) -> AnyView {
    view! { <div><dt>{name}</dt><dd><bdi>{value}</bdi></dd></div> }
}

fn certificate(certificate: &Certificate) -> AnyView {
    let line = format!(
        "{} · {} · {} · {}",
        certificate.kind, certificate.number, certificate.issuer, certificate.valid_until
    );
    view! { <li><bdi>{line}</bdi></li> }
}
