//! One writer, and one wait for the disk for all that came while it was waiting for the last one.
//!
//! Whoever writes hands in a [`Task`] and waits for its answer, which comes after the commit that holds it.
//! Measured: a commit a request gave 164 durable writes a second where this gives thousands.

mod batch;
mod commits;
mod many;

use std::sync::Arc;

use tokio::sync::{mpsc, oneshot};

pub(crate) use batch::{Answered, Batch, Deed, hash};

use crate::{StoreError, backend::Pool, known::Known};
use commits::{Commits, Failure};

/// Tasks that may wait. More are refused at once: whoever is told to come back later is better off than who waits.
const QUEUE: usize = 1024;
/// Tasks in one transaction: a bound on how long the first of them waits for the last.
const BATCH: usize = 256;

/// Something to be written, whole or not at all.
pub(crate) trait Task: Send + 'static {
    type Answer: Send + 'static;

    /// Whether it may be run again when nobody knows if the first run was committed: it finds what it has done, and does
    /// nothing more. Of any other task it is said that the database is busy.
    const IS_REPEATABLE: bool = false;

    /// Reads, decides and writes. An answer that refuses has written nothing; an error undoes the whole batch, and the
    /// task may be run again.
    fn run(
        &self,
        batch: &mut Batch<'_>,
    ) -> impl Future<Output = Result<Self::Answer, StoreError>> + Send;
}

/// Hands tasks to the writer. Cheap to clone; the writer ends with the last of them.
#[derive(Clone, Debug)]
pub(crate) struct Writer {
    queue: mpsc::Sender<Box<dyn Job>>,
}

impl Writer {
    /// Starts the writer on the present runtime.
    pub(crate) fn start(connections: Pool, known: Arc<Known>) -> Self {
        let (queue, tasks) = mpsc::channel(QUEUE);
        tokio::spawn(write(Commits::new(connections, known), tasks));
        Self { queue }
    }

    /// Answers when what the task wrote is on the disk.
    ///
    /// # Errors
    /// The queue is full, or the database failed; in both cases nothing is written that could be told of.
    pub(crate) async fn write<T: Task>(&self, task: T) -> Result<T::Answer, StoreError> {
        let (reply, answer) = oneshot::channel();
        let envelope = Envelope {
            task,
            answer: None,
            reply,
        };
        self.queue
            .try_send(Box::new(envelope))
            .map_err(|_| StoreError::Busy)?;
        answer.await.unwrap_or(Err(StoreError::Busy))
    }
}

type Attempt<'a> = std::pin::Pin<Box<dyn Future<Output = Result<(), StoreError>> + Send + 'a>>;

/// A task of any kind, with whoever waits for it.
trait Job: Send {
    fn is_repeatable(&self) -> bool;
    fn attempt<'a>(&'a mut self, batch: &'a mut Batch<'_>) -> Attempt<'a>;
    fn committed(self: Box<Self>);
    fn failed(self: Box<Self>, error: StoreError);
}

struct Envelope<T: Task> {
    task: T,
    answer: Option<T::Answer>,
    reply: oneshot::Sender<Result<T::Answer, StoreError>>,
}

impl<T: Task> Job for Envelope<T> {
    fn is_repeatable(&self) -> bool {
        T::IS_REPEATABLE
    }

    fn attempt<'a>(&'a mut self, batch: &'a mut Batch<'_>) -> Attempt<'a> {
        Box::pin(async move {
            self.answer = Some(self.task.run(batch).await?);
            Ok(())
        })
    }

    // Whoever has stopped waiting will ask again with the same key.
    fn committed(self: Box<Self>) {
        if let Some(answer) = self.answer {
            let _ = self.reply.send(Ok(answer));
        }
    }

    fn failed(self: Box<Self>, error: StoreError) {
        let _ = self.reply.send(Err(error));
    }
}

async fn write(commits: Commits, mut tasks: mpsc::Receiver<Box<dyn Job>>) {
    let mut jobs = Vec::new();
    while tasks.recv_many(&mut jobs, BATCH).await > 0 {
        let mut is_unknown = false;
        if jobs.len() > 1 {
            match commits.commit(&mut jobs).await {
                Ok(()) => jobs.drain(..).for_each(|job| job.committed()),
                // Each would wait in vain for as long as all have waited.
                Err(failure) if failure.is_away => {
                    jobs.drain(..).for_each(|job| job.failed(StoreError::Busy));
                }
                Err(failure) => is_unknown = failure.is_unknown,
            }
        }
        // Alone from the start, or since one of them or the disk failed: none fails for another's sake.
        apart(&commits, &mut jobs, is_unknown).await;
    }
}

/// One by one. What may have been committed already is only run again where that does no harm.
async fn apart(commits: &Commits, jobs: &mut Vec<Box<dyn Job>>, is_unknown: bool) {
    for job in jobs.drain(..) {
        if is_unknown && !job.is_repeatable() {
            job.failed(StoreError::Busy);
            continue;
        }
        let mut alone = [job];
        let result = commits.commit(&mut alone).await;
        let [job] = alone;
        match result {
            Ok(()) => job.committed(),
            Err(Failure { error, .. }) => job.failed(error),
        }
    }
}
