//! Clients that begin a request and never end it, beside good ones that should not notice.

use std::{
    error::Error,
    fmt::Write,
    net::SocketAddr,
    process::Command,
    sync::Arc,
    time::{Duration, Instant},
};

use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpStream,
    task::JoinHandle,
    time::{sleep, timeout},
};

use super::{
    crowd::{Visitor, thread},
    kill::{id, sign_in},
    overload::Shop,
    quantile,
    server::{end, free_address, start},
};

pub(super) struct Plan {
    /// Half-open connections of each kind.
    pub(super) slow: u64,
    pub(super) good: u64,
    /// How long the good clients have the server to themselves.
    pub(super) alone: Duration,
    /// When it is no longer waited for a connection to be closed.
    pub(super) patience: Duration,
    /// The server's command, for an address.
    pub(super) start: Box<dyn Fn(SocketAddr) -> Command>,
}

/// How a request is left unfinished.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    /// A part of the headers, then nothing.
    Headers,
    /// The same, and one more header each second.
    Trickle,
    /// All headers of a write by somebody who is signed in, and a part of the body.
    Body,
}

/// What became of them.
pub(super) struct Outcome {
    /// For each kind the seconds until each was closed; those that were not are missing.
    closed: Vec<(Kind, Vec<f64>)>,
    slow: u64,
    /// Milliseconds of the good clients, and how often they were not answered well.
    alone: (Vec<f64>, u64),
    beside: (Vec<f64>, u64),
}

/// The project's promise: seconds.
const WITHIN: f64 = 15.0;

impl Outcome {
    /// Whether each was closed in time, and nobody else was refused.
    pub(super) fn is_kept(&self) -> bool {
        let is_closed = |seconds: &Vec<f64>| {
            seconds.len() as u64 == self.slow && seconds.iter().all(|seconds| *seconds <= WITHIN)
        };
        self.closed.iter().all(|(_, seconds)| is_closed(seconds)) && self.beside.1 == 0
    }
}

pub(super) fn run(plan: &Plan) -> Result<Outcome, Box<dyn Error>> {
    let address = free_address()?;
    let (mut server, _) = start((plan.start)(address))?;
    let measured = measure(plan, address);
    end(&mut server);
    measured
}

fn measure(plan: &Plan, address: SocketAddr) -> Result<Outcome, Box<dyn Error>> {
    let company = id(0, 0);
    let shop = Arc::new(Shop {
        address,
        company,
        cookie: sign_in(address, company)?,
    });
    let thread = thread()?;
    thread.block_on(async {
        if Visitor::new(address).send(&shop.write(0, 1)).await?.status != 201 {
            return Err("nothing could be written".into());
        }
        let alone = good(plan, &shop, plan.alone).await;
        let mut waiting: Vec<(Kind, Vec<JoinHandle<Option<f64>>>)> = Vec::new();
        for kind in [Kind::Headers, Kind::Trickle, Kind::Body] {
            let begun = begun(kind, &shop);
            let open = |_| tokio::spawn(half(kind, begun.clone(), address, plan.patience));
            waiting.push((kind, (0..plan.slow).map(open).collect()));
            // More at the same instant than the system queues for a listener, and it is the system that refuses them.
            sleep(Duration::from_millis(500)).await;
        }
        let beside = good(plan, &shop, plan.patience).await;
        let mut closed = Vec::new();
        for (kind, tasks) in waiting {
            let mut seconds = Vec::new();
            for task in tasks {
                seconds.extend(task.await.ok().flatten());
            }
            closed.push((kind, seconds));
        }
        Ok(Outcome {
            closed,
            slow: plan.slow,
            alone,
            beside,
        })
    })
}

/// What is sent of a request.
fn begun(kind: Kind, shop: &Shop) -> String {
    match kind {
        Kind::Headers | Kind::Trickle => "GET /v1/health HTTP/1.1\r\nhost: hub\r\n".to_owned(),
        Kind::Body => {
            let mut request = shop.write(0, 2);
            request.truncate(request.len() - 20);
            request
        }
    }
}

/// Seconds until the server closed it, whatever it said before.
async fn half(kind: Kind, begun: String, address: SocketAddr, patience: Duration) -> Option<f64> {
    let stream = TcpStream::connect(address).await.ok()?;
    let opened = Instant::now();
    let (mut reading, mut writing) = stream.into_split();
    writing.write_all(begun.as_bytes()).await.ok()?;
    let trickle = async move {
        while kind == Kind::Trickle && writing.write_all(b"a: b\r\n").await.is_ok() {
            sleep(Duration::from_secs(1)).await;
        }
        // Kept open: it is the server that should close.
        std::future::pending::<()>().await;
        drop(writing);
    };
    let trickle = tokio::spawn(trickle);
    let mut rest = Vec::new();
    // Ended or reset: closed either way.
    let closed = timeout(patience, reading.read_to_end(&mut rest)).await;
    trickle.abort();
    closed.ok()?.ok();
    Some(opened.elapsed().as_secs_f64())
}

/// Some read what is there, some write, each fifty times a second: far from all that the server could do.
async fn good(plan: &Plan, shop: &Arc<Shop>, lasts: Duration) -> (Vec<f64>, u64) {
    let until = Instant::now() + lasts;
    let clients = (1..=plan.good).map(|number| {
        let shop = Arc::clone(shop);
        let number = number + if lasts == plan.alone { 0 } else { plan.good };
        tokio::spawn(async move {
            let mut visitor = Visitor::new(shop.address);
            let (mut took, mut failed) = (Vec::new(), 0);
            for turn in 0.. {
                if Instant::now() >= until {
                    break;
                }
                let (request, status) = match number % 2 {
                    0 => (shop.write(number, turn), 201),
                    _ => (shop.read(), 200),
                };
                match visitor.send(&request).await {
                    Ok(answer) if answer.status == status => took.push(answer.took),
                    _ => failed += 1,
                }
                sleep(Duration::from_millis(20)).await;
            }
            (took, failed)
        })
    });
    let (mut all, mut failures) = (Vec::new(), 0);
    for client in clients.collect::<Vec<_>>() {
        let (took, failed) = client.await.unwrap_or((Vec::new(), 1));
        all.extend(took);
        failures += failed;
    }
    (all, failures)
}

pub(super) fn report(outcome: &Outcome) -> String {
    let mut text = String::new();
    for (kind, seconds) in &outcome.closed {
        let name = match kind {
            Kind::Headers => "half the headers",
            Kind::Trickle => "headers for ever",
            Kind::Body => "half the body",
        };
        writeln!(
            text,
            "{name:<17} {} of {} closed, after {:.1} to {:.1} s",
            seconds.len(),
            outcome.slow,
            quantile(seconds, 0.0),
            quantile(seconds, 1.0),
        )
        .expect("writing to a string cannot fail");
    }
    for (name, (took, failed)) in [
        ("good ones alone", &outcome.alone),
        ("good ones beside", &outcome.beside),
    ] {
        writeln!(
            text,
            "{name:<17} {} answers, median {:.1} ms, p99 {:.1} ms, {failed} failed",
            took.len(),
            quantile(took, 0.5),
            quantile(took, 0.99),
        )
        .expect("writing to a string cannot fail");
    }
    text
}
