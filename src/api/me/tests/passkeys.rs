use api_types::problem::Code;
use serde_json::{Value, json};

use super::sign_in;
use crate::testing::{
    Answer, Server,
    device::Device,
    person::{PASSWORD, Person},
};

/// As a browser sends it that knows the hub by this name.
const HERE: [(&str, &str); 2] = [
    ("host", "localhost:8080"),
    ("origin", "http://localhost:8080"),
];

impl Person<'_> {
    /// What a device is to be asked for a new passkey.
    async fn offer(&self) -> Value {
        let offer = self
            .send("POST", "/v1/me/passkeys", &HERE, &Value::Null)
            .await;
        assert_eq!(offer.status, 200, "{}", offer.text());
        offer.json()
    }

    async fn keep(&self, ceremony: &Value, credential: Value) -> Answer {
        let form = json!({ "ceremony": ceremony["id"], "name": "Phone", "credential": credential });
        self.send("PUT", "/v1/me/passkeys", &HERE, &form).await
    }

    /// Adds a passkey, and goes on in the session that follows: the recovery codes that came with it.
    async fn add(&mut self, device: &mut Device) -> Vec<String> {
        let offer = self.offer().await;
        let added = self.keep(&offer, device.create(&offer["options"])).await;
        assert_eq!(added.status, 200, "{}", added.text());
        self.cookie = added.cookie();
        serde_json::from_value(added.json()["codes"].clone()).unwrap()
    }

    async fn keys(&self) -> Vec<Value> {
        let list = self.get("/v1/me/passkeys").await.json();
        list["items"].as_array().unwrap().clone()
    }
}

impl Server {
    async fn ceremony(&self) -> Value {
        let begun = self
            .send("POST", "/v1/sign-in/passkey", &HERE, &Value::Null)
            .await;
        assert_eq!(begun.status, 200, "{}", begun.text());
        begun.json()
    }

    async fn show(&self, ceremony: &Value, credential: Value) -> Answer {
        let form = json!({ "ceremony": ceremony["id"], "credential": credential });
        self.send("PUT", "/v1/sign-in/passkey", &HERE, &form).await
    }
}

#[tokio::test]
async fn a_passkey_signs_in_without_a_password() {
    let server = Server::new().await;
    let mut wei = server.person("wei").await;
    let elsewhere = server
        .send(
            "POST",
            "/v1/sign-in",
            &[],
            &sign_in(&wei.email, PASSWORD, None),
        )
        .await
        .cookie();
    let mut device = Device::new();
    let codes = wei.add(&mut device).await;
    assert_eq!(codes.len(), 10);
    // This session counts as proven from now on, and the others have ended.
    let me = wei.get("/v1/me").await.json();
    assert_eq!(
        (&me["has_passkey"], &me["session"]["has_second_factor"]),
        (&json!(true), &json!(true))
    );
    let other = server.get("/v1/me", &[("cookie", &elsewhere)]).await;
    other.assert_problem(401, Code::SignInRequired);
    assert_eq!(wei.keys().await[0]["used_at"], Value::Null);
    let ceremony = server.ceremony().await;
    // Nobody is named before they have shown their key.
    assert_eq!(ceremony["options"]["allowCredentials"], json!([]));
    let answer = server
        .show(&ceremony, device.get(&ceremony["options"]))
        .await;
    assert_eq!(answer.status, 200, "{}", answer.text());
    assert_eq!(answer.json()["session"]["has_second_factor"], true);
    wei.cookie = answer.cookie();
    assert_eq!(wei.get("/v1/me").await.json()["name"], "wei");
    assert!(wei.keys().await[0]["used_at"].as_u64().is_some());
}

