//! A request to three suppliers over HTTP: who learns what, and what happens once.

use api_types::problem::Code;
use domain::Id;
use serde_json::{Value, json};

use crate::testing::{
    Server,
    goods::code,
    person::{Person, id, key},
};

pub(super) fn request_form(asked: &[(Id, String)]) -> Value {
    let asked: Vec<_> = asked
        .iter()
        .map(|(quotation, code)| json!({ "quotation": quotation, "code": code }))
        .collect();
    json!({
        "terms": {
            "lines": [{ "id": LINE, "words": { "en": "Hex bolts M8x40, 8.8", "zh": "六角螺栓 M8x40，8.8 级" },
                        "quantity": "5000", "unit": "C62" }],
            "currency": "SGD", "valid_until": soon(),
        },
        "asked": asked,
    })
}

pub(crate) const LINE: &str = "018bcfe5-6800-7fff-bfff-ffffffffffff";

/// A month from now.
fn soon() -> String {
    let day = crate::clock::today().days_since_epoch() + 30;
    domain::Date::from_days_since_epoch(day)
        .unwrap()
        .to_string()
}

pub(super) fn bid(price: &str) -> Value {
    json!({
        "lines": [{ "line": LINE, "price": price, "quantity": "5000", "lead_time_days": 14 }],
        "currency": "SGD", "valid_until": soon(),
    })
}

pub(super) fn payee() -> Value {
    json!({ "holder": "Tuas Bolt Pte Ltd", "bank": "DBS", "bic": "DBSSSGSG", "account": "0721234567" })
}

