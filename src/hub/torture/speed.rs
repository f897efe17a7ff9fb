//! How much the server does in a second: one thing read by its id, and durable writes under keys of their own.

use std::{
    error::Error,
    net::SocketAddr,
    process::Command,
    sync::Arc,
    time::{Duration, Instant},
};

use super::{
    crowd::{Visitor, thread},
    kill::{id, sign_in},
    overload::{Shop, Tally},
    quantile,
    server::{end, free_address, start},
};

pub(super) struct Plan {
    pub(super) clients: u64,
    pub(super) lasts: Duration,
    /// The server's command, for an address.
    pub(super) start: Box<dyn Fn(SocketAddr) -> Command>,
}

pub(super) struct Outcome {
    reads: Tally,
    writes: Tally,
}

impl Outcome {
    /// The project's promise: 20,000 reads and 5,000 writes a second, nearly all of them within 40 ms.
    pub(super) fn is_kept(&self) -> bool {
        let is_kept = |tally: &Tally, least: f64| {
            tally.per_second(tally.good.len()) >= least
                && quantile(&tally.good, 0.99) <= 40.0
                && tally.failed == 0
        };
        is_kept(&self.reads, 20_000.0) && is_kept(&self.writes, 5_000.0)
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
        let reads = read(plan, &shop).await;
        let writes = shop.ask(1..plan.clients + 1, plan.lasts, None).await;
        Ok(Outcome { reads, writes })
    })
}

/// All clients read the same draft as fast as they are answered.
async fn read(plan: &Plan, shop: &Arc<Shop>) -> Tally {
    let until = Instant::now() + plan.lasts;
    let clients = (0..plan.clients).map(|_| {
        let shop = Arc::clone(shop);
        tokio::spawn(async move {
            let (mut visitor, request) = (Visitor::new(shop.address), shop.read());
            let mut tally = Tally::default();
            while Instant::now() < until {
                match visitor.send(&request).await {
                    Ok(answer) if answer.status == 200 => tally.good.push(answer.took),
                    _ => tally.failed += 1,
                }
            }
            tally
        })
    });
    let mut whole = Tally {
        seconds: plan.lasts.as_secs_f64(),
        ..Tally::default()
    };
    for client in clients.collect::<Vec<_>>() {
        match client.await {
            Ok(tally) => whole.add(tally),
            Err(_) => whole.failed += 1,
        }
    }
    whole
}

pub(super) fn report(outcome: &Outcome) -> String {
    let line = |name: &str, tally: &Tally| {
        format!(
            "{name}  {:.0}/s, median {:.1} ms, p99 {:.1} ms, {} failed\n",
            tally.per_second(tally.good.len()),
            quantile(&tally.good, 0.5),
            quantile(&tally.good, 0.99),
            tally.failed + tally.refused.len() as u64,
        )
    };
    line("reads by id   ", &outcome.reads) + &line("durable writes", &outcome.writes)
}
