use api_types::address::{Language, Place};
use api_types::catalogue::{Category, Department, Front};
use browser::format;
use leptos::prelude::*;
use markup::view;
use workflow::browse::Scope;

use crate::components::{breadcrumbs, live, skeleton_rows, trouble};
use crate::listing::listing;
use crate::locales::words;
use crate::pages::not_found;
use crate::state::{Load, describe, use_catalogue};
use crate::widgets::{drawing, in_language};

/// All products, and the answers of the search box.
pub fn products(language: Language) -> AnyView {
    let words = words(language);
    describe(language, words.list.all, words.site.tagline);
    view! {
        <div class="page wide">
            {breadcrumbs(words.site.you_are_here, vec![home(language)], words.list.all.to_owned())}
            <h1 tabindex="-1">{words.list.all}</h1>
            {listing(language, Scope::All)}
        </div>
    }
    .into_any()
}

pub fn department(language: Language, slug: String) -> AnyView {
    with_front(move |front| {
        let Some(department) = front
            .departments
            .iter()
            .find(|department| department.slug == slug)
        else {
            return not_found(language);
        };
        let name = in_language(language, &department.name);
        let summary = in_language(language, &department.summary);
        describe(language, &name, &summary);
        let scope = Scope::Department(
            department
                .categories
                .iter()
                .map(|category| category.slug.clone())
                .collect(),
        );
        view! {
            <div class="page wide">
                {breadcrumbs(words(language).site.you_are_here, vec![home(language)], name.clone())}
                <h1 tabindex="-1">{name}</h1>
                <p class="lead">{summary}</p>
                {categories(language, front, department)}
                {listing(language, scope)}
            </div>
        }
        .into_any()
    })
}

pub fn category(language: Language, slug: String) -> AnyView {
    with_front(move |front| {
        let of = |department: &&Department| {
            department
                .categories
                .iter()
                .any(|category| category.slug == slug)
        };
        let found = front.departments.iter().find(of).and_then(|department| {
            department
                .categories
                .iter()
                .find(|category| category.slug == slug)
                .map(|category| (department, category))
        });
        let Some((department, category)) = found else {
            return not_found(language);
        };
        let name = in_language(language, &category.name);
        describe(language, &name, &in_language(language, &department.summary));
        let above = (
            Place::Department(&department.slug).address(language),
            in_language(language, &department.name),
        );
        view! {
            <div class="page wide">
                {breadcrumbs(words(language).site.you_are_here, vec![home(language), above], name.clone())}
                <h1 tabindex="-1">{name}</h1>
                {listing(language, Scope::Category(slug.clone()))}
            </div>
        }
        .into_any()
    })
}

/// The first link of every trail.
pub(super) fn home(language: Language) -> (String, String) {
    (
        Place::Home.address(language),
        words(language).site.home.to_owned(),
    )
}

fn with_front(show: impl Fn(&Front) -> AnyView + Send + 'static) -> AnyView {
    let catalogue = use_catalogue();
    let language = crate::state::use_language();
    live(move || match catalogue.front() {
        Load::Waiting => skeleton_rows(),
        Load::Failed(error) => trouble(language.get_untracked(), error),
        Load::Ready(front) => show(&front),
    })
    .into_any()
}

fn categories(language: Language, front: &Front, department: &Department) -> AnyView {
    let tile = |category: &Category| {
        view! {
            <li>
                <a class="tile" href=Place::Category(&category.slug).address(language)>
                    {drawing(&front.example_drawings, &category.example, None, false)}
                    <span class="name">{in_language(language, &category.name)}</span>
                    <small>{format::count(language, category.products)}</small>
                </a>
            </li>
        }
    };
    view! { <ul class="tiles categories">{department.categories.iter().map(tile).collect_view()}</ul> }.into_any()
}
