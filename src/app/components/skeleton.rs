use leptos::prelude::*;
use markup::view;

/// The grey shape of a page of cards on its way.
pub fn skeleton_cards() -> AnyView {
    bones("bones cards")
}

/// The grey shape of a table on its way.
pub fn skeleton_rows() -> AnyView {
    bones("bones rows")
}

fn bones(class: &'static str) -> AnyView {
    let bones = (0..8).map(|_| view! { <i></i> }).collect_view();
    view! { <div class=class aria-busy="true">{bones}</div> }.into_any()
}
