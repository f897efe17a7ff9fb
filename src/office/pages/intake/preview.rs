use browser::document;
use leptos::prelude::*;
use markup::view;

use super::Page;
use crate::components::{effect, live};
use crate::locales::words;
use crate::pages::shown;

/// One product as the buyer sees it, beside the list.
pub(super) fn preview(page: Page) -> AnyView {
    let words = &words(page.language).intake;
    let shown = page.know(|intake| intake.shown.clone().and_then(|(_, shown)| shown));
    effect(move || {
        if shown.with(Option::is_some) {
            request_animation_frame(|| document::focus(".preview h2"));
        }
    });
    let card = move || {
        let shown = shown.get()?;
        let head = view! {
            <div class="preview-head"><p class="note">{words.preview}" · "{(words.row_number)(shown.number)}</p>{page.close()}</div>
        };
        Some(shown::shown(page.language, &shown, head))
    };
    live(card).into_any()
}
