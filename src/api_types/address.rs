//! Addresses of the app, relative to its root, so that links hold under any sub-path.

use std::fmt;

/// The languages of the hub. The first segment of every address.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Language {
    #[default]
    English,
    Chinese,
}

impl Language {
    pub const ALL: [Self; 2] = [Language::English, Language::Chinese];

    /// As in addresses.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Language::English => "en",
            Language::Chinese => "zh",
        }
    }

    /// BCP 47, for `lang`, `hreflang` and number formats.
    #[must_use]
    pub fn tag(self) -> &'static str {
        match self {
            Language::English => "en-SG",
            Language::Chinese => "zh-Hans-CN",
        }
    }

    #[must_use]
    pub fn other(self) -> Self {
        match self {
            Language::English => Language::Chinese,
            Language::Chinese => Language::English,
        }
    }

    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|language| language.code() == code)
    }
}

/// A page, without its language and query.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place<'a> {
    Home,
    Products,
    Product(&'a str),
    Department(&'a str),
    Category(&'a str),
    Suppliers,
    Supplier(&'a str),
    Compare,
    Favourites,
    /// A sourcing request in plain words, and who suits it.
    Need,
    About,
}

impl Place<'_> {
    /// `en/products/abc`: no leading slash, resolved against the page's base.
    #[must_use]
    pub fn address(self, language: Language) -> String {
        format!("{}/{self}", language.code())
    }
}

impl fmt::Display for Place<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (folder, rest) = match *self {
            Place::Home => ("", ""),
            Place::Products => ("products", ""),
            Place::Product(id) => ("products/", id),
            Place::Department(slug) => ("departments/", slug),
            Place::Category(slug) => ("categories/", slug),
            Place::Suppliers => ("suppliers", ""),
            Place::Supplier(code) => ("suppliers/", code),
            Place::Compare => ("compare", ""),
            Place::Favourites => ("favourites", ""),
            Place::Need => ("need", ""),
            Place::About => ("about", ""),
        };
        f.write_str(folder)?;
        f.write_str(rest)
    }
}

impl<'a> Place<'a> {
    /// The page at a path below the language, such as `products/abc`. None where no page is.
    #[must_use]
    pub fn parse(path: &'a str) -> Option<Self> {
        let path = path.trim_end_matches('/');
        Some(match path.split_once('/').unwrap_or((path, "")) {
            ("", "") => Place::Home,
            ("products", "") => Place::Products,
            ("suppliers", "") => Place::Suppliers,
            ("compare", "") => Place::Compare,
            ("favourites", "") => Place::Favourites,
            ("need", "") => Place::Need,
            ("about", "") => Place::About,
            (_, name) if name.is_empty() || name.contains('/') => return None,
            ("products", id) => Place::Product(id),
            ("departments", slug) => Place::Department(slug),
            ("categories", slug) => Place::Category(slug),
            ("suppliers", code) => Place::Supplier(code),
            _ => return None,
        })
    }
}

/// The language of a path below the root, and the rest of it: `zh/products/abc` → Chinese, `products/abc`.
#[must_use]
pub fn split(path: &str) -> (Option<Language>, &str) {
    let path = path.trim_matches('/');
    let (first, rest) = path.split_once('/').unwrap_or((path, ""));
    match Language::from_code(first) {
        Some(language) => (Some(language), rest),
        None => (None, path),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_have_addresses_in_both_languages() {
        assert_eq!(Place::Home.address(Language::English), "en/");
        assert_eq!(
            Place::Product("ace.b4").address(Language::Chinese),
            "zh/products/ace.b4"
        );
        assert_eq!(Place::Suppliers.address(Language::English), "en/suppliers");
    }

    #[test]
    fn every_place_is_found_at_its_address() {
        let places = [
            Place::Home,
            Place::Products,
            Place::Product("ace.m8"),
            Place::Department("food"),
            Place::Category("nuts"),
            Place::Suppliers,
            Place::Supplier("ace"),
            Place::Compare,
            Place::Favourites,
            Place::Need,
            Place::About,
        ];
        for place in places {
            let address = place.address(Language::Chinese);
            assert_eq!(Place::parse(split(&address).1), Some(place), "{address}");
        }
        for nowhere in ["nowhere", "departments", "products/a/b", "about/us", "/"] {
            let place = Place::parse(nowhere);
            assert!(place.is_none() || nowhere == "/", "{nowhere}: {place:?}");
        }
    }

    #[test]
    fn an_address_is_split_from_its_language() {
        assert_eq!(
            split("/zh/products/abc"),
            (Some(Language::Chinese), "products/abc")
        );
        assert_eq!(split("en"), (Some(Language::English), ""));
        assert_eq!(split("/english/x"), (None, "english/x"));
        assert_eq!(split(""), (None, ""));
    }
}
