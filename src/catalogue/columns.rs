//! Which column of a file is which of the template's, when people have named them in their own way.

use crate::column::{Need, Source};
use crate::products::ProductColumn;

/// A column of the template of products.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TemplateColumn {
    /// As the template has it: `price_breaks`.
    pub name: &'static str,
    /// Whether no cell of it may be blank.
    pub is_required: bool,
    pub label_en: &'static str,
    pub label_zh: &'static str,
}

/// In the order of the template: column, what it is called in English and in Chinese, and what else people write over
/// it, joined with `;`.
const NAMES: &str = include_str!("dictionary/columns.tsv");

struct Names {
    column: &'static str,
    en: &'static str,
    zh: &'static str,
    more: &'static str,
}

impl Names {
    fn all() -> impl Iterator<Item = Names> {
        NAMES.lines().filter_map(|line| {
            let mut cells = line.split('\t');
            Some(Names {
                column: cells.next()?,
                en: cells.next()?,
                zh: cells.next()?,
                more: cells.next()?,
            })
        })
    }

    /// What may stand over the column, folded.
    fn usual(&self) -> impl Iterator<Item = String> {
        let names = [self.column, self.en, self.zh];
        names.into_iter().chain(self.more.split(';')).map(fold)
    }
}

/// The columns of the template of products, in its order.
pub fn template() -> impl Iterator<Item = TemplateColumn> {
    ProductColumn::COLUMNS
        .iter()
        .zip(Names::all())
        .map(|(column, names)| TemplateColumn {
            name: column.name,
            is_required: column.need == Need::Filled,
            label_en: names.en,
            label_zh: names.zh,
        })
}

/// Says for each column of the template which column of a file, by its names, seems to be meant: the template's own name
/// first, then what a person `chose` before (name in the file, column of the template), then what is usual.
/// Every column of the file is used once at most.
#[must_use]
pub fn guess(names: &[&str], chosen: &[(String, String)]) -> Vec<Source> {
    let folded: Vec<String> = names.iter().map(|name| fold(name)).collect();
    let columns: Vec<Names> = Names::all().collect();
    let mut sources = vec![Source::Absent; columns.len()];
    let mut is_used = vec![false; names.len()];
    let mut find = |is_meant: &dyn Fn(&Names, usize) -> bool| {
        for (source, column) in sources.iter_mut().zip(&columns) {
            if *source != Source::Absent {
                continue;
            }
            let mut places = (0..names.len()).filter(|place| !is_used[*place]);
            if let Some(place) = places.find(|place| is_meant(column, *place)) {
                is_used[place] = true;
                *source = Source::Place(place);
            }
        }
    };
    find(&|column, place| names[place].trim().eq_ignore_ascii_case(column.column));
    let of_place = |place: usize| {
        let mut chosen = chosen.iter();
        chosen.find(|(name, _)| fold(name) == folded[place])
    };
    find(&|column, place| of_place(place).is_some_and(|(_, to)| to == column.column));
    find(&|column, place| {
        // What was chosen for another column is not meant for this one.
        of_place(place).is_none()
            && !folded[place].is_empty()
            && column.usual().any(|usual| usual == folded[place])
    });
    sources
}

/// Letters and digits in lower case, without what stands in brackets behind them.
fn fold(name: &str) -> String {
    let name = name.trim();
    let end = name.find(['(', '（', '[']).filter(|end| 0 < *end);
    name[..end.unwrap_or(name.len())]
        .chars()
        .filter(|character| character.is_alphanumeric())
        .flat_map(char::to_lowercase)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn guessed(names: &[&str], chosen: &[(String, String)]) -> Vec<(&'static str, usize)> {
        let sources = guess(names, chosen);
        let named = template().zip(sources);
        named
            .filter_map(|(column, source)| match source {
                Source::Place(place) => Some((column.name, place)),
                _ => None,
            })
            .collect()
    }

    #[test]
    fn names_stand_in_the_order_of_the_template() {
        let ours: Vec<_> = Names::all().map(|names| names.column).collect();
        let template: Vec<_> = template().map(|column| column.name).collect();
        assert_eq!(ours, template);
    }

    #[test]
    fn no_usual_name_has_two_meanings() {
        let mut all: Vec<String> = Vec::new();
        for names in Names::all() {
            let mut usual: Vec<String> = names.usual().collect();
            usual.sort();
            usual.dedup();
            all.extend(usual);
        }
        all.sort();
        let twice: Vec<_> = all.windows(2).filter(|pair| pair[0] == pair[1]).collect();
        assert!(twice.is_empty(), "{twice:?}");
    }

    #[test]
    fn usual_names_are_known_in_both_languages() {
        let names = [
            "Item No.",
            "品名",
            "Unit Price (SGD)",
            "MOQ",
            "毛重(kg)",
            "remarks",
            "SKU",
        ];
        let expected = [
            ("sku", 6),
            ("name_zh", 1),
            ("price_breaks", 2),
            ("moq", 3),
            ("gross_weight_kg", 4),
        ];
        assert_eq!(guessed(&names, &[]), expected);
    }

    #[test]
    fn what_a_person_chose_comes_before_what_is_usual() {
        let chosen = [("Model".to_owned(), "name_en".to_owned())];
        assert_eq!(guessed(&["model", "name"], &chosen), [("name_en", 0)]);
    }
}
