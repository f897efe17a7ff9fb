use std::sync::Arc;

use api_types::address::{Language, Place};
use api_types::catalogue::{Attribute, Detail, Front, List, PHOTOS, Sample, Shard, Text, Value};
use browser::{document, format, share};
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::{use_location, use_navigate};
use markup::view;

use super::browse::home;
use crate::components::{
    Sheet, after_paint, breadcrumbs, clicked, effect, icon, live, skeleton_rows, spawn, trouble,
};
use crate::locales::{symbol, unit, words};
use crate::state::{Found, Load, describe, use_catalogue, use_picks, use_query, use_toast};
use crate::widgets::{
    QuantityBox, cards, certificates, compare_button, demonstration_badge, drawing, drawings_of,
    favourite_button, in_language, price_ladder, reliability, verification_badge,
};

pub fn product(language: Language, id: String) -> AnyView {
    let catalogue = use_catalogue();
    catalogue.expect_product(&id);
    // Whoever comes from a list sees at once what the list knew; whoever comes from elsewhere waits for the product.
    if let Some((front, shelf)) = catalogue.shelf_at_hand()
        && let Some(row) = shelf.list.find(&id)
    {
        return show(language, &front, Head::of_row(&shelf.list, row));
    }
    live(move || match catalogue.product(&id) {
        Load::Waiting => skeleton_rows(),
        Load::Failed(error) => view! {
            <div class="page"><h1 class="visually-hidden" tabindex="-1">{words(language).product.details}</h1> {trouble(language, error)}</div>
        }
        .into_any(),
        Load::Ready((front, found)) => show(language, &front, Head::of_detail(&front, found.detail())),
    })
    .into_any()
}

/// What stands at the top of the page: no more than a list knows.
struct Head {
    id: String,
    name: Text,
    category: String,
    sku: String,
    /// Index into [`Front::suppliers`].
    supplier: Option<usize>,
}

impl Head {
    fn of_row(list: &List, row: usize) -> Self {
        Head {
            id: list.id[row].clone(),
            name: Text {
                en: list.name_en[row].clone(),
                zh: list.name_zh[row].clone(),
            },
            category: list.categories[usize::from(list.category[row])].clone(),
            sku: list.sku[row].clone(),
            supplier: Some(usize::from(list.supplier[row])),
        }
    }

    fn of_detail(front: &Front, product: &Detail) -> Self {
        Head {
            id: product.id.clone(),
            name: product.name.clone(),
            category: product.category.clone(),
            sku: product.sku.clone(),
            supplier: front
                .suppliers
                .iter()
                .position(|supplier| supplier.code == product.supplier),
        }
    }
}

/// The top is painted first; all else follows in the next frame, or when it has arrived. The heading stays the same
/// element meanwhile, and so keeps the focus.
fn show(language: Language, front: &Arc<Front>, head: Head) -> AnyView {
    let all = words(language);
    let name = in_language(language, &head.name);
    describe(language, &name, "");
    let supplier = head.supplier.and_then(|at| front.suppliers.get(at));
    let (wide, id) = (front.clone(), head.id.clone());
    view! {
        <article class="page wide product">
            {trail(language, front, &head.category, &name)}
            {picture(language, front, &head, &name)}
            <header class="product-head">
                <h1 tabindex="-1">{name.clone()}</h1>
                <p class="codes"><span>{all.product.sku} " " <b>{head.sku}</b></span></p>
                {supplier.map(|supplier| view! {
                    <p class="seller">
                        <a href=Place::Supplier(&supplier.code).address(language)>{in_language(language, &supplier.name)}</a>
                        {verification_badge(language, supplier.verification)}
                        {supplier.demonstration.then(|| demonstration_badge(language))}
                    </p>
                })}
            </header>
            {after_paint(move || rest(language, wide.clone(), id.clone()))}
        </article>
    }
    .into_any()
}

fn rest(language: Language, front: Arc<Front>, id: String) -> AnyView {
    let catalogue = use_catalogue();
    live(move || match catalogue.product(&id) {
        Load::Waiting => skeleton_rows(),
        Load::Failed(error) => trouble(language, error),
        Load::Ready((_, found)) => {
            let product = found.detail();
            let name = in_language(language, &product.name);
            let description = in_language(language, &product.description);
            describe(language, &name, &description);
            use_picks().seen(&product.id);
            let words = &words(language).product;
            let later = {
                let (front, found) = (front.clone(), found.clone());
                move || below(language, &front, &found)
            };
            view! {
                {buy(language, &front, product, &name)}
                <section class="about">
                    {photos(language, product, &name)}
                    <p class="description">{description}</p>
                    <p class="codes">
                        {product.gtin.clone().map(|gtin| view! { <span>{words.gtin} " " <b>{gtin}</b></span> })}
                        <span>{(words.listed_on)(&format::date(language, &product.listed_on))}</span>
                    </p>
                </section>
                {after_paint(later)}
            }
            .into_any()
        }
    })
    .into_any()
}

