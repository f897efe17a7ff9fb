use std::sync::Arc;

use api_types::address::Language;
use leptos::prelude::*;
use markup::view;

use crate::components::{clicked, icon, live};
use crate::locales::words;
use crate::state::{use_picks, use_toast};

/// Keeps a product, or lets it go.
pub fn favourite_button(language: Language, id: &str, with_word: bool) -> AnyView {
    let words = &words(language).product;
    let picks = use_picks();
    let (id, clicked) = (id.to_owned(), id.to_owned());
    Toggle {
        symbol: "star",
        off: words.add_favourite,
        on: words.remove_favourite,
        with_word,
        is_on: Arc::new(move || picks.is_favourite(&id)),
    }
    .view(move || picks.toggle_favourite(&clicked))
}

/// Puts a product into the comparison, or takes it out.
pub fn compare_button(language: Language, id: &str, with_word: bool) -> AnyView {
    let words = &words(language).product;
    let picks = use_picks();
    let toast = use_toast();
    let (id, clicked) = (id.to_owned(), id.to_owned());
    Toggle {
        symbol: "scale",
        off: words.add_compare,
        on: words.remove_compare,
        with_word,
        is_on: Arc::new(move || picks.is_compared(&id)),
    }
    .view(move || {
        if !picks.toggle_compared(&clicked) {
            toast.show(words.compare_full);
        }
    })
}

struct Toggle {
    symbol: &'static str,
    off: &'static str,
    on: &'static str,
    with_word: bool,
    is_on: Arc<dyn Fn() -> bool + Send + Sync>,
}

impl Toggle {
    /// The name stays the same and the pressed state says the rest: a name that changes too would be announced twice.
    fn view(self, click: impl Fn() + 'static) -> AnyView {
        let (off, on, is_on) = (self.off, self.on, self.is_on.clone());
        let word = self.with_word.then(|| {
            view! { <span>{live(move || if is_on() { on } else { off })}</span> }
        });
        view! {
            <button
                class=if self.with_word { "button toggle" } else { "icon-button toggle" }
                type="button"
                aria-pressed=live(move || (self.is_on)().to_string())
                aria-label=self.off
                title=self.off
                on:click=clicked(click)
            >
                {icon(self.symbol)}
                {word}
            </button>
        }
        .into_any()
    }
}
