//! What is attached to a request's lines and to messages: who reads it, how it is given out, and what is refused.

use api_types::problem::Code;
use clerk::photo::sample::{pdf, png};
use domain::Id;
use serde_json::{Value, json};

use super::deals::{Fair, request_form};
use crate::testing::{
    Answer, Server,
    goods::code,
    person::{Person, id},
};

/// How a body names a file.
pub(super) fn named(file: Id, name: &str, media: &str, bytes: &[u8]) -> Value {
    json!({ "id": file, "name": name, "media": media, "bytes": bytes.len() })
}

/// A file of a company's.
async fn keep(who: &Person<'_>, company: Id, media: &str, bytes: &[u8]) -> Id {
    let file = id();
    let kept = who.send_photo(company, file, media, bytes).await;
    assert_eq!(kept.status, 201, "{}", kept.text());
    file
}

async fn send(fair: &Fair<'_>, request: Id, quotation: Id, attached: Value) -> Answer {
    let (_, at_one, _) = &fair.asked[0];
    let mut form = request_form(&[(quotation, code(*at_one))]);
    form["terms"]["lines"][0]["attachments"] = attached;
    let path = format!("/v1/companies/{}/requests/{request}", fair.company);
    fair.buyer.change("PUT", &path, None, &form).await
}

#[tokio::test]
async fn a_line_s_files_are_for_those_who_have_the_request() {
    let server = Server::new().await;
    let fair = Fair::new(&server).await;
    let (picture, paper) = (png(&[]), pdf(0));
    let shown = keep(&fair.buyer, fair.company, "image/png", &picture).await;
    let saved = keep(&fair.buyer, fair.company, "application/pdf", &paper).await;
    let (request, quotation) = (id(), id());
    let attached = json!([
        named(shown, "flange.heic", "png", &picture),
        named(saved, "图纸 \"B\".pdf", "pdf", &paper),
    ]);
    let sent = send(&fair, request, quotation, attached).await;
    assert_eq!(sent.status, 201, "{}", sent.text());

    let at = |company: Id, file: Id| {
        format!("/v1/companies/{company}/requests/{request}/attachments/{file}")
    };
    let (one, at_one, _) = &fair.asked[0];
    for (who, company) in [(&fair.buyer, fair.company), (one, *at_one)] {
        let body = who
            .get(&format!("/v1/companies/{company}/requests/{request}"))
            .await;
        let names = &body.json()["terms"]["lines"][0]["attachments"];
        assert_eq!(names[0], named(shown, "flange.png", "png", &picture));
        assert_eq!(names[1]["name"], "图纸 -B-.pdf");
        let found = who.get(&at(company, shown)).await;
        assert_eq!(
            (found.status.as_u16(), &found.body[..]),
            (200, &picture[..])
        );
        assert_eq!(found.header("content-type"), "image/png");
        let expected = "inline; filename*=UTF-8''flange.png";
        assert_eq!(found.header("content-disposition"), expected);
        let found = who.get(&at(company, saved)).await;
        assert_eq!((found.status.as_u16(), &found.body[..]), (200, &paper[..]));
        let expected = "attachment; filename*=UTF-8''%E5%9B%BE%E7%BA%B8%20-B-.pdf";
        assert_eq!(found.header("content-disposition"), expected);
        assert_eq!(found.header("content-type"), "application/pdf");
        assert_eq!(found.header("x-content-type-options"), "nosniff");
        assert_eq!(found.header("cache-control"), "private, no-cache");
        let policy = found.header("content-security-policy");
        assert_eq!(policy, "default-src 'none'; sandbox");
        // Not by way of another request, nor of what the company keeps itself.
        let other = at(company, saved).replace(&request.to_string(), &fair.request.to_string());
        who.get(&other).await.assert_problem(404, Code::NotFound);
    }
    let (two, at_two, _) = &fair.asked[1];
    let (other, at_other) = &fair.other;
    for (who, company) in [
        (two, *at_two),
        (other, *at_other),
        (two, fair.company),
        (two, *at_one),
    ] {
        for file in [shown, saved] {
            who.get(&at(company, file))
                .await
                .assert_problem(404, Code::NotFound);
            let own = format!("/v1/companies/{company}/blobs/{file}");
            who.get(&own).await.assert_problem(404, Code::NotFound);
        }
    }
    let own = format!("/v1/companies/{at_one}/blobs/{shown}");
    one.get(&own).await.assert_problem(404, Code::NotFound);
    server
        .get(&at(fair.company, shown), &[])
        .await
        .assert_problem(401, Code::SignInRequired);
}

