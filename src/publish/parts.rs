use std::collections::BTreeMap;

use api_types::catalogue::{
    Category, Department, Detail, EngineParts, FRONT_PATH, FileRef, Front, ShardRef, Supplier,
    Suppliers, encode,
};
use serde::Serialize;
use thiserror::Error;

use crate::card::card;
use crate::detail::detail;
use crate::drawings::{drawings, picture};
use crate::engine;
use crate::goods::{Goods, Item, Places, wire};
use crate::hash::name_hash;
use crate::list::list;
use crate::memo::Memo;
use crate::newest::newest;
use crate::shards::shards;
use crate::similar::similar;
use crate::supplier::{supplier, supplier_card};

/// Two rows of six on a desktop, six of two on a phone.
const NEWEST: usize = 12;

/// The published catalogue: its files, and the same as values for whoever writes pages about it.
#[derive(Clone, Debug, PartialEq)]
pub struct Parts {
    pub front: Front,
    /// In the order of their ids.
    pub products: Vec<Detail>,
    /// In the order of [`Front::suppliers`].
    pub suppliers: Vec<Supplier>,
    /// `front.bin` first. Names are relative to `api_types::catalogue::FOLDER`; all but that first one say what is in
    /// the file, so that it can be kept for ever.
    pub files: Vec<File>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    pub name: String,
    pub bytes: Vec<u8>,
}

/// What checked products can still have wrong: how they fit each other.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum PublishError {
    #[error("product {product} is of the unknown category {category}")]
    Category { product: String, category: String },
    #[error("product {product} is of the unknown supplier {supplier}")]
    Supplier { product: String, supplier: String },
    #[error("two products have the id {product}")]
    Twice { product: String },
    #[error("product {product} asks for the unknown picture {picture}")]
    Picture { product: String, picture: String },
    #[error("the exchange rate is zero, below, or beyond a thousand")]
    Rate,
}

/// Makes the parts of the catalogue.
pub fn publish(goods: &Goods) -> Result<Parts, PublishError> {
    publish_again(goods, &mut Memo::default())
}

/// The same for whoever publishes again and again: the same parts, sooner.
pub fn publish_again(goods: &Goods, memo: &mut Memo) -> Result<Parts, PublishError> {
    let places = Places::new(goods);
    let ids: Vec<String> = goods
        .products
        .iter()
        .map(|product| product.id().as_str().to_owned())
        .collect();
    let items = items(goods, &places, &ids)?;
    let mut files = Files::default();

    let mut shelves: Vec<Vec<Item>> = vec![Vec::new(); goods.dictionary.categories().len()];
    for item in &items {
        shelves[item.category].push(*item);
    }
    let departments = departments(goods, &shelves, &mut files)?;

    let examples: Vec<Item> = departments
        .iter()
        .flat_map(|department| &department.categories)
        .filter_map(|category| {
            let at = items.binary_search_by_key(&category.example.as_str(), |item| item.id);
            at.ok().map(|at| items[at])
        })
        .collect();

    let products: Vec<Detail> = items
        .iter()
        .map(|item| {
            let similar = similar(item, &shelves[item.category]);
            detail(item.id, item.product, similar.iter().map(card).collect())
        })
        .collect();
    let mut refs = Vec::new();
    for shard in shards(goods, &products, memo) {
        refs.push(ShardRef {
            first: shard.products[0].id.clone(),
            file: files.part("products", &shard),
        });
    }

    let mut sold: BTreeMap<u16, Vec<Item>> = BTreeMap::new();
    for item in &items {
        sold.entry(item.supplier).or_default().push(*item);
    }
    let of = |at: u16| sold.get(&at).map_or(&[][..], Vec::as_slice);
    let suppliers: Vec<Supplier> = (0..)
        .zip(&places.suppliers)
        .map(|(at, company)| supplier(goods, company, of(at)))
        .collect();
    let supplier_cards = (0..)
        .zip(&places.suppliers)
        .map(|(at, company)| supplier_card(company, of(at).len()))
        .collect();

    let newest = newest(goods, &items, NEWEST);
    let mut front = Front {
        version: String::new(),
        published_on: goods.published_on.to_string(),
        products: count(items.len()),
        rate: goods.rate.clone(),
        departments,
        suppliers: supplier_cards,
        newest: newest.iter().map(card).collect(),
        list: files.part("list", &list(&items)),
        supplier_details: files.part(
            "suppliers",
            &Suppliers {
                suppliers: suppliers.clone(),
            },
        ),
        newest_drawings: files.svg("drawings-newest", drawings(goods, &newest)?),
        example_drawings: files.svg("drawings-examples", drawings(goods, &examples)?),
        shards: refs,
        engine: EngineParts::default(),
    };
    front.engine = engine::parts(goods, &places, &items, &front, (&mut files, &mut *memo))?;
    memo.turn_over();
    // Everything else the front holds is in the parts it names, or changes with them; the rate and the day do not.
    front.version = name_hash(&encode(&front));
    let mut files = files.0;
    let name = FRONT_PATH.rsplit('/').next().unwrap_or(FRONT_PATH);
    files.insert(
        0,
        File {
            name: name.to_owned(),
            bytes: encode(&front),
        },
    );
    Ok(Parts {
        front,
        products,
        suppliers,
        files,
    })
}

