//! Keeps the published catalogue up to date: after a listing was published or withdrawn, and at the start after what
//! was not finished before, the catalogue is made anew from the base and all published listings.
//!
//! One at a time, beside the requests: what is waited for is done in the store, what is computed in its own thread.
//! Of several hubs on one database each does so; an edition of fewer changes never replaces one of more.

mod goods;
mod make;

#[cfg(test)]
mod tests;

use std::{
    sync::Arc,
    time::{Duration, SystemTime},
};

use domain::Id;
use store::{
    Store, StoreError,
    catalogue::{Edition, Publication, Shown},
};
use tokio::sync::Notify;

use crate::problem;

pub use goods::{Base, Goods};

/// Changes that come so close behind each other are published together.
const TOGETHER: Duration = Duration::from_millis(200);
/// How often somebody looks for changes of which nobody told: of another hub that did not come to publish them.
const LOOK: Duration = Duration::from_secs(15);
/// After a failure it is tried again.
const AGAIN: Duration = Duration::from_secs(3);
/// Listings that are read at a time.
const PAGE: u32 = 1000;

/// Why the catalogue could not be made.
#[derive(Debug, thiserror::Error)]
pub(crate) enum LiveError {
    #[error("the store failed")]
    Store(#[from] StoreError),
    #[error("the goods beside the listings cannot be read: {0}")]
    Base(String),
    #[error("the goods do not fit each other")]
    Publish(#[from] publish::PublishError),
    #[error("making the catalogue failed")]
    Failed,
}

/// Tells the publisher that there is something to publish. Cheap to clone.
#[derive(Clone, Debug, Default)]
pub(crate) struct Bell(Arc<Notify>);

impl Bell {
    pub(crate) fn ring(&self) {
        self.0.notify_one();
    }
}

/// Publishes for as long as it is polled.
pub(crate) async fn run(store: Store, base: Base, bell: Bell) {
    let mut publisher = Publisher {
        store,
        base: Arc::new(base),
        memo: make::Memo::default(),
    };
    let mut is_first = true;
    loop {
        let pause = match publisher.bring_up_to_date(is_first).await {
            Ok(_) => {
                is_first = false;
                LOOK
            }
            Err(error) => {
                eprintln!("error catalogue {:?}", problem::chain(&error));
                AGAIN
            }
        };
        tokio::select! {
            () = bell.0.notified() => tokio::time::sleep(TOGETHER).await,
            () = tokio::time::sleep(pause) => (),
        }
    }
}

struct Publisher {
    store: Store,
    base: Arc<Base>,
    /// What of the last catalogue need not be made again.
    memo: make::Memo,
}

impl Publisher {
    /// Nothing if the catalogue has all there is already. What it was made from beside the listings is compared at the
    /// start alone: two hubs of different releases would otherwise publish against each other for ever.
    async fn bring_up_to_date(&mut self, is_first: bool) -> Result<Option<Publication>, LiveError> {
        let catalogue = self.store.catalogue();
        // Before the listings are read: what is read may be newer than this says, never older.
        let listings = catalogue.listings().await?;
        let made_from = Edition {
            listings,
            base: self.base.name.clone(),
        };
        let is_done = match catalogue.edition().await? {
            Some(edition) if is_first => edition == made_from,
            Some(edition) => listings <= edition.listings,
            None => false,
        };
        if is_done {
            return Ok(None);
        }
        let shown = self.shown().await?;
        let records = catalogue.records().await?;
        let (base, mut memo) = (Arc::clone(&self.base), std::mem::take(&mut self.memo));
        let made = tokio::task::spawn_blocking(move || {
            let made = make::parts(&base, (&shown, &records), &mut memo);
            (made, memo)
        });
        let (parts, memo) = made.await.map_err(|_| LiveError::Failed)?;
        self.memo = memo;
        let published = catalogue
            .publish_edition(&parts?, Some(&made_from), SystemTime::now())
            .await?;
        Ok(Some(published))
    }

    async fn shown(&self) -> Result<Vec<Shown>, LiveError> {
        let mut all: Vec<Shown> = Vec::new();
        loop {
            let after: Option<(Id, Id)> = all.last().map(|last| (last.company, last.id));
            let page = self.store.catalogue().shown(after, PAGE).await?;
            let is_last = page.len() < PAGE as usize;
            all.extend(page);
            if is_last {
                return Ok(all);
            }
        }
    }
}
