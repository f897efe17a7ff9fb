//! Three times as many durable writes are asked for as can be done, by a clock that waits for no answer.

use std::{
    error::Error,
    fmt::Write,
    net::SocketAddr,
    process::Command,
    sync::{Mutex, PoisonError},
    thread,
    time::{Duration, Instant},
};

use domain::Id;

use super::{
    client::Client,
    kill::{id, sign_in},
    quantile,
    server::{end, free_address, start},
};

/// How hard it is tried.
pub(super) struct Plan {
    /// Clients that ask as fast as they are answered, to find the peak.
    pub(super) few: u64,
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
    seconds: f64,
}

impl Tally {
    fn add(&mut self, other: Self) {
        self.good.extend(other.good);
        self.refused.extend(other.refused);
        self.failed += other.failed;
    }

    fn per_second(&self, count: usize) -> f64 {
        count as f64 / self.seconds
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
    let shop = Shop {
        address,
        company,
        cookie: sign_in(address, company)?,
    };
    let peak = shop.ask(1..=plan.few, plan.lasts, None);
    let rate = plan.times * peak.per_second(peak.good.len());
    let others = plan.few + 1..=plan.few + plan.many;
    let over = shop.ask(others, plan.lasts, Some(rate));
    Ok(Outcome { peak, over })
}

struct Shop {
    address: SocketAddr,
    company: Id,
    cookie: String,
}

impl Shop {
    /// All the clients together ask so many times a second, or as fast as they can.
    fn ask(
        &self,
        clients: std::ops::RangeInclusive<u64>,
        lasts: Duration,
        rate: Option<f64>,
    ) -> Tally {
        let whole = Mutex::new(Tally::default());
        let count = (clients.end() - clients.start() + 1) as f64;
        // Time to start all threads, so that none is late from the outset.
        let begun = Instant::now() + Duration::from_millis(300);
        thread::scope(|scope| {
            for (place, number) in clients.enumerate() {
                let whole = &whole;
                let due = move |turn: u64| {
                    let rate = rate?;
                    let after = (turn as f64 * count + place as f64) / rate;
                    Some(begun + Duration::from_secs_f64(after))
                };
                let body = move || {
                    let tally = self.client(number, begun, lasts, due);
                    whole
                        .lock()
                        .unwrap_or_else(PoisonError::into_inner)
                        .add(tally);
                };
                thread::Builder::new()
                    .stack_size(128 * 1024)
                    .spawn_scoped(scope, body)
                    .expect("the system gives some thousand small threads");
            }
        });
        let mut tally = whole.into_inner().unwrap_or_else(PoisonError::into_inner);
        tally.seconds = lasts.as_secs_f64();
        tally
    }

    fn client(
        &self,
        number: u64,
        begun: Instant,
        lasts: Duration,
        due: impl Fn(u64) -> Option<Instant>,
    ) -> Tally {
        let mut client = Client::new(self.address);
        client.cookie.clone_from(&self.cookie);
        let mut tally = Tally::default();
        let until = begun + lasts;
        for turn in 0.. {
            let at = due(turn).unwrap_or(begun);
            if at >= until || Instant::now() >= until {
                break;
            }
            thread::sleep(at.saturating_duration_since(Instant::now()));
            let path = format!("/v1/companies/{}/drafts/{}", self.company, id(number, turn));
            let key = format!("idempotency-key: overload-{number}-{turn}\r\n");
            let body = r#"{"kind":"product","content":{"number":1}}"#;
            let asked = Instant::now();
            let answer = client.send("PUT", &path, &key, body);
            let took = asked.elapsed().as_secs_f64() * 1000.0;
            match answer.map(|answer| (answer.status, answer.says_when)) {
                // What is answered after the end was not done in the time that is counted.
                Ok((201, _)) if Instant::now() > until => (),
                Ok((201, _)) => tally.good.push(took),
                Ok((503, true)) => tally.refused.push(took),
                _ => tally.failed += 1,
            }
        }
        tally
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