#[tokio::test]
async fn an_answer_that_does_not_fit_opens_nothing() {
    let server = Server::new().await;
    let (mut wei, mut tan) = (server.person("wei").await, server.person("tan").await);
    let (mut device, mut other) = (Device::new(), Device::new());
    wei.add(&mut device).await;
    tan.add(&mut other).await;
    let check = async |what: &str, change: fn(&mut Device, &mut Value), expected: (u16, Code)| {
        let mut device = device.clone();
        let mut ceremony = server.ceremony().await;
        change(&mut device, &mut ceremony["options"]);
        let answer = server
            .show(&ceremony, device.get(&ceremony["options"]))
            .await;
        assert_eq!(
            (answer.status.as_u16(), answer.json()["code"].clone()),
            (expected.0, json!(expected.1)),
            "{what}"
        );
    };
    let failed = (401, Code::SignInFailed);
    check(
        "another challenge",
        |_, options| options["challenge"] = json!("AAAA"),
        failed,
    )
    .await;
    check(
        "another page",
        |device, _| device.origin = "https://evil.example".into(),
        failed,
    )
    .await;
    check(
        "another name",
        |device, _| device.name = "evil.example".into(),
        failed,
    )
    .await;
    check(
        "nobody made sure",
        |device, _| device.verifies = false,
        failed,
    )
    .await;
    check(
        "another key",
        |device, _| *device = device.with_another_key(),
        failed,
    )
    .await;
    check(
        "nobody's",
        |device, _| device.handle = "AAAAAAAAAAAAAAAAAAAAAA".into(),
        failed,
    )
    .await;
    check(
        "no account's",
        |device, _| device.handle = "AA".into(),
        (409, Code::PasskeyRefused),
    )
    .await;
    // Another one's handle with one's own key.
    let ceremony = server.ceremony().await;
    let mut forged = device.get(&ceremony["options"]);
    forged["response"]["userHandle"] = json!(other.handle);
    server
        .show(&ceremony, forged)
        .await
        .assert_problem(401, Code::SignInFailed);
    // A signature in which a bit was turned.
    let ceremony = server.ceremony().await;
    let mut forged = device.get(&ceremony["options"]);
    let signature = forged["response"]["signature"].as_str().unwrap();
    let turned = if &signature[20..21] == "A" { "B" } else { "A" };
    let signature = format!("{}{turned}{}", &signature[..20], &signature[21..]);
    forged["response"]["signature"] = json!(signature);
    server
        .show(&ceremony, forged)
        .await
        .assert_problem(401, Code::SignInFailed);
    // The right answer, twice.
    let ceremony = server.ceremony().await;
    let right = device.get(&ceremony["options"]);
    assert_eq!(server.show(&ceremony, right.clone()).await.status, 200);
    server
        .show(&ceremony, right)
        .await
        .assert_problem(409, Code::PasskeyRefused);
    // What is no answer at all.
    let ceremony = server.ceremony().await;
    server
        .show(&ceremony, json!({ "id": 5 }))
        .await
        .assert_problem(409, Code::PasskeyRefused);
}

#[tokio::test]
async fn a_ceremony_is_for_whom_it_was_made() {
    let server = Server::new().await;
    let (wei, tan) = (server.person("wei").await, server.person("tan").await);
    let offer = wei.offer().await;
    let made = Device::new().create(&offer["options"]);
    tan.keep(&offer, made.clone())
        .await
        .assert_problem(409, Code::PasskeyRefused);
    assert!(tan.keys().await.is_empty());
    // Another one's attempt did not use it up.
    assert_eq!(wei.keep(&offer, made).await.status, 200);
}

#[tokio::test]
async fn whoever_has_one_needs_it_or_a_recovery_code() {
    let server = Server::new().await;
    let mut wei = server.person("wei").await;
    let codes = wei.add(&mut Device::new()).await;
    let try_in = async |code: Option<&str>| {
        server
            .send(
                "POST",
                "/v1/sign-in",
                &[],
                &sign_in(&wei.email, PASSWORD, code),
            )
            .await
    };
    try_in(None)
        .await
        .assert_problem(401, Code::SecondFactorRequired);
    try_in(Some("123456"))
        .await
        .assert_problem(401, Code::SignInFailed);
    let answer = try_in(Some(&codes[0])).await;
    assert_eq!(answer.json()["session"]["has_second_factor"], true);
    try_in(Some(&codes[0]))
        .await
        .assert_problem(401, Code::SignInFailed);
    wei.cookie = answer.cookie();
    // A second one comes without codes: those of the first still hold.
    let mut second = Device::new();
    assert!(wei.add(&mut second).await.is_empty());
    let keys = wei.keys().await;
    let path = format!("/v1/me/passkeys/{}", keys[1]["id"].as_str().unwrap());
    let removed = wei.send("DELETE", &path, &[], &Value::Null).await;
    assert_eq!(removed.status, 204, "{}", removed.text());
    wei.cookie = removed.cookie();
    assert_eq!(wei.keys().await.len(), 1);
    wei.send("DELETE", &path, &[], &Value::Null)
        .await
        .assert_problem(404, Code::NotFound);
    let ceremony = server.ceremony().await;
    let shown = server
        .show(&ceremony, second.get(&ceremony["options"]))
        .await;
    shown.assert_problem(401, Code::SignInFailed);
}

#[tokio::test]
async fn no_passkey_is_bound_to_an_address_of_numbers() {
    let server = Server::new().await;
    let numbers = [
        ("host", "127.0.0.1:8080"),
        ("origin", "http://127.0.0.1:8080"),
    ];
    let begun = server
        .send("POST", "/v1/sign-in/passkey", &numbers, &Value::Null)
        .await;
    begun.assert_problem(409, Code::PasskeyRefused);
    // Nor without a browser.
    let begun = server
        .send("POST", "/v1/sign-in/passkey", &[], &Value::Null)
        .await;
    begun.assert_problem(409, Code::PasskeyRefused);
}
