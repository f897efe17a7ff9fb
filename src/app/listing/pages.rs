//! The pages of a long list, as links: a page can be opened in a new tab, and Back returns to it.

use browser::format;
use leptos::prelude::*;
use leptos_router::hooks::use_location;
use markup::view;

use super::{Context, address_with};
use crate::components::live;
use crate::locales::words;

pub(super) fn pages(context: &Context) -> AnyView {
    let words = &words(context.language).list;
    let (language, filter, listing) = (context.language, context.filter, context.listing);
    let path = use_location().pathname;
    live(move || {
        let (page, pages) = listing.with(|listing| (listing.page, listing.pages));
        if pages < 2 {
            return ().into_any();
        }
        let link = |to: usize, name: String, rel: Option<&'static str>| {
            let mut filter = filter.get();
            filter.page = to;
            let address = path.with_untracked(|path| address_with(path, &filter));
            let current = (to == page).then_some("page");
            view! { <li><a href=address rel=rel aria-current=current>{name}</a></li> }
        };
        let number = |page: usize| format::count(language, u32::try_from(page + 1).unwrap_or(u32::MAX));
        let previous = (page > 0).then(|| link(page - 1, words.previous.to_owned(), Some("prev")));
        let next = (page + 1 < pages).then(|| link(page + 1, words.next.to_owned(), Some("next")));
        let numbered = near(page, pages)
            .into_iter()
            .map(|shown| match shown {
                Some(to) => link(to, number(to), None).into_any(),
                None => view! { <li aria-hidden="true">"…"</li> }.into_any(),
            })
            .collect_view();
        view! { <nav class="pages" aria-label=words.pages><ul>{previous} {numbered} {next}</ul></nav> }.into_any()
    })
    .into_any()
}

/// The first page, the last, this one and its neighbors; `None` where pages are left out.
fn near(page: usize, pages: usize) -> Vec<Option<usize>> {
    let mut shown = Vec::new();
    let mut last = None;
    for to in 0..pages {
        if to == 0 || to + 1 == pages || to.abs_diff(page) <= 1 {
            if last.is_some_and(|last| last + 1 < to) {
                shown.push(None);
            }
            shown.push(Some(to));
            last = Some(to);
        }
    }
    shown
}

#[cfg(test)]
mod tests {
    use super::near;

    #[test]
    fn far_pages_are_left_out() {
        let shown = |page, pages| -> String {
            near(page, pages)
                .iter()
                .map(|page| page.map_or(" … ".into(), |page: usize| format!("{page} ")))
                .collect()
        };
        assert_eq!(shown(0, 2), "0 1 ");
        assert_eq!(shown(5, 11), "0  … 4 5 6  … 10 ");
        assert_eq!(shown(1, 5), "0 1 2  … 4 ");
    }
}
