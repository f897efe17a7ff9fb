mod passkeys;

use api_types::problem::Code;
use serde_json::{Value, json};

use crate::{
    clock,
    identity::totp,
    testing::{
        Server,
        person::{PASSWORD, id},
    },
};

fn sign_in(email: &str, password: &str, code: Option<&str>) -> Value {
    match code {
        Some(code) => json!({ "email": email, "password": password, "code": code }),
        None => json!({ "email": email, "password": password }),
    }
}

#[tokio::test]
async fn signing_up_says_nothing_of_who_is_there() {
    let server = Server::new().await;
    let form = |name: &str, password: &str| json!({ "email": "Wei@Bolt.example", "name": name, "password": password });
    let first = server
        .send("POST", "/v1/sign-up", &[], &form("Wei", PASSWORD))
        .await;
    let second = server
        .send(
            "POST",
            "/v1/sign-up",
            &[],
            &form("Thief", "another long password"),
        )
        .await;
    assert_eq!((first.status.as_u16(), &first.body), (204, &second.body));
    assert_eq!(first.status, second.status);
    // The account is its first owner's.
    let try_in = async |password| {
        server
            .send(
                "POST",
                "/v1/sign-in",
                &[],
                &sign_in("wei@bolt.example", password, None),
            )
            .await
    };
    try_in("another long password")
        .await
        .assert_problem(401, Code::SignInFailed);
    assert_eq!(try_in(PASSWORD).await.json()["name"], "Wei");
}

#[tokio::test]
async fn a_form_that_will_not_do_names_its_fields() {
    let server = Server::new().await;
    let form = json!({ "email": "wei", "name": "", "password": "short" });
    let answer = server.send("POST", "/v1/sign-up", &[], &form).await;
    answer.assert_problem(422, Code::InvalidBody);
    let errors =
        json!([{ "pointer": "/email", "code": "form" }, { "pointer": "/name", "code": "missing" }]);
    assert_eq!(answer.json()["errors"], errors);
    let form = json!({ "email": "wei@bolt.example", "name": "Wei", "password": "wei@bolt.example", "age": 4 });
    let answer = server.send("POST", "/v1/sign-up", &[], &form).await;
    assert_eq!(
        answer.json()["errors"],
        json!([{ "pointer": "/age", "code": "type" }])
    );
}

#[tokio::test]
async fn an_unknown_address_and_a_wrong_password_look_the_same() {
    let server = Server::new().await;
    server.person("wei").await;
    let try_in = async |email: &str| {
        let answer = server
            .send(
                "POST",
                "/v1/sign-in",
                &[],
                &sign_in(email, "wrong password", None),
            )
            .await;
        answer.assert_problem(401, Code::SignInFailed);
        assert_eq!(answer.header("set-cookie"), "");
        answer.body
    };
    assert_eq!(
        try_in("wei@bolt.example").await,
        try_in("nobody@bolt.example").await
    );
    assert_eq!(try_in("wei@bolt.example").await, try_in("no address").await);
}

#[tokio::test]
async fn a_session_is_a_cookie_that_scripts_cannot_read() {
    let server = Server::new().await;
    let wei = server.person("wei").await;
    let form = sign_in("wei@bolt.example", PASSWORD, None);
    let again = wei
        .send("POST", "/v1/sign-in", &[("user-agent", "Firefox")], &form)
        .await;
    let cookie = again.header("set-cookie");
    assert!(cookie.starts_with("__Host-sid="), "{cookie}");
    for word in ["; Path=/;", "; Secure;", "; HttpOnly;", "; SameSite=Lax;"] {
        assert!(cookie.contains(word), "{cookie}");
    }
    assert_eq!(again.header("cache-control"), "no-store");
    // Rotated: the token from before is worth nothing.
    wei.get("/v1/me")
        .await
        .assert_problem(401, Code::SignInRequired);
    let me = server
        .get("/v1/me", &[("cookie", &again.cookie())])
        .await
        .json();
    assert_eq!(
        (&me["email"], &me["session"]["agent"]),
        (&json!("wei@bolt.example"), &json!("Firefox"))
    );
    // No answer has the token in its body.
    let token = again.cookie();
    assert!(!again.text().contains(token.split_once('=').unwrap().1));
}

#[tokio::test]
async fn sessions_are_listed_and_ended() {
    let server = Server::new().await;
    let wei = server.person("wei").await;
    let form = sign_in("wei@bolt.example", PASSWORD, None);
    let phone = server.send("POST", "/v1/sign-in", &[], &form).await;
    let list = wei.get("/v1/me/sessions").await.json();
    let items = list["items"].as_array().unwrap();
    assert_eq!(items.len(), 2);
    let other = items.iter().find(|item| item["is_this"] == false).unwrap()["id"]
        .as_str()
        .unwrap();
    let tan = server.person("tan").await;
    // Somebody else's looks like none.
    for session in [other.to_owned(), id().to_string(), "x".to_owned()] {
        let path = format!("/v1/me/sessions/{session}");
        tan.send("DELETE", &path, &[], &Value::Null)
            .await
            .assert_problem(404, Code::NotFound);
    }
    let ended = wei
        .send(
            "DELETE",
            &format!("/v1/me/sessions/{other}"),
            &[],
            &Value::Null,
        )
        .await;
    assert_eq!(ended.status, 204);
    let me = server.get("/v1/me", &[("cookie", &phone.cookie())]).await;
    me.assert_problem(401, Code::SignInRequired);
    let out = wei.send("POST", "/v1/sign-out", &[], &Value::Null).await;
    assert_eq!(
        (out.status.as_u16(), &out.cookie()[..]),
        (204, "__Host-sid=")
    );
    wei.get("/v1/me")
        .await
        .assert_problem(401, Code::SignInRequired);
}

