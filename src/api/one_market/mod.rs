//! The demonstration answers as the server does: random histories of requests are given to both.
//!
//! What is not compared: passwords and codes, which the demonstration does not know, limits on how often somebody may try,
//! and headers about caches.

mod deals;
mod goods;
mod history;
mod orders;
mod request;

use api_types::account::SignIn;
use axum::body::Body;
use domain::Id;
use market::Moment;
use proptest::prelude::*;
use serde_json::{Value, json};
use stage::{Account, Call, Request, Session, Stage};
use store::account::{Factor, NewSession};

use crate::{
    chance, clock,
    identity::token::Token,
    testing::{Answer, Server, person::PASSWORD},
};
use history::Step;

/// When each history begins.
const BEGIN: u64 = 1_800_000_000_000;
/// People there from the beginning, and addresses that may be signed up.
const PEOPLE: [(&str, bool); 5] = [
    ("wei", true),
    ("tan", true),
    ("lin", false),
    ("kumar", true),
    ("ong", false),
];
const REVIEWER: usize = 4;
const NEWCOMERS: usize = 2;
/// Fewer than the server allows at once.
const SIGN_INS: usize = 8;

/// One person, in both hosts.
#[derive(Clone, Debug)]
struct Player {
    email: String,
    account: Option<Id>,
    cookie: String,
    session: Option<Id>,
    has_totp: bool,
    sign_ins: usize,
    /// The moment at which the server last wrote down, or may have, that they are there.
    seen: u64,
}

struct World {
    server: Server,
    stage: Stage,
    now: u64,
    players: Vec<Player>,
    /// Requests so far, some of which are sent again.
    sent: Vec<(usize, Call)>,
    /// The status of the newest answer.
    last: u16,
}

impl World {
    async fn new() -> Self {
        clock::held::set(Some(Moment(BEGIN)));
        let server = Server::new().await;
        let mut stage = Stage::default();
        let mut players = Vec::new();
        for (place, (name, has_totp)) in PEOPLE.into_iter().enumerate() {
            let person = if has_totp {
                server.proven(name).await
            } else {
                server.person(name).await
            };
            let accounts = server.store.accounts();
            if place == REVIEWER {
                let email = person.email.parse().unwrap();
                accounts
                    .set_reviewer(email, true, Moment(BEGIN))
                    .await
                    .unwrap();
            }
            let account = accounts.by_id(person.account).await.unwrap().unwrap();
            stage.admit(Account {
                id: account.id,
                email: account.email,
                name: account.name,
                is_reviewer: account.is_reviewer,
                has_totp,
            });
            let sessions = accounts.sessions(person.account).await.unwrap();
            let [session] = &sessions[..] else {
                panic!("{sessions:?}")
            };
            stage.seat(Session {
                id: session.id,
                account: session.account,
                has_second_factor: session.has_second_factor,
                made_at: session.made_at,
                seen_at: session.seen_at,
                agent: session.agent.clone(),
            });
            players.push(Player {
                email: person.email.clone(),
                account: Some(person.account),
                cookie: person.cookie.clone(),
                session: Some(session.id),
                has_totp,
                sign_ins: 1,
                seen: BEGIN,
            });
        }
        players.extend((0..NEWCOMERS).map(|number| Player {
            email: format!("new{number}@bolt.example"),
            account: None,
            cookie: String::new(),
            session: None,
            has_totp: false,
            sign_ins: 0,
            seen: BEGIN,
        }));
        Self {
            server,
            stage,
            now: BEGIN,
            players,
            sent: Vec::new(),
            last: 0,
        }
    }

    async fn take(&mut self, step: &Step) {
        self.now += step.passes();
        clock::held::set(Some(Moment(self.now)));
        let (who, call) = step.request(self);
        // The server notes that somebody is there when it has answered: what is compared must not depend on when.
        if self
            .players
            .get(who)
            .is_some_and(|player| player.seen < self.now)
        {
            self.players[who].seen = self.now;
            let me = request::plain("GET", "/v1/me");
            self.both(who, me).await;
            for _ in 0..4 {
                tokio::task::yield_now().await;
            }
            // Behind it in the only queue of writes.
            let accounts = self.server.store.accounts();
            accounts.seen([0; 32], Moment(self.now)).await.unwrap();
        }
        if step.revives() {
            self.revive(who).await;
        }
        self.both(who, call).await;
    }

    /// Has somebody signed in on both sides who is not: a code is not the demonstration's to check.
    async fn revive(&mut self, who: usize) {
        let now = Moment(self.now);
        let Some(player) = self.players.get_mut(who) else {
            return;
        };
        let call = Call {
            session: player.session,
            ..request::plain("GET", "/v1/me")
        };
        let asked = Request {
            call: &call,
            at: now,
            chance: [0; 10],
        };
        let is_there = self.stage.clone().handle(&asked).status == 200;
        let (false, Some(account)) = (is_there, player.account) else {
            return;
        };
        let token = Token::new().unwrap();
        let chance = chance::bytes().unwrap();
        // Another browser each time.
        let agent = format!("browser {}", self.sent.len());
        let id = Id::new(now.0, chance);
        let new = NewSession {
            account,
            id,
            digest: token.digest(),
            at: now,
            agent: agent.clone(),
            factor: if player.has_totp {
                // Far beyond the one that was used last.
                Factor::Step(self.now)
            } else {
                Factor::None
            },
            instead_of: None,
        };
        if !self.server.store.accounts().open(new).await.unwrap() {
            return;
        }
        let call = request::with(Call::default(), "user-agent", &agent);
        let asked = Request {
            call: &call,
            at: now,
            chance,
        };
        let played = self.stage.play(&asked, account);
        assert_eq!(played.session, Some(Some(id)));
        let cookie = token.cookie();
        let pair = cookie.to_str().unwrap().split(';').next();
        player.cookie = pair.unwrap_or_default().to_owned();
        (player.session, player.seen) = (Some(id), self.now);
    }

