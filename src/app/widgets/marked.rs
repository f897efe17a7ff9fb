use leptos::prelude::*;
use search::ask::Word;
use workflow::marks::runs;

use crate::components::element;

/// A text with the letters marked that a search matched.
pub fn marked(text: &str, words: &[Word]) -> Vec<AnyView> {
    let show = |(is_marked, run): (bool, &str)| match is_marked {
        true => element("mark", "").text(run).view(),
        false => run.to_owned().into_any(),
    };
    runs(text, words).into_iter().map(show).collect()
}
