use api_types::problem::Code;
use clerk::photo::sample::{jpeg, png};
use domain::Media;
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use crate::testing::{
    Server,
    goods::{code, page_form, product_form},
    person::{company_form, id, key},
};

#[tokio::test]
async fn a_draft_is_published_and_withdrawn_by_who_saw_it() {
    let server = Server::new().await;
    let wei = server.person("wei").await;
    let (company, listing) = (wei.found().await, id());
    wei.save(company, listing, None, &product_form("M8", &[]))
        .await;
    wei.publish(company, listing, 1)
        .await
        .assert_problem(409, Code::PageMissing);
    wei.save(company, company, None, &page_form(company)).await;
    assert_eq!(wei.publish(company, company, 1).await.status, 201);
    let (path, key) = (format!("/v1/companies/{company}/listings/{listing}"), key());
    let publish = async || {
        wei.send(
            "PUT",
            &path,
            &[("idempotency-key", &key)],
            &json!({ "draft": 1 }),
        )
        .await
    };
    let first = publish().await;
    assert_eq!(
        (first.status.as_u16(), first.header("etag")),
        (201, "\"1\"")
    );
    // Sent again after the draft has gone on: what was answered is answered.
    wei.save(company, listing, Some(1), &product_form("M10", &[]))
        .await;
    let again = publish().await;
    assert_eq!((again.status.as_u16(), &again.body), (200, &first.body));
    let late = wei.publish(company, listing, 1).await;
    late.assert_problem(409, Code::Changed);
    assert_eq!(late.header("etag"), "\"2\"");
    let next = wei.publish(company, listing, 2).await;
    assert_eq!((next.status.as_u16(), next.header("etag")), (200, "\"2\""));

    let shown = wei.get(&path).await.json();
    assert_eq!(
        (&shown["state"], &shown["draft"], &shown["kind"]),
        (&json!("published"), &json!(2), &json!("product"))
    );
    wei.change("DELETE", &path, Some(1), &Value::Null)
        .await
        .assert_problem(412, Code::Changed);
    let withdrawn = wei.change("DELETE", &path, Some(2), &Value::Null).await;
    assert_eq!(withdrawn.header("etag"), "\"3\"");
    let all = wei
        .get(&format!("/v1/companies/{company}/listings"))
        .await
        .json();
    let states: Vec<_> = all["items"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| &one["state"])
        .collect();
    assert_eq!(states, ["published", "withdrawn"]);
    let feed = wei
        .get(&format!("/v1/changes?company={company}&limit=200"))
        .await
        .json();
    let told = feed["items"].as_array().unwrap().iter();
    assert_eq!(told.filter(|one| one["noun"] == "listing").count(), 4);
}

#[tokio::test]
async fn faults_are_pointed_at_by_their_cells() {
    let server = Server::new().await;
    let wei = server.person("wei").await;
    let (company, listing) = (wei.supply().await, id());
    let mut form = product_form("M8", &[id()]);
    form["content"]["cells"]["moq"] = json!("150");
    form["content"]["cells"]["hs_code"] = json!("");
    wei.save(company, listing, None, &form).await;
    let refused = wei.publish(company, listing, 1).await;
    refused.assert_problem(409, Code::InvalidBody);
    let errors = json!([
        { "pointer": "/cells/moq", "code": "check", "detail": "moq_not_first_break" },
        { "pointer": "/cells/hs_code", "code": "missing", "detail": "blank" },
        { "pointer": "/photos/0", "code": "missing" },
    ]);
    assert_eq!(refused.json()["errors"], errors);
    // A code belongs to whoever had it first.
    let mei = server.person("mei").await;
    let other = mei.found().await;
    let mut page = page_form(other);
    page["content"]["cells"]["code"] = json!(code(company));
    mei.save(other, other, None, &page).await;
    let taken = json!([{ "pointer": "/cells/code", "code": "taken" }]);
    assert_eq!(mei.publish(other, other, 1).await.json()["errors"], taken);
    mei.publish(other, id(), 1)
        .await
        .assert_problem(404, Code::NotFound);
}

#[tokio::test]
async fn a_buyer_publishes_nothing() {
    let server = Server::new().await;
    let wei = server.person("wei").await;
    let (company, mut form) = (id(), company_form());
    form["kind"] = json!("buyer");
    wei.change("PUT", &format!("/v1/companies/{company}"), None, &form)
        .await;
    wei.save(company, company, None, &page_form(company)).await;
    wei.publish(company, company, 1)
        .await
        .assert_problem(409, Code::NotASupplier);
}

#[tokio::test]
async fn of_many_the_good_ones_are_done_and_the_others_named() {
    let server = Server::new().await;
    let wei = server.person("wei").await;
    let company = wei.supply().await;
    let old = wei.list(company, "old").await;
    let (good, bad, publication) = (id(), id(), id());
    wei.save(company, good, None, &product_form("OLD", &[]))
        .await;
    let mut faulty = product_form("bad", &[]);
    faulty["content"]["cells"]["unit"] = json!("barrel");
    wei.save(company, bad, None, &faulty).await;
    let path = format!("/v1/companies/{company}/publications/{publication}");
    let form = json!({
        "publish": [{ "id": good, "draft": 1 }, { "id": bad, "draft": 1 }, { "id": bad, "draft": 9 }],
        "withdraw": [{ "id": old, "version": 1 }],
    });
    let done = wei.change("PUT", &path, None, &form).await;
    assert_eq!(
        (done.status.as_u16(), &done.json()["version"]),
        (201, &json!(1))
    );
    let items = json!([
        { "id": old, "outcome": "withdrawn", "version": 2 },
        { "id": good, "outcome": "published", "version": 1 },
        { "id": bad, "outcome": "refused", "code": "invalid_body",
          "errors": [{ "pointer": "/cells/unit", "code": "form", "detail": "unit" }] },
        { "id": bad, "outcome": "refused", "code": "changed", "version": 1 },
    ]);
    assert_eq!(wei.get(&path).await.json()["items"], items);
    let many: Vec<_> = (0..501).map(|_| json!({ "id": bad, "draft": 1 })).collect();
    let path = format!("/v1/companies/{company}/publications/{}", id());
    wei.change("PUT", &path, None, &json!({ "publish": many }))
        .await
        .assert_problem(422, Code::InvalidBody);
}

