//! Sixteen clients save drafts and try again until they are answered, while the server is killed again and again.

use std::{
    collections::HashMap,
    error::Error,
    fmt::Write,
    io,
    net::SocketAddr,
    path::Path,
    process::Command,
    sync::{
        Mutex, PoisonError,
        atomic::{AtomicBool, AtomicU64, Ordering},
    },
    thread,
    time::Duration,
};

use domain::Id;
use store::{Store, StoreError};

use super::{
    client::Client,
    quantile,
    server::{end, free_address, start},
};

/// What is done to the server.
pub(super) struct Plan {
    pub(super) clients: u64,
    pub(super) kills: u32,
    /// Shortest and longest time from a start to the next kill, in milliseconds.
    pub(super) lives: (u64, u64),
    /// The server's command, for an address.
    pub(super) start: Box<dyn Fn(SocketAddr) -> Command>,
}

/// What the clients saw.
pub(super) struct Toll {
    pub(super) company: Id,
    pub(super) acknowledged: Vec<Id>,
    /// Answered as done before: the first answer had been cut off.
    pub(super) replays: u64,
    /// Milliseconds from each start to being open.
    pub(super) restarts: Vec<f64>,
}

/// What the folder holds.
pub(super) struct Verdict {
    pub(super) lost: u64,
    pub(super) doubled: u64,
    /// Numbers of the feed that are missing or out of order.
    pub(super) gaps: u64,
    pub(super) audit_is_good: bool,
}

impl Verdict {
    pub(super) fn is_clean(&self) -> bool {
        self.lost == 0 && self.doubled == 0 && self.gaps == 0 && self.audit_is_good
    }
}

pub(super) fn run(plan: &Plan) -> Result<Toll, Box<dyn Error>> {
    let address = free_address()?;
    let (mut server, _) = start((plan.start)(address))?;
    let company = id(0, 0);
    let cookie = sign_in(address, company)?;
    let (stop, replays) = (AtomicBool::new(false), AtomicU64::new(0));
    let (acknowledged, mut restarts) = (Mutex::new(Vec::new()), Vec::new());
    let killed = thread::scope(|scope| -> io::Result<()> {
        for number in 1..=plan.clients {
            let (cookie, stop, replays, acknowledged) =
                (cookie.clone(), &stop, &replays, &acknowledged);
            scope.spawn(move || {
                let mut client = Client::new(address);
                client.cookie = cookie;
                let saved = save(&mut client, company, number, stop, replays);
                acknowledged
                    .lock()
                    .unwrap_or_else(PoisonError::into_inner)
                    .extend(saved);
            });
        }
        let mut chance = 1_u64;
        let mut result = Ok(());
        for _ in 0..plan.kills {
            // Knuth's generator: every run dies at the same moments of its lives.
            chance = chance
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(1_442_695_040_888_963_407);
            let (shortest, longest) = plan.lives;
            thread::sleep(Duration::from_millis(
                shortest + (chance >> 33) % (longest - shortest),
            ));
            end(&mut server);
            match start((plan.start)(address)) {
                Ok((started, took)) => {
                    server = started;
                    restarts.push(took);
                }
                Err(error) => {
                    result = Err(error);
                    break;
                }
            }
        }
        // All that is under way is finished in peace.
        stop.store(true, Ordering::Relaxed);
        result
    });
    end(&mut server);
    killed?;
    let acknowledged = acknowledged
        .into_inner()
        .unwrap_or_else(PoisonError::into_inner);
    Ok(Toll {
        company,
        acknowledged,
        replays: replays.into_inner(),
        restarts,
    })
}

/// An id that no other client makes.
pub(super) fn id(client: u64, number: u64) -> Id {
    let mut chance = [0; 10];
    chance[2..].copy_from_slice(&client.to_be_bytes());
    Id::new(1_700_000_000_000 + number, chance)
}

