//! Three times as many durable writes are asked for as can be done, by a clock that waits for no answer.

use std::{
    error::Error,
    fmt::Write,
    net::SocketAddr,
    ops::Range,
    process::Command,
    sync::Arc,
    time::{Duration, Instant},
};

use domain::Id;
use tokio::time::sleep_until;

use super::{
    crowd::{Visitor, thread},
    kill::{id, sign_in},
    quantile,
    server::{end, free_address, start},
};

/// How hard it is tried.
pub(super) struct Plan {
    /// Numbers of clients that ask as fast as they are answered, to find the peak.
    pub(super) few: [u64; 2],
    /// Clients that ask by the clock: enough that some are always free.
    pub(super) many: u64,
    pub(super) times: f64,
    pub(super) lasts: Duration,
    /// The server's command, for an address.
    pub(super) start: Box<dyn Fn(SocketAddr) -> Command>,
}

/// What came of asking for a while.
#[derive(Debug, Default)]
pub(super) struct Tally {
    /// Milliseconds until each write was acknowledged.
    pub(super) good: Vec<f64>,
    /// Milliseconds until each was refused with 503 and `Retry-After`.
    pub(super) refused: Vec<f64>,
    /// Neither: no answer, or another one.
    pub(super) failed: u64,
    pub(super) seconds: f64,
}

impl Tally {
    pub(super) fn add(&mut self, other: Self) {
        self.good.extend(other.good);
        self.refused.extend(other.refused);
        self.failed += other.failed;
    }

    pub(super) fn per_second(&self, count: usize) -> f64 {
        count as f64 / self.seconds.max(0.001)
    }
}

/// At the peak, and beyond it.
pub(super) struct Outcome {
    pub(super) peak: Tally,
    pub(super) over: Tally,
}

impl Outcome {
    /// Of the peak, what is still done under overload.
    fn share(&self) -> f64 {
        let (over, peak) = (&self.over, &self.peak);
        over.per_second(over.good.len()) / peak.per_second(peak.good.len())
    }

    /// Whether what the project promises holds: four fifths of the peak, refusals within 50 ms, and no other failure.
    pub(super) fn is_kept(&self) -> bool {
        self.share() >= 0.8
            && !self.over.refused.is_empty()
            && quantile(&self.over.refused, 0.99) < 50.0
            && self.over.failed == 0
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
    let (mut first, mut peak) = (1, Tally::default());
    // More clients make larger groups of writes, up to a point: the peak is the best of them.
    for few in plan.few {
        let tally = thread.block_on(shop.ask(first..first + few, plan.lasts, None));
        first += few;
        if tally.per_second(tally.good.len()) > peak.per_second(peak.good.len()) {
            peak = tally;
        }
    }
    let rate = plan.times * peak.per_second(peak.good.len());
    let others = first..first + plan.many;
    let over = thread.block_on(shop.ask(others, plan.lasts, Some(rate)));
    Ok(Outcome { peak, over })
}

pub(super) struct Shop {
    pub(super) address: SocketAddr,
    pub(super) company: Id,
    pub(super) cookie: String,
}

impl Shop {
    /// All the clients together ask so many times a second, or as fast as they can.
    pub(super) async fn ask(
        self: &Arc<Self>,
        clients: Range<u64>,
        lasts: Duration,
        rate: Option<f64>,
    ) -> Tally {
        let count = (clients.end - clients.start) as f64;
        // Time to connect, so that none is late from the outset.
        let begun = Instant::now() + Duration::from_millis(500);
        let mut tasks = Vec::new();
        for (place, number) in clients.enumerate() {
            let due = move |turn: u64| {
                let rate = rate?;
                let after = (turn as f64 * count + place as f64) / rate;
                Some(begun + Duration::from_secs_f64(after))
            };
            let shop = Arc::clone(self);
            tasks.push(tokio::spawn(async move {
                shop.client(number, (begun, begun + lasts), due).await
            }));
        }
        let mut whole = Tally {
            seconds: lasts.as_secs_f64(),
            ..Tally::default()
        };
        for task in tasks {
            match task.await {
                Ok(tally) => whole.add(tally),
                Err(_) => whole.failed += 1,
            }
        }
        whole
    }

    async fn client(
        &self,
        number: u64,
        (begun, until): (Instant, Instant),
        due: impl Fn(u64) -> Option<Instant>,
    ) -> Tally {
        let mut client = Visitor::new(self.address);
        let (mut tally, mut request) = (Tally::default(), String::new());
        // Whoever is not let in asks again below, and that fails.
        let _ = client.connect().await;
        for turn in 0.. {
            let at = due(turn).unwrap_or(begun);
            if at >= until || Instant::now() >= until {
                break;
            }
            self.write_into(&mut request, number, turn);
            sleep_until(at.into()).await;
            match client.send(&request).await {
                // What is answered after the end was not done in the time that is counted.
                Ok(answer) if answer.status == 201 && Instant::now() > until => (),
                Ok(answer) if answer.status == 201 => tally.good.push(answer.took),
                Ok(answer) if answer.status == 503 && answer.says_when => {
                    tally.refused.push(answer.took)
                }
                _ => tally.failed += 1,
            }
        }
        tally
    }

    /// Reads the draft that [`Shop::write`] makes of 0 and 1.
    pub(super) fn read(&self) -> String {
        let (company, draft, cookie) = (self.company, id(0, 1), &self.cookie);
        format!(
            "GET /v1/companies/{company}/drafts/{draft} HTTP/1.1\r\nhost: hub\r\ncookie: {cookie}\r\n\r\n"
        )
    }

    /// A durable write with a key of its own.
    pub(super) fn write(&self, number: u64, turn: u64) -> String {
        let mut request = String::new();
        self.write_into(&mut request, number, turn);
        request
    }

    /// Made while the client waits for its turn, where its last request stood.
    fn write_into(&self, request: &mut String, number: u64, turn: u64) {
        let (company, draft, cookie) = (self.company, id(number, turn), &self.cookie);
        let body = r#"{"kind":"product","content":{"title":"hexagon screw","quantity":500,"size":"M8 x 40"}}"#;
        request.clear();
        write!(
            request,
            "PUT /v1/companies/{company}/drafts/{draft} HTTP/1.1\r\nhost: hub\r\nhub-client: torture\r\n\
             cookie: {cookie}\r\ncontent-type: application/json\r\ncontent-length: {}\r\n\
             idempotency-key: overload-{number}-{turn}\r\n\r\n{body}",
            body.len()
        )
        .expect("writing to a string cannot fail");
    }
}

pub(super) fn report(outcome: &Outcome) -> String {
    let mut text = String::new();
    let Outcome { peak, over } = outcome;
    let asked = over.good.len() + over.refused.len();
    writeln!(
        text,
        "peak        {:.0} writes/s, p99 {:.0} ms\nasked       {:.0}/s\n\
         done        {:.0} writes/s, {:.0} % of the peak, p99 {:.0} ms\n\
         refused     {:.0}/s with Retry-After, median {:.0} ms, p99 {:.0} ms\nfailed      {}",
        peak.per_second(peak.good.len()),
        quantile(&peak.good, 0.99),
        over.per_second(asked),
        over.per_second(over.good.len()),
        outcome.share() * 100.0,
        quantile(&over.good, 0.99),
        over.per_second(over.refused.len()),
        quantile(&over.refused, 0.5),
        quantile(&over.refused, 0.99),
        over.failed,
    )
    .expect("writing to a string cannot fail");
    text
}