/// What comes below the first screen of a phone.
fn below(language: Language, front: &Front, found: &Found) -> AnyView {
    let product = found.detail();
    let all = words(language);
    let supplier = front
        .suppliers
        .iter()
        .find(|supplier| supplier.code == product.supplier);
    view! {
            <section class="specs">
                <h2>{all.product.attributes}</h2>
                {attributes(language, &found.shard, &product.attributes)}
            </section>
            <section class="specs">
                <h2>{all.product.packing}</h2>
                {packing(language, product)}
                <h2>{all.product.certificates}</h2>
                {certificates(language, &product.certificates)}
            </section>
            {supplier.map(|supplier| view! {
                <section class="specs">
                    <h2>{all.supplier.reliability} " · " {in_language(language, &supplier.name)}</h2>
                    {reliability(language, supplier)}
                </section>
            })}
            {(!product.similar.is_empty()).then(|| view! {
                <section class="similar">
                    <h2>{all.product.similar}</h2>
                    {cards(language, front, &product.similar, |category| drawings_of(front, category).to_owned())}
                </section>
            })}
    }
    .into_any()
}

fn trail(language: Language, front: &Front, slug: &str, name: &str) -> AnyView {
    let mut above = vec![home(language)];
    for department in &front.departments {
        for category in department
            .categories
            .iter()
            .filter(|category| category.slug == slug)
        {
            above.push((
                Place::Department(&department.slug).address(language),
                in_language(language, &department.name),
            ));
            above.push((
                Place::Category(&category.slug).address(language),
                in_language(language, &category.name),
            ));
        }
    }
    breadcrumbs(words(language).site.you_are_here, above, name.to_owned())
}

fn picture(language: Language, front: &Front, head: &Head, name: &str) -> AnyView {
    let all = words(language);
    let file = drawings_of(front, &head.category).to_owned();
    let zoom = Sheet::new();
    let label = (all.product.picture_of)(name);
    let large = {
        let (file, id, label) = (file.clone(), head.id.clone(), label.clone());
        move || drawing(&file, &id, Some(label.clone()), true)
    };
    view! {
        <figure class="product-picture">
            <button type="button" aria-label=all.product.zoom title=all.product.zoom on:click=clicked(move || zoom.open())>
                {drawing(&file, &head.id, Some(label), true)} {icon("maximize")}
            </button>
        </figure>
        {zoom.view("zoom", all.product.zoom, all.site.close, large)}
    }
    .into_any()
}

fn photos(language: Language, product: &Detail, name: &str) -> Vec<AnyView> {
    let photos = product.photos.iter();
    let photos = photos.map(|photo| {
        let address = format!("{PHOTOS}{photo}");
        let label = (words(language).product.picture_of)(name);
        view! { <a class="photo" href=address.clone() rel="external"><img src=address alt=label loading="lazy"/></a> }
    });
    photos.collect()
}

/// Price, quantity, availability and what a buyer does next.
fn buy(language: Language, front: &Arc<Front>, product: &Detail, name: &str) -> AnyView {
    let words = &words(language).product;
    let asked = use_query().with_untracked(|query| query.get("quantity"));
    let Some(quantity) = QuantityBox::new(language, front.clone(), product, asked) else {
        return ().into_any();
    };
    keep_in_address(&quantity);
    let wanted = {
        let quantity = quantity.clone();
        Signal::derive(move || quantity.quantity())
    };
    let unit_name = unit(language, &product.unit);
    let stock = match product.stock {
        0 => words.made_to_order.to_owned(),
        stock => (words.in_stock)(&format!("{} {unit_name}", format::count(language, stock))),
    };
    let days = u32::from(product.lead_time_days);
    let sample = match product.sample {
        Sample::Free => words.sample_free,
        Sample::Paid => words.sample_paid,
        Sample::None => words.sample_none,
    };
    let total = quantity.clone();
    view! {
        <section class="buy" aria-label=words.price_ladder>
            {price_ladder(language, product, wanted)}
            {quantity.view()}
            <ul class="availability">
                <li data-stock=(product.stock > 0).then_some("")>{icon("package")} {stock}</li>
                <li>{icon("clock")} {(words.lead_time)(days, &format::count(language, days))}</li>
                <li>{icon("flask-conical")} {sample}</li>
            </ul>
            <div class="product-actions">
                {favourite_button(language, &product.id, true)}
                {compare_button(language, &product.id, true)}
                {share_button(language, name)}
                <button class="button print-button" type="button" on:click=clicked(document::print)>{icon("printer")} <span>{words.print}</span></button>
            </div>
        </section>
        <div class="action-bar">
            <span class="action-total">{live(move || total.total())}</span>
            {favourite_button(language, &product.id, false)}
            {compare_button(language, &product.id, false)}
            {share_button(language, name)}
        </div>
    }
    .into_any()
}

