//! What happens: a few numbers a step, out of which a request is made that makes sense more often than not.

use domain::Id;
use proptest::{arbitrary::any, prelude::*};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use stage::Call;

use super::{
    BEGIN, World, deals, goods, orders,
    request::{plain, with, with_body},
};

/// Few of each, so that people meet.
pub(super) const COMPANIES: u8 = 3;
const INVITATIONS: u8 = 4;
pub(super) const DRAFTS: u8 = 5;

#[derive(Clone, Debug)]
pub(super) struct Step {
    pub(super) what: u8,
    who: u8,
    company: u8,
    pub(super) thing: u8,
    pub(super) form: u8,
    pub(super) version: u8,
    key: u16,
    slip: u8,
    time: u8,
}

impl Arbitrary for Step {
    type Parameters = ();
    type Strategy = BoxedStrategy<Self>;

    fn arbitrary_with((): ()) -> Self::Strategy {
        (any::<[u8; 8]>(), any::<u16>())
            .prop_map(
                |([what, who, company, thing, form, version, slip, time], key)| Self {
                    what,
                    who,
                    company,
                    thing,
                    form,
                    version,
                    key,
                    slip,
                    time,
                },
            )
            .boxed()
    }
}

pub(super) fn id(kind: u8, number: u8) -> Id {
    let mut chance = [kind; 10];
    chance[9] = number;
    Id::new(BEGIN, chance)
}

fn secret(number: u8) -> String {
    format!("a secret of guest {number}")
}

/// How every history begins: two companies, one of them with three people in it and something to show.
pub(super) fn beginning() -> Vec<(usize, Call)> {
    let company = |number| format!("/v1/companies/{}", id(1, number));
    let form = json!({
        "kind": "supplier", "registration": { "scheme": "uen", "number": "202630832C" },
        "name": { "en": "Bolt", "zh": "" }, "about": { "en": "", "zh": "" },
    });
    let found = |number| with_body("PUT", &company(number), &form);
    let place = |number| format!("{}/invitations/{}", company(0), id(2, number));
    let invite = |number, role: &str| {
        let hash = hash(number);
        let form = json!({ "email": "a@b.example", "role": role, "secret_hash": hash });
        with_body("PUT", &place(number), &form)
    };
    let accept = |number| {
        let path = format!("{}/acceptance", place(number));
        with_body("POST", &path, &json!({ "secret": secret(number) }))
    };
    let calls = [
        (0, found(0)),
        (3, found(1)),
        (0, invite(0, "trader")),
        (1, accept(0)),
        (0, invite(1, "viewer")),
        (2, accept(1)),
        (0, invite(2, "administrator")),
    ];
    let shown = goods::beginning(id(1, 0)).into_iter().map(|call| (0, call));
    let asked = deals::beginning(id(1, 1), id(1, 0));
    let ordered = orders::beginning(id(1, 1), id(1, 0));
    let calls = calls.into_iter().chain(shown).chain(asked).chain(ordered);
    let calls = calls.enumerate();
    let keyed = calls.map(|(number, (who, call))| {
        (
            who,
            with(call, "idempotency-key", &format!("beginning-{number}")),
        )
    });
    keyed.collect()
}

/// SHA-256 of a guest's secret, as an invitation has it.
fn hash(number: u8) -> String {
    let hash = Sha256::digest(secret(number));
    hash.iter().map(|byte| format!("{byte:02x}")).collect()
}

impl Step {
    /// Milliseconds since the step before: none most often, then minutes, then more than sessions or invitations last.
    pub(super) fn passes(&self) -> u64 {
        match self.time {
            0..238 => 0,
            238..246 => 60_000,
            246..252 => 16 * 60_000,
            252 | 253 => 2 * 24 * 3_600_000,
            254 => 4 * 24 * 3_600_000,
            255 => 15 * 24 * 3_600_000,
        }
    }

    /// Whether whoever asks comes in first, if they are not there.
    pub(super) fn revives(&self) -> bool {
        self.slip > 60
    }

    /// Who asks, and what. Whoever is no player is a stranger.
    pub(super) fn request(&self, world: &mut World) -> (usize, Call) {
        // Those who are most likely of the company, and now and then anybody.
        let who = match (self.who, self.company % COMPANIES) {
            (0..100, 0) | (100..150, 2) => 0,
            (100..150, 0 | 1) => 1,
            (0..100, 1) => 3,
            (0..100, 2) => 2,
            _ => usize::from(self.who) % (world.players.len() + 1),
        };
        if self.slip < 12 && !world.sent.is_empty() {
            // The same once more, by whoever sent it or by another.
            let (by, call) = world.sent[usize::from(self.key) % world.sent.len()].clone();
            // A second sign-in is not the same: its answer has a session of its own.
            if call.path != "/v1/sign-in" && call.path != "/v1/sign-up" {
                let who = if self.slip < 8 { by } else { who };
                return (who, call);
            }
        }
        let call = self.call(world, who);
        (who, self.slipped(world, call))
    }

