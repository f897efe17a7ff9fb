use std::sync::Arc;

use api_types::address::{Language, Place};
use api_types::catalogue::{Card, Department, Front};
use browser::format;
use leptos::prelude::*;
use markup::view;

use crate::components::{after_paint, live, skeleton_cards, trouble};
use crate::locales::words;
use crate::state::{Load, describe, use_catalogue, use_picks};
use crate::widgets::{cards, drawing, in_language, supplier_card};

/// Suppliers with a record, before the way to all of them.
const SUPPLIERS_SHOWN: usize = 6;
const RECENT_SHOWN: usize = 6;

pub fn home(language: Language) -> AnyView {
    let all = words(language);
    let words = &all.home;
    describe(language, "", words.title);
    let catalogue = use_catalogue();
    let content = move || match catalogue.front() {
        Load::Waiting => skeleton_cards(),
        Load::Failed(error) => trouble(language, error),
        Load::Ready(front) => view! {
            {departments(language, &front)}
            {after_paint(move || below(language, &front))}
        }
        .into_any(),
    };
    let lead = move || {
        catalogue.front().ready().map(|front| {
            let suppliers = u32::try_from(front.suppliers.len()).unwrap_or(u32::MAX);
            (words.lead)(
                &format::count(language, front.products),
                &format::count(language, suppliers),
            )
        })
    };
    view! {
        <section class="hero"><div>
            <h1 tabindex="-1">{words.title}</h1>
            <p class="lead">{live(lead)}</p>
            <p class="actions">
                <a class="button primary" href=Place::Products.address(language)>{words.browse_all}</a>
                <a class="button" href=Place::Need.address(language)>{all.need.title}</a>
            </p>
        </div></section>
        {live(content)}
    }
    .into_any()
}

/// What comes below the first screen, in two steps, so that the page answers between them.
fn below(language: Language, front: &Arc<Front>) -> AnyView {
    let words = &words(language).home;
    let front = front.clone();
    view! {
        {recent(language)}
        <section class="page">
            <h2>{words.newest}</h2>
            {cards(language, &front, &front.newest, |_| front.newest_drawings.clone())}
        </section>
        {after_paint(move || view! { {trust(language)} {suppliers(language, &front)} }.into_any())}
    }
    .into_any()
}

fn departments(language: Language, front: &Front) -> AnyView {
    let all = words(language);
    let tile = |department: &Department| {
        let count = (all.list.products)(
            department.products,
            &format::count(language, department.products),
        );
        let example = department
            .categories
            .iter()
            .max_by_key(|category| category.products)
            .map(|category| drawing(&front.example_drawings, &category.example, None, false));
        view! {
            <li>
                <a class="tile" href=Place::Department(&department.slug).address(language)>
                    {example}
                    <span class="name">{in_language(language, &department.name)}</span>
                    <small>{count}</small>
                    <span class="summary">{in_language(language, &department.summary)}</span>
                </a>
            </li>
        }
    };
    view! {
        <section class="page">
            <h2>{all.site.departments}</h2>
            <ul class="tiles departments">{front.departments.iter().map(tile).collect_view()}</ul>
        </section>
    }
    .into_any()
}

/// What the reader looked at lately, once the list is there to name it.
fn recent(language: Language) -> AnyView {
    let seen = use_picks().recent();
    if seen.ids().is_empty() {
        return ().into_any();
    }
    let catalogue = use_catalogue();
    live(move || {
        let Load::Ready((front, shelf)) = catalogue.shelf() else {
            return ().into_any();
        };
        let list = &shelf.list;
        let rows = seen.ids().iter().filter_map(|id| list.find(id)).take(RECENT_SHOWN);
        let products: Vec<Card> = rows.map(|row| list.card(row)).collect();
        view! {
            <section class="page">
                <h2>{words(language).home.recent}</h2>
                {cards(language, &front, &products, |category| crate::widgets::drawings_of(&front, category).to_owned())}
            </section>
        }
        .into_any()
    })
    .into_any()
}

fn trust(language: Language) -> AnyView {
    let words = &words(language).home;
    let points = words
        .trust_points
        .iter()
        .map(|&(title, text)| view! { <li><h3>{title}</h3><p>{text}</p></li> })
        .collect_view();
    view! {
        <section class="band">
            <div class="page">
                <h2>{words.trusted}</h2>
                <ul class="points">{points}</ul>
                <a href=Place::About.address(language)>{words.learn_more}</a>
            </div>
        </section>
    }
    .into_any()
}

fn suppliers(language: Language, front: &Front) -> AnyView {
    let words = &words(language).home;
    let cards = front
        .suppliers
        .iter()
        .take(SUPPLIERS_SHOWN)
        .map(|supplier| view! { <li>{supplier_card(language, supplier)}</li> })
        .collect_view();
    view! {
        <section class="page">
            <h2>{words.suppliers}</h2>
            <ul class="supplier-cards">{cards}</ul>
            <a class="button" href=Place::Suppliers.address(language)>{words.all_suppliers}</a>
        </section>
    }
    .into_any()
}
