use std::sync::Arc;

use api_types::address::{Language, Place};
use api_types::catalogue::{Detail, Front, Sample};
use browser::{clock, format};
use leptos::prelude::*;
use markup::view;

use super::product::value;
use crate::components::{changed, clicked, icon, live, skeleton_rows};
use crate::locales::{Words, unit, words};
use crate::state::{Found, Load, describe, use_catalogue, use_picks};
use crate::widgets::{drawing, drawings_of, in_language, is_valid, price_per_unit};

/// A line of the table: what it is about, what each product says, and where a product is the best of them.
struct Row {
    name: String,
    cells: Vec<String>,
    /// Lower is better; none where no value is better than another.
    ranks: Option<Vec<i64>>,
}

pub fn compare(language: Language) -> AnyView {
    let all = words(language);
    let words = &all.compare;
    describe(language, words.title, words.lead);
    let catalogue = use_catalogue();
    let picks = use_picks();
    let differences = RwSignal::new(false);
    let table = move || {
        let compared = picks.compared();
        if compared.ids().is_empty() {
            return view! {
                <p>{words.empty}</p>
                <p><a class="button primary" href=Place::Products.address(language)>{all.list.all}</a></p>
            }
            .into_any();
        }
        let loads: Vec<_> = compared
            .ids()
            .iter()
            .map(|id| catalogue.product(id))
            .collect();
        if loads.iter().any(|load| matches!(load, Load::Waiting)) {
            return skeleton_rows();
        }
        // A product that left the catalogue leaves the comparison too.
        let found: Vec<(Arc<Front>, Found)> = loads.into_iter().filter_map(Load::ready).collect();
        table(language, &found, differences)
    };
    view! {
        <div class="page wide">
            <h1 tabindex="-1">{words.title}</h1>
            <p class="lead">{words.lead}</p>
            {live(table)}
        </div>
    }
    .into_any()
}

fn table(
    language: Language,
    found: &[(Arc<Front>, Found)],
    differences: RwSignal<bool>,
) -> AnyView {
    let words = words(language);
    let picks = use_picks();
    let heads = found
        .iter()
        .map(|(front, found)| head(language, front, found.detail()))
        .collect_view();
    let rows = rows(language, words, found);
    let body = move || {
        rows.iter()
            .filter(|row| !differences.get() || row.cells.iter().any(|cell| *cell != row.cells[0]))
            .map(|row| line(words, row))
            .collect_view()
            .into_any()
    };
    view! {
        <p class="compare-tools">
            <label class="check">
                <input type="checkbox" prop:checked=live(move || differences.get()) on:change=changed(move |event| differences.set(event_target_checked(&event)))/>
                <span>{words.compare.only_differences}</span>
            </label>
            <button class="link" type="button" on:click=clicked(move || picks.compare_none())>{words.compare.clear}</button>
        </p>
        <div class="scroller" tabindex="0" role="region" aria-label=words.compare.title>
            <table class="compare">
                <thead><tr><td></td>{heads}</tr></thead>
                <tbody>{live(body)}</tbody>
            </table>
        </div>
    }
    .into_any()
}

fn head(language: Language, front: &Front, product: &Detail) -> AnyView {
    let name = in_language(language, &product.name);
    let remove = (words(language).compare.remove)(&name);
    let picks = use_picks();
    let id = product.id.clone();
    view! {
        <th scope="col">
            <button class="icon-button" type="button" aria-label=remove.clone() title=remove on:click=clicked(move || { picks.toggle_compared(&id); })>{icon("x")}</button>
            <a href=Place::Product(&product.id).address(language)>
                {drawing(drawings_of(front, &product.category), &product.id, None, false)}
                {name}
            </a>
        </th>
    }
    .into_any()
}

fn line(words: &'static Words, row: &Row) -> AnyView {
    let best = row.ranks.as_ref().and_then(|ranks| {
        ranks
            .iter()
            .min()
            .filter(|best| ranks.iter().any(|rank| rank != *best))
    });
    let cells = row
        .cells
        .iter()
        .enumerate()
        .map(|(at, cell)| {
            let is_best = row.ranks.as_ref().zip(best).is_some_and(|(ranks, best)| ranks[at] == *best);
            let mark = is_best.then(|| view! { <span class="badge best">{words.compare.best}</span> });
            view! { <td>{if cell.is_empty() { "–".to_owned() } else { cell.clone() }} " " {mark}</td> }
        })
        .collect_view();
    view! { <tr><th scope="row">{row.name.clone()}</th>{cells}</tr> }.into_any()
}

