use std::fmt;

use api_types::address::{Language, Place, split};

use crate::Parts;

/// A page in a language. Shown as its path below the root of the site: `en/products/abc`, `zh`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Address<'a> {
    pub language: Language,
    pub place: Place<'a>,
}

impl<'a> Address<'a> {
    /// Reads a path below the root of the site, with or without slashes around it. Whether the catalogue has what it
    /// names is for [`super::content`] to say.
    #[must_use]
    pub fn parse(path: &'a str) -> Option<Self> {
        let (language, rest) = split(path);
        let place = Place::parse(rest)?;
        language.map(|language| Self { language, place })
    }

    /// From the folder of this page up to the root of the site: `../../`.
    #[must_use]
    pub fn base(&self) -> String {
        "../".repeat(1 + self.to_string().matches('/').count())
    }

    /// The same page in another language.
    #[must_use]
    pub fn in_language(self, language: Language) -> Self {
        Self { language, ..self }
    }
}

impl fmt::Display for Address<'_> {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.place.address(self.language).trim_end_matches('/'))
    }
}

/// Every page of a catalogue, in both languages.
pub fn addresses(parts: &Parts) -> impl Iterator<Item = Address<'_>> {
    let fixed = [
        Place::Home,
        Place::Products,
        Place::Suppliers,
        Place::Compare,
        Place::Favourites,
        Place::Need,
        Place::About,
    ];
    let departments = parts.front.departments.iter();
    let categories = departments.clone().flat_map(|have| &have.categories);
    let places: Vec<Place> = (fixed.into_iter())
        .chain(departments.map(|have| Place::Department(&have.slug)))
        .chain(categories.map(|have| Place::Category(&have.slug)))
        .chain(
            parts
                .suppliers
                .iter()
                .map(|have| Place::Supplier(&have.code)),
        )
        .chain(parts.products.iter().map(|have| Place::Product(&have.id)))
        .collect();
    Language::ALL.into_iter().flat_map(move |language| {
        let places = places.clone();
        places
            .into_iter()
            .map(move |place| Address { language, place })
    })
}
