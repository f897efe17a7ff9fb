//! Connections that break while orders are on their way, and a server that crashes: nothing acknowledged is lost,
//! nothing is done twice, and nobody has to know.

use std::{
    future::pending,
    sync::atomic::{AtomicU64, Ordering},
    time::Duration,
};

use sqlx::Executor;

use super::{Place, feed::eight_writers, open, server::Server};

/// Changes of each of eight writers.
const EACH: u64 = 120;

/// Eight writers on two hubs, until they are done; meanwhile the fault goes on.
async fn under(server: &Server, fault: impl Future<Output = ()>) {
    let place = Place::on(server).await;
    let stores = [open(&place).await, open(&place).await];
    tokio::select! {
        () = eight_writers(&stores, EACH) => (),
        () = fault => (),
    }
}

/// At any moment of a transaction, its commit included: what the hub then does rests on the order's key.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn connections_that_are_ended_lose_and_double_nothing() {
    let (server, ended) = (Server::new().await, AtomicU64::new(0));
    let mut killer = server.connection().await;
    let fault = async {
        loop {
            // Never in step with what the hubs do.
            let wait = 15 + ended.load(Ordering::Relaxed) * 7 % 31;
            tokio::time::sleep(Duration::from_millis(wait)).await;
            let done = killer
                .execute(
                    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity
                     WHERE application_name = 'hub' AND state <> 'idle'",
                )
                .await
                .unwrap();
            ended.fetch_add(done.rows_affected(), Ordering::Relaxed);
        }
    };
    under(&server, fault).await;
    let ended = ended.into_inner();
    assert!(ended >= 5, "only {ended} were ended");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_server_that_crashes_loses_and_doubles_nothing() {
    let (server, crashes) = (Server::new().await, AtomicU64::new(0));
    let fault = async {
        for _ in 0..3 {
            tokio::time::sleep(Duration::from_millis(300)).await;
            server.crash();
            crashes.fetch_add(1, Ordering::Relaxed);
            // Until it has recovered.
            drop(server.connection().await);
        }
        pending().await
    };
    under(&server, fault).await;
    assert!(crashes.into_inner() > 0, "done before the first crash");
}
