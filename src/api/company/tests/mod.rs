mod attachments;
pub(crate) mod deals;
mod listings;
mod matrix;

use api_types::problem::Code;
use serde_json::{Value, json};

use crate::testing::{
    Server,
    person::{company_form, draft_form, id, key},
};

#[tokio::test]
async fn a_company_is_founded_once_and_changed_by_who_saw_it() {
    let server = Server::new().await;
    let wei = server.person("wei").await;
    let path = format!("/v1/companies/{}", id());
    let key = key();
    let found = async || {
        wei.send("PUT", &path, &[("idempotency-key", &key)], &company_form())
            .await
    };
    let (first, again) = (found().await, found().await);
    assert_eq!((first.status.as_u16(), again.status.as_u16()), (201, 200));
    assert_eq!((first.header("etag"), &first.body), ("\"1\"", &again.body));

    let shown = wei.get(&path).await;
    assert_eq!(shown.header("etag"), "\"1\"");
    assert_eq!(shown.json()["name"]["zh"], "大士螺栓");
    let had = server
        .get(
            &path,
            &[("cookie", &wei.cookie), ("if-none-match", "\"1\"")],
        )
        .await;
    assert_eq!((had.status.as_u16(), had.body.len()), (304, 0));

    let mut form = company_form();
    form["about"]["en"] = json!("Fasteners since 1990");
    wei.change("PATCH", &path, None, &form)
        .await
        .assert_problem(400, Code::PreconditionRequired);
    let changed = wei.change("PATCH", &path, Some(1), &form).await;
    assert_eq!(changed.header("etag"), "\"2\"");
    let late = wei.change("PATCH", &path, Some(1), &company_form()).await;
    late.assert_problem(412, Code::Changed);
    assert_eq!(late.header("etag"), "\"2\"");
    wei.change("PUT", &path, None, &form)
        .await
        .assert_problem(409, Code::Exists);
}

#[tokio::test]
async fn a_registration_is_checked_as_typed() {
    let server = Server::new().await;
    let wei = server.person("wei").await;
    let mut form = company_form();
    form["registration"]["number"] = json!("202630832D");
    let answer = wei
        .change("PUT", &format!("/v1/companies/{}", id()), None, &form)
        .await;
    answer.assert_problem(409, Code::InvalidBody);
    assert_eq!(
        answer.json()["errors"],
        json!([{ "pointer": "/registration/number", "code": "check" }])
    );
}

#[tokio::test]
async fn a_change_needs_a_key_and_the_key_means_one_thing() {
    let server = Server::new().await;
    let wei = server.person("wei").await;
    let company = wei.found().await;
    let path = format!("/v1/companies/{company}/drafts/{}", id());
    let bare = wei.send("PUT", &path, &[], &draft_form("M8")).await;
    bare.assert_problem(400, Code::IdempotencyKeyRequired);
    let odd = wei
        .send("PUT", &path, &[("idempotency-key", "x")], &draft_form("M8"))
        .await;
    odd.assert_problem(400, Code::InvalidParameter);
    let put = async |form: &Value| {
        wei.send("PUT", &path, &[("idempotency-key", "\"same-key-1\"")], form)
            .await
    };
    assert_eq!(put(&draft_form("M8")).await.status, 201);
    assert_eq!(put(&draft_form("M8")).await.status, 200);
    put(&draft_form("M10"))
        .await
        .assert_problem(422, Code::IdempotencyKeyReused);
    assert_eq!(wei.get(&path).await.json()["content"]["title"], "M8");
}

#[tokio::test]
async fn drafts_are_written_listed_and_thrown_away() {
    let server = Server::new().await;
    let wei = server.person("wei").await;
    let company = wei.found().await;
    let drafts = format!("/v1/companies/{company}/drafts");
    for _ in 0..3 {
        wei.draft(company).await;
    }
    let page = wei.get(&format!("{drafts}?limit=2")).await.json();
    assert_eq!(page["items"].as_array().unwrap().len(), 2);
    let next = page["next"].as_str().unwrap();
    let rest = wei
        .get(&format!("{drafts}?limit=2&after={next}"))
        .await
        .json();
    assert_eq!(
        (rest["items"].as_array().unwrap().len(), &rest["next"]),
        (1, &Value::Null)
    );
    for query in ["limit=0", "limit=201", "limit=x", "after=x", "other=1"] {
        wei.get(&format!("{drafts}?{query}"))
            .await
            .assert_problem(400, Code::InvalidParameter);
    }
    let draft = format!("{drafts}/{next}");
    assert_eq!(
        wei.change("PUT", &draft, Some(1), &draft_form("M10"))
            .await
            .header("etag"),
        "\"2\""
    );
    wei.change("DELETE", &draft, Some(1), &Value::Null)
        .await
        .assert_problem(412, Code::Changed);
    assert_eq!(
        wei.change("DELETE", &draft, Some(2), &Value::Null)
            .await
            .status,
        200
    );
    wei.get(&draft).await.assert_problem(404, Code::NotFound);
    wei.change("DELETE", &draft, Some(2), &Value::Null)
        .await
        .assert_problem(404, Code::NotFound);
    let large = json!({ "kind": "product", "content": { "text": "x".repeat(200_000) } });
    let refused = wei
        .change("PUT", &format!("{drafts}/{}", id()), None, &large)
        .await;
    assert_eq!(
        refused.json()["errors"],
        json!([{ "pointer": "/content", "code": "too_long" }])
    );
}

