use std::sync::Arc;

use api_types::address::Place;
use api_types::catalogue::{Front, SupplierCard};
use browser::format;
use leptos::prelude::*;
use markup::view;
use search::ask::{Match, Matched, Word};
use workflow::browse::Shelf;
use workflow::engine::Stage;
use workflow::need::Asked;

use super::Page;
use super::facts::{amount_at, counted, lines};
use crate::components::{clicked, element, live, memo, notice, skeleton_rows, trouble};
use crate::locales::words;
use crate::state::{Load, use_catalogue, use_engine};
use crate::widgets::{drawing, drawings_of, in_language, marked, verification_badge, why};

/// As many as a buyer compares; the others after a click.
const SHOWN: usize = 8;

/// What a result is shown with.
#[derive(Clone)]
pub(super) struct Goods {
    pub page: Page,
    pub front: Arc<Front>,
    pub shelf: Arc<Shelf>,
}

pub(super) fn results(page: Page) -> AnyView {
    let language = page.language;
    let all = words(language);
    let by_supplier = memo(move || page.asked.with(|asked| asked.by_supplier));
    let blank = memo(move || page.asked.with(Asked::is_empty));
    let shown = RwSignal::new(SHOWN);
    let engine = use_engine();
    let catalogue = use_catalogue();
    let content = move || {
        if blank.get() {
            return element("p", "note").text(all.need.start).view();
        }
        let (front, shelf) = match catalogue.shelf() {
            Load::Ready(both) => both,
            Load::Waiting => return skeleton_rows(),
            Load::Failed(error) => return trouble(language, error),
        };
        let Some(reply) = engine.matched() else {
            let stage = engine.progress().stage;
            if matches!(stage, Stage::Stopped | Stage::Partial) {
                return trouble(language, browser::ApiError::Broken);
            }
            let wait = element("p", "note").with("role", "status");
            let wait = wait.text(all.need.arriving).view();
            return element("div", "").child(wait).child(skeleton_rows()).view();
        };
        let goods = Goods { page, front, shelf };
        list(&goods, &reply.answer, by_supplier.get(), shown.get())
    };
    let more = move || shown.update(|shown| *shown += SHOWN);
    let total = move || {
        let matched = engine.matched();
        matched.map_or(0, |reply| match by_supplier.get() {
            true => reply.answer.suppliers.len(),
            false => reply.answer.products.len(),
        })
    };
    let more_button = move || {
        let is_more = !blank.get() && shown.get() < total();
        is_more
            .then(|| view! { <button class="button" type="button" on:click=clicked(more)>{all.need.more}</button> })
            .into_any()
    };
    let tab = |name: &'static str, suppliers: bool| {
        let choose = move |_| page.asked.update(|asked| asked.by_supplier = suppliers);
        let pressed = move || by_supplier.get() == suppliers;
        element("button", "button")
            .with("type", "button")
            .with("aria-pressed", live(move || Some(pressed().to_string())))
            .on("click", Box::new(choose))
            .text(name)
            .view()
    };
    let tabs = element("p", "need-tabs")
        .child(tab(all.site.products, false))
        .child(tab(all.site.suppliers, true));
    element("section", "need-results")
        .child(tabs.view())
        .child(live(content).into_any())
        .child(live(more_button).into_any())
        .view()
}

fn list(goods: &Goods, matched: &Matched, by_supplier: bool, shown: usize) -> AnyView {
    let cards: Vec<AnyView> = if by_supplier {
        let suppliers = matched.suppliers.iter().take(shown);
        let card = |&(supplier, place): &(u16, u32)| {
            let supplier = goods.front.suppliers.get(usize::from(supplier))?;
            let best = matched.products.get(place as usize)?;
            supplier_result(goods, supplier, best, &matched.words)
        };
        suppliers.filter_map(card).collect()
    } else {
        let products = matched.products.iter().take(shown);
        products
            .filter_map(|one| product_result(goods, one, &matched.words))
            .collect()
    };
    if cards.is_empty() {
        let all = words(goods.page.language);
        let text = goods
            .page
            .asked
            .with_untracked(|asked| asked.need.text.clone());
        let link = view! { <a class="button" href=Place::Products.address(goods.page.language)>{all.list.all}</a> };
        let title = (all.search.nothing)(text.trim());
        return element("div", "")
            .child(element("h2", "").text(&title).view())
            .child(notice(
                all.list.nothing,
                all.search.nothing_help,
                link.into_any(),
            ))
            .view();
    }
    element("ol", "matches").holds(cards).view()
}