pub(super) fn sign_in(address: SocketAddr, company: Id) -> Result<String, Box<dyn Error>> {
    let mut client = Client::new(address);
    let (email, password) = ("torture@hub.example", "a password for torture");
    let form = format!(r#"{{"email":"{email}","name":"T","password":"{password}"}}"#);
    client.send("POST", "/v1/sign-up", "", &form)?;
    let form = format!(r#"{{"email":"{email}","password":"{password}"}}"#);
    let answer = client.send("POST", "/v1/sign-in", "", &form)?;
    client.cookie = answer.cookie.ok_or("nobody could sign in")?;
    let form = r#"{"kind":"supplier","registration":{"scheme":"uen","number":"202630832C"},
        "name":{"en":"T","zh":""},"about":{"en":"","zh":""}}"#;
    let path = format!("/v1/companies/{company}");
    let founded = client.send("PUT", &path, "idempotency-key: torture-company\r\n", form)?;
    if founded.status == 201 {
        Ok(client.cookie)
    } else {
        Err(format!("founding: {}", founded.status).into())
    }
}

/// Saves one draft after the other; each is sent again, under the same key, until it is answered.
fn save(
    client: &mut Client,
    company: Id,
    number: u64,
    stop: &AtomicBool,
    replays: &AtomicU64,
) -> Vec<Id> {
    let mut acknowledged = Vec::new();
    for count in 0.. {
        if stop.load(Ordering::Relaxed) {
            break;
        }
        let draft = id(number, count);
        let path = format!("/v1/companies/{company}/drafts/{draft}");
        let key = format!("idempotency-key: torture-{number}-{count}\r\n");
        let body = format!(r#"{{"kind":"product","content":{{"number":{count}}}}}"#);
        loop {
            match client
                .send("PUT", &path, &key, &body)
                .map(|answer| answer.status)
            {
                Ok(201) => break,
                Ok(200) => {
                    replays.fetch_add(1, Ordering::Relaxed);
                    break;
                }
                // Dead, starting, or overloaded.
                _ => thread::sleep(Duration::from_millis(3)),
            }
        }
        acknowledged.push(draft);
    }
    acknowledged
}

/// Compares what was acknowledged with what is kept.
pub(super) async fn count(data: &Path, toll: &Toll) -> Result<Verdict, StoreError> {
    let store = Store::open(data).await?;
    let (mut seen, mut last, mut gaps) = (HashMap::<Id, u64>::new(), 0, 0);
    loop {
        let page = store.companies().changes(toll.company, last, 1000).await?;
        for change in &page.items {
            gaps += u64::from(change.number != last + 1);
            last = change.number;
            *seen.entry(change.notice.id).or_default() += 1;
        }
        if !page.has_more {
            break;
        }
    }
    let mut verdict = Verdict {
        lost: 0,
        doubled: 0,
        gaps,
        audit_is_good: false,
    };
    for draft in &toll.acknowledged {
        let kept = store.companies().draft(toll.company, *draft).await?;
        verdict.lost += u64::from(kept.is_none_or(|draft| draft.version != 1));
        verdict.doubled += seen.get(draft).map_or(0, |times| times - 1);
    }
    verdict.audit_is_good = store.verify_audit().await?.first_bad.is_none();
    store.close().await?;
    Ok(verdict)
}

pub(super) fn report(toll: &Toll, verdict: &Verdict) -> String {
    let mut text = String::new();
    let (median, slowest) = (
        quantile(&toll.restarts, 0.5),
        quantile(&toll.restarts, 0.99),
    );
    let good = if verdict.audit_is_good {
        "verified"
    } else {
        "DAMAGED"
    };
    writeln!(
        text,
        "kills         {}\nacknowledged  {}\nlost          {}\ndoubled       {}\nfeed gaps     {}\n\
         replayed      {}\naudit log     {good}\nrestart       median {median:.0} ms, p99 {slowest:.0} ms",
        toll.restarts.len(),
        toll.acknowledged.len(),
        verdict.lost,
        verdict.doubled,
        verdict.gaps,
        toll.replays,
    )
    .expect("writing to a string cannot fail");
    text
}