    fn call(&self, world: &mut World, who: usize) -> Call {
        let company = id(1, self.company % COMPANIES);
        let account = {
            let player = usize::from(self.thing) % world.players.len();
            world.players[player].account.unwrap_or(id(4, self.thing))
        };
        let base = format!("/v1/companies/{company}");
        let invitation = format!("{base}/invitations/{}", id(2, self.thing % INVITATIONS));
        let draft = format!("{base}/drafts/{}", id(3, self.thing % DRAFTS));
        match self.what % 96 {
            0..3 => self.deed(with_body("PUT", &base, &self.company_form()), false),
            3 => self.deed(with_body("PATCH", &base, &self.company_form()), true),
            4 => self.tagged(plain("GET", &base)),
            5 => self.paged("/v1/companies"),
            6 => self.paged(&format!("{base}/members")),
            7 | 8 => {
                let path = format!("{base}/members/{account}");
                self.deed(
                    with_body("PUT", &path, &json!({ "role": self.role() })),
                    true,
                )
            }
            9 => self.deed(plain("DELETE", &format!("{base}/members/{account}")), false),
            10 => self.paged(&format!("{base}/invitations")),
            11..14 => self.deed(
                with_body("PUT", &invitation, &self.invitation_form()),
                false,
            ),
            14 => self.deed(plain("DELETE", &invitation), false),
            15..18 => {
                let path = format!("{invitation}/acceptance");
                let form = json!({ "secret": secret(if self.form < 200 { self.thing % 3 } else { self.form % 3 }) });
                self.deed(with_body("POST", &path, &form), false)
            }
            18..22 => self.deed(
                with_body("PUT", &draft, &self.draft_form()),
                self.form.is_multiple_of(2),
            ),
            22 if self.form.is_multiple_of(2) => {
                let path = format!("{base}/drafts");
                self.deed(with_body("POST", &path, &self.products_form()), false)
            }
            22 => self.tagged(plain("GET", &draft)),
            23 => self.paged(&format!("{base}/drafts")),
            24 => self.deed(plain("DELETE", &draft), true),
            25 | 26 => self.feed(company),
            27 => plain("GET", "/v1/me"),
            28 => plain("GET", "/v1/me/sessions"),
            29 if self.thing < 64 => match self.form % 4 {
                0 => plain("POST", "/v1/sign-out"),
                _ => {
                    let own = world
                        .players
                        .get(usize::from(self.thing))
                        .or(world.players.get(who));
                    let session = own.and_then(|player| player.session).unwrap_or(id(5, 0));
                    plain("DELETE", &format!("/v1/me/sessions/{session}"))
                }
            },
            80.. => orders::call(self, company),
            52.. => deals::call(self, company),
            32.. => goods::call(self, company),
            30 => world.come(who, true, !self.form.is_multiple_of(4)),
            _ => {
                let call = world.come(who, false, !self.form.is_multiple_of(4));
                with(call, "user-agent", "Mozilla/5.0 (a test)")
            }
        }
    }

    /// With a key, and a version where it is about something that is there.
    pub(super) fn deed(&self, call: Call, is_of_a_version: bool) -> Call {
        let call = with(call, "idempotency-key", &format!("key-{:05}", self.key));
        if is_of_a_version && self.version < 240 {
            return with(call, "if-match", &format!("\"{}\"", self.seen()));
        }
        call
    }

    pub(super) fn seen(&self) -> u8 {
        [1, 1, 1, 2, 2, 3][usize::from(self.version % 6)]
    }

    pub(super) fn tagged(&self, call: Call) -> Call {
        match self.form % 3 {
            0 => with(
                call,
                "if-none-match",
                &format!("W/\"9\", \"{}\"", self.seen()),
            ),
            _ => call,
        }
    }

    pub(super) fn paged(&self, path: &str) -> Call {
        let after = match self.version % 4 {
            0 => format!("after={}", id(1, self.thing % 4)),
            1 => format!("after={}", id(2, self.thing % 4)),
            2 => format!("after={}", id(3, self.thing % 4)),
            _ => String::new(),
        };
        let limit = ["", "limit=1", "limit=2", "limit=200"][usize::from(self.form % 4)];
        let query = [limit, &after].into_iter().filter(|part| !part.is_empty());
        Call {
            query: query.collect::<Vec<_>>().join("&"),
            ..plain("GET", path)
        }
    }