#[tokio::test]
async fn an_authenticator_is_asked_for_once_it_is_set_up() {
    let server = Server::new().await;
    let mut wei = server.person("wei").await;
    let before = wei.cookie.clone();
    let (secret, recovery) = wei.prove().await;
    assert_eq!(recovery.len(), 10);
    // The session's token was replaced as its strength grew.
    let old = server.get("/v1/me", &[("cookie", &before)]).await;
    old.assert_problem(401, Code::SignInRequired);
    assert_eq!(
        wei.get("/v1/me").await.json()["session"]["has_second_factor"],
        true
    );
    let try_in = async |code: Option<&str>| {
        let form = sign_in("wei@bolt.example", PASSWORD, code);
        server.send("POST", "/v1/sign-in", &[], &form).await
    };
    try_in(None)
        .await
        .assert_problem(401, Code::SecondFactorRequired);
    try_in(Some("000000x"))
        .await
        .assert_problem(401, Code::SignInFailed);
    let code = totp::code(&secret, clock::now().after(30_000));
    assert_eq!(try_in(Some(&code)).await.status, 200);
    try_in(Some(&code))
        .await
        .assert_problem(401, Code::SignInFailed);
    assert_eq!(try_in(Some(&recovery[0].to_lowercase())).await.status, 200);
    try_in(Some(&recovery[0]))
        .await
        .assert_problem(401, Code::SignInFailed);
}

#[tokio::test]
async fn another_password_ends_the_other_sessions() {
    let server = Server::new().await;
    let wei = server.person("wei").await;
    let form = sign_in("wei@bolt.example", PASSWORD, None);
    let phone = server
        .send("POST", "/v1/sign-in", &[], &form)
        .await
        .cookie();
    let change = |present: &str, next: &str| json!({ "present": present, "next": next });
    let wrong = wei
        .send(
            "PUT",
            "/v1/me/password",
            &[],
            &change("wrong", "a new long password"),
        )
        .await;
    wrong.assert_problem(401, Code::SignInFailed);
    let short = wei
        .send("PUT", "/v1/me/password", &[], &change(PASSWORD, "short"))
        .await;
    assert_eq!(
        short.json()["errors"],
        json!([{ "pointer": "/next", "code": "too_short" }])
    );
    let done = wei
        .send(
            "PUT",
            "/v1/me/password",
            &[],
            &change(PASSWORD, "a new long password"),
        )
        .await;
    assert_eq!(done.status, 204);
    for cookie in [&phone, &wei.cookie] {
        server
            .get("/v1/me", &[("cookie", cookie)])
            .await
            .assert_problem(401, Code::SignInRequired);
    }
    assert_eq!(
        server
            .get("/v1/me", &[("cookie", &done.cookie())])
            .await
            .status,
        200
    );
}

#[tokio::test]
async fn guessing_at_one_account_is_slowed_down() {
    let server = Server::new().await;
    let mut refused = None;
    for _ in 0..20 {
        let form = sign_in("wei@bolt.example", "wrong password", None);
        let answer = server.send("POST", "/v1/sign-in", &[], &form).await;
        if answer.status == 429 {
            refused = Some(answer);
            break;
        }
    }
    let refused = refused.expect("twenty guesses in a row were let through");
    refused.assert_problem(429, Code::TooManyAttempts);
    assert!(refused.header("retry-after").parse::<u64>().unwrap() <= 30);
}

#[tokio::test]
async fn another_sites_page_changes_nothing() {
    let server = Server::new().await;
    let wei = server.person("wei").await;
    for headers in [
        &[("cookie", &wei.cookie[..])][..],
        &[
            ("cookie", &wei.cookie),
            ("hub-client", "x"),
            ("sec-fetch-site", "cross-site"),
        ],
        &[
            ("cookie", &wei.cookie),
            ("hub-client", "x"),
            ("origin", "https://evil.example"),
            ("host", "hub.example"),
        ],
    ] {
        let answer = server
            .ask("POST", "/v1/sign-out", headers, axum::body::Body::empty())
            .await;
        answer.assert_problem(403, Code::CrossSite);
    }
    let form = axum::body::Body::from(r#"{"email":"a@b.sg","password":"x"}"#);
    let headers = [("hub-client", "x"), ("content-type", "text/plain")];
    let answer = server.ask("POST", "/v1/sign-in", &headers, form).await;
    answer.assert_problem(415, Code::UnsupportedMediaType);
    assert_eq!(wei.get("/v1/me").await.status, 200);
}