/// The quantity goes into the address, so that a link, a reload and the other language keep it.
fn keep_in_address(quantity: &QuantityBox) {
    let typed = quantity.typed();
    let navigate = use_navigate();
    let product_path = use_location().pathname.get_untracked();
    let mut before: Option<String> = None;
    effect(move || {
        let typed = typed.get();
        if before.as_ref().is_some_and(|before| *before != typed) {
            let number: String = typed.chars().filter(char::is_ascii_digit).collect();
            let address = format!("{product_path}?quantity={number}");
            navigate(
                &address,
                NavigateOptions {
                    resolve: false,
                    replace: true,
                    scroll: false,
                    ..Default::default()
                },
            );
        }
        before = Some(typed);
    });
}

fn share_button(language: Language, name: &str) -> AnyView {
    let words = &words(language).product;
    let toast = use_toast();
    let name = name.to_owned();
    let click = move || {
        let name = name.clone();
        spawn(async move {
            match share::share(&name, &document::location()).await {
                share::Shared::Sheet => {}
                share::Shared::Copied => toast.show(words.copied),
                share::Shared::Refused => toast.show(words.copy_refused),
            }
        });
    };
    view! { <button class="button" type="button" on:click=clicked(click)>{icon("share-2")} <span>{words.share}</span></button> }.into_any()
}

fn attributes(language: Language, shard: &Shard, attributes: &[Attribute]) -> AnyView {
    let rows = attributes
        .iter()
        .map(|attribute| {
            let name = shard
                .labels
                .get(&attribute.key)
                .map_or(attribute.key.clone(), |(name, _)| {
                    in_language(language, name)
                });
            view! { <div><dt>{name}</dt><dd>{value(language, shard, attribute)}</dd></div> }
        })
        .collect_view();
    view! { <dl class="facts">{rows}</dl> }.into_any()
}

/// An attribute's value with its unit, in the reader's language.
pub(super) fn value(language: Language, shard: &Shard, attribute: &Attribute) -> String {
    match &attribute.value {
        Value::Code(code) => code.clone(),
        Value::Text(text) => in_language(language, text),
        Value::Number(number) => {
            let written = format::number(language, *number);
            match shard
                .labels
                .get(&attribute.key)
                .and_then(|(_, unit)| unit.as_deref())
            {
                Some(unit) => format!("{written} {}", symbol(language, unit)),
                None => written,
            }
        }
    }
}

fn packing(language: Language, product: &Detail) -> AnyView {
    let words = &words(language).product;
    let unit_name = unit(language, &product.unit);
    let [length, width, height] = product
        .carton
        .size_mm
        .map(|mm| format::number(language, f64::from(mm) / 10.0));
    let kilograms = |grams: f64| format!("{} kg", format::number(language, grams / 1000.0));
    let carton = (words.carton_holds)(
        &format!(
            "{} {unit_name}",
            format::count(language, product.carton.quantity)
        ),
        &format!("{length} × {width} × {height}"),
        &kilograms(f64::from(product.carton.weight_g)),
    );
    let hs = product
        .hs_code
        .split_at_checked(4)
        .map_or(product.hs_code.clone(), |(heading, rest)| {
            format!("{heading}.{rest}")
        });
    let facts = [
        (words.carton, carton),
        (
            words.gross_weight,
            format!("{} / {unit_name}", kilograms(product.gross_weight_g)),
        ),
        (words.hs_code, hs),
        (words.origin, format::country(language, &product.origin)),
    ];
    let facts = facts.map(|(name, value)| view! { <div><dt>{name}</dt><dd>{value}</dd></div> });
    view! { <dl class="facts">{facts.collect_view()}</dl> }.into_any()
}