    fn feed(&self, company: Id) -> Call {
        let after = self.version % 8;
        let limit = ["", "&limit=1", "&limit=3", "&limit=200"][usize::from(self.form % 4)];
        Call {
            query: format!("company={company}&after={after}{limit}"),
            ..plain("GET", "/v1/changes")
        }
    }

    fn role(&self) -> &'static str {
        ["viewer", "trader", "administrator"][usize::from(self.form % 3)]
    }

    fn company_form(&self) -> Value {
        let registration = match self.form % 8 {
            0 => ("uen", "202630832D"),
            1 => ("uen", "20263083-C"),
            2 | 3 => ("uscc", "91350100M000100Y43"),
            _ => ("uen", "202630832C"),
        };
        let name = match self.form / 8 % 8 {
            0 => String::new(),
            1 => "b".repeat(121),
            _ => " Tuas\tBolt ".to_owned(),
        };
        json!({
            "kind": if self.form < 128 { "buyer" } else { "supplier" },
            "registration": { "scheme": registration.0, "number": registration.1 },
            "name": { "en": name, "zh": "" },
            "about": { "en": "Bolts\nand nuts", "zh": "螺栓\u{202e}" },
        })
    }

    fn invitation_form(&self) -> Value {
        let hash = hash(self.thing % 3);
        let (email, hash) = match self.version {
            0..8 => ("nobody".to_owned(), "x".to_owned()),
            8..16 => ("Wei@Bolt.Example".to_owned(), hash.to_uppercase()),
            _ => ("Wei@Bolt.Example".to_owned(), hash),
        };
        json!({ "email": email, "role": self.role(), "secret_hash": hash })
    }

    fn draft_form(&self) -> Value {
        let title = match self.version {
            0..4 => "螺".repeat(70_000),
            4..6 => "x".repeat(270_000),
            _ => format!("M{}", self.version),
        };
        let kind = ["sourcing_request", "product", "profile"][usize::from(self.form % 3)];
        json!({ "kind": kind, "content": { "title": title, "cells": { "b": 1, "a": [null, 1.5] } } })
    }

    /// Two rows, that may be one and the same.
    fn products_form(&self) -> Value {
        let known = (self.version < 128).then(|| self.seen());
        let row = |number: u8, known: Option<u8>| {
            let mut row = json!({ "id": id(3, number % DRAFTS), "content": { "cells": {} } });
            if let Some(known) = known {
                row["known"] = json!(known);
            }
            row
        };
        json!({ "products": [row(self.thing, known), row(self.thing / 16, None)] })
    }

    /// Now and then something is wrong with a request.
    fn slipped(&self, world: &World, mut call: Call) -> Call {
        let mut without = |name: &str| call.headers.retain(|(other, _)| other != name);
        match self.slip {
            20 => without("idempotency-key"),
            21 => without("content-type"),
            22 => {
                without("idempotency-key");
                return with(call, "idempotency-key", "short");
            }
            23 => {
                without("if-match");
                return with(call, "if-match", "W/\"1\"");
            }
            24 => call.body.push(b'x'),
            25 => reword(&mut call, |text| text.replacen('{', "{\"more\":1,", 1)),
            26 => reword(&mut call, |text| {
                text.replacen(":\"", ":[\"", 1).replacen("\",", "\"],", 1)
            }),
            27 => call.method = "POST".to_owned(),
            28 => call.path.push('/'),
            29 => call.path = call.path.replacen("01", "0g", 1),
            30 => call.query.push_str("&limit=0"),
            31 => call.query.push_str("&limit=201"),
            32 => call.query.push_str("&after=x"),
            33 => call.query = "limit=1&limit=2".to_owned(),
            34 => call.query.push_str("&more=1"),
            35 => call.query = "limit=".to_owned(),
            36 => {
                let player = &world.players[usize::from(self.thing) % world.players.len()];
                let account = player.account.unwrap_or(id(4, 0)).to_string();
                return with(call, "hub-account", &account);
            }
            37 => return with(call, "hub-account", "nobody"),
            38 => call.body.clear(),
            39 => call.path = "/v1/nowhere".to_owned(),
            _ => (),
        }
        call
    }
}

/// Writes a body of text differently.
fn reword(call: &mut Call, how: impl Fn(&str) -> String) {
    if let Ok(text) = str::from_utf8(&call.body) {
        call.body = how(text).into_bytes();
    }
}
