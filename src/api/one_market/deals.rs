//! What buyers and suppliers say to each other: requests, offers and counter-offers, what ends them, messages and notices.

use clerk::photo::sample::png;
use domain::Id;
use serde_json::{Value, json};
use stage::Call;

use super::{
    goods::BLOBS,
    history::{COMPANIES, Step, id},
    request::{plain, with_body},
};
use crate::testing::goods::code;

/// Few, so that they are asked for again.
const REQUESTS: u8 = 3;
const QUOTATIONS: u8 = 6;

/// The second company asks the first and one that is not there, and is answered.
pub(super) fn beginning(buyer: Id, supplier: Id) -> Vec<(usize, Call)> {
    let path = format!("/v1/companies/{buyer}/requests/{}", id(8, 0));
    let asked = json!([
        { "quotation": id(9, 0), "code": code(supplier) },
        { "quotation": id(9, 1), "code": "everybodys" },
    ]);
    let form = json!({ "terms": terms("2027-02-28"), "asked": asked });
    vec![(3, with_body("PUT", &path, &form))]
}

/// A request about what is negotiated by a company.
pub(super) fn call(step: &Step, company: Id) -> Call {
    let base = format!("/v1/companies/{company}");
    let request = format!("{base}/requests/{}", id(8, step.thing % REQUESTS));
    let quotation = format!("{base}/quotations/{}", id(9, step.thing % QUOTATIONS));
    let at = |part: &str| format!("{quotation}/{part}");
    match step.what % 96 {
        52..56 => step.deed(with_body("PUT", &request, &request_form(step)), false),
        56 if step.form.is_multiple_of(2) => {
            let path = format!("{request}/attachments/{}", id(6, step.version % BLOBS));
            step.tagged(plain("GET", &path))
        }
        56 => step.tagged(plain("GET", &request)),
        57 => step.paged(&format!("{base}/requests")),
        58 => {
            let path = format!("{request}/closure");
            step.deed(with_body("POST", &path, &reason(step)), true)
        }
        59 => step.paged(&format!("{request}/quotations")),
        60 => step.paged(&format!("{base}/quotations")),
        61 => step.tagged(plain("GET", &quotation)),
        62..69 => step.deed(with_body("POST", &at("offers"), &bid(step)), true),
        69 => step.deed(with_body("POST", &at("decline"), &reason(step)), true),
        70 => step.deed(with_body("POST", &at("withdrawal"), &reason(step)), true),
        71..73 => {
            let form = json!({ "offer": step.seen() });
            step.deed(with_body("POST", &at("acceptance"), &form), true)
        }
        73..75 => {
            let words = match step.form % 8 {
                0 => String::new(),
                1 => "问".repeat(2_001),
                _ => " 什么时候能到？\u{202e}".to_owned(),
            };
            let attached: Vec<_> = (0..step.form / 8 % 8)
                .map(|at| attached(step, at))
                .collect();
            let form = json!({ "words": words, "attachments": attached });
            step.deed(with_body("POST", &at("messages"), &form), false)
        }
        75 => {
            let form = json!({ "read": step.seen() });
            step.deed(with_body("PUT", &at("messages"), &form), false)
        }
        76 if step.form.is_multiple_of(2) => {
            let path = at(&format!("attachments/{}", id(6, step.version % BLOBS)));
            step.tagged(plain("GET", &path))
        }
        76 => plain("GET", &at("messages")),
        77 => {
            let form = json!({ "read": step.seen() });
            step.deed(with_body("PUT", &format!("{base}/notices"), &form), false)
        }
        _ => plain("GET", &format!("{base}/notices")),
    }
}

/// What a supplier alone is asked.
pub(super) fn asked(supplier: Id, quotation: u8) -> Value {
    let asked = [json!({ "quotation": id(9, quotation), "code": code(supplier) })];
    json!({ "terms": terms("2027-02-28"), "asked": asked })
}

/// An offer that will do.
pub(super) fn offered() -> Value {
    json!({
        "lines": [{ "line": id(10, 0), "price": "0.335", "quantity": "5000", "lead_time_days": 14 }],
        "currency": "SGD", "valid_until": "2027-02-28",
    })
}

