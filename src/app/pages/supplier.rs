use api_types::address::{Language, Place};
use api_types::catalogue::{Supplier, SupplierCard};
use browser::{ApiError, format};
use leptos::prelude::*;
use markup::view;
use workflow::browse::Scope;

use super::browse::home;
use crate::components::{breadcrumbs, live, skeleton_cards, trouble};
use crate::listing::listing;
use crate::locales::words;
use crate::pages::not_found;
use crate::state::{Load, describe, use_catalogue};
use crate::widgets::{
    certificates, demonstration_badge, in_language, reliability, supplier_card, verification_badge,
};

/// All suppliers, the best checked first.
pub fn suppliers(language: Language) -> AnyView {
    let all = words(language);
    let words = &all.supplier;
    describe(language, words.title, words.lead);
    let catalogue = use_catalogue();
    let cards = move || match catalogue.front() {
        Load::Waiting => skeleton_cards(),
        Load::Failed(error) => trouble(language, error),
        Load::Ready(front) => {
            let cards = front
                .suppliers
                .iter()
                .map(|supplier| view! { <li>{supplier_card(language, supplier)}</li> });
            view! { <ul class="supplier-cards">{cards.collect_view()}</ul> }.into_any()
        }
    };
    view! {
        <div class="page wide">
            {breadcrumbs(all.site.you_are_here, vec![home(language)], all.site.suppliers.to_owned())}
            <h1 tabindex="-1">{words.title}</h1>
            <p class="lead">{words.lead}</p>
            <h2 class="visually-hidden">{all.site.suppliers}</h2>
            {live(cards)}
        </div>
    }
    .into_any()
}

/// One company and its products.
pub fn supplier(language: Language, code: String) -> AnyView {
    let catalogue = use_catalogue();
    live(move || match catalogue.suppliers() {
        Load::Waiting => skeleton_cards(),
        Load::Failed(ApiError::Missing) => not_found(language),
        Load::Failed(error) => trouble(language, error),
        Load::Ready((front, details)) => {
            let card = front
                .suppliers
                .iter()
                .find(|supplier| supplier.code == code);
            let detail = details
                .suppliers
                .iter()
                .find(|supplier| supplier.code == code);
            match (card, detail) {
                (Some(card), Some(detail)) => show(language, card, detail),
                _ => not_found(language),
            }
        }
    })
    .into_any()
}

fn show(language: Language, card: &SupplierCard, detail: &Supplier) -> AnyView {
    let all = words(language);
    let words = &all.supplier;
    let name = in_language(language, &card.name);
    describe(language, &name, &in_language(language, &card.summary));
    let above = vec![
        home(language),
        (
            Place::Suppliers.address(language),
            all.site.suppliers.to_owned(),
        ),
    ];
    let markets: Vec<String> = detail
        .export_markets
        .iter()
        .map(|code| format::country(language, code))
        .collect();
    let comma = if language == Language::English {
        ", "
    } else {
        "、"
    };
    let facts = [
        (words.legal_name, detail.legal_name.clone()),
        (words.uen, detail.uen.clone()),
        (words.address, detail.address.clone()),
        (words.founded, detail.founded.to_string()),
        (words.employees, format::count(language, detail.employees)),
        (words.export_markets, markets.join(comma)),
        (
            words.payment_terms,
            in_language(language, &detail.payment_terms),
        ),
    ];
    let facts = facts.map(|(name, value)| view! { <div><dt>{name}</dt><dd>{value}</dd></div> });
    view! {
        <div class="page wide">
            {breadcrumbs(all.site.you_are_here, above, name.clone())}
            <h1 tabindex="-1">{name.clone()}</h1>
            <p class="badges">
                {verification_badge(language, card.verification)}
                {card.demonstration.then(|| demonstration_badge(language))}
            </p>
            <div class="columns">
                <section>
                    <p class="lead">{in_language(language, &detail.about)}</p>
                    <h2>{words.reliability}</h2>
                    {reliability(language, card)}
                    <h2>{all.product.certificates}</h2>
                    {certificates(language, &detail.certificates)}
                </section>
                <section>
                    <h2>{words.company}</h2>
                    <dl class="facts">{facts.collect_view()}</dl>
                </section>
            </div>
            <h2>{(words.products_of)(&name)}</h2>
            {listing(language, Scope::Supplier(card.code.clone()))}
        </div>
    }
    .into_any()
}