    /// Asks both, and compares what they say.
    async fn both(&mut self, who: usize, call: Call) {
        let player = self.players.get(who).cloned();
        let (cookie, session) = player
            .map(|player| (player.cookie, player.session))
            .unwrap_or_default();
        let call = Call { session, ..call };
        let mut chance = [0; 10];
        let target = match call.path.as_str() {
            "/v1/sign-in" => serde_json::from_slice::<SignIn>(&call.body).ok(),
            _ => None,
        };
        let target = target.map(|form| form.email);
        let server = ask(&self.server, &call, &cookie).await;
        if call.path == "/v1/sign-up" {
            chance = self.account_of(&call.body).await;
        } else if target.is_some() && server.status == 200 {
            chance = tail(server.json()["session"]["id"].as_str().unwrap());
        }
        let request = Request {
            call: &call,
            at: Moment(self.now),
            chance,
        };
        let stage = self.stage.handle(&request);
        let told = format!("{who} {call:?}\nserver: {server:?}\nstage: {stage:?}");
        assert_eq!(server.status.as_u16(), stage.status, "{told}");
        assert_eq!(
            server.header("etag"),
            stage.etag.as_deref().unwrap_or_default(),
            "{told}"
        );
        let media = server.header("content-type");
        assert_eq!(media, stage.media, "{told}");
        assert_eq!(
            media.starts_with("application/problem+json"),
            stage.is_problem,
            "{told}"
        );
        if media.starts_with("image/") {
            assert_eq!(server.body, stage.body, "{told}");
        } else {
            assert_eq!(value(server.text()), value(stage.text()), "{told}");
        }
        if let (Some(target), 200) = (target, stage.status) {
            let account = server.json()["account"].as_str().unwrap().parse().unwrap();
            let player = self
                .players
                .iter_mut()
                .find(|player| player.email == target);
            let player = player.unwrap();
            player.account = Some(account);
            player.cookie = server.cookie();
            player.session = stage.session.unwrap();
            player.seen = self.now;
        }
        self.last = stage.status;
        self.sent.push((who, call));
    }

    /// What the id of a newcomer's account was made of, if they have one.
    async fn account_of(&self, form: &[u8]) -> [u8; 10] {
        let form: Value = serde_json::from_slice(form).unwrap_or_default();
        let email = form["email"].as_str().and_then(|email| email.parse().ok());
        let Some(email) = email else { return [0; 10] };
        let account = self.server.store.accounts().by_email(&email).await.unwrap();
        account.map_or([0; 10], |account| tail(&account.id.to_string()))
    }

    /// Signs somebody up or in.
    fn come(&mut self, who: usize, is_sign_up: bool, is_right: bool) -> Call {
        let player = &mut self.players[who % (PEOPLE.len() + NEWCOMERS)];
        let wrong = "nobody@bolt.example".to_owned();
        if is_sign_up {
            let password = if is_right { PASSWORD } else { "short" };
            let form = json!({ "email": player.email, "name": " Jun\t", "password": password });
            return request::with_body("POST", "/v1/sign-up", &form);
        }
        player.sign_ins += 1;
        let may = is_right && !player.has_totp && player.sign_ins < SIGN_INS;
        let email = if may { player.email.clone() } else { wrong };
        let form = json!({ "email": email, "password": PASSWORD });
        request::with_body("POST", "/v1/sign-in", &form)
    }
}

async fn ask(server: &Server, call: &Call, cookie: &str) -> Answer {
    let query = if call.query.is_empty() { "" } else { "?" };
    let address = format!("{}{query}{}", call.path, call.query);
    let mut headers = vec![("hub-client", "test"), ("cookie", cookie)];
    headers.extend(
        call.headers
            .iter()
            .map(|(name, value)| (&name[..], &value[..])),
    );
    let body = Body::from(call.body.clone());
    server.ask(&call.method, &address, &headers, body).await
}

/// The part of an id that is chance.
fn tail(id: &str) -> [u8; 10] {
    let id: Id = id.parse().unwrap();
    std::array::from_fn(|at| id.as_bytes()[6 + at])
}

/// A body as JSON; browsers that were seen at one moment come in any order.
fn value(text: &str) -> Value {
    let mut value = serde_json::from_str(text).unwrap_or(Value::Null);
    if let Value::Object(fields) = &mut value
        && let Some(Value::Array(items)) = fields.get_mut("items")
        && items.iter().any(|item| item.get("agent").is_some())
    {
        items.sort_by_key(|item| item["id"].to_string());
    }
    value
}

/// Histories; more by hand.
fn cases() -> u32 {
    let asked = std::env::var("HUB_ONE_MARKET").ok();
    asked.and_then(|number| number.parse().ok()).unwrap_or(24)
}

proptest! {
    #![proptest_config(ProptestConfig {
        failure_persistence: None, max_shrink_iters: 200, ..ProptestConfig::with_cases(cases())
    })]

    #[test]
    fn the_demonstration_answers_as_the_server_does(history in prop::collection::vec(any::<Step>(), 1..90)) {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        runtime.block_on(async {
            let mut world = World::new().await;
            for (who, call) in history::beginning() {
                world.both(who, call).await;
                assert!(matches!(world.last, 200 | 201), "{} {:?}", world.last, world.sent.last());
            }
            for step in &history {
                world.take(step).await;
            }
        });
        clock::held::set(None);
    }
}
