//! A batch and its commit, run again where the database was interrupted.

use std::{sync::Arc, time::Duration};

use super::{Batch, Job};
use crate::{
    StoreError,
    backend::{Connection, Pool, Uncommitted},
    known::Known,
};

/// How often a batch is begun; with the pauses between, and the patience of the connections, some seconds in all.
const TRIES: u32 = 8;
/// Before the second try; doubled before each further one.
const PAUSE: Duration = Duration::from_millis(4);

/// Where batches are written, and what must be forgotten after some of them.
pub(super) struct Commits {
    connections: Pool,
    known: Arc<Known>,
}

/// Why a batch is not acknowledged.
pub(super) struct Failure {
    pub(super) error: StoreError,
    /// It may have been committed all the same.
    pub(super) is_unknown: bool,
    /// It is the database that fails, not the batch: nobody fares better now.
    pub(super) is_away: bool,
}

impl From<StoreError> for Failure {
    fn from(error: StoreError) -> Self {
        Self {
            is_away: matches!(error, StoreError::Busy),
            error,
            is_unknown: false,
        }
    }
}

impl Commits {
    pub(super) fn new(connections: Pool, known: Arc<Known>) -> Self {
        Self { connections, known }
    }

    /// Tries again while the database says that it was interrupted: serialization failures, deadlocks and lost
    /// connections pass. If the answer to a commit was lost, only tasks are run again that find what they have done.
    pub(super) async fn commit(&self, jobs: &mut [Box<dyn Job>]) -> Result<(), Failure> {
        let (mut pause, mut is_unknown) = (PAUSE, false);
        for _ in 1..TRIES {
            let failure = match self.once(jobs).await {
                Ok(()) => return Ok(()),
                Err(failure) => failure,
            };
            is_unknown |= failure.is_unknown;
            let may_repeat = !is_unknown || jobs.iter().all(|job| job.is_repeatable());
            if !may_repeat || !matches!(failure.error, StoreError::Interrupted(_)) {
                return Err(Failure {
                    is_unknown,
                    ..failure
                });
            }
            tokio::time::sleep(pause).await;
            pause *= 2;
        }
        self.once(jobs).await.map_err(|failure| Failure {
            is_unknown: is_unknown || failure.is_unknown,
            is_away: failure.is_away || matches!(failure.error, StoreError::Interrupted(_)),
            error: failure.error,
        })
    }

    async fn once(&self, jobs: &mut [Box<dyn Job>]) -> Result<(), Failure> {
        let mut connection = self.connections.begin().await?;
        let is_of_identity = match write_all(&mut connection, jobs).await {
            Ok(is_of_identity) => is_of_identity,
            Err(error) => {
                connection.roll_back().await;
                return Err(error.into());
            }
        };
        let committed = connection.commit().await;
        // If it failed, that may have been the commit's own answer that was lost.
        if is_of_identity || committed.is_err() {
            self.known.empty();
        }
        committed.map_err(|Uncommitted { error, is_unknown }| Failure {
            is_unknown,
            ..Failure::from(error)
        })
    }
}

/// Whether anything of it was about who may do what.
async fn write_all(
    connection: &mut Connection,
    jobs: &mut [Box<dyn Job>],
) -> Result<bool, StoreError> {
    let mut batch = Batch::new(connection);
    for job in jobs {
        job.attempt(&mut batch).await?;
    }
    let is_of_identity = batch.is_of_identity;
    batch.finish().await?;
    Ok(is_of_identity)
}