#[tokio::test]
async fn a_message_s_files_are_for_the_two_companies_of_its_quotation() {
    let server = Server::new().await;
    let fair = Fair::new(&server).await;
    let (one, at_one, quotation) = &fair.asked[0];
    let paper = pdf(1);
    let answer = keep(one, *at_one, "application/pdf", &paper).await;
    let messages = format!("/v1/companies/{at_one}/quotations/{quotation}/messages");
    let form = json!({ "words": "", "attachments": [named(answer, "spec", "pdf", &paper)] });
    let said = one.change("POST", &messages, None, &form).await;
    assert_eq!(said.status, 200, "{}", said.text());
    let at = |company: Id, quotation: Id| {
        format!("/v1/companies/{company}/quotations/{quotation}/attachments/{answer}")
    };
    for (who, company) in [(&fair.buyer, fair.company), (one, *at_one)] {
        let thread = who
            .get(&format!(
                "/v1/companies/{company}/quotations/{quotation}/messages"
            ))
            .await;
        assert_eq!(
            thread.json()["items"][0]["attachments"][0]["name"],
            "spec.pdf"
        );
        let found = who.get(&at(company, *quotation)).await;
        assert_eq!((found.status.as_u16(), &found.body[..]), (200, &paper[..]));
        let tag = found.header("etag").to_owned();
        let headers = [("cookie", &who.cookie[..]), ("if-none-match", &tag)];
        assert_eq!(
            server.get(&at(company, *quotation), &headers).await.status,
            304
        );
    }
    let (two, at_two, theirs) = &fair.asked[1];
    for (company, of) in [
        (*at_two, *quotation),
        (*at_two, *theirs),
        (*at_one, *quotation),
    ] {
        two.get(&at(company, of))
            .await
            .assert_problem(404, Code::NotFound);
    }
    // The buyer's other thread does not have it either.
    fair.buyer
        .get(&at(fair.company, *theirs))
        .await
        .assert_problem(404, Code::NotFound);
}

#[tokio::test]
async fn what_is_not_ones_own_or_not_as_it_is_said_is_refused() {
    let server = Server::new().await;
    let fair = Fair::new(&server).await;
    let (one, at_one, _) = &fair.asked[0];
    let picture = png(&[]);
    let own = keep(&fair.buyer, fair.company, "image/png", &picture).await;
    let others = keep(one, *at_one, "image/png", &picture).await;
    let check = async |attached: Value, place: &str, code: &str| {
        let refused = send(&fair, id(), id(), attached).await;
        // By the form alone, or by what is there.
        let status = refused.status.as_u16();
        assert!([422, 409].contains(&status), "{status} {}", refused.text());
        let error = &refused.json()["errors"][0];
        let expected = format!("/terms/lines/0/attachments{place}");
        assert_eq!(
            (&error["pointer"], &error["code"]),
            (&json!(expected), &json!(code))
        );
    };
    check(
        json!([named(others, "a", "png", &picture)]),
        "/0/id",
        "missing",
    )
    .await;
    check(
        json!([named(id(), "a", "png", &picture)]),
        "/0/id",
        "missing",
    )
    .await;
    check(
        json!([named(own, "a", "pdf", &picture)]),
        "/0/media",
        "check",
    )
    .await;
    check(
        json!([named(own, "a", "png", b"other")]),
        "/0/bytes",
        "check",
    )
    .await;
    check(
        json!([named(own, " ", "png", &picture)]),
        "/0/name",
        "missing",
    )
    .await;
    check(
        json!(vec![named(own, "a", "png", &picture); 2]),
        "/1/id",
        "taken",
    )
    .await;
    check(
        json!(vec![named(own, "a", "png", &picture); 6]),
        "",
        "too_long",
    )
    .await;
    let sent = send(&fair, id(), id(), json!([named(own, "a", "png", &picture)])).await;
    assert_eq!(sent.status, 201, "{}", sent.text());
}

#[tokio::test]
async fn a_document_is_a_pdf_of_two_megabytes_at_most_and_no_photograph() {
    let server = Server::new().await;
    let wei = server.person("wei").await;
    let company = wei.found().await;
    let paper = async |file: &[u8]| wei.send_photo(company, id(), "application/pdf", file).await;
    paper(&png(&[]))
        .await
        .assert_problem(409, Code::UnknownMedia);
    paper(b"<script>alert(1)</script>")
        .await
        .assert_problem(409, Code::UnknownMedia);
    paper(b"").await.assert_problem(409, Code::UnknownMedia);
    let mut large = pdf(0);
    large.resize(2 << 20, b' ');
    assert_eq!(paper(&large).await.status, 201);
    large.push(b' ');
    paper(&large).await.assert_problem(413, Code::BodyTooLarge);
    let as_picture = wei.send_photo(company, id(), "image/png", &pdf(0)).await;
    as_picture.assert_problem(409, Code::UnknownMedia);
    // The same twice is one; others need another id.
    let (file, at) = (id(), "application/pdf");
    assert_eq!(wei.send_photo(company, file, at, &pdf(0)).await.status, 201);
    let again = wei.send_photo(company, file, at, &pdf(0)).await;
    assert!(again.status.is_success(), "{}", again.text());
    let other = wei.send_photo(company, file, at, &pdf(1)).await;
    other.assert_problem(409, Code::Exists);
    let found = wei
        .get(&format!("/v1/companies/{company}/blobs/{file}"))
        .await;
    assert_eq!((found.status.as_u16(), &found.body[..]), (200, &pdf(0)[..]));
    assert_eq!(found.header("content-disposition"), "attachment");
    assert_eq!(server.folder.blobs().names().await.unwrap().len(), 2);
}
