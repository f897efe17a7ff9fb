use catalogue::Dictionary;
use catalogue::dictionary::{Category, Department};
use domain::{Attribute, Product, Supplier, Text, Value};
use search::document::{Document, Field, Kind};

use crate::memo::Key;

/// Keys of attributes whose values name the thing itself and are typed as they are printed on it.
const CODES: [&str; 5] = [
    "standard",
    "designation",
    "cas_number",
    "un_number",
    "molecular_formula",
];
/// Between two texts of a field: no word of the one stands beside a word of the other.
const BREAK: &str = "\n";

/// What is indexed of a product, a category or a supplier: text by field, of which [`Document`]s borrow.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Indexed<'a> {
    kind: Kind,
    row: u32,
    key: &'a str,
    fields: [String; Field::ALL.len()],
}

impl<'a> Indexed<'a> {
    fn new(kind: Kind, row: usize, key: &'a str) -> Self {
        Self {
            kind,
            row: u32::try_from(row).expect("fewer than four thousand million products"),
            key,
            fields: Default::default(),
        }
    }

    pub fn document(&self) -> Document<'_> {
        Document {
            kind: self.kind,
            row: self.row,
            key: self.key,
            fields: self.fields.each_ref().map(String::as_str),
        }
    }

    /// All that a segment takes from it.
    pub fn note(&self, key: Key) -> Key {
        let number = [self.kind as u32, self.row].map(u32::to_le_bytes).concat();
        let key = key.text(&number).text(self.key.as_bytes());
        let fields = self.fields.iter();
        fields.fold(key, |key, field| key.text(field.as_bytes()))
    }

    fn add(&mut self, field: Field, text: &str) {
        if text.is_empty() {
            return;
        }
        let have = &mut self.fields[field as usize];
        if !have.is_empty() {
            have.push_str(BREAK);
        }
        have.push_str(text);
    }

    fn add_both(&mut self, field: Field, text: &Text) {
        self.add(field, &text.en);
        self.add(field, &text.zh);
    }
}

/// A product of a category; `row` is its row in the published list.
pub fn product<'a>(
    dictionary: &Dictionary,
    category: &Category,
    (id, product): (&'a str, &Product),
    supplier: &Text,
    row: usize,
) -> Indexed<'a> {
    let mut text = Indexed::new(Kind::Product, row, id);
    text.add(Field::NameEn, &product.name.en);
    text.add(Field::NameZh, &product.name.zh);
    let sku = product.sku.as_str();
    text.add(Field::Codes, sku);
    // Without its marks too, as many type it; the analysis does so only where it sees a number.
    let bare = sku.replace(['-', '.', '_'], "");
    if bare != sku {
        text.add(Field::Codes, &bare);
    }
    if let Some(gtin) = &product.gtin {
        text.add(Field::Codes, gtin.as_str());
    }
    // As customs write it and as people do.
    let hs = product.hs_code.digits();
    if let Some((heading, rest)) = hs.split_at_checked(4) {
        text.add(Field::Codes, &format!("{heading}.{rest}"));
    }
    text.add(Field::Codes, &hs);
    for attribute in &product.attributes {
        add_attribute(&mut text, dictionary, attribute);
    }
    for certificate in &product.certificates {
        text.add(Field::Attributes, &certificate.kind);
    }
    text.add_both(Field::Category, &category.name);
    if let Some(department) = department(dictionary, category) {
        text.add_both(Field::Category, &department.name);
    }
    text.add_both(Field::Supplier, supplier);
    text.add(Field::DescriptionEn, &product.description.en);
    text.add(Field::DescriptionZh, &product.description.zh);
    text
}

/// A category; `row` is its place among all.
pub fn category<'a>(dictionary: &Dictionary, category: &'a Category, row: usize) -> Indexed<'a> {
    let mut text = Indexed::new(Kind::Category, row, category.slug.as_str());
    text.add(Field::NameEn, &category.name.en);
    text.add(Field::NameZh, &category.name.zh);
    if let Some(department) = department(dictionary, category) {
        text.add_both(Field::Category, &department.name);
    }
    text
}

