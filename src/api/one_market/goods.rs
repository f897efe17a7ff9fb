//! What suppliers do: drafts with more or less of what is asked for, published, withdrawn, looked at, with photographs.

use clerk::photo::sample::{jpeg, pdf, png};
use domain::Id;
use serde_json::{Value, json};
use stage::Call;

use super::{
    history::{DRAFTS, Step, id},
    request::{plain, with_body, with_file},
};
use crate::testing::goods::{page_form, product_form};

/// Few, so that they are asked for again.
const PUBLICATIONS: u8 = 3;
pub(super) const BLOBS: u8 = 4;

/// A supplier's page, a photograph, and a product that is shown by it.
pub(super) fn beginning(company: Id) -> Vec<Call> {
    let at = |noun: &str, id: Id| format!("/v1/companies/{company}/{noun}/{id}");
    let draft = |id, form: &Value| with_body("PUT", &at("drafts", id), form);
    let publish = |id| with_body("PUT", &at("listings", id), &json!({ "draft": 1 }));
    let (product, photo) = (id(3, 0), id(6, 0));
    vec![
        draft(company, &page_form(company)),
        publish(company),
        with_file(&at("blobs", photo), "image/png", png(&[])),
        draft(product, &product_form("M8", &[photo])),
        publish(product),
    ]
}

/// A request about what is shown of a company.
pub(super) fn call(step: &Step, company: Id) -> Call {
    let base = format!("/v1/companies/{company}");
    let listing = match step.thing % (DRAFTS + 1) {
        DRAFTS => company,
        other => id(3, other),
    };
    let at = |noun: &str, id: Id| format!("{base}/{noun}/{id}");
    let publication = at("publications", id(7, step.form % PUBLICATIONS));
    let blob = at("blobs", id(6, step.thing % BLOBS));
    match step.what % 96 {
        32..34 => {
            let page = with_body("PUT", &at("drafts", company), &page(step, company));
            step.deed(page, !step.form.is_multiple_of(4))
        }
        34..38 => {
            let draft = id(3, step.thing % DRAFTS);
            let product = with_body("PUT", &at("drafts", draft), &product(step));
            step.deed(product, step.form.is_multiple_of(2))
        }
        38..42 => {
            let form = json!({ "draft": step.seen() });
            let call = with_body("PUT", &at("listings", listing), &form);
            step.deed(call, step.form.is_multiple_of(8))
        }
        42..44 => step.deed(plain("DELETE", &at("listings", listing)), true),
        44 => step.paged(&format!("{base}/listings")),
        45 => step.tagged(plain("GET", &at("listings", listing))),
        46 | 47 => step.deed(with_body("PUT", &publication, &many(step, company)), false),
        48 => step.tagged(plain("GET", &publication)),
        49 => plain("GET", &format!("{base}/reminders")),
        50 => step.deed(photograph(step, &blob), false),
        _ => step.tagged(plain("GET", &blob)),
    }
}

fn page(step: &Step, company: Id) -> Value {
    let mut form = page_form(company);
    let cells = &mut form["content"]["cells"];
    match step.version % 12 {
        0 => cells["code"] = json!("everybodys"),
        1 => cells["code"] = json!("No Code"),
        2 => cells["summary_zh"] = json!(""),
        3 => cells["uen"] = json!("199912345A"),
        4 => {
            form["content"]["certificates"] =
                json!(["CE|1|TÜV|2026-12-31", "EN 388|2|B|2027-03-01"])
        }
        5 => form["content"]["certificates"] = json!("CE"),
        6 => form["content"]["photos"] = json!([id(6, 0)]),
        7 => form["kind"] = json!("product"),
        _ => (),
    }
    form
}

fn product(step: &Step) -> Value {
    let sku = ["M8", "m8", "M10", "M12"][usize::from(step.form / 8 % 4)];
    let photos = [id(6, step.form % BLOBS), id(6, step.version % BLOBS)];
    let photos = &photos[..usize::from(step.thing / 8 % 3)];
    let mut form = product_form(sku, photos);
    let cells = &mut form["content"]["cells"];
    match step.version % 16 {
        0 => cells["moq"] = json!("150"),
        1 => cells["hs_code"] = json!(""),
        2 => cells["category"] = json!("nowhere"),
        3 => cells["listed_on"] = json!("2026/1/31"),
        4 => cells["picture"] = json!("hex-bolt"),
        5 => cells["picture"] = json!("no-such-shape"),
        6 => cells["certificates"] = json!("CE|1|TÜV|2027-01-15; EN 388|2|B|2027-03-16"),
        7 => form["content"]["photos"] = json!(["x"]),
        8 => form["content"]["photos"] = json!(vec![id(6, 0); 9]),
        9 => cells["name_en"] = json!("x".repeat(1000)),
        10 => form["content"] = json!({}),
        _ => (),
    }
    form
}

fn many(step: &Step, company: Id) -> Value {
    let publish = (0..DRAFTS).filter(|number| step.form >> number & 1 == 1);
    let mut publish: Vec<_> = publish
        .map(|number| json!({ "id": id(3, number), "draft": step.seen() }))
        .collect();
    if step.thing < 100 {
        publish.push(json!({ "id": company, "draft": 1 }));
    }
    let withdraw = (0..DRAFTS).filter(|number| step.thing >> number & 5 == 5);
    let withdraw: Vec<_> = withdraw
        .map(|number| json!({ "id": id(3, number), "version": step.seen() }))
        .collect();
    if step.version > 250 {
        publish = vec![json!({ "id": company, "draft": 1 }); 501];
    }
    json!({ "publish": publish, "withdraw": withdraw })
}

fn photograph(step: &Step, path: &str) -> Call {
    match step.form % 12 {
        0 => with_file(path, "image/jpeg", jpeg(&[])),
        1 => with_file(path, "image/png", jpeg(&[])),
        2 => with_file(path, "image/png", png(&[(b"tEXt", b"Comment\0x")])),
        3 => with_file(path, "image/gif", b"GIF89a".to_vec()),
        4 => with_file(path, "image/webp", b"RIFF".to_vec()),
        5 => with_file(path, "image/png", png(&[(b"IDAT", &vec![7; 70_000])])),
        7 => with_file(path, "application/pdf", pdf(step.version % 2)),
        8 if step.version < 64 => with_file(path, "application/pdf", png(&[])),
        6 if step.version < 64 => {
            with_file(path, "image/png", png(&[(b"IDAT", &vec![7; 2 << 20])]))
        }
        _ => with_file(path, "image/png", png(&[(b"IDAT", &[step.version % 4])])),
    }
}
