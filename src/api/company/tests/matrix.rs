//! Every line of the market's table over HTTP: route x asker x own, another's or missing.

use axum::body::Body;
use domain::Id;
use market::access::{Asker, Line, Route, TABLE, Verdict};
use serde_json::{Value, json};

use super::{attachments, deals};
use crate::testing::{
    Answer, Server,
    person::{PASSWORD, Person, SECRET, SECRET_HASH, company_form, draft_form, id, key},
};
use clerk::photo::sample::png;

/// What the asker addresses.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Target {
    Own,
    Others,
    Missing,
}

/// A company with one of everything.
#[derive(Clone, Copy)]
struct Things {
    company: Id,
    member: Id,
    invitation: Id,
    draft: Id,
    listing: Id,
    publication: Id,
    blob: Id,
    request: Id,
    quotation: Id,
    /// An order has its quotation's id, and so has what waits for approval.
    deal: Id,
}

/// A body that would do.
fn body(route: Route) -> Value {
    match route {
        Route::SignUp => {
            json!({ "email": "new@bolt.example", "name": "New", "password": PASSWORD })
        }
        Route::SignIn => json!({ "email": "nobody@bolt.example", "password": PASSWORD }),
        Route::SignInByPasskey => json!({ "ceremony": id(), "credential": {} }),
        Route::AddPasskey => json!({ "ceremony": id(), "name": "Phone", "credential": {} }),
        Route::ConfirmTotp => json!({ "code": "123456" }),
        Route::ChangePassword => json!({ "present": "wrong", "next": "a new long password" }),
        Route::FoundCompany | Route::UpdateCompany => company_form(),
        Route::SetRole => json!({ "role": "trader" }),
        Route::Invite => {
            json!({ "email": "a@b.example", "role": "viewer", "secret_hash": SECRET_HASH })
        }
        Route::Accept => json!({ "secret": "not the secret at all" }),
        Route::PutDraft => draft_form("M10"),
        Route::PutProducts => json!({ "products": [{ "id": id(), "content": {} }] }),
        Route::PutListing => json!({ "draft": 1 }),
        Route::PutPublication => json!({ "publish": [] }),
        Route::SendRequest => deals::request_form(&[(id(), "not-here-yet".to_owned())]),
        Route::CloseRequest | Route::DeclineQuotation | Route::WithdrawQuotation => json!({}),
        Route::MakeOffer => deals::bid("0.42"),
        Route::AcceptOffer => json!({ "offer": 1 }),
        Route::DecideApproval => json!({ "is_approved": false }),
        Route::TakeStep => json!({ "step": "confirm" }),
        Route::SetLimits => json!({ "sgd": "10000" }),
        Route::ProposePayee => deals::payee(),
        Route::SendMessage => json!({ "words": "When can it be here?" }),
        Route::ReadMessages | Route::ReadNotices => json!({ "read": 0 }),
        _ => Value::Null,
    }
}

/// What is asked for by a line, with a key and a version where they are needed.
async fn ask(server: &Server, line: &Line, things: Things, cookie: Option<&str>) -> Answer {
    // What is made but once is made under an id of its own.
    let own = |route, there| if line.route == route { id() } else { there };
    let invitation = own(Route::Invite, things.invitation);
    let publication = own(Route::PutPublication, things.publication);
    let blob = own(Route::PutBlob, things.blob);
    let request = own(Route::SendRequest, things.request);
    let mut path = line
        .path
        .replace("{company}", &things.company.to_string())
        .replace("{account}", &things.member.to_string())
        .replace("{invitation}", &invitation.to_string())
        .replace("{draft}", &things.draft.to_string())
        .replace("{listing}", &things.listing.to_string())
        .replace("{publication}", &publication.to_string())
        .replace("{blob}", &blob.to_string())
        .replace("{file}", &things.blob.to_string())
        .replace("{request}", &request.to_string())
        .replace("{quotation}", &things.quotation.to_string())
        .replace("{order}", &things.deal.to_string())
        .replace("{approval}", &things.deal.to_string())
        .replace("{session}", &id().to_string())
        .replace("{passkey}", &id().to_string());
    if line.route == Route::ListChanges {
        path += &format!("?company={}", things.company);
    }
    let key = key();
    let mut headers = vec![("idempotency-key", &key[..])];
    if matches!(
        line.route,
        Route::UpdateCompany
            | Route::SetRole
            | Route::PutDraft
            | Route::DropDraft
            | Route::WithdrawListing
            | Route::CloseRequest
            | Route::MakeOffer
            | Route::DeclineQuotation
            | Route::WithdrawQuotation
            | Route::AcceptOffer
            | Route::DecideApproval
            | Route::TakeStep
            | Route::SetLimits
            | Route::ProposePayee
            | Route::DropPayee
            | Route::ConfirmPayee
    ) {
        headers.push(("if-match", "\"1\""));
    }
    headers.extend(cookie.map(|cookie| ("cookie", cookie)));
    if line.method == "GET" {
        return server.ask("GET", &path, &headers, Body::empty()).await;
    }
    if line.route == Route::PutBlob {
        headers.extend([("hub-client", "test"), ("content-type", "image/png")]);
        let file = Body::from(png(&[]));
        return server.ask("PUT", &path, &headers, file).await;
    }
    server
        .send(line.method, &path, &headers, &body(line.route))
        .await
}

