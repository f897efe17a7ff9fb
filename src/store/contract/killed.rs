//! A publisher is killed at any moment, and the next opening finds a whole catalogue, none older than acknowledged.
//!
//! The process is this test binary itself, started again with one variable set.

use std::{
    env,
    io::{BufRead, BufReader, Write},
    path::Path,
    process::{Command, Stdio},
    thread,
    time::Duration,
};

use bytes::Bytes;

use super::{Folder, day};
use crate::{
    Store,
    catalogue::{Accepted, FRONT},
    sql::sql,
};

const VARIABLE: &str = "HUB_STORE_TEST_PUBLISHER";
const ACKNOWLEDGED: &str = "acknowledged ";

/// Parts of a publication by its number: the front holds the number, and each part repeats it.
fn publication(number: u64) -> Vec<(String, Bytes)> {
    let text = |part| Bytes::from(format!("publication {number}, part {part}\n").repeat(300));
    let mut parts = vec![(FRONT.to_owned(), Bytes::from(number.to_string()))];
    parts.extend((0..8).map(|part| (format!("part-{part}-{number}.bin"), text(part))));
    parts
}

async fn current(store: &Store) -> Option<u64> {
    let front = store.catalogue().front(Accepted::default()).await.unwrap();
    front.map(|front| std::str::from_utf8(&front.bytes).unwrap().parse().unwrap())
}

/// Not a test of its own: the process that is killed below. Started by anybody else, it has nothing to do.
#[tokio::test]
async fn publisher() {
    let Ok(folder) = env::var(VARIABLE) else {
        return;
    };
    let store = Store::open(Path::new(&folder)).await.unwrap();
    let mut number = current(&store).await.unwrap_or(0);
    loop {
        number += 1;
        let parts = publication(number);
        store.catalogue().publish(&parts, day(0)).await.unwrap();
        println!("\n{ACKNOWLEDGED}{number}");
        std::io::stdout().flush().unwrap();
    }
}

/// When a publisher is killed, counted from what.
#[derive(Clone, Copy)]
enum Moment {
    AfterStart(Duration),
    /// After its first acknowledgement, however slow the machine.
    AfterSuccess(Duration),
}

/// Lets a publisher work for a while, kills it and returns the last publication that it acknowledged.
fn work_and_die(folder: &Folder, moment: Moment) -> Option<u64> {
    let mut publisher = Command::new(env::current_exe().unwrap())
        .args(["--exact", "contract::killed::publisher", "--nocapture"])
        .env(VARIABLE, folder.as_ref())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let output = BufReader::new(publisher.stdout.take().unwrap());
    let mut acknowledged = output
        .lines()
        .map_while(Result::ok)
        .filter_map(|line| line.strip_prefix(ACKNOWLEDGED)?.parse().ok());
    let (first, wait) = match moment {
        Moment::AfterStart(wait) => (None, wait),
        Moment::AfterSuccess(wait) => (acknowledged.next(), wait),
    };
    thread::sleep(wait);
    publisher.kill().unwrap();
    publisher.wait().unwrap();
    acknowledged.last().or(first)
}

#[tokio::test]
async fn a_killed_publisher_loses_nothing_acknowledged() {
    let folder = Folder::new();
    let mut acknowledged = 0;
    for round in 0..12 {
        let wait = Duration::from_millis(round * 23);
        let moment = if round % 2 == 0 {
            Moment::AfterStart(wait)
        } else {
            Moment::AfterSuccess(wait)
        };
        let last = work_and_die(&folder, moment);
        acknowledged = last.unwrap_or(acknowledged);
        let store = Store::open(folder.as_ref()).await.unwrap();
        let found = current(&store).await.unwrap_or(0);
        // One more may have been committed whose acknowledgement was cut off.
        assert!(found == acknowledged || found == acknowledged + 1);
        acknowledged = found;
        if found > 0 {
            for (name, bytes) in publication(found) {
                let part = store.catalogue().part(&name, Accepted::default()).await;
                assert_eq!(part.unwrap().unwrap().bytes, bytes, "{name}");
            }
        }
        let integrity: Option<(String,)> = sql("PRAGMA integrity_check")
            .optional(&store.readers)
            .await
            .unwrap();
        assert_eq!(integrity.unwrap().0, "ok");
        store.close().await.unwrap();
    }
    assert!(acknowledged > 0, "the publisher never got anything done");
}