/// The products in the order of their ids, with what they refer to.
fn items<'a>(
    goods: &Goods<'a>,
    places: &Places<'a>,
    ids: &'a [String],
) -> Result<Vec<Item<'a>>, PublishError> {
    let mut items = Vec::with_capacity(ids.len());
    for (id, product) in ids.iter().zip(goods.products) {
        let category = product.category.as_str();
        let supplier = product.supplier.as_str();
        items.push(Item {
            id,
            product,
            category: *(places.categories.get(category)).ok_or_else(|| PublishError::Category {
                product: id.clone(),
                category: category.to_owned(),
            })?,
            supplier: (places.supplier(supplier)).ok_or_else(|| PublishError::Supplier {
                product: id.clone(),
                supplier: supplier.to_owned(),
            })?,
        });
    }
    items.sort_by_key(|item| item.id);
    match items.windows(2).find(|pair| pair[0].id == pair[1].id) {
        Some(pair) => Err(PublishError::Twice {
            product: pair[0].id.to_owned(),
        }),
        None => Ok(items),
    }
}

/// Departments and categories that have products, with the drawings of each category.
fn departments(
    goods: &Goods,
    shelves: &[Vec<Item>],
    files: &mut Files,
) -> Result<Vec<Department>, PublishError> {
    let mut departments = Vec::new();
    for department in goods.dictionary.departments() {
        let mut categories = Vec::new();
        for (entry, shelf) in goods.dictionary.categories().iter().zip(shelves) {
            let (true, Some(example)) =
                (entry.department == department.slug, example(goods, shelf))
            else {
                continue;
            };
            let kind = format!("drawings-{}", entry.slug);
            categories.push(Category {
                slug: entry.slug.as_str().to_owned(),
                name: wire(&entry.name),
                products: count(shelf.len()),
                drawings: files.svg(&kind, drawings(goods, shelf)?),
                example: example.to_owned(),
            });
        }
        if !categories.is_empty() {
            departments.push(Department {
                slug: department.slug.as_str().to_owned(),
                name: wire(&department.name),
                summary: wire(&department.summary),
                products: categories.iter().map(|category| category.products).sum(),
                categories,
            });
        }
    }
    Ok(departments)
}

/// The product whose drawing stands for the category: of those with its usual shape the middle one by weight, since the
/// smallest and the largest of a range look least like it.
fn example<'a>(goods: &Goods<'a>, shelf: &[Item<'a>]) -> Option<&'a str> {
    let usual = |item: &&Item| picture(goods, item) == goods.category(item).picture.as_str();
    let mut typical: Vec<&Item> = shelf.iter().filter(usual).collect();
    if typical.is_empty() {
        typical = shelf.iter().collect();
    }
    typical.sort_by_key(|item| (item.product.gross_weight.milligrams(), item.id));
    typical.get(typical.len() / 2).map(|item| item.id)
}

/// Files gathered so far.
#[derive(Default)]
pub struct Files(Vec<File>);

impl Files {
    /// Returns the name.
    fn part(&mut self, kind: &str, value: &impl Serialize) -> String {
        self.add(kind, "bin", encode(value))
    }

    fn svg(&mut self, kind: &str, text: String) -> String {
        self.add(kind, "svg", text.into_bytes())
    }

    /// Bytes that need no encoding.
    pub fn bytes(&mut self, kind: &str, bytes: Vec<u8>) -> FileRef {
        FileRef {
            bytes: count(bytes.len()),
            file: self.add(kind, "bin", bytes),
        }
    }

    fn add(&mut self, kind: &str, extension: &str, bytes: Vec<u8>) -> String {
        let name = format!("{kind}-{}.{extension}", name_hash(&bytes));
        self.0.push(File {
            name: name.clone(),
            bytes,
        });
        name
    }
}

fn count(number: usize) -> u32 {
    u32::try_from(number).expect("fewer than four thousand million products or bytes")
}
