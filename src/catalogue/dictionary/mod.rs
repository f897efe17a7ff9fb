//! The words of the catalogue: departments, categories, and what attributes are called and measured in.

mod tables;

use std::collections::BTreeMap;

use domain::{AttributeKind, Slug, Text, Unit};

use crate::diagnostic::Diagnostic;

#[derive(Clone, Debug, PartialEq)]
pub struct Department {
    pub slug: Slug,
    pub name: Text,
    /// What is in it, one line.
    pub summary: Text,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Category {
    pub slug: Slug,
    /// Slug of the department that it is in.
    pub department: Slug,
    pub name: Text,
    /// The shape that stands for its products if they name none.
    pub picture: Slug,
}

/// What an attribute's key means.
#[derive(Clone, Debug, PartialEq)]
pub struct AttributeKey {
    pub key: String,
    pub name: Text,
    pub kind: AttributeKind,
    /// Of its numbers, where they have one.
    pub unit: Option<Unit>,
}

/// The bytes of the three files of a dictionary.
#[derive(Clone, Copy, Debug)]
pub struct DictionaryFiles<'a> {
    pub departments: &'a [u8],
    pub categories: &'a [u8],
    pub attributes: &'a [u8],
}

#[derive(Clone, Debug, PartialEq)]
pub struct Dictionary {
    departments: Vec<Department>,
    categories: Vec<Category>,
    attributes: Vec<AttributeKey>,
    category_places: BTreeMap<String, usize>,
    attribute_places: BTreeMap<String, usize>,
}

impl Dictionary {
    /// The dictionary of the hub.
    #[must_use]
    pub fn standard() -> Self {
        let files = DictionaryFiles {
            departments: include_bytes!("departments.csv"),
            categories: include_bytes!("categories.csv"),
            attributes: include_bytes!("attributes.csv"),
        };
        Self::read(files).expect("the files beside this one are read by a test")
    }

    /// Any diagnostic, be it a warning, refuses a dictionary: all else is judged by it.
    pub fn read(files: DictionaryFiles<'_>) -> Result<Self, Vec<Diagnostic>> {
        let (departments, mut diagnostics) = tables::departments(files.departments);
        let (categories, more) = tables::categories(files.categories, &departments);
        diagnostics.extend(more);
        let (attributes, more) = tables::attributes(files.attributes);
        diagnostics.extend(more);
        if !diagnostics.is_empty() {
            return Err(diagnostics);
        }
        let places = |keys: Vec<&str>| {
            (0..)
                .zip(keys)
                .map(|(at, key)| (key.to_owned(), at))
                .collect()
        };
        Ok(Self {
            category_places: places(categories.iter().map(|have| have.slug.as_str()).collect()),
            attribute_places: places(attributes.iter().map(|have| have.key.as_str()).collect()),
            departments,
            categories,
            attributes,
        })
    }

    /// In the order of the menus.
    #[must_use]
    pub fn departments(&self) -> &[Department] {
        &self.departments
    }

    /// In the order of the menus.
    #[must_use]
    pub fn categories(&self) -> &[Category] {
        &self.categories
    }

    #[must_use]
    pub fn attributes(&self) -> &[AttributeKey] {
        &self.attributes
    }

    #[must_use]
    pub fn category(&self, slug: &str) -> Option<&Category> {
        self.category_places
            .get(slug)
            .map(|at| &self.categories[*at])
    }

    #[must_use]
    pub fn attribute(&self, key: &str) -> Option<&AttributeKey> {
        self.attribute_places
            .get(key)
            .map(|at| &self.attributes[*at])
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Problem;

    #[test]
    fn the_dictionary_of_the_hub_is_sound() {
        let dictionary = Dictionary::standard();
        assert_eq!(dictionary.departments().len(), 9);
        assert!(90 <= dictionary.categories().len());
        let category = dictionary.category("hex-bolts").unwrap();
        assert_eq!(
            (category.department.as_str(), category.picture.as_str()),
            ("fasteners", "hex-bolt")
        );
        let key = dictionary.attribute("length").unwrap();
        assert_eq!(
            (key.kind, key.unit.map(Unit::code)),
            (AttributeKind::Number, Some("MMT"))
        );
        assert_eq!(dictionary.category("nonsense"), None);
        assert_eq!(dictionary.attribute("nonsense"), None);
    }

    #[test]
    fn every_slip_in_a_dictionary_is_named() {
        let files = DictionaryFiles {
            departments: "slug,name_en,name_zh,summary_en,summary_zh\ntools,Tools,工具,All,全部\ntools,Tools,工具,All,全部\n".as_bytes(),
            categories: "slug,department,name_en,name_zh,picture\nSaws,tools,Saws,锯,saw\nnuts,nonsense,Nuts,螺母,hex-nut\n".as_bytes(),
            attributes: "key,name_en,name_zh,kind,unit\nlength,Length,长度,size,MMT\nwidth,Width,宽度,number,mm\n".as_bytes(),
        };
        let diagnostics = Dictionary::read(files).unwrap_err();
        let problems: Vec<_> = diagnostics
            .iter()
            .map(|found| (found.row, found.problem.clone()))
            .collect();
        let expected = [
            (Some(3), Problem::RepeatedKey { row: 2 }),
            (Some(2), Problem::Slug),
            (Some(3), Problem::UnknownDepartment),
            (Some(2), Problem::AttributeKind),
            (Some(3), Problem::Unit),
        ];
        assert_eq!(problems, expected);
    }
}
