use api_types::catalogue::{DIMENSIONS_SUFFIX, FOLDER, Front};
use leptos::prelude::*;
use markup::view;

/// A product's line drawing out of its category's file. Without a label it says nothing to screen readers: the name stands
/// beside it.
pub fn drawing(file: &str, id: &str, label: Option<String>, with_dimensions: bool) -> AnyView {
    let shape = format!("{FOLDER}{file}#{id}");
    let dimensions = with_dimensions.then(|| {
        let address = format!("{shape}{DIMENSIONS_SUFFIX}");
        view! { <use href=address></use> }
    });
    view! {
        <svg class="drawing" viewBox="0 0 240 180" role=label.as_ref().map(|_| "img") aria-hidden=label.is_none().then_some("true") aria-label=label>
            <use href=shape></use>
            {dimensions}
        </svg>
    }
    .into_any()
}

/// The file of a category's drawings.
pub fn drawings_of<'a>(front: &'a Front, category: &str) -> &'a str {
    let mut categories = front
        .departments
        .iter()
        .flat_map(|department| &department.categories);
    categories
        .find(|have| have.slug == category)
        .map_or("", |category| &category.drawings)
}
