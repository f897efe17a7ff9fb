use leptos::prelude::*;

/// A symbol of `public/icons.svg`. Says nothing to screen readers: the words beside it do.
pub fn icon(name: &'static str) -> AnyView {
    view! {
        <svg class="icon" aria-hidden="true">
            <use href=format!("icons.svg#{name}")></use>
        </svg>
    }
    .into_any()
}
