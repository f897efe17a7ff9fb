use api_types::address::{Language, Place};
use api_types::catalogue::{Card, Front, Text};
use browser::format;
use leptos::prelude::*;
use markup::view;

use super::{drawing, price_per_unit};
use crate::locales::{unit, words};

/// Products as cards with a drawing each. `file_of`: the drawings file of a category.
pub fn cards(
    language: Language,
    front: &Front,
    products: &[Card],
    file_of: impl Fn(&str) -> String,
) -> AnyView {
    let cards = products
        .iter()
        .map(|product| {
            let supplier = front.suppliers.get(usize::from(product.supplier));
            let price = price_per_unit(language, product.price, &product.currency, &product.unit);
            let moq = format::count(language, product.moq);
            let list = &words(language).list;
            view! {
                <li class="card">
                    <a href=Place::Product(&product.id).address(language)>
                        {drawing(&file_of(&product.category), &product.id, None, false)}
                        <span class="name">{in_language(language, &product.name)}</span>
                    </a>
                    <span class="price">{(list.from)(&price)}</span>
                    <span class="meta">{list.moq} " " {moq} " " {unit(language, &product.unit).to_owned()}</span>
                    <span class="meta">{supplier.map(|supplier| in_language(language, &supplier.name))}</span>
                </li>
            }
        })
        .collect_view();
    view! { <ul class="cards">{cards}</ul> }.into_any()
}

/// A text in the reader's language; in the other one where it has none.
pub fn in_language(language: Language, text: &Text) -> String {
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