/// A supplier; `row` is their index in `Front::suppliers`.
pub fn supplier(supplier: &Supplier, row: usize) -> Indexed<'_> {
    let mut text = Indexed::new(Kind::Supplier, row, supplier.code.as_str());
    text.add(Field::NameEn, &supplier.name.en);
    text.add(Field::NameZh, &supplier.name.zh);
    text.add(Field::Codes, supplier.uen.as_str());
    for certificate in &supplier.certificates {
        text.add(Field::Attributes, &certificate.kind);
    }
    text.add(Field::DescriptionEn, &supplier.summary.en);
    text.add(Field::DescriptionZh, &supplier.summary.zh);
    text
}

/// `Length 40 mm`, `长度 40 mm`.
fn add_attribute(text: &mut Indexed, dictionary: &Dictionary, attribute: &Attribute) {
    let entry = dictionary.attribute(&attribute.key);
    let (en, zh) = match &attribute.value {
        Value::Code(code) => {
            if CODES.contains(&attribute.key.as_str()) {
                text.add(Field::Codes, code);
                return;
            }
            (code.clone(), code.clone())
        }
        Value::Text(value) => (value.en.clone(), value.zh.clone()),
        Value::Number(number) => {
            let unit = entry.and_then(|entry| entry.unit?.symbol());
            let value = unit.map_or_else(|| number.to_string(), |unit| format!("{number} {unit}"));
            (value.clone(), value)
        }
    };
    match entry {
        Some(entry) => {
            text.add(Field::Attributes, &format!("{} {en}", entry.name.en));
            text.add(Field::Attributes, &format!("{} {zh}", entry.name.zh));
        }
        None => text.add_both(Field::Attributes, &Text::new(en, zh)),
    }
}

fn department<'a>(dictionary: &'a Dictionary, category: &Category) -> Option<&'a Department> {
    let mut departments = dictionary.departments().iter();
    departments.find(|department| department.slug == category.department)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture::Market;

    /// The text of a field of the market's first product, `ant.bolts-m000-0`.
    fn field(field: Field) -> String {
        let market = Market::new();
        let dictionary = &market.dictionary;
        let bolt = ("ant.bolts-m000-0", &market.products[0]);
        let supplier = &market.suppliers[4].name;
        let indexed = product(dictionary, &dictionary.categories()[0], bolt, supplier, 7);
        let document = indexed.document();
        assert_eq!((document.row, document.key), (7, bolt.0));
        indexed.document().fields[field as usize].to_owned()
    }

    #[test]
    fn a_product_is_found_by_all_that_its_page_says_of_it() {
        for (at, text) in [
            (Field::NameEn, "bolts 0"),
            (Field::NameZh, "bolts 0（中文）"),
            (Field::Codes, "bolts-M000-0\nboltsM0000\n7318.15\n731815"),
            (Field::Category, "Bolts & screws\n螺栓与螺钉\nMetal\n金属"),
            (
                Field::Attributes,
                "Thread M0\n螺纹 M0\nLength 0 mm\n长度 0 mm\nFinish zinc\n表面处理 zinc（中文）\nISO 9001",
            ),
            (Field::Supplier, "ant\nant（中文）"),
            (Field::DescriptionEn, "A thing of size 0, number 0."),
        ] {
            assert_eq!(field(at), text);
        }
    }

    #[test]
    fn categories_and_suppliers_are_known_by_their_names_and_keys() {
        let market = Market::new();
        let dictionary = &market.dictionary;
        let bolts = category(dictionary, &dictionary.categories()[0], 0);
        let document = bolts.document();
        assert_eq!((document.kind, document.key), (Kind::Category, "bolts"));
        assert_eq!(document.fields[Field::NameZh as usize], "螺栓与螺钉");
        let ant = supplier(&market.suppliers[4], 0);
        let document = ant.document();
        assert_eq!((document.kind, document.key), (Kind::Supplier, "ant"));
        assert_eq!(document.fields[Field::Codes as usize], "209900001K");
    }
}
