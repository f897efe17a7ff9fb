use api_types::address::{Language, Place};
use api_types::catalogue::SupplierCard;
use browser::format;
use leptos::prelude::*;
use markup::view;

use super::in_language;
use super::{demonstration_badge, reliability, verification_badge};
use crate::locales::words;

/// A supplier with what a buyer judges by, and the way to its page.
pub fn supplier_card(language: Language, supplier: &SupplierCard) -> AnyView {
    let products = (words(language).supplier.see_products)(
        supplier.products,
        &format::count(language, supplier.products),
    );
    view! {
        <article class="supplier-card">
            <h3><a href=Place::Supplier(&supplier.code).address(language)>{in_language(language, &supplier.name)}</a></h3>
            <p class="badges">
                {verification_badge(language, supplier.verification)}
                {supplier.demonstration.then(|| demonstration_badge(language))}
            </p>
            <p class="summary">{in_language(language, &supplier.summary)}</p>
            {reliability(language, supplier)}
            <p class="more">{products}</p>
        </article>
    }
    .into_any()
}
