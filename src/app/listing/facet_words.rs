//! What a reader calls the keys of the address.

use api_types::address::Language;
use api_types::catalogue::{Front, Text};
use browser::format;

use crate::widgets::in_language;

/// The facets with choices.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Facet {
    Department,
    Category,
    Supplier,
    Origin,
    Certificate,
}

/// What a choice is called; the key itself where the catalogue no longer has it.
pub fn choice(language: Language, front: &Front, facet: Facet, key: &str) -> String {
    let named = |text: Option<&Text>| {
        text.map_or_else(|| key.to_owned(), |text| in_language(language, text))
    };
    match facet {
        Facet::Department => named(
            front
                .departments
                .iter()
                .find(|d| d.slug == key)
                .map(|d| &d.name),
        ),
        Facet::Category => {
            let mut categories = front
                .departments
                .iter()
                .flat_map(|department| &department.categories);
            named(
                categories
                    .find(|category| category.slug == key)
                    .map(|category| &category.name),
            )
        }
        Facet::Supplier => named(
            front
                .suppliers
                .iter()
                .find(|s| s.code == key)
                .map(|s| &s.name),
        ),
        Facet::Origin => format::country(language, key),
        Facet::Certificate => key.to_owned(),
    }
}