fn product_result(goods: &Goods, one: &Match, words: &[Word]) -> Option<AnyView> {
    let supplier = goods.front.suppliers.get(usize::from(one.supplier))?;
    let card = element("li", "match")
        .child(picture(goods, one)?)
        .child(
            element("h2", "")
                .child(product_link(goods, one, words)?)
                .view(),
        )
        .child(seller(goods, supplier))
        .child(deal(goods, one))
        .child(reasons(goods, one));
    Some(card.view())
}

fn supplier_result(
    goods: &Goods,
    supplier: &SupplierCard,
    best: &Match,
    words: &[Word],
) -> Option<AnyView> {
    let language = goods.page.language;
    let link = element("a", "")
        .with("href", &Place::Supplier(&supplier.code).address(language))
        .text(&in_language(language, &supplier.name));
    let best_words = crate::locales::words(language).need.best;
    let product = element("p", "")
        .child(element("span", "note").text(best_words).view())
        .text(" ")
        .child(product_link(goods, best, words)?);
    let card = element("li", "match")
        .child(picture(goods, best)?)
        .child(element("h2", "").child(link.view()).view())
        .child(
            element("p", "badges")
                .child(verification_badge(language, supplier.verification))
                .view(),
        )
        .child(product.view())
        .child(deal(goods, best))
        .child(reasons(goods, best));
    Some(card.view())
}

fn picture(goods: &Goods, one: &Match) -> Option<AnyView> {
    let list = &goods.shelf.list;
    let row = one.row as usize;
    let category = list.categories.get(usize::from(*list.category.get(row)?))?;
    let file = drawings_of(&goods.front, category);
    Some(drawing(file, list.id.get(row)?, None, false))
}

fn product_link(goods: &Goods, one: &Match, words: &[Word]) -> Option<AnyView> {
    let card = goods.shelf.list.id.get(one.row as usize)?;
    let language = goods.page.language;
    let name = goods.shelf.list.card(one.row as usize).name;
    let link = element("a", "").with("href", &Place::Product(card).address(language));
    Some(
        link.holds(marked(&in_language(language, &name), words))
            .view(),
    )
}

fn seller(goods: &Goods, supplier: &SupplierCard) -> AnyView {
    let language = goods.page.language;
    element("p", "badges")
        .child(
            element("span", "note")
                .text(&in_language(language, &supplier.name))
                .view(),
        )
        .child(verification_badge(language, supplier.verification))
        .view()
}

/// The price of a unit at the quantity, and what that comes to.
fn deal(goods: &Goods, one: &Match) -> AnyView {
    let language = goods.page.language;
    let price = format::price(language, one.unit_price, "SGD");
    let at = counted(goods, one);
    // Ten-thousandths to hundredths.
    let total = one.unit_price.saturating_mul(one.quantity.into()) / 100;
    element("p", "deal")
        .child(
            element("b", "")
                .text(&amount_at(language, &price, &at))
                .view(),
        )
        .child(
            element("span", "note")
                .text(&format::amount(language, total, "SGD"))
                .view(),
        )
        .view()
}

fn reasons(goods: &Goods, one: &Match) -> AnyView {
    let parts = (goods.clone(), one.clone());
    let page = goods.page;
    why(page.language, one.row, page.opened, move || {
        lines(&parts.0, &parts.1)
    })
}
