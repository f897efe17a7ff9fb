//! Connections that break while orders are on their way, and a server that crashes: nothing acknowledged is lost,
//! nothing is done twice, and nobody has to know.

use std::{
    future::pending,
    sync::atomic::{AtomicU64, Ordering},
    time::Duration,
};

use market::Moment;
use sqlx::{Executor, PgConnection};

use super::{
    Place,
    feed::eight_writers,
    market::{carry_out, found, id, order, put},
    open,
    server::Server,
};
use crate::{StoreError, account::NewAccount};

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

/// Loses the answer to a commit: a server that wants a standby commits first, then waits for it, and whoever waits is cut
/// off. The setting takes a moment to be known, and is taken back as soon as it has done its work.
async fn lose_an_answer(connection: &mut PgConnection) {
    let set = async |connection: &mut PgConnection, statement: &'static str| {
        connection.execute(statement).await.unwrap();
        let told = connection.execute("SELECT pg_reload_conf()").await;
        told.unwrap();
    };
    set(
        connection,
        "ALTER SYSTEM SET synchronous_standby_names = 'nobody'",
    )
    .await;
    loop {
        let ended = connection
            .execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE wait_event = 'SyncRep'")
            .await
            .unwrap();
        if ended.rows_affected() > 0 {
            break;
        }
        tokio::time::sleep(Duration::from_millis(2)).await;
    }
    set(connection, "ALTER SYSTEM RESET synchronous_standby_names").await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_was_committed_without_an_answer_is_answered_as_done() {
    let server = Server::new().await;
    let store = open(&Place::on(&server).await).await;
    let (company, by) = (id(1), id(2));
    found(&store, company, by).await;
    let mut other = server.connection().await;
    let orders = async {
        for number in 1.. {
            let order = order(company, by, &number.to_string(), put(id(10 + number), None));
            if carry_out(&store, order).await.unwrap().is_replayed {
                return number;
            }
        }
        unreachable!("numbers do not end")
    };
    let ((), orders) = tokio::join!(lose_an_answer(&mut other), orders);
    let told = store.companies().changes(company, 0, 10_000).await.unwrap();
    assert_eq!(told.items.len() as u64, 2 + orders, "done twice");

    // Who signs up has no key: they hear that the hub is busy, and find their account made.
    let accounts = store.accounts();
    let sign_up = async {
        for number in 1.. {
            let email: market::Email = format!("wei{number}@bolt.sg").parse().unwrap();
            let account = NewAccount {
                id: id(number),
                email: email.clone(),
                name: "Wei".into(),
                password: "$argon2id$…".into(),
                at: Moment(5),
            };
            match accounts.create(account).await {
                Ok(made) => assert!(made),
                Err(StoreError::Busy | StoreError::Interrupted(_)) => return email,
                Err(error) => panic!("{error}"),
            }
        }
        unreachable!("numbers do not end")
    };
    let ((), email) = tokio::join!(lose_an_answer(&mut other), sign_up);
    assert!(accounts.by_email(&email).await.unwrap().is_some());
    assert_eq!(store.verify_audit().await.unwrap().first_bad, None);
}