/// What a company has agreed on with a supplier: an order, or where it waits, what is to be approved. By its id.
pub(crate) async fn agree(
    owner: &Person<'_>,
    clerk: &Person<'_>,
    (seller, at_seller): &(&Person<'_>, Id),
    company: Id,
    waits: bool,
) -> Id {
    let base = format!("/v1/companies/{company}");
    let (request, quotation) = (id(), id());
    let form = request_form(&[(quotation, code(*at_seller))]);
    let path = format!("{base}/requests/{request}");
    let sent = owner.change("PUT", &path, None, &form).await;
    assert_eq!(sent.status, 201, "{}", sent.text());
    let path = format!("/v1/companies/{at_seller}/quotations/{quotation}/offers");
    let offered = seller.change("POST", &path, Some(1), &bid("0.42")).await;
    assert_eq!(offered.status, 200, "{}", offered.text());
    let buyer = if waits {
        let limits = json!({ "sgd": "1" });
        let path = format!("{base}/limits");
        let set = owner.change("PUT", &path, Some(1), &limits).await;
        assert_eq!(set.status, 200, "{}", set.text());
        owner.bring_in(company, clerk, "trader").await;
        clerk
    } else {
        owner
    };
    let path = format!("{base}/quotations/{quotation}/acceptance");
    let accept = json!({ "offer": 1 });
    let accepted = buyer.change("POST", &path, Some(2), &accept).await;
    assert_eq!(accepted.status, 200, "{}", accepted.text());
    quotation
}

/// A buyer, two suppliers with what each was asked, and one that was not.
pub(super) struct Fair<'a> {
    pub(super) buyer: Person<'a>,
    pub(super) company: Id,
    pub(super) request: Id,
    pub(super) asked: [(Person<'a>, Id, Id); 2],
    pub(super) other: (Person<'a>, Id),
}

impl Fair<'_> {
    pub(super) async fn new(server: &Server) -> Fair<'_> {
        let buyer = server.person("buyer").await;
        let company = buyer.found().await;
        let (one, two, other) = (
            server.person("one").await,
            server.person("two").await,
            server.person("other").await,
        );
        let (at_one, at_two) = (one.supply().await, two.supply().await);
        let at_other = other.supply().await;
        let (first, second, unheard) = (id(), id(), id());
        let request = id();
        let form = request_form(&[
            (first, code(at_one)),
            (second, code(at_two)),
            (unheard, "not-here-yet".to_owned()),
        ]);
        let path = format!("/v1/companies/{company}/requests/{request}");
        let sent = buyer.change("PUT", &path, None, &form).await;
        assert_eq!(sent.status, 201, "{}", sent.text());
        let asked = [(one, at_one, first), (two, at_two, second)];
        let other = (other, at_other);
        Fair {
            buyer,
            company,
            request,
            asked,
            other,
        }
    }

    /// Everything that a company is shown of its requests, quotations, messages, notices and changes.
    async fn all(who: &Person<'_>, company: Id, request: Id, quotation: Id) -> String {
        let base = format!("/v1/companies/{company}");
        let mut all = String::new();
        for path in [
            format!("{base}/requests"),
            format!("{base}/requests/{request}"),
            format!("{base}/requests/{request}/quotations"),
            format!("{base}/quotations"),
            format!("{base}/quotations/{quotation}"),
            format!("{base}/quotations/{quotation}/messages"),
            format!("{base}/notices"),
            format!("/v1/changes?company={company}"),
        ] {
            let answer = who.get(&path).await;
            assert_eq!(answer.status, 200, "{path}: {}", answer.text());
            all += answer.text();
        }
        all
    }

    async fn quote(&self, which: usize, price: &str, seen: u64) {
        let (who, company, quotation) = &self.asked[which];
        let path = format!("/v1/companies/{company}/quotations/{quotation}/offers");
        let answer = who.change("POST", &path, Some(seen), &bid(price)).await;
        assert_eq!(answer.status, 200, "{}", answer.text());
    }

    pub(super) fn of_buyer(&self, which: usize, part: &str) -> String {
        let quotation = self.asked[which].2;
        format!(
            "/v1/companies/{}/quotations/{quotation}/{part}",
            self.company
        )
    }
}

#[tokio::test]
async fn no_supplier_learns_of_another() {
    let server = Server::new().await;
    let fair = Fair::new(&server).await;
    fair.quote(0, "0.4137", 1).await;
    fair.quote(1, "0.3973", 1).await;
    let say = json!({ "words": "Between us two" });
    let path = fair.of_buyer(0, "messages");
    fair.buyer.change("POST", &path, None, &say).await;
    let counter = fair.of_buyer(0, "offers");
    let countered = fair
        .buyer
        .change("POST", &counter, Some(2), &bid("0.3999"))
        .await;
    assert_eq!(countered.status, 200, "{}", countered.text());
    let accept = json!({ "offer": 1 });
    let path = fair.of_buyer(1, "acceptance");
    let accepted = fair.buyer.change("POST", &path, Some(2), &accept).await;
    assert_eq!(accepted.status, 200, "{}", accepted.text());

    // What is shown of each names nobody and nothing of the other, nor of the one who is not here, nor how many there are.
    let secrets = [
        ["0.4137", "0.3999", "Between us two"],
        ["0.3973", "0.3973", "0.3973"],
    ];
    for (at, (who, company, quotation)) in fair.asked.iter().enumerate() {
        let all = Fair::all(who, *company, fair.request, *quotation).await;
        let (_, rival, theirs) = &fair.asked[1 - at];
        let mut others = vec![rival.to_string(), theirs.to_string(), code(*rival)];
        others.push("not-here-yet".to_owned());
        others.extend(secrets[1 - at].map(str::to_owned));
        for secret in others {
            assert!(!all.contains(&secret), "{secret} in {all}");
        }
        for secret in secrets[at] {
            assert!(all.contains(secret), "{secret} in {all}");
        }
        assert!(all.contains("\"asked\":[]"), "{all}");
        let state = if at == 0 { "lost" } else { "accepted" };
        assert!(all.contains(&format!("\"state\":\"{state}\"")), "{all}");
        assert!(!all.contains("awarded"), "{all}");
    }
    let all = Fair::all(&fair.buyer, fair.company, fair.request, fair.asked[0].2).await;
    assert!(all.contains("awarded") && all.contains("not-here-yet"));
    assert!(all.contains("\"is_reached\":false"), "{all}");
}

/// Every route about a request or a quotation, by everybody but its own two companies: all of it looks as if it were not
/// there, and nothing of it has changed.
#[tokio::test]
async fn nobody_reaches_what_is_between_two_others() {
    let server = Server::new().await;
    let fair = Fair::new(&server).await;
    fair.quote(0, "0.42", 1).await;
    let (one, at_one, first) = &fair.asked[0];
    let before = Fair::all(one, *at_one, fair.request, *first).await;
    let of_buyer = Fair::all(&fair.buyer, fair.company, fair.request, *first).await;
    let nothing = server.get("/v1/nothing", &[]).await.text().to_owned();
    let (two, at_two, _) = &fair.asked[1];
    let intruders = [(two, *at_two), (&fair.other.0, fair.other.1)];
    let parts = [
        ("GET", "", Value::Null),
        ("GET", "/messages", Value::Null),
        ("POST", "/offers", bid("0.01")),
        ("POST", "/decline", json!({})),
        ("POST", "/withdrawal", json!({})),
        ("POST", "/acceptance", json!({ "offer": 1 })),
        ("POST", "/messages", json!({ "words": "x" })),
        ("PUT", "/messages", json!({ "read": 0 })),
    ];
    for (who, own) in intruders {
        // In their own company's name, in the supplier's and in the buyer's.
        for company in [own, *at_one, fair.company] {
            for (method, part, form) in &parts {
                let path = format!("/v1/companies/{company}/quotations/{first}{part}");
                let answer = match *method {
                    "GET" => who.get(&path).await,
                    method => who.change(method, &path, Some(2), form).await,
                };
                assert_eq!(answer.status, 404, "{method} {path}");
                assert_eq!(answer.text(), nothing, "{method} {path}");
            }
        }
        for company in [*at_one, fair.company] {
            let path = format!("/v1/companies/{company}/requests/{}", fair.request);
            assert_eq!(who.get(&path).await.status, 404);
            let path = format!("{path}/closure");
            let answer = who.change("POST", &path, Some(1), &json!({})).await;
            assert_eq!(answer.status, 404);
        }
    }
    // Whoever was asked cannot close it either.
    let path = format!("/v1/companies/{at_one}/requests/{}/closure", fair.request);
    let answer = one.change("POST", &path, Some(1), &json!({})).await;
    assert_eq!(answer.status, 404);
    assert_eq!(Fair::all(one, *at_one, fair.request, *first).await, before);
    let after = Fair::all(&fair.buyer, fair.company, fair.request, *first).await;
    assert_eq!(after, of_buyer);
}

#[tokio::test]
async fn a_second_press_asks_once_and_whoever_is_late_is_told_why() {
    let server = Server::new().await;
    let fair = Fair::new(&server).await;
    let request = id();
    let (one, at_one, _) = &fair.asked[0];
    let form = request_form(&[(id(), code(*at_one))]);
    let path = format!("/v1/companies/{}/requests/{request}", fair.company);
    let key = key();
    let send = async || {
        let headers = [("idempotency-key", &key[..])];
        fair.buyer.send("PUT", &path, &headers, &form).await
    };
    let (first, again) = (send().await, send().await);
    assert_eq!((first.status.as_u16(), again.status.as_u16()), (201, 200));
    assert_eq!(first.body, again.body);
    // Another tab, with a key of its own.
    let other = fair.buyer.change("PUT", &path, None, &form).await;
    other.assert_problem(409, Code::Exists);
    let inbox = one
        .get(&format!("/v1/companies/{at_one}/quotations"))
        .await
        .json();
    assert_eq!(inbox["items"].as_array().unwrap().len(), 2);
    let notices = format!("/v1/companies/{at_one}/notices");
    assert_eq!(one.get(&notices).await.json()["unread"], 2);
    let read = one
        .change("PUT", &notices, None, &json!({ "read": 2 }))
        .await;
    assert_eq!(read.status, 200, "{}", read.text());
    assert_eq!(one.get(&notices).await.json()["unread"], 0);

    // Somebody of the buyer's accepts what has changed meanwhile; then what was taken by another.
    fair.quote(0, "0.42", 1).await;
    fair.quote(0, "0.41", 2).await;
    let accept = json!({ "offer": 1 });
    let path = fair.of_buyer(0, "acceptance");
    let late = fair.buyer.change("POST", &path, Some(2), &accept).await;
    late.assert_problem(412, Code::Changed);
    fair.quote(1, "0.40", 1).await;
    let taken = fair
        .buyer
        .change("POST", &fair.of_buyer(1, "acceptance"), Some(2), &accept)
        .await;
    assert_eq!(taken.status, 200, "{}", taken.text());
    let second = json!({ "offer": 2 });
    let late = fair.buyer.change("POST", &path, Some(4), &second).await;
    late.assert_problem(409, Code::NotNow);
}

/// Who publishes a page under a code that was asked before, finds what was asked.
#[tokio::test]
async fn what_was_asked_before_a_supplier_came_finds_them() {
    let server = Server::new().await;
    let buyer = server.person("buyer").await;
    let company = buyer.found().await;
    let late = server.person("late").await;
    let (quotation, request) = (id(), id());
    let at_late = late.found().await;
    let form = request_form(&[(quotation, code(at_late))]);
    let path = format!("/v1/companies/{company}/requests/{request}");
    let sent = buyer.change("PUT", &path, None, &form).await;
    assert_eq!(sent.status, 201, "{}", sent.text());
    let base = format!("/v1/companies/{at_late}");
    let inbox = format!("{base}/quotations/{quotation}");
    assert_eq!(late.get(&inbox).await.status, 404);
    late.save(
        at_late,
        at_late,
        None,
        &crate::testing::goods::page_form(at_late),
    )
    .await;
    late.publish(at_late, at_late, 1).await;
    assert_eq!(late.get(&inbox).await.json()["state"], "asked");
    let notices = late.get(&format!("{base}/notices")).await.json();
    assert_eq!(notices["items"][0]["kind"], "asked");
    let shown = buyer.get(&path).await.json();
    assert_eq!(shown["asked"][0]["is_reached"], true);
    let path = format!("{inbox}/offers");
    let answered = late.change("POST", &path, Some(2), &bid("0.42")).await;
    assert_eq!(answered.status, 200, "{}", answered.text());
    let total = late.get(&inbox).await.json()["offers"][0]["total"].clone();
    assert_eq!(total, "2100.00");
}

/// As long as a request may be, in both languages: as a draft, and sent.
#[tokio::test]
async fn a_request_of_five_hundred_lines_is_taken() {
    let server = Server::new().await;
    let buyer = server.person("buyer").await;
    let company = buyer.found().await;
    let line = json!({
        "id": "", "product": "tuasbolt.hs17-88z-6x16", "quantity": "12500", "unit": "C62", "target": "0.0283",
        "words": { "en": "Hex bolt, full thread, ISO 4017, M6 × 16, 8.8, zinc plated",
                   "zh": "外六角螺栓 全牙 ISO 4017 M6×16 8.8级 镀锌" },
    });
    let lines = (0..500).map(|_| {
        let mut line = line.clone();
        line["id"] = json!(id());
        line
    });
    let lines: Vec<_> = lines.collect();
    let draft = json!({ "kind": "sourcing_request", "content": { "lines": lines } });
    buyer.save(company, id(), None, &draft).await;
    let mut form = request_form(&[(id(), "not-here-yet".to_owned())]);
    form["terms"]["lines"] = json!(lines);
    let path = format!("/v1/companies/{company}/requests/{}", id());
    let sent = buyer.change("PUT", &path, None, &form).await;
    assert_eq!(sent.status, 201, "{}", sent.text());
    let shown = buyer.get(&path).await.json();
    assert_eq!(shown["terms"]["lines"].as_array().unwrap().len(), 500);
    // One more is too many.
    let more = json!({ "id": id(), "product": "x", "quantity": "1", "unit": "C62" });
    form["terms"]["lines"].as_array_mut().unwrap().push(more);
    let path = format!("/v1/companies/{company}/requests/{}", id());
    let refused = buyer.change("PUT", &path, None, &form).await;
    refused.assert_problem(422, Code::InvalidBody);
}
