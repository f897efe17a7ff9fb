//! The published catalogue, as files that any static host can serve.
//!
//! [`Front`] is fetched first and is the only part whose name never changes ([`FRONT_PATH`]).
//! Everything it names is immutable: `catalogue/<kind>-<hash>.<bin|svg>`.
//!
//! | part | what it is for | rough size, gzip |
//! |---|---|---|
//! | [`Front`] | home page, menus, where everything else is | 10 KB |
//! | [`List`] | every list, facet, filter, comparison: all products in columns | 80 KB for 2,500 products |
//! | [`Shard`] | product pages: a run of products in the order of their ids | under 9 KB each |
//! | [`Suppliers`] | supplier pages | 15 KB |
//! | drawings | one SVG of `<symbol>`s for each category | 10 KB each |
//! | [`EngineParts`] | search and matching, only when somebody searches: one small index of places, one for each department, words across languages, offers | 22 KB; 40 to 100 KB each; 375 KB; 67 KB |

mod detail;
mod engine;
mod front;
mod list;
mod supplier;
mod text;
mod wire;

pub use detail::{Attribute, Carton, Certificate, Detail, PHOTOS, Shard, Similar, Value};
pub use engine::{EngineParts, FileRef};
pub use front::{Card, Category, Department, Front, Rate, ShardRef, SupplierCard};
pub use list::{List, Sample};
pub use supplier::{Supplier, SupplierCertificate, Suppliers};
pub use text::Text;
pub use wire::{DecodeError, decode, encode};

/// Where the [`Front`] lies, relative to the root of the site.
pub const FRONT_PATH: &str = "catalogue/front.bin";
/// The folder of all parts, relative to the root of the site.
pub const FOLDER: &str = "catalogue/";

/// The two symbols that a product has in its category's drawings: the shape alone, and its dimensions to lay over it.
///
/// A shape's symbol is named by the product id, its dimensions by the id followed by this.
pub const DIMENSIONS_SUFFIX: &str = "~d";