/// Whether an answer is what a verdict looks like from outside.
fn fits(line: &Line, verdict: Verdict, target: Target, answer: &Answer) -> bool {
    let (status, code) = (answer.status.as_u16(), problem(answer));
    match verdict {
        Verdict::SignIn => (status, &code[..]) == (401, "sign_in_required"),
        Verdict::Forbid => (status, &code[..]) == (403, "forbidden"),
        Verdict::Prove => (status, &code[..]) == (403, "second_factor_needed"),
        Verdict::Hide => status == 404,
        Verdict::Allow => match line.route {
            // Let through, and then refused for what was asked.
            Route::SignIn | Route::ConfirmTotp | Route::ChangePassword => code == "sign_in_failed",
            // No browser asks here.
            Route::BeginPasskeySignIn
            | Route::SignInByPasskey
            | Route::OfferPasskey
            | Route::AddPasskey => code == "passkey_refused",
            Route::Accept | Route::EndSession | Route::RemovePasskey => status == 404,
            Route::FoundCompany => match target {
                Target::Missing => status == 201,
                // Whoever belongs there is told so; nobody else is told of it.
                Target::Own => status == 409,
                Target::Others => status == 404,
            },
            _ if target == Target::Missing && line.route.is_of_a_company() => status == 404,
            // It is the supplier's turn, and who asks is the buyer.
            Route::MakeOffer
            | Route::DeclineQuotation
            | Route::WithdrawQuotation
            | Route::AcceptOffer
            | Route::TakeStep => (status, &code[..]) == (409, "not_now"),
            // Nothing was proposed.
            Route::DropPayee => (status, &code[..]) == (409, "not_now"),
            _ => (200..300).contains(&status),
        },
    }
}

fn problem(answer: &Answer) -> String {
    if answer.status.is_success() || answer.body.is_empty() {
        return String::new();
    }
    answer.json()["code"]
        .as_str()
        .unwrap_or_default()
        .to_owned()
}

/// A company with an administrator, a member of a role, an invitation and a draft.
async fn furnish(owner: &Person<'_>, member: &Person<'_>, role: &str) -> Things {
    let company = owner.supply().await;
    // The session from before may have had to make room.
    let guest = Person {
        server: member.server,
        email: member.email.clone(),
        account: member.account,
        cookie: cookie(member.server, member).await,
    };
    owner.bring_in(company, &guest, role).await;
    let (draft, invitation) = (owner.draft(company).await, id());
    let path = format!("/v1/companies/{company}/invitations/{invitation}");
    owner.change("PUT", &path, None, &body(Route::Invite)).await;
    let (publication, blob) = (id(), id());
    let path = format!("/v1/companies/{company}/publications/{publication}");
    owner
        .change("PUT", &path, None, &body(Route::PutPublication))
        .await;
    owner
        .send_photo(company, blob, "image/png", &png(&[]))
        .await;
    let (request, quotation) = (id(), id());
    let path = format!("/v1/companies/{company}/requests/{request}");
    let mut form = deals::request_form(&[(quotation, "not-here-yet".to_owned())]);
    let attached = json!([attachments::named(blob, "a.png", "png", &png(&[]))]);
    form["terms"]["lines"][0]["attachments"] = attached.clone();
    let sent = owner.change("PUT", &path, None, &form).await;
    assert_eq!(sent.status, 201, "{}", sent.text());
    let path = format!("/v1/companies/{company}/quotations/{quotation}/messages");
    let form = json!({ "words": "", "attachments": attached });
    let said = owner.change("POST", &path, None, &form).await;
    assert_eq!(said.status, 200, "{}", said.text());
    Things {
        request,
        quotation,
        deal: id(),
        company,
        member: member.account,
        invitation,
        draft,
        listing: owner.list(company, "M8").await,
        publication,
        blob,
    }
}