fn rows(language: Language, words: &'static Words, found: &[(Arc<Front>, Found)]) -> Vec<Row> {
    let products: Vec<&Detail> = found.iter().map(|(_, found)| found.detail()).collect();
    let same_currency = products.iter().all(|product| {
        product.currency == products[0].currency && product.unit == products[0].unit
    });
    let each =
        |name: &str, cell: &dyn Fn(&Detail) -> String, rank: Option<&dyn Fn(&Detail) -> i64>| Row {
            name: name.to_owned(),
            cells: products.iter().map(|product| cell(product)).collect(),
            ranks: rank.map(|rank| products.iter().map(|product| rank(product)).collect()),
        };
    let first = |product: &Detail| product.price_breaks.first().map_or(0, |&(_, price)| price);
    let last = |product: &Detail| product.price_breaks.last().map_or(0, |&(_, price)| price);
    let priced = |product: &Detail, price: i64| {
        price_per_unit(language, price, &product.currency, &product.unit)
    };
    let counted = |product: &Detail, count: u32| {
        format!(
            "{} {}",
            format::count(language, count),
            unit(language, &product.unit)
        )
    };
    let first_rank: Option<&dyn Fn(&Detail) -> i64> =
        if same_currency { Some(&first) } else { None };
    let last_rank: Option<&dyn Fn(&Detail) -> i64> = if same_currency { Some(&last) } else { None };
    let list = &words.list;
    let supplier_of = |product: &Detail| {
        let front = &found[0].0;
        front
            .suppliers
            .iter()
            .find(|supplier| supplier.code == product.supplier)
            .cloned()
    };
    let today = clock::today();
    let mut rows = vec![
        each(
            list.supplier,
            &|p| supplier_of(p).map_or(String::new(), |s| in_language(language, &s.name)),
            None,
        ),
        each(
            words.supplier.verification_label,
            &|p| {
                supplier_of(p).map_or(String::new(), |s| {
                    words.supplier.verification[usize::from(s.verification.min(3))].to_owned()
                })
            },
            Some(&|p| supplier_of(p).map_or(0, |s| -i64::from(s.verification))),
        ),
        each(list.price, &|p| priced(p, first(p)), first_rank),
        each(
            list.lowest_price,
            &|p| {
                format!(
                    "{} ({})",
                    priced(p, last(p)),
                    counted(p, p.price_breaks.last().map_or(0, |&(from, _)| from))
                )
            },
            last_rank,
        ),
        each(
            list.moq,
            &|p| counted(p, p.moq),
            Some(&|p| i64::from(p.moq)),
        ),
        each(
            list.lead_time,
            &|p| {
                (list.days)(
                    u32::from(p.lead_time_days),
                    &format::count(language, u32::from(p.lead_time_days)),
                )
            },
            Some(&|p| i64::from(p.lead_time_days)),
        ),
        each(
            list.stock,
            &|p| {
                if p.stock == 0 {
                    list.out_of_stock.to_owned()
                } else {
                    counted(p, p.stock)
                }
            },
            Some(&|p| -i64::from(p.stock)),
        ),
        each(
            words.product.sample,
            &|p| {
                match p.sample {
                    Sample::Free => words.product.sample_free,
                    Sample::Paid => words.product.sample_paid,
                    Sample::None => words.product.sample_none,
                }
                .to_owned()
            },
            None,
        ),
        each(
            words.product.certificates,
            &|p| {
                p.certificates
                    .iter()
                    .filter(|c| is_valid(c, today))
                    .map(|c| c.kind.as_str())
                    .collect::<Vec<_>>()
                    .join(" · ")
            },
            None,
        ),
        each(list.origin, &|p| format::country(language, &p.origin), None),
        each(
            words.product.gross_weight,
            &|p| format!("{} kg", format::number(language, p.gross_weight_g / 1000.0)),
            None,
        ),
        each(words.product.hs_code, &|p| p.hs_code.clone(), None),
    ];
    rows.extend(attribute_rows(language, found));
    rows
}

/// Attributes in the order in which the products name them.
fn attribute_rows(language: Language, found: &[(Arc<Front>, Found)]) -> Vec<Row> {
    let mut keys: Vec<&str> = Vec::new();
    for attribute in found
        .iter()
        .flat_map(|(_, found)| &found.detail().attributes)
    {
        if !keys.contains(&attribute.key.as_str()) {
            keys.push(&attribute.key);
        }
    }
    keys.into_iter()
        .map(|key| {
            let name = found
                .iter()
                .find_map(|(_, found)| found.shard.labels.get(key))
                .map_or(key.to_owned(), |(name, _)| in_language(language, name));
            let cells = found
                .iter()
                .map(|(_, found)| {
                    let mut attributes = found.detail().attributes.iter();
                    attributes
                        .find(|attribute| attribute.key == key)
                        .map_or(String::new(), |attribute| {
                            value(language, &found.shard, attribute)
                        })
                })
                .collect();
            Row {
                name,
                cells,
                ranks: None,
            }
        })
        .collect()
}
