//! What narrows the list now, each with a way to take it off.

use leptos::prelude::*;
use markup::view;
use workflow::browse::{Filter, decimal};

use super::Context;
use super::facet_words::{Facet, choice};
use crate::components::{clicked, icon, live};
use crate::locales::words;

pub(super) fn chips(context: &Context) -> AnyView {
    let context = context.clone();
    let words = &words(context.language).list;
    live(move || {
        let filter = context.filter.get();
        if filter.conditions() == 0 {
            return ().into_any();
        }
        let go = context.go;
        let chips = conditions(&context, &filter)
            .into_iter()
            .map(|(name, without)| {
                let label = (words.remove)(&name);
                view! {
                    <button class="chip" type="button" aria-label=label on:click=clicked(move || go.run(without.clone()))>
                        {name} {icon("x")}
                    </button>
                }
            })
            .collect_view();
        let sort = filter.sort;
        view! {
            <p class="chips">
                {chips}
                <button class="link" type="button" on:click=clicked(move || go.run(Filter { sort, ..Filter::default() }))>{words.clear_all}</button>
            </p>
        }
        .into_any()
    })
    .into_any()
}

/// Each condition in words, and the filter without it.
fn conditions(context: &Context, filter: &Filter) -> Vec<(String, Filter)> {
    let words = &words(context.language).list;
    let start = filter.clone().from_the_start();
    let mut conditions = Vec::new();
    let mut add = |name: String, take_off: &dyn Fn(&mut Filter)| {
        let mut without = start.clone();
        take_off(&mut without);
        conditions.push((name, without));
    };
    if !filter.text.trim().is_empty() {
        add((words.searched)(filter.text.trim()), &|f| f.text.clear());
    }
    type Choices = fn(&mut Filter) -> &mut Vec<String>;
    let lists: [(Facet, &[String], Choices); 5] = [
        (Facet::Department, &filter.departments, |f| {
            &mut f.departments
        }),
        (Facet::Category, &filter.categories, |f| &mut f.categories),
        (Facet::Supplier, &filter.suppliers, |f| &mut f.suppliers),
        (Facet::Certificate, &filter.certificates, |f| {
            &mut f.certificates
        }),
        (Facet::Origin, &filter.origins, |f| &mut f.origins),
    ];
    for (facet, keys, choices) in lists {
        for key in keys {
            let name = choice(context.language, &context.front, facet, key);
            add(name, &|f| choices(f).retain(|have| have != key));
        }
    }
    if let Some(cents) = filter.price_at_most {
        add(
            format!("{} {}", words.price_at_most, decimal(cents)),
            &|f| f.price_at_most = None,
        );
    }
    if let Some(moq) = filter.moq_at_most {
        add(format!("{} {moq}", words.moq_at_most), &|f| {
            f.moq_at_most = None
        });
    }
    if let Some(days) = filter.lead_time_at_most {
        add(format!("{} {days}", words.lead_time_at_most), &|f| {
            f.lead_time_at_most = None
        });
    }
    if filter.in_stock {
        add(words.in_stock.to_owned(), &|f| f.in_stock = false);
    }
    if filter.sample {
        add(words.sample.to_owned(), &|f| f.sample = false);
    }
    conditions
}
