use std::{fmt, sync::Arc};

use api_types::catalogue::Rate;
use domain::{Date, Product, Supplier};

/// What is published beside the listings of the hub's own companies.
#[derive(Clone)]
pub struct Base {
    /// Another one for other goods: at its start a hub makes the catalogue anew if it was made from others.
    pub name: String,
    /// Reads them: only when there is something to publish, in a thread where it may take its time.
    pub read: Arc<dyn Fn() -> Result<Goods, String> + Send + Sync>,
}

/// Goods that were read.
#[derive(Clone, Debug)]
pub struct Goods {
    pub suppliers: Vec<Supplier>,
    pub products: Vec<Product>,
    /// The day that the catalogue says it was published on.
    pub published_on: Date,
    pub rate: Rate,
}

impl fmt::Debug for Base {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.debug_struct("Base")
            .field("name", &self.name)
            .finish_non_exhaustive()
    }
}
