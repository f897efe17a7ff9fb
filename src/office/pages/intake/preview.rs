use api_types::catalogue::{Certificate, Value};
use browser::{document, file, format};
use leptos::prelude::*;
use markup::view;
use workflow::intake::ask::Shown;

use super::Page;
use crate::components::{effect, live};
use crate::locales::words;

/// One product as the buyer sees it, beside the list.
pub(super) fn preview(page: Page) -> AnyView {
    let shown = page.know(|intake| intake.shown.clone().and_then(|(_, shown)| shown));
    effect(move || {
        if shown.with(Option::is_some) {
            request_animation_frame(|| document::focus(".preview h2"));
        }
    });
    live(move || shown.get().map(|shown| card(page, &shown))).into_any()
}

fn card(page: Page, shown: &Shown) -> AnyView {
    let words = &words(page.language).intake;
    let detail = &shown.detail;
    let other = if page.language.code() == "zh" {
        &detail.name.en
    } else {
        &detail.name.zh
    };
    let other_tag = if page.language.code() == "zh" {
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
            let price = format::price(page.language, *price, &detail.currency);
            view! { <tr><td>{page.count(*from)}"+"</td><td>{price}</td></tr> }
        })
        .collect();
    let terms = [
        (
            words.moq,
            format!("{} {}", page.count(detail.moq), detail.unit),
        ),
        (words.stock, page.count(detail.stock)),
        (words.lead_time, (words.days)(detail.lead_time_days)),
        (words.origin, format::country(page.language, &detail.origin)),
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
                        let number = format::number(page.language, *number);
                        unit.as_ref()
                            .map_or_else(|| number.clone(), |unit| format!("{number} {unit}"))
                    }
                    Value::Code(code) => code.clone(),
                    Value::Text(text) => page.say(text),
                };
                pair(page.say(name), value)
            });
    let attributes: Vec<AnyView> = attributes.collect();
    let attributes = (!attributes.is_empty())
        .then(|| view! { <h3>{words.attributes}</h3><dl>{attributes}</dl> });
    let certificates: Vec<AnyView> = detail.certificates.iter().map(certificate).collect();
    let certificates = (!certificates.is_empty())
        .then(|| view! { <h3>{words.certificates}</h3><ul>{certificates}</ul> });
    view! {
        <aside class="preview" aria-label=words.preview>
            <div class="preview-head"><p class="note">{words.preview}" · "{(words.row_number)(shown.number)}</p>{page.close()}</div>
            {drawing}
            <h2 tabindex="-1">{page.say(&detail.name)}</h2>
            <p class="note" lang=other_tag>{other.clone()}</p>
            <p><code>{detail.sku.clone()}</code>" · "{page.say(&shown.category)}</p>
            <p>{page.say(&detail.description)}</p>
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
