use leptos::prelude::*;
use markup::view;

/// Where the reader is: links from the top down, then the page itself.
pub fn breadcrumbs(label: &'static str, above: Vec<(String, String)>, here: String) -> AnyView {
    view! {
        <nav class="breadcrumbs" aria-label=label>
            <ol>
                {above
                    .into_iter()
                    .map(|(address, name)| view! { <li><a href=address>{name}</a></li> })
                    .collect_view()}
                <li aria-current="page">{here}</li>
            </ol>
        </nav>
    }
    .into_any()
}