/// A session of one's own, since some routes end the one they are asked with.
async fn cookie(server: &Server, person: &Person<'_>) -> String {
    let token = crate::identity::token::Token::new().unwrap();
    let session = store::account::NewSession {
        account: person.account,
        id: id(),
        digest: token.digest(),
        at: crate::clock::now(),
        agent: String::new(),
        factor: store::account::Factor::None,
        instead_of: None,
    };
    server.store.accounts().open(session).await.unwrap();
    token
        .cookie()
        .to_str()
        .unwrap()
        .split(';')
        .next()
        .unwrap()
        .to_owned()
}

#[tokio::test]
async fn every_line_holds_for_every_asker_and_target() {
    let server = Server::new().await;
    let owner = server.proven("owner").await;
    let member = server.person("member").await;
    let reviewer = server.person("reviewer").await;
    let outsider = server.person("outsider").await;
    let clerk = server.person("clerk").await;
    let seller = server.person("seller").await;
    let seller = (&seller, seller.supply().await);
    let email = reviewer.email.parse().unwrap();
    server
        .store
        .accounts()
        .set_reviewer(email, true, crate::clock::now())
        .await
        .unwrap();
    assert_eq!(SECRET.len(), 21);
    for line in &TABLE {
        for asker in Asker::ALL {
            // Afresh each time: an allowed deletion would leave nothing to delete.
            let role = match asker {
                Asker::Member(role) => role.name(),
                _ => "viewer",
            };
            let mut things = furnish(&owner, &member, role).await;
            if line.path.contains("{order}") || line.path.contains("{approval}") {
                let waits = line.path.contains("{approval}");
                things.deal = deals::agree(&owner, &clerk, &seller, things.company, waits).await;
            }
            let cookie = match asker {
                Asker::Stranger => None,
                Asker::Outsider => Some(cookie(&server, &outsider).await),
                Asker::Reviewer => Some(cookie(&server, &reviewer).await),
                Asker::Member(_) => Some(cookie(&server, &member).await),
            };
            for target in [Target::Own, Target::Others, Target::Missing] {
                if target != Target::Own
                    && !line.path.contains('{')
                    && line.route != Route::ListChanges
                {
                    continue;
                }
                let is_member = matches!(asker, Asker::Member(_));
                let (seen_as, things) = match target {
                    Target::Own if is_member => (asker, things),
                    Target::Missing => {
                        let away = if is_member { Asker::Outsider } else { asker };
                        (
                            away,
                            Things {
                                company: id(),
                                member: id(),
                                invitation: id(),
                                draft: id(),
                                listing: id(),
                                publication: id(),
                                blob: id(),
                                request: id(),
                                quotation: id(),
                                deal: id(),
                            },
                        )
                    }
                    // What is another's company to a member is one that they are not of.
                    _ if is_member => {
                        let others = owner.found().await;
                        (
                            Asker::Outsider,
                            Things {
                                company: others,
                                draft: owner.draft(others).await,
                                ..things
                            },
                        )
                    }
                    _ => (asker, things),
                };
                let target = if target == Target::Own && !is_member {
                    Target::Others
                } else {
                    target
                };
                let verdict = line.verdict(
                    if line.route.is_of_a_company() {
                        seen_as
                    } else {
                        asker
                    },
                    false,
                );
                let answer = ask(&server, line, things, cookie.as_deref()).await;
                assert!(
                    fits(line, verdict, target, &answer),
                    "{:?} by {asker:?} ({role}) at {target:?}: {verdict:?}, but {} {}",
                    line.route,
                    answer.status,
                    answer.text()
                );
                if verdict == Verdict::Hide {
                    assert_eq!(answer.text(), not_found(&server).await, "{:?}", line.route);
                }
            }
        }
    }
}

#[tokio::test]
async fn no_change_is_taken_from_another_sites_page() {
    let server = Server::new().await;
    let wei = server.person("wei").await;
    for line in TABLE.iter().filter(|line| line.method != "GET") {
        let path: Vec<_> = line
            .path
            .split('/')
            .map(|part| match part.starts_with('{') {
                true => id().to_string(),
                false => part.to_owned(),
            })
            .collect();
        let headers = [
            ("cookie", &wei.cookie[..]),
            ("content-type", "application/json"),
        ];
        let answer = server
            .ask(line.method, &path.join("/"), &headers, Body::from("{}"))
            .await;
        assert_eq!(problem(&answer), "cross_site", "{:?}", line.route);
    }
}

/// What nothing at all looks like.
async fn not_found(server: &Server) -> String {
    server.get("/v1/nothing", &[]).await.text().to_owned()
}
