use std::sync::Arc;

use api_types::catalogue::{Detail, Front, Shard, ShardRef, Suppliers};
use browser::ApiError;
use browser::catalogue as fetch;
use leptos::prelude::*;

use crate::components::{spawn, when_painted};
use workflow::browse::Shelf;

use super::Load;

type Slot<T> = ArcRwSignal<Load<Arc<T>>>;

/// The parts of the published catalogue that have been asked for so far. Each is fetched once and kept.
#[derive(Clone, Copy)]
pub struct Catalogue {
    front: RwSignal<Load<Arc<Front>>>,
    shelf: StoredValue<Option<Slot<Shelf>>>,
    suppliers: StoredValue<Option<Slot<Suppliers>>>,
    /// By file name. A list: a reader opens tens of shards, not thousands.
    shards: StoredValue<Vec<(String, Slot<Shard>)>>,
}

/// A product with the shard it lies in, which names its attributes.
#[derive(Clone)]
pub struct Found {
    pub shard: Arc<Shard>,
    at: usize,
}

impl Found {
    pub fn detail(&self) -> &Detail {
        &self.shard.products[self.at]
    }
}

impl Catalogue {
    pub fn front(self) -> Load<Arc<Front>> {
        self.front.get()
    }

    /// All products with the front they belong to.
    pub fn shelf(self) -> Load<(Arc<Front>, Arc<Shelf>)> {
        self.with_front(|front| {
            let slot = self.slot(self.shelf, {
                let front = front.clone();
                async move {
                    fetch::list(&front)
                        .await
                        .map(|list| Shelf::new(list, &front))
                }
            });
            slot.get().map(|shelf| (front, shelf))
        })
    }

    /// The list if it is already here; nothing is fetched for it.
    pub fn shelf_at_hand(self) -> Option<(Arc<Front>, Arc<Shelf>)> {
        let slot = self.shelf.get_value()?;
        match (self.front.get_untracked(), slot.get_untracked()) {
            (Load::Ready(front), Load::Ready(shelf)) => Some((front, shelf)),
            _ => None,
        }
    }

    pub fn suppliers(self) -> Load<(Arc<Front>, Arc<Suppliers>)> {
        self.with_front(|front| {
            let slot = self.slot(self.suppliers, {
                let front = front.clone();
                async move { fetch::suppliers(&front).await }
            });
            slot.get().map(|suppliers| (front, suppliers))
        })
    }

    /// `Missing` where the catalogue has no such product.
    pub fn product(self, id: &str) -> Load<(Arc<Front>, Found)> {
        self.with_front(|front| {
            let Some(shard) = front.shard_of(id) else {
                return Load::Failed(ApiError::Missing);
            };
            match self.shard(shard).get() {
                Load::Ready(shard) => match shard
                    .products
                    .binary_search_by(|product| product.id.as_str().cmp(id))
                {
                    Ok(at) => Load::Ready((front, Found { shard, at })),
                    Err(_) => Load::Failed(ApiError::Missing),
                },
                Load::Waiting => Load::Waiting,
                Load::Failed(error) => Load::Failed(error),
            }
        })
    }

    /// The reader may be about to open this product.
    pub fn expect_product(self, id: &str) {
        if let Load::Ready(front) = self.front.get_untracked()
            && let Some(shard) = front.shard_of(id)
        {
            self.shard(shard);
        }
    }

    /// Forgets what failed and asks again.
    pub fn retry(self) {
        self.shards
            .update_value(|shards| shards.retain(|(_, slot)| !failed(slot)));
        forget_failed(self.shelf);
        forget_failed(self.suppliers);
        // Telling everybody about the front makes them ask for their parts again.
        if matches!(self.front.get_untracked(), Load::Ready(_)) {
            self.front.notify();
        } else {
            self.fetch_front();
        }
    }

    fn with_front<T>(self, then: impl FnOnce(Arc<Front>) -> Load<T>) -> Load<T> {
        match self.front.get() {
            Load::Ready(front) => then(front),
            Load::Waiting => Load::Waiting,
            Load::Failed(error) => Load::Failed(error),
        }
    }

    fn shard(self, shard: &ShardRef) -> Slot<Shard> {
        let known = self.shards.with_value(|shards| {
            shards
                .iter()
                .find(|(file, _)| *file == shard.file)
                .map(|(_, slot)| slot.clone())
        });
        if let Some(slot) = known {
            return slot;
        }
        let file = shard.file.clone();
        let shard = shard.clone();
        // It often arrives between a tap on its product and the frame that answers it: nothing in that frame needs it.
        let slot = ArcRwSignal::new(Load::Waiting);
        let filled = slot.clone();
        spawn(async move {
            let unread = fetch::shard(&shard).await;
            when_painted(move || {
                let read = unread.and_then(|shard| shard.read());
                filled.set(read.map(Arc::new).into());
            });
        });
        self.shards
            .update_value(|shards| shards.push((file, slot.clone())));
        slot
    }

    fn slot<T: Send + Sync + 'static>(
        self,
        place: StoredValue<Option<Slot<T>>>,
        fetch: impl Future<Output = Result<T, ApiError>> + 'static,
    ) -> Slot<T> {
        if let Some(slot) = place.get_value() {
            return slot;
        }
        let slot = fill(fetch);
        place.set_value(Some(slot.clone()));
        slot
    }

    fn fetch_front(self) {
        self.front.set(Load::Waiting);
        spawn(async move { self.front.set(fetch::front().await.map(Arc::new).into()) });
    }
}

fn fill<T: Send + Sync + 'static>(
    fetch: impl Future<Output = Result<T, ApiError>> + 'static,
) -> Slot<T> {
    let slot = ArcRwSignal::new(Load::Waiting);
    let filled = slot.clone();
    spawn(async move { filled.set(fetch.await.map(Arc::new).into()) });
    slot
}

fn failed<T: Send + Sync + 'static>(slot: &Slot<T>) -> bool {
    slot.with_untracked(|load| matches!(load, Load::Failed(_)))
}

fn forget_failed<T: Send + Sync + 'static>(place: StoredValue<Option<Slot<T>>>) {
    place.update_value(|slot| *slot = slot.take().filter(|slot| !failed(slot)));
}

pub fn provide_catalogue() {
    let catalogue = Catalogue {
        front: RwSignal::new(Load::Waiting),
        shelf: StoredValue::default(),
        suppliers: StoredValue::default(),
        shards: StoredValue::default(),
    };
    catalogue.fetch_front();
    provide_context(catalogue);
}

pub fn use_catalogue() -> Catalogue {
    expect_context()
}