#[tokio::test]
async fn certificates_that_end_are_reminded_of() {
    let server = Server::new().await;
    let wei = server.person("wei").await;
    let company = wei.found().await;
    let mut page = page_form(company);
    page["content"]["certificates"] = json!(["ISO 9001|Q-1|SA|2020-01-31", "CE|Q-2|SA|2999-01-31"]);
    wei.save(company, company, None, &page).await;
    let path = format!("/v1/companies/{company}/reminders");
    assert_eq!(wei.get(&path).await.json()["items"], json!([]));
    wei.publish(company, company, 1).await;
    let told = wei.get(&path).await.json();
    let [one] = &told["items"].as_array().unwrap()[..] else {
        panic!("{told}")
    };
    assert_eq!(
        (&one["kind"], &one["listing"], &one["valid_until"]),
        (&json!("ISO 9001"), &json!(company), &json!("2020-01-31"))
    );
    assert!(one["days"].as_i64().unwrap() < -2000);
}

#[tokio::test]
async fn a_photograph_is_kept_once_and_shown_when_it_is_published() {
    let server = Server::new().await;
    let wei = server.person("wei").await;
    let (company, blob, file) = (wei.supply().await, id(), png(&[]));
    let send = async |blob, media, file: &[u8]| wei.send_photo(company, blob, media, file).await;
    assert_eq!(send(blob, "image/png", &file).await.status, 201);
    assert_eq!(send(blob, "image/png", &file).await.status, 201);
    let other = send(blob, "image/jpeg", &jpeg(&[])).await;
    other.assert_problem(409, Code::Exists);
    let path = format!("/v1/companies/{company}/blobs/{blob}");
    let shown = wei.get(&path).await;
    assert_eq!(
        (shown.header("content-type"), &shown.body[..]),
        ("image/png", &file[..])
    );
    assert_eq!(shown.header("cache-control"), "private, no-cache");

    let digest = format!("{:x}", Sha256::digest(&file));
    let photo = format!("/photos/{digest}.{}", Media::Png.extension());
    server
        .get(&photo, &[])
        .await
        .assert_problem(404, Code::NotFound);
    let listing = id();
    wei.save(company, listing, None, &product_form("M8", &[blob]))
        .await;
    assert_eq!(wei.publish(company, listing, 1).await.status, 201);
    let shown = server.get(&photo, &[]).await;
    assert_eq!((shown.status.as_u16(), &shown.body[..]), (200, &file[..]));
    assert_eq!(
        shown.header("cache-control"),
        "public, max-age=31536000, s-maxage=3600, immutable"
    );
    let known = server
        .get(&photo, &[("if-none-match", shown.header("etag"))])
        .await;
    assert_eq!((known.status.as_u16(), known.body.len()), (304, 0));
    for other in [
        format!("/photos/{digest}.jpg"),
        "/photos/x.png".into(),
        "/photos/x".into(),
    ] {
        server
            .get(&other, &[])
            .await
            .assert_problem(404, Code::NotFound);
    }
    // What no published listing shows is nobody's to see any more, but its owner's.
    let listed = format!("/v1/companies/{company}/listings/{listing}");
    let withdrawn = wei.change("DELETE", &listed, Some(1), &Value::Null).await;
    assert_eq!(withdrawn.status, 200);
    server
        .get(&photo, &[])
        .await
        .assert_problem(404, Code::NotFound);
    assert_eq!(wei.get(&path).await.status, 200);
    // Of what was refused or came twice nothing is left.
    assert_eq!(server.folder.blobs().names().await.unwrap().len(), 1);
}

#[tokio::test]
async fn what_is_no_photograph_is_refused() {
    let server = Server::new().await;
    let wei = server.person("wei").await;
    let company = wei.found().await;
    let send = async |media, file: &[u8]| wei.send_photo(company, id(), media, file).await;
    let exif = png(&[(b"eXIf", b"MM\0*")]);
    send("image/png", &exif)
        .await
        .assert_problem(409, Code::Metadata);
    send("image/png", b"GIF89a and so on and on")
        .await
        .assert_problem(409, Code::UnknownMedia);
    send("image/gif", &png(&[]))
        .await
        .assert_problem(415, Code::UnsupportedMediaType);
    let mut wide = png(&[]);
    wide[18] = 0x7f;
    send("image/png", &wide)
        .await
        .assert_problem(409, Code::Dimensions);
    let large = png(&[(b"IDAT", &vec![0; 2 << 20])]);
    send("image/png", &large)
        .await
        .assert_problem(413, Code::BodyTooLarge);
    let large = png(&[(b"IDAT", &vec![0; 1 << 20])]);
    assert_eq!(send("image/png", &large).await.status, 201);
    assert_eq!(server.folder.blobs().names().await.unwrap().len(), 1);
}
