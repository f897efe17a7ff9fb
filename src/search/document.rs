//! What is indexed: one product, category or supplier as text by field.

use serde::{Deserialize, Serialize};

/// Where a word stands. The order is that of the segment format.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[repr(u8)]
pub enum Field {
    /// The English name, the title of a set of one language.
    NameEn,
    NameZh,
    /// Part number, GTIN, CAS number, HS code, standards: kept whole and findable by pieces.
    Codes,
    /// Names of category and department, both languages.
    Category,
    /// Names and values of attributes with their units, both languages; certificates.
    Attributes,
    /// The supplier's name, both languages.
    Supplier,
    DescriptionEn,
    DescriptionZh,
}

impl Field {
    pub const ALL: [Field; 8] = [
        Field::NameEn,
        Field::NameZh,
        Field::Codes,
        Field::Category,
        Field::Attributes,
        Field::Supplier,
        Field::DescriptionEn,
        Field::DescriptionZh,
    ];
}

/// What a document stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[repr(u8)]
pub enum Kind {
    Product,
    /// Its key is the category's slug.
    Category,
    /// Its key is the supplier's code.
    Supplier,
}

/// One document to be indexed; borrowed, since a catalogue is indexed in one pass.
#[derive(Clone, Copy, Debug)]
pub struct Document<'a> {
    pub kind: Kind,
    /// A product's row in the published list, or its line in a set; the number by which hits are told.
    pub row: u32,
    /// A product's id, a category's slug, a supplier's code.
    pub key: &'a str,
    /// Text by [`Field`], empty where there is none.
    pub fields: [&'a str; Field::ALL.len()],
}
