//! What follows from an agreement: steps of both sides, approvals, and what a company lays down for its orders.

use domain::Id;
use serde_json::{Value, json};
use stage::Call;

use super::{
    deals,
    history::{Step, id},
    request::{plain, with_body},
};

/// The second company has ordered from the first.
pub(super) fn beginning(buyer: Id, supplier: Id) -> Vec<(usize, Call)> {
    let request = format!("/v1/companies/{buyer}/requests/{}", id(8, 9));
    let offers = format!("/v1/companies/{supplier}/quotations/{}/offers", id(9, 9));
    let acceptance = format!("/v1/companies/{buyer}/quotations/{}/acceptance", id(9, 9));
    let rate = json!({ "date": "2026-12-31", "cny_per_sgd_millionths": 5_310_000, "sgd_per_usd_millionths": 1_350_000 });
    let seen = |call, version: &str| super::request::with(call, "if-match", version);
    vec![
        (3, with_body("PUT", &request, &deals::asked(supplier, 9))),
        (
            0,
            seen(with_body("POST", &offers, &deals::offered()), "\"1\""),
        ),
        (
            3,
            seen(
                with_body("POST", &acceptance, &json!({ "offer": 1, "rate": rate })),
                "\"2\"",
            ),
        ),
    ]
}

/// A request about what a company has ordered, or was ordered from it.
pub(super) fn call(step: &Step, company: Id) -> Call {
    let base = format!("/v1/companies/{company}");
    let of = |thing: u8| id(9, if thing < 200 { 9 } else { thing % 6 });
    let order = format!("{base}/orders/{}", of(step.thing));
    let approval = format!("{base}/approvals/{}", id(9, step.thing % 6));
    match step.what % 96 {
        80 => step.paged(&format!("{base}/orders")),
        81 => step.tagged(plain("GET", &order)),
        82 => step.paged(&format!("{base}/approvals")),
        83 => step.tagged(plain("GET", &approval)),
        84 => {
            let form = json!({ "is_approved": !step.form.is_multiple_of(3), "reason": "太贵了" });
            let path = format!("{approval}/decision");
            step.deed(with_body("POST", &path, &form), true)
        }
        85 => plain("GET", &format!("{base}/settings")),
        86 => {
            let sums = ["0", "1000.5", "99999", "1e3"];
            let form = json!({ "sgd": sums[usize::from(step.form % 4)] });
            step.deed(with_body("PUT", &format!("{base}/limits"), &form), true)
        }
        87 => {
            let path = format!("{base}/payee");
            step.deed(with_body("PUT", &path, &payee(step)), true)
        }
        88 if step.form.is_multiple_of(4) => {
            step.deed(plain("DELETE", &format!("{base}/payee")), true)
        }
        88 => step.deed(plain("POST", &format!("{base}/payee/confirmation")), true),
        _ => {
            let form = json!({ "step": taken(step) });
            let path = format!("{order}/steps");
            step.deed(with_body("POST", &path, &form), true)
        }
    }
}

fn payee(step: &Step) -> Value {
    let accounts = ["0721234567", "501-765432-1", "12"];
    let bics = ["DBSSSGSG", "OCBCSGSGXXX", "dbs"];
    json!({
        "holder": if step.form.is_multiple_of(16) { " " } else { "Tuas Bolt Pte Ltd" }, "bank": "DBS",
        "bic": bics[usize::from(step.form / 4 % 3)], "account": accounts[usize::from(step.form % 3)],
    })
}

fn taken(step: &Step) -> Value {
    let quantity = ["1000", "2500", "5000", "0"][usize::from(step.version % 4)];
    let lines = json!([{ "line": id(10, 0), "quantity": quantity }]);
    let number = 1 + step.version % 2;
    match step.form % 20 {
        0 | 1 => json!("confirm"),
        2 => json!("produce"),
        3..6 => {
            json!({ "ship": { "lines": lines, "carrier": "COSCO\u{202e}", "tracking": "COSU1", "on": "2027-01-02" } })
        }
        6 => json!({ "ship": { "lines": [], "on": "2027-01-02" } }),
        7 => json!({ "ship": { "lines": lines, "on": "2027-13-02" } }),
        8 | 9 => json!({ "receive": { "shipment": number } }),
        10 => json!("complete"),
        11 => json!({ "cancel": { "reason": "不需要了" } }),
        12 => json!("agree_to_cancel"),
        13 => json!("keep_order"),
        14 => {
            json!({ "claim": { "reason": "short", "lines": lines, "wanted": "replace", "words": "少了" } })
        }
        15 => {
            json!({ "claim": { "reason": "short", "wanted": "refund", "amount": "12.345", "words": "" } })
        }
        16 => {
            json!({ "answer_claim": { "claim": number, "remedy": "refund", "amount": "12.30", "words": "好的" } })
        }
        17 => json!({ "settle_claim": { "claim": number } }),
        18 => json!("renew_payee"),
        _ => json!({ "review": { "goods": 5, "delivery": 4, "service": step.version % 7 } }),
    }
}