#[tokio::test]
async fn the_feed_tells_all_that_happened_since() {
    let server = Server::new().await;
    let wei = server.person("wei").await;
    let company = wei.found().await;
    let draft = wei.draft(company).await;
    let feed = async |after: u64| {
        wei.get(&format!("/v1/changes?company={company}&after={after}"))
            .await
            .json()
    };
    let all = feed(0).await;
    let nouns: Vec<_> = all["items"]
        .as_array()
        .unwrap()
        .iter()
        .map(|item| item["noun"].as_str().unwrap())
        .collect();
    assert_eq!(nouns, ["company", "member", "draft"]);
    assert_eq!(all["next"], 3);
    assert_eq!(feed(3).await["items"], json!([]));
    let path = format!("/v1/companies/{company}/drafts/{draft}");
    wei.change("DELETE", &path, Some(1), &Value::Null).await;
    let last = feed(3).await;
    assert_eq!(
        (&last["items"][0]["is_gone"], &last["items"][0]["number"]),
        (&json!(true), &json!(4))
    );
    wei.get("/v1/changes")
        .await
        .assert_problem(400, Code::InvalidParameter);
}

#[tokio::test]
async fn somebody_is_invited_comes_in_and_leaves() {
    let server = Server::new().await;
    let (wei, tan) = (server.proven("wei").await, server.person("tan").await);
    let company = wei.found().await;
    let path = format!("/v1/companies/{company}");
    tan.get(&path).await.assert_problem(404, Code::NotFound);
    wei.bring_in(company, &tan, "trader").await;
    assert_eq!(tan.get(&path).await.status, 200);
    assert_eq!(
        tan.get("/v1/me").await.json()["memberships"][0]["role"],
        "trader"
    );
    let member = format!("{path}/members/{}", tan.account);
    let demoted = wei
        .change("PUT", &member, Some(1), &json!({ "role": "viewer" }))
        .await;
    assert_eq!(demoted.status, 200, "{}", demoted.text());
    // At once.
    let draft = format!("{path}/drafts/{}", id());
    tan.change("PUT", &draft, None, &draft_form("M8"))
        .await
        .assert_problem(403, Code::Forbidden);
    let own = format!("{path}/members/{}", wei.account);
    wei.change("DELETE", &own, None, &Value::Null)
        .await
        .assert_problem(409, Code::LastAdministrator);
    assert_eq!(
        wei.change("DELETE", &member, None, &Value::Null)
            .await
            .status,
        200
    );
    tan.get(&path).await.assert_problem(404, Code::NotFound);
}

#[tokio::test]
async fn a_full_disk_is_said_reads_go_on_and_writes_resume() {
    let server = Server::new().await;
    let wei = server.person("wei").await;
    let company = wei.found().await;
    let draft = wei.draft(company).await;
    let path = format!("/v1/companies/{company}/drafts/{draft}");
    server.store.limit_size(Some(1)).await.unwrap();
    let form = json!({ "kind": "product", "content": { "text": "x".repeat(30_000) } });
    let kept = format!("/v1/companies/{company}/drafts/{}", id());
    let put = async || {
        wei.send("PUT", &kept, &[("idempotency-key", "full-disk-1")], &form)
            .await
    };
    put().await.assert_problem(507, Code::StorageFull);
    assert_eq!(wei.get(&path).await.status, 200);
    wei.get(&kept).await.assert_problem(404, Code::NotFound);
    server.store.limit_size(None).await.unwrap();
    assert_eq!(put().await.status, 201);
}

#[tokio::test]
async fn what_was_written_under_another_account_is_not_done_in_this_ones_name() {
    let server = Server::new().await;
    let (wei, tan) = (server.person("wei").await, server.person("tan").await);
    let company = wei.found().await;
    let path = format!("/v1/companies/{company}/drafts/{}", id());
    let (key, form) = (key(), draft_form("M8"));
    let put = async |account: &str| {
        let headers = [("idempotency-key", &key[..]), ("hub-account", account)];
        wei.send("PUT", &path, &headers, &form).await
    };
    let (own, others) = (wei.account.to_string(), tan.account.to_string());
    for account in [&others[..], &id().to_string(), "wei", ""] {
        put(account).await.assert_problem(401, Code::SignInRequired);
        wei.get(&path).await.assert_problem(404, Code::NotFound);
    }
    // The key was not used up by what was refused.
    assert_eq!(put(&own).await.status, 201);
    put(&others).await.assert_problem(401, Code::SignInRequired);
    assert_eq!(put(&own).await.status, 200);
    let read = [("cookie", &wei.cookie[..]), ("hub-account", &others)];
    server
        .get("/v1/me", &read)
        .await
        .assert_problem(401, Code::SignInRequired);
}
