use api_types::catalogue::Text;

use super::{Address, Language, Place, words};
use crate::Parts;

/// What is on a page before the app is there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Content {
    /// Of the document.
    pub title: String,
    /// For those who only read about the page: search engines, shared links.
    pub description: String,
    pub heading: String,
    /// One line below the heading.
    pub line: String,
    /// The part of the catalogue that the app asks for next, after the front: fetched beside it, not after it.
    pub part: Option<String>,
}

/// How much of a text search engines show.
const DESCRIPTION_CHARACTERS: usize = 160;

/// Nothing where the catalogue has no such product, category, department or supplier.
#[must_use]
pub fn content(parts: &Parts, address: &Address) -> Option<Content> {
    let language = address.language;
    let say = |text: &Text| say(text, language);
    let front = &parts.front;
    let (heading, line) = match address.place {
        Place::Department(slug) => {
            let department = front.departments.iter().find(|have| have.slug == slug)?;
            (say(&department.name), say(&department.summary))
        }
        Place::Category(slug) => {
            let mut categories = front.departments.iter().flat_map(|department| {
                let categories = department.categories.iter();
                categories.map(move |category| (department, category))
            });
            let (department, category) = categories.find(|(_, have)| have.slug == slug)?;
            let line = match language {
                Language::English => {
                    format!("{}: {} products", department.name.en, category.products)
                }
                Language::Chinese => {
                    format!("{}，共 {} 款产品", department.name.zh, category.products)
                }
            };
            (say(&category.name), line)
        }
        Place::Supplier(code) => {
            let supplier = front.suppliers.iter().find(|have| have.code == code)?;
            (say(&supplier.name), say(&supplier.summary))
        }
        Place::Product(id) => {
            let at = parts
                .products
                .binary_search_by(|have| have.id.as_str().cmp(id));
            let product = &parts.products[at.ok()?];
            (say(&product.name), say(&product.description))
        }
        Place::Home => {
            let (products, suppliers) = (parts.products.len(), parts.suppliers.len());
            let (heading, line) = words::home(language, products, suppliers);
            (heading.to_owned(), line)
        }
        place => {
            let (heading, line) = words::of(place, language)?;
            (heading.to_owned(), line.to_owned())
        }
    };
    let part = match address.place {
        Place::Product(id) => front.shard_of(id).map(|shard| shard.file.clone()),
        Place::Products | Place::Need | Place::Department(_) | Place::Category(_) => {
            Some(front.list.clone())
        }
        Place::Supplier(_) => Some(front.supplier_details.clone()),
        _ => None,
    };
    let hub = words::hub(language);
    Some(Content {
        part,
        title: match address.place {
            Place::Home => format!("{hub} · {heading}"),
            _ => format!("{heading} · {hub}"),
        },
        description: shortened(&line),
        heading,
        line: shortened(&line),
    })
}

/// What a page says whose address leads nowhere.
#[must_use]
pub fn not_found(language: Language) -> Content {
    let [english, chinese] = words::NOT_FOUND;
    let (heading, line) = match language {
        Language::English => english,
        Language::Chinese => chinese,
    };
    Content {
        title: format!("{heading} · {}", words::hub(language)),
        description: line.to_owned(),
        heading: heading.to_owned(),
        line: line.to_owned(),
        part: None,
    }
}

fn say(text: &Text, language: Language) -> String {
    match language {
        Language::English => text.en.clone(),
        Language::Chinese => text.zh.clone(),
    }
}

/// The first sentences, as many as fit; a first one that does not fit is cut at a word.
fn shortened(text: &str) -> String {
    let text = text.lines().next().unwrap_or_default().trim();
    let Some((most, _)) = text.char_indices().nth(DESCRIPTION_CHARACTERS) else {
        return text.to_owned();
    };
    let head = &text[..most];
    let sentence = ["。", ". ", "；", "; "]
        .iter()
        .filter_map(|end| head.rfind(end).map(|at| at + end.trim_end().len()))
        .max();
    let cut = |at: usize| head[..at].trim_end().to_owned();
    match sentence {
        Some(at) => cut(at),
        None => format!("{}…", cut(head.rfind([' ', '，']).unwrap_or(most))),
    }
}