fn terms(valid_until: &str) -> Value {
    json!({
        "lines": [
            { "id": id(10, 0), "product": "", "words": { "en": "Hex bolts M8x40", "zh": "六角螺栓" },
              "quantity": "5000", "unit": "C62", "target": "0.42" },
            { "id": id(10, 1), "product": "tuasbolt.m8", "words": { "en": "", "zh": "" }, "quantity": "2.5", "unit": "KGM" },
        ],
        "currency": "SGD", "destination": "CNSZX", "incoterm": "CIF", "needed_by": "2027-03-31",
        "certificates": [" CE", "EN 10204 3.1"], "valid_until": valid_until, "note": "Palletised\nplease",
    })
}

fn request_form(step: &Step) -> Value {
    let codes = [
        code(id(1, 0)),
        code(id(1, 1)),
        code(id(1, 2)),
        "everybodys".to_owned(),
    ];
    let asks = (0..=step.form % COMPANIES).map(|number| {
        let code = &codes[usize::from((step.form / 4 + number) % 4)];
        let quotation = id(9, step.version.wrapping_add(number) % QUOTATIONS);
        json!({ "quotation": quotation, "code": code })
    });
    let mut form = json!({ "terms": terms(DAYS[usize::from(step.version / 8 % 4)]), "asked": asks.collect::<Vec<_>>() });
    let terms = &mut form["terms"];
    match step.version % 24 {
        0 => terms["lines"] = json!([]),
        1 => terms["lines"][0]["quantity"] = json!("0"),
        2 => terms["lines"][0]["unit"] = json!("MMT"),
        3 => terms["lines"][1]["id"] = terms["lines"][0]["id"].clone(),
        4 => terms["lines"][1]["product"] = json!(" "),
        5 => terms["currency"] = json!("EUR"),
        6 => terms["destination"] = json!("Shenzhen"),
        7 => terms["valid_until"] = json!("2026-12-31"),
        8 => terms["certificates"] = json!(vec!["CE"; 21]),
        9 => terms["needed_by"] = json!("2020-01-01"),
        10 => form["asked"] = json!([]),
        12..18 => {
            let attached: Vec<_> = (0..step.form / 8 % 8)
                .map(|at| attached(step, at))
                .collect();
            terms["lines"][0]["attachments"] = json!(attached);
        }
        11 => form["asked"][0]["code"] = json!("No Code"),
        _ => (),
    }
    form
}

/// A file that the company keeps, more often than not.
fn attached(step: &Step, at: u8) -> Value {
    let bytes = png(&[(b"IDAT", &[0])]).len();
    let media = ["png", "pdf"][usize::from(step.version % 16 / 15)];
    let name = [" a/b.png", "图", "\u{202e}"][usize::from(step.version % 8 / 3)];
    json!({ "id": id(6, step.version.wrapping_add(at) % BLOBS), "name": name, "media": media, "bytes": bytes })
}

const DAYS: [&str; 4] = ["2027-01-15", "2027-01-17", "2027-02-28", "2027-02-28"];

const CURRENCIES: [&str; 3] = ["SGD", "CNY", "USD"];

fn bid(step: &Step) -> Value {
    let line = |number: u8, price: String| json!({ "line": id(10, number), "price": price, "quantity": "5000", "lead_time_days": 14 });
    let mut form = json!({
        "lines": [line(0, format!("0.{}", 3_000 + u32::from(step.form)))],
        "currency": CURRENCIES[usize::from(step.form % 3)],
        "incoterm": "CIF", "place": " Yantian\t", "payment": "30 days",
        "valid_until": DAYS[usize::from(step.form / 8 % 4)],
    });
    match step.version % 20 {
        0 => form["lines"] = json!([]),
        1 => form["lines"][0]["price"] = json!("0"),
        2 => form["lines"][0]["line"] = json!(id(10, 7)),
        3 => form["lines"] = json!([line(0, "1".into()), line(0, "2".into())]),
        4 => form["lines"][0]["lead_time_days"] = json!(731),
        5 => form["lines"][0]["lead_time_days"] = json!(70_000),
        6 => form["valid_until"] = json!("2029-01-01"),
        7 => form["place"] = json!("x".repeat(2_001)),
        8 => form["incoterm"] = json!("DAT"),
        9 => form["lines"] = json!([line(0, "0.335".into()), line(1, "12".into())]),
        _ => (),
    }
    form
}

fn reason(step: &Step) -> Value {
    match step.form % 6 {
        0 => json!({}),
        1 => json!({ "reason": "x".repeat(2_001) }),
        _ => json!({ "reason": "没有库存" }),
    }
}
