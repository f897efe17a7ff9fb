use browser::{field, format};
use leptos::prelude::*;
use markup::view;
use workflow::intake::Event;
use workflow::intake::ask::Line;

use super::Page;
use super::lists::{List, list};
use crate::components::{changed, clicked, live};
use crate::locales::words;

/// The accepted rows as products, and a search among them.
pub(super) fn products(page: Page) -> AnyView {
    let words = &words(page.language).intake;
    let typed = move |event: leptos::ev::Event| {
        if !field::is_composing(&event) {
            page.tell(Event::Typed(field::of(&event).value));
        }
    };
    let text = page.intake.with_untracked(|intake| intake.text.clone());
    let told = page.know(move |intake| match (intake.is_search(), &intake.found) {
        (true, Some(_)) if intake.hits.is_empty() => words.nothing.to_owned(),
        (true, Some(_)) => (words.found)(&page.count(intake.lines())),
        _ => String::new(),
    });
    let line = move |at: u32| {
        let product = page
            .intake
            .with_untracked(|intake| intake.product(at).cloned())?;
        Some(cells(page, &product))
    };
    let products = list(
        page,
        List {
            label: words.search,
            heads: vec![
                words.sku,
                words.name,
                words.category,
                words.price,
                words.moq,
            ],
            lines: page.know(|intake| intake.lines()),
            line: Box::new(line),
        },
    );
    view! {
        <div class="intake-products">
            <div class="intake-search">
                <label for="own-search">{words.search}</label>
                <input id="own-search" type="search" autocomplete="off" spellcheck="false" placeholder=words.search_hint value=text
                    on:input=changed(typed) on:compositionend=changed(typed)/>
                <p class="note" role="status">{live(move || told.get())}</p>
            </div>
            {products}
        </div>
    }
}

fn cells(page: Page, product: &Line) -> Vec<AnyView> {
    let row = product.row;
    let name = page.say(&product.name);
    let open = move || page.tell(Event::ProductOpened { row });
    vec![
        view! { <td><code>{product.sku.clone()}</code></td> },
        view! { <td class="name"><button class="link" type="button" on:click=clicked(open)>{name}</button></td> },
        view! { <td>{page.say(&product.category)}</td> },
        view! { <td class="figure">{format::price(page.language, product.price, &product.currency)}</td> },
        view! { <td class="figure">{page.count(product.moq)}" "{product.unit.clone()}</td> },
    ]
}
