//! The products of a page: a table on a desktop, cards on a phone, from the same rows.
//!
//! The roles are written out because the style sheet lays the rows out anew, which would take a table's meaning away.

use api_types::address::{Language, Place};
use browser::format;
use leptos::prelude::*;
use markup::view;
use workflow::browse::{Filter, PAGE_SIZE, Sort};

use super::Context;
use super::reasons::reasons;
use crate::components::{element, live, memo};
use crate::locales::{unit, words};
use crate::widgets::{compare_button, drawing, drawings_of, favourite_button, in_language, marked};

pub(super) fn table(context: &Context) -> AnyView {
    let words = &words(context.language).list;
    let listing = context.listing;
    // The rows, and before which of them those begin that have only some of the words.
    let rows = memo(move || {
        listing.with(|listing| {
            let before = listing.page * PAGE_SIZE;
            let some = listing
                .whole
                .checked_sub(before)
                .filter(|_| listing.whole < listing.total);
            (listing.rows.clone(), some)
        })
    });
    let filter = context.filter;
    let sorted = move |up: Sort, down: Option<Sort>| {
        live(move || {
            let sort = filter.with(Filter::order);
            match sort {
                sort if sort == up => Some("ascending"),
                sort if Some(sort) == down => Some("descending"),
                _ => None,
            }
        })
    };
    let context = context.clone();
    let body = move || {
        let (rows, some) = rows.get();
        let mut shown = Vec::new();
        for (at, row) in rows.into_iter().enumerate() {
            if some == Some(at) {
                shown.push(divider(&context));
            }
            shown.push(product(&context, row));
        }
        shown.into_any()
    };
    view! {
        <table class="products" role="table">
            <thead role="rowgroup">
                <tr role="row">
                    <th role="columnheader" scope="col" colspan="2" aria-sort=sorted(Sort::Name, None)>{words.product}</th>
                    <th role="columnheader" scope="col" class="figure" aria-sort=sorted(Sort::Price, Some(Sort::PriceDown))>{words.price}</th>
                    <th role="columnheader" scope="col" class="figure" aria-sort=sorted(Sort::Moq, None)>{words.moq}</th>
                    <th role="columnheader" scope="col" class="figure" aria-sort=sorted(Sort::LeadTime, None)>{words.lead_time}</th>
                    <th role="columnheader" scope="col" class="figure">{words.stock}</th>
                    <th role="columnheader" scope="col">{words.origin}</th>
                    <td role="cell"></td>
                </tr>
            </thead>
            <tbody role="rowgroup">
                {live(body)}
            </tbody>
        </table>
    }
    .into_any()
}

/// Between the products that have every word and those that have some.
fn divider(context: &Context) -> AnyView {
    let words = &words(context.language).search;
    let text = match context.listing.with(|listing| listing.whole) {
        0 => words.only_some,
        _ => words.some,
    };
    let cell = element("td", "").with("role", "cell").with("colspan", "8");
    element("tr", "divider")
        .with("role", "row")
        .child(cell.text(text).view())
        .view()
}

fn product(context: &Context, row: usize) -> AnyView {
    let language = context.language;
    let words = &words(language).list;
    let list = &context.shelf.list;
    let at = |column: &[u16]| usize::from(column[row]);
    let id = &list.id[row];
    let name = match language {
        Language::English => &list.name_en[row],
        Language::Chinese => &list.name_zh[row],
    };
    let found = context.found();
    let found = found.as_ref().map(|reply| reply.answer.words.as_slice());
    let name = marked(name, found.unwrap_or_default());
    let supplier = context.front.suppliers.get(at(&list.supplier));
    let category = &list.categories[at(&list.category)];
    let file = drawings_of(&context.front, category).to_owned();
    let address = Place::Product(id).address(language);
    let currency = &list.currencies[at(&list.currency)];
    let unit = unit(language, &list.units[at(&list.unit)]).to_owned();
    let first = format::price(language, list.price[row], currency);
    let lowest = (list.lowest_price[row] < list.price[row])
        .then(|| (words.from)(&format::price(language, list.lowest_price[row], currency)));
    let days = u32::from(list.lead_time_days[row]);
    let stock = match list.stock[row] {
        0 => view! { <span class="none">{words.out_of_stock}</span> }.into_any(),
        stock => format::count(language, stock).into_any(),
    };
    view! {
        <tr role="row">
            <td role="cell" class="picture"><a href=address.clone() tabindex="-1" aria-hidden="true">{drawing(&file, id, None, false)}</a></td>
            <th role="rowheader" scope="row" class="what">
                <a href=address>{name}</a>
                <small><span class="sku">{list.sku[row].clone()}</span> <span>{supplier.map(|supplier| in_language(language, &supplier.name))}</span></small>
                {reasons(context, row)}
            </th>
            <td role="cell" class="figure price"><b>{first}</b> " " <small class="unit">{(words.per)(&unit)}</small> " " <small class="lowest">{lowest}</small></td>
            <td role="cell" class="figure"><span class="cell-label">{words.moq}</span> {format::count(language, list.moq[row])} " " <small class="unit">{unit}</small></td>
            <td role="cell" class="figure"><span class="cell-label">{words.lead_time}</span> {(words.days)(days, &format::count(language, days))}</td>
            <td role="cell" class="figure stock"><span class="cell-label">{words.stock}</span> {stock}</td>
            <td role="cell" class="origin">{format::country(language, &list.origins[at(&list.origin)])}</td>
            <td role="cell" class="buttons">{favourite_button(language, id, false)} {compare_button(language, id, false)}</td>
        </tr>
    }
    .into_any()
}
