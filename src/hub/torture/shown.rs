//! How soon buyers see what a supplier publishes: from its answer to another front of the catalogue.

use std::{
    error::Error,
    net::SocketAddr,
    process::Command,
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

/// Between two looks at the front.
const LOOK: Duration = Duration::from_millis(10);
/// Longer than anybody would wait.
const PATIENCE: Duration = Duration::from_secs(60);

pub(super) struct Plan {
    /// Products published one by one, each after the one before is seen.
    pub(super) products: u64,
    /// Products published together.
    pub(super) together: u64,
    /// The server's command, for an address.
    pub(super) start: Box<dyn Fn(SocketAddr) -> Command>,
}

/// Milliseconds.
pub(super) struct Outcome {
    alone: Vec<f64>,
    withdrawn: Vec<f64>,
    /// Those that were published together, and how many they were.
    together: (f64, u64),
}

impl Outcome {
    /// The project's promise: within seconds.
    pub(super) fn is_kept(&self) -> bool {
        let all = self.alone.iter().chain(&self.withdrawn);
        all.chain([&self.together.0]).all(|took| *took <= 5_000.0)
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
    let mut supplier = Supplier {
        client: Client::new(address),
        buyer: Client::new(address),
        company,
        deeds: 0,
        front: String::new(),
    };
    supplier.client.cookie = sign_in(address, company)?;
    supplier.look()?;
    supplier.save(company, "profile", PAGE)?;
    supplier.publish(company)?;
    supplier.wait()?;
    let mut alone = Vec::new();
    for number in 0..plan.products {
        let product = id(1, number);
        supplier.save(product, "product", &cells(&format!("A-{number}")))?;
        supplier.publish(product)?;
        alone.push(supplier.wait()?);
    }
    let mut withdrawn = Vec::new();
    for number in 0..plan.products {
        let path = format!("listings/{}", id(1, number));
        supplier.send("DELETE", &path, "if-match: \"1\"\r\n", "")?;
        withdrawn.push(supplier.wait()?);
    }
    let mut items = Vec::new();
    for number in 0..plan.together {
        let product = id(2, number);
        supplier.save(product, "product", &cells(&format!("B-{number}")))?;
        items.push(format!(r#"{{"id":"{product}","draft":1}}"#));
    }
    let form = format!(r#"{{"publish":[{}]}}"#, items.join(","));
    supplier.send("PUT", &format!("publications/{}", id(3, 0)), "", &form)?;
    let together = (supplier.wait()?, plan.together);
    Ok(Outcome {
        alone,
        withdrawn,
        together,
    })
}

/// A supplier, and a buyer who looks at the catalogue.
struct Supplier {
    client: Client,
    buyer: Client,
    company: Id,
    deeds: u64,
    /// Tag of the front that the buyer has.
    front: String,
}

impl Supplier {
    fn send(
        &mut self,
        method: &str,
        path: &str,
        headers: &str,
        body: &str,
    ) -> Result<(), Box<dyn Error>> {
        self.deeds += 1;
        let headers = format!("idempotency-key: shown-deed-{}\r\n{headers}", self.deeds);
        let path = format!("/v1/companies/{}/{path}", self.company);
        let answer = self.client.send(method, &path, &headers, body)?;
        if (200..300).contains(&answer.status) {
            return Ok(());
        }
        Err(format!("{method} {path}: {}", answer.status).into())
    }

    fn save(&mut self, draft: Id, kind: &str, cells: &str) -> Result<(), Box<dyn Error>> {
        let form = format!(r#"{{"kind":"{kind}","content":{{"cells":{cells}}}}}"#);
        self.send("PUT", &format!("drafts/{draft}"), "", &form)
    }

    fn publish(&mut self, listing: Id) -> Result<(), Box<dyn Error>> {
        self.send("PUT", &format!("listings/{listing}"), "", r#"{"draft":1}"#)
    }

    /// Whether the front is another one.
    fn look(&mut self) -> Result<bool, Box<dyn Error>> {
        let had = format!("if-none-match: {}\r\n", self.front);
        let headers = if self.front.is_empty() { "" } else { &had };
        let answer = self
            .buyer
            .send("GET", "/catalogue/front.bin", headers, "")?;
        if answer.status == 304 {
            return Ok(false);
        }
        if answer.status != 200 || answer.etag.is_empty() {
            return Err(format!("the front: {}", answer.status).into());
        }
        self.front = answer.etag;
        Ok(true)
    }

    /// Milliseconds until the buyer has another front.
    fn wait(&mut self) -> Result<f64, Box<dyn Error>> {
        let answered = Instant::now();
        while !self.look()? {
            if PATIENCE < answered.elapsed() {
                return Err("nothing new is to be seen".into());
            }
            thread::sleep(LOOK);
        }
        Ok(answered.elapsed().as_secs_f64() * 1000.0)
    }
}

const PAGE: &str = r#"{"code":"torture-bolt","name_en":"Torture Bolt","name_zh":"试验螺栓",
    "legal_name":"Torture Bolt Pte Ltd","summary_en":"Bolts","summary_zh":"螺栓","address":"1 Tuas Road, Singapore",
    "founded":"1999","employees":"20","payment_terms_en":"30 days","payment_terms_zh":"三十天"}"#;

/// A product with this number.
fn cells(sku: &str) -> String {
    format!(
        r#"{{"sku":"{sku}","category":"hex-bolts","name_en":"Hex bolt {sku}","name_zh":"六角螺栓 {sku}","unit":"C62",
        "price_breaks":"100:0.42;500:0.36","currency":"SGD","moq":"100","order_multiple":"50","stock":"12000",
        "lead_time_days":"3","origin":"CN","hs_code":"731815","gross_weight_kg":"0.02","carton_quantity":"500",
        "carton_size_cm":"40x30x25","carton_weight_kg":"10.5","sample":"free","attributes":"thread=M8;length=40"}}"#
    )
}

pub(super) fn report(outcome: &Outcome) -> String {
    let line = |name: &str, took: &[f64]| {
        format!(
            "{name}  seen by a buyer after {:.0} ms, {:.0} ms at most, of {}\n",
            quantile(took, 0.5),
            quantile(took, 1.0),
            took.len(),
        )
    };
    let (took, count) = outcome.together;
    line("a product published", &outcome.alone)
        + &line("a product withdrawn", &outcome.withdrawn)
        + &format!("{count} products published together  seen by a buyer after {took:.0} ms\n")
}
