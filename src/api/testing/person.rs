//! Somebody with a browser: their cookie, and keys made as they go.

use std::sync::atomic::{AtomicU64, Ordering};

use axum::body::Body;
use domain::Id;
use serde_json::{Value, json};

use super::{Answer, Server};
use crate::{chance, clock, identity::totp};

pub(crate) const PASSWORD: &str = "correct horse battery";

pub(crate) struct Person<'a> {
    pub(crate) server: &'a Server,
    pub(crate) email: String,
    pub(crate) account: Id,
    pub(crate) cookie: String,
}

/// Another key each time.
pub(crate) fn key() -> String {
    static NEXT: AtomicU64 = AtomicU64::new(0);
    format!("key-{:010}", NEXT.fetch_add(1, Ordering::Relaxed))
}

pub(crate) fn id() -> Id {
    chance::id(clock::now()).unwrap()
}

impl Answer {
    pub(crate) fn json(&self) -> Value {
        serde_json::from_slice(&self.body).unwrap()
    }

    /// The pair of the cookie that is set.
    pub(crate) fn cookie(&self) -> String {
        self.header("set-cookie")
            .split(';')
            .next()
            .unwrap_or_default()
            .to_owned()
    }
}

impl Server {
    /// Sends JSON, as the hub's own client does.
    pub(crate) async fn send(
        &self,
        method: &str,
        path: &str,
        headers: &[(&str, &str)],
        body: &Value,
    ) -> Answer {
        let mut all = vec![("hub-client", "test")];
        let text = if body.is_null() {
            Body::empty()
        } else {
            all.push(("content-type", "application/json"));
            Body::from(body.to_string())
        };
        all.extend(headers);
        self.ask(method, path, &all, text).await
    }

    /// Somebody new, signed in by password.
    pub(crate) async fn person(&self, name: &str) -> Person<'_> {
        let email = format!("{name}@bolt.example");
        let form = json!({ "email": email, "name": name, "password": PASSWORD });
        assert_eq!(
            self.send("POST", "/v1/sign-up", &[], &form).await.status,
            204
        );
        let form = json!({ "email": email, "password": PASSWORD });
        let answer = self.send("POST", "/v1/sign-in", &[], &form).await;
        assert_eq!(answer.status, 200, "{}", answer.text());
        let account = answer.json()["account"].as_str().unwrap().parse().unwrap();
        Person {
            server: self,
            email,
            account,
            cookie: answer.cookie(),
        }
    }

    /// The same with an authenticator.
    pub(crate) async fn proven(&self, name: &str) -> Person<'_> {
        let mut person = self.person(name).await;
        person.prove().await;
        person
    }
}

impl Person<'_> {
    pub(crate) async fn get(&self, path: &str) -> Answer {
        self.server.get(path, &[("cookie", &self.cookie)]).await
    }

    pub(crate) async fn send(
        &self,
        method: &str,
        path: &str,
        headers: &[(&str, &str)],
        body: &Value,
    ) -> Answer {
        let mut all = vec![("cookie", &self.cookie[..])];
        all.extend(headers);
        self.server.send(method, path, &all, body).await
    }

    /// A change under a key of its own.
    pub(crate) async fn change(
        &self,
        method: &str,
        path: &str,
        seen: Option<u64>,
        body: &Value,
    ) -> Answer {
        let (key, tag) = (key(), seen.map(|version| format!("\"{version}\"")));
        let mut headers = vec![("idempotency-key", &key[..])];
        headers.extend(tag.as_deref().map(|tag| ("if-match", tag)));
        self.send(method, path, &headers, body).await
    }

    /// Sets up an authenticator: the secret that it got, and the recovery codes.
    pub(crate) async fn prove(&mut self) -> (Vec<u8>, Vec<String>) {
        let offer = self.send("POST", "/v1/me/totp", &[], &Value::Null).await;
        assert_eq!(offer.status, 200, "{}", offer.text());
        let account = self
            .server
            .store
            .accounts()
            .by_id(self.account)
            .await
            .unwrap()
            .unwrap();
        let secret = account.totp_offered.unwrap();
        let code = json!({ "code": totp::code(&secret, clock::now()) });
        let confirmed = self.send("PUT", "/v1/me/totp", &[], &code).await;
        assert_eq!(confirmed.status, 200, "{}", confirmed.text());
        self.cookie = confirmed.cookie();
        let codes = confirmed.json()["codes"].as_array().unwrap().clone();
        (
            secret,
            codes
                .iter()
                .map(|code| code.as_str().unwrap().to_owned())
                .collect(),
        )
    }

    /// Founds a company.
    pub(crate) async fn found(&self) -> Id {
        let company = id();
        let founded = self
            .change(
                "PUT",
                &format!("/v1/companies/{company}"),
                None,
                &company_form(),
            )
            .await;
        assert_eq!(founded.status, 201, "{}", founded.text());
        company
    }

    /// Saves a new draft.
    pub(crate) async fn draft(&self, company: Id) -> Id {
        let draft = id();
        let path = format!("/v1/companies/{company}/drafts/{draft}");
        let saved = self.change("PUT", &path, None, &draft_form("M8")).await;
        assert_eq!(saved.status, 201, "{}", saved.text());
        draft
    }

    /// Brings somebody into the company, with a role.
    pub(crate) async fn bring_in(&self, company: Id, guest: &Person<'_>, role: &str) {
        let invitation = id();
        let path = format!("/v1/companies/{company}/invitations/{invitation}");
        let form = json!({ "email": guest.email, "role": role, "secret_hash": SECRET_HASH });
        let invited = self.change("PUT", &path, None, &form).await;
        assert_eq!(invited.status, 201, "{}", invited.text());
        let accepted = guest
            .change(
                "POST",
                &format!("{path}/acceptance"),
                None,
                &json!({ "secret": SECRET }),
            )
            .await;
        assert_eq!(accepted.status, 201, "{}", accepted.text());
    }
}

pub(crate) const SECRET: &str = "a secret of the guest";
/// `printf 'a secret of the guest' | sha256sum`
pub(crate) const SECRET_HASH: &str =
    "76e013ee542b859efac31f0591aa23b5bc2259b862487b1d33ea42845661a9c8";

pub(crate) fn company_form() -> Value {
    json!({
        "kind": "supplier",
        "registration": { "scheme": "uen", "number": "202630832C" },
        "name": { "en": "Tuas Bolt", "zh": "大士螺栓" },
        "about": { "en": "", "zh": "" },
    })
}

pub(crate) fn draft_form(title: &str) -> Value {
    json!({ "kind": "sourcing_request", "content": { "title": title } })
}
