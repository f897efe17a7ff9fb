//! One writer, and one wait for the disk for all that came while it was waiting for the last one.
//!
//! Whoever writes hands in a [`Task`] and waits for its answer, which comes after the commit that holds it.
//! Measured: a commit a request gave 164 durable writes a second where this gives thousands.

mod batch;
mod many;

use std::sync::Arc;

use sqlx::{SqliteConnection, SqlitePool};
use tokio::sync::{mpsc, oneshot};

pub(crate) use batch::{Answered, Batch, Deed, hash};

use crate::{StoreError, known::Known};

/// Tasks that may wait. More are refused at once: whoever is told to come back later is better off than who waits.
const QUEUE: usize = 512;
/// Tasks in one transaction: a bound on how long the first of them waits for the last.
const BATCH: usize = 256;

/// Something to be written, whole or not at all.
pub(crate) trait Task: Send + 'static {
    type Answer: Send + 'static;

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
    pub(crate) fn start(connections: SqlitePool, known: Arc<Known>) -> Self {
        let (queue, tasks) = mpsc::channel(QUEUE);
        tokio::spawn(write(Commits { connections, known }, tasks));
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

/// Where batches are written, and what must be forgotten after some of them.
struct Commits {
    connections: SqlitePool,
    known: Arc<Known>,
}

async fn write(commits: Commits, mut tasks: mpsc::Receiver<Box<dyn Job>>) {
    let mut jobs = Vec::new();
    while tasks.recv_many(&mut jobs, BATCH).await > 0 {
        if jobs.len() > 1 && commits.commit(&mut jobs).await.is_ok() {
            jobs.drain(..).for_each(|job| job.committed());
        } else {
            // Alone from the start, or since one of them or the disk failed: none fails for another's sake.
            apart(&commits, &mut jobs).await;
        }
    }
}

async fn apart(commits: &Commits, jobs: &mut Vec<Box<dyn Job>>) {
    for job in jobs.drain(..) {
        let mut alone = [job];
        let result = commits.commit(&mut alone).await;
        let [job] = alone;
        match result {
            Ok(()) => job.committed(),
            Err(error) => job.failed(error),
        }
    }
}

impl Commits {
    async fn commit(&self, jobs: &mut [Box<dyn Job>]) -> Result<(), StoreError> {
        let mut connection = self.connections.acquire().await?;
        // Taking the write lock at once: what is read here stays true until the commit.
        sqlx::query("BEGIN IMMEDIATE")
            .execute(&mut *connection)
            .await?;
        let written = write_all(&mut connection, jobs).await;
        match &written {
            Ok(true) => self.known.empty(),
            Ok(false) => (),
            Err(_) => {
                // It may have been the commit's own answer that was lost.
                self.known.empty();
                // When the disk is full SQLite has rolled back already, and says that there is nothing to roll back.
                let _ = sqlx::query("ROLLBACK").execute(&mut *connection).await;
            }
        }
        written.map(|_| ())
    }
}

/// Whether anything of it was about who may do what.
async fn write_all(
    connection: &mut SqliteConnection,
    jobs: &mut [Box<dyn Job>],
) -> Result<bool, StoreError> {
    let mut batch = Batch::new(connection);
    for job in jobs {
        job.attempt(&mut batch).await?;
    }
    let is_of_identity = batch.is_of_identity;
    let connection = batch.finish().await?;
    sqlx::query("COMMIT").execute(connection).await?;
    Ok(is_of_identity)
}
