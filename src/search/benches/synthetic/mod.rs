//! A catalogue as large as one likes, the same every time, that reads like the demonstration.
//!
//! Each product is a demonstration product made anew: its numbers moved along a series of preferred sizes, its material,
//! finish and color taken from all that the demonstration has, its brand, supplier and part number invented. Which
//! product is the model, and which words replace its own, follows Zipf's law, so that a few words stand everywhere and
//! most stand nowhere twice: what an index of a million products has to bear.

mod chance;
mod names;

use domain::{Product, Value};
use search::document::{Document, Field, Kind};

use chance::Chance;
use names::{brand, part_number, resize};

/// Far more suppliers than the demonstration has.
const SUPPLIERS: usize = 4_000;
/// Attributes whose values stand in names, too, and may be exchanged there.
const EXCHANGED: [&str; 4] = ["material", "finish", "colour", "coating"];

/// The demonstration, ready to be varied.
pub struct Synthetic {
    models: Vec<Model>,
    /// For each of [`EXCHANGED`], all values in both languages.
    values: [Vec<(String, String)>; EXCHANGED.len()],
}

struct Model {
    name: (String, String),
    category: String,
    description: (String, String),
    attributes: Vec<(usize, String, String)>,
    rest: String,
}

/// One invented product as text by field.
pub struct Goods {
    fields: [String; Field::ALL.len()],
}

impl Goods {
    pub fn document(&self, row: u32) -> Document<'_> {
        Document {
            kind: Kind::Product,
            row,
            key: "",
            fields: self.fields.each_ref().map(String::as_str),
        }
    }

    pub fn field(&self, field: Field) -> &str {
        &self.fields[field as usize]
    }
}

impl Synthetic {
    pub fn new(products: &[Product]) -> Self {
        let mut values: [Vec<(String, String)>; EXCHANGED.len()] = Default::default();
        let models = products.iter().map(|product| model(product, &mut values));
        Self {
            models: models.collect(),
            values,
        }
    }

    /// After which of the models the product of this number is made: products of one model are alike.
    pub fn model_of(&self, number: u32) -> usize {
        Chance::new(u64::from(number)).zipf(self.models.len())
    }

    /// The product of this number; the same for every size of catalogue.
    pub fn goods(&self, number: u32) -> Goods {
        let mut chance = Chance::new(u64::from(number));
        let model = &self.models[chance.zipf(self.models.len())];
        let factor = chance.below(9);
        let supplier = brand(chance.zipf(SUPPLIERS));
        let maker = brand(SUPPLIERS + chance.zipf(SUPPLIERS * 4));
        let mut name = (resize(&model.name.0, factor), resize(&model.name.1, factor));
        let mut attributes = resize(&model.rest, factor);
        for (kind, english, chinese) in &model.attributes {
            let pool = &self.values[*kind];
            let (new_english, new_chinese) = &pool[chance.zipf(pool.len())];
            name.0 = name.0.replace(english.as_str(), new_english);
            name.1 = name.1.replace(chinese.as_str(), new_chinese);
            attributes = format!("{attributes} {new_english} {new_chinese}");
        }
        let code = part_number(&maker, &name.0, number);
        let mut fields: [String; Field::ALL.len()] = Default::default();
        fields[Field::NameEn as usize] = format!("{maker} {}", name.0);
        fields[Field::NameZh as usize] = format!("{maker} {}", name.1);
        fields[Field::Codes as usize] = code;
        fields[Field::Category as usize].clone_from(&model.category);
        fields[Field::Attributes as usize] = attributes;
        fields[Field::Supplier as usize] = supplier;
        fields[Field::DescriptionEn as usize] = resize(&model.description.0, factor);
        fields[Field::DescriptionZh as usize] = resize(&model.description.1, factor);
        Goods { fields }
    }

    /// A query as buyers type them, for some product below `products`: part number, head and size, or Chinese name.
    pub fn query(&self, number: u32, products: u32) -> String {
        let mut chance = Chance::new(u64::from(number) ^ 0x5151_5151);
        let goods = self.goods(u32::try_from(chance.below(products as usize)).unwrap_or_default());
        let english: Vec<&str> = goods.field(Field::NameEn).split_whitespace().collect();
        match chance.below(8) {
            0 => goods.field(Field::Codes).to_owned(),
            // The maker stands first; a buyer mostly does not know it.
            1..=4 => english[1..]
                .iter()
                .take(4)
                .copied()
                .collect::<Vec<_>>()
                .join(" "),
            5 => english
                .iter()
                .take(3)
                .copied()
                .collect::<Vec<_>>()
                .join(" "),
            _ => {
                let chinese = goods.field(Field::NameZh).split_whitespace().skip(1);
                chinese.take(2).collect::<Vec<_>>().join(" ")
            }
        }
    }
}

fn model(product: &Product, values: &mut [Vec<(String, String)>; EXCHANGED.len()]) -> Model {
    let mut attributes = Vec::new();
    let mut rest = String::new();
    for attribute in &product.attributes {
        let kind = EXCHANGED.iter().position(|key| *key == attribute.key);
        match (&attribute.value, kind) {
            (Value::Text(text), Some(kind)) => {
                attributes.push((kind, text.en.clone(), text.zh.clone()));
                let pair = (text.en.clone(), text.zh.clone());
                if !values[kind].contains(&pair) {
                    values[kind].push(pair);
                }
            }
            (Value::Text(text), None) => rest += &format!("{} {} ", text.en, text.zh),
            (Value::Code(code), _) => rest += &format!("{code} "),
            (Value::Number(number), _) => rest += &format!("{number} "),
        }
    }
    Model {
        name: (product.name.en.clone(), product.name.zh.clone()),
        category: product.category.as_str().replace('-', " "),
        description: (
            product.description.en.clone(),
            product.description.zh.clone(),
        ),
        attributes,
        rest,
    }
}
