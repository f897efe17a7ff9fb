use std::collections::BTreeMap;

use market::Moment;
use proptest::prelude::*;

use super::*;

const NOW: Moment = Moment(1_800_000_000_000);

fn call(method: &str, path: &str, session: Option<domain::Id>) -> Call {
    Call {
        method: method.to_owned(),
        path: path.to_owned(),
        session,
        ..Call::default()
    }
}

fn ask(stage: &mut Stage, call: &Call) -> Answer {
    stage.handle(&Request {
        call,
        at: NOW,
        chance: [1; 10],
    })
}

/// Plays the person with this address.
fn play(stage: &mut Stage, email: &str) -> domain::Id {
    let person = stage
        .people()
        .into_iter()
        .find(|person| person.email.starts_with(email))
        .unwrap();
    let call = Call::default();
    // Sessions made at one moment differ by chance alone.
    let mut chance = [0; 10];
    chance.copy_from_slice(&person.account.as_bytes()[6..]);
    let request = Request {
        call: &call,
        at: NOW,
        chance,
    };
    let answer = stage.play(&request, person.account);
    assert_eq!(answer.status, 200, "{}", answer.text());
    answer.session.unwrap().unwrap()
}

/// All records of a stage, by their keys.
fn kept(stage: &mut Stage) -> BTreeMap<Vec<u8>, Vec<u8>> {
    let records = stage.changes().into_iter();
    records
        .map(|record| (record.key, record.value.unwrap()))
        .collect()
}

fn restore(kept: &BTreeMap<Vec<u8>, Vec<u8>>) -> Result<Option<Stage>, Damaged> {
    Stage::restore(kept.iter().map(|(key, value)| (&key[..], &value[..])))
}

#[test]
fn a_visitor_finds_a_buyer_suppliers_and_a_reviewer() {
    let people = Stage::seeded(NOW).people();
    let places = |kind, role| {
        people
            .iter()
            .flat_map(|person| &person.places)
            .filter(|place| (place.kind, place.role) == (kind, role))
            .count()
    };
    use api_types::{company::CompanyKind::*, member::Role::*};
    assert_eq!(
        (places(Buyer, Trader), places(Buyer, Administrator)),
        (1, 1)
    );
    assert_eq!(
        (places(Supplier, Administrator), places(Supplier, Trader)),
        (4, 4)
    );
    assert_eq!(places(Supplier, Viewer), 1);
    assert_eq!(people.iter().filter(|person| person.is_reviewer).count(), 1);
}

#[test]
fn nobody_of_the_seed_can_be_taken_for_real() {
    let mut stage = Stage::seeded(NOW);
    let reviewer = play(&mut stage, "ong.mei.xuan");
    let answer = ask(&mut stage, &call("GET", "/v1/companies", Some(reviewer)));
    let companies: api_types::company::Companies = serde_json::from_slice(&answer.body).unwrap();
    assert_eq!(companies.items.len(), 5);
    for company in companies.items {
        let number = &company.registration.number;
        assert!(
            number.starts_with("2099") || number.contains("DEM0DEM0"),
            "{number}"
        );
        assert!(company.name.en.ends_with("(demonstration)"));
        assert!(company.name.zh.ends_with("（演示）"));
    }
    for person in stage.people() {
        assert!(person.email.ends_with(".example"), "{}", person.email);
    }
}

#[test]
fn suppliers_have_goods_to_go_on_with() {
    let mut stage = Stage::seeded(NOW);
    for (email, shown) in [("tan.wei.ling", 7), ("goh.jun.ming", 4)] {
        let session = Some(play(&mut stage, email));
        let me = ask(&mut stage, &call("GET", "/v1/me", session));
        let me: api_types::account::Me = serde_json::from_slice(&me.body).unwrap();
        let base = format!("/v1/companies/{}", me.memberships[0].company);
        let mut get = |rest: &str| {
            let answer = ask(&mut stage, &call("GET", &format!("{base}{rest}"), session));
            serde_json::from_slice::<serde_json::Value>(&answer.body).unwrap()
        };
        let (drafts, listings) = (get("/drafts"), get("/listings"));
        let count = |list: &serde_json::Value| list["items"].as_array().unwrap().len();
        // The page, what is published, what is not, and what is not right.
        assert_eq!((count(&drafts), count(&listings)), (shown + 2, shown));
        let wrong = drafts["items"].as_array().unwrap().last().unwrap()["id"].clone();
        let put = Call {
            body: br#"{"draft":1}"#.to_vec(),
            headers: [
                ("content-type", "application/json"),
                ("idempotency-key", "a-key-of-a-test"),
            ]
            .map(|(name, value)| (name.to_owned(), value.to_owned()))
            .to_vec(),
            ..call(
                "PUT",
                &format!("{base}/listings/{}", wrong.as_str().unwrap()),
                session,
            )
        };
        let refused = ask(&mut stage, &put);
        assert_eq!(refused.status, 409);
        assert!(refused.text().contains("/cells/moq"), "{}", refused.text());
    }
}

#[test]
fn its_suppliers_are_those_of_the_catalogue() {
    let suppliers = include_str!("../catalogue/demonstration/suppliers.csv");
    for line in [
        "tuasbolt,209910101D,Tuas Bolt & Nut Centre,大士螺栓中心,",
        "kopi-junction,209932430D,Kopi Junction Roasters,咖啡交汇烘焙,",
        "merfix,209910238M,Merlion Stainless Fixings,鱼尾狮不锈钢紧固件,",
        "sinhuphuat,209910512E,Sin Hup Huat Hardware,新合发五金,",
    ] {
        assert!(suppliers.contains(line), "{line}");
    }
}

#[test]
fn what_needs_a_password_says_that_there_is_none() {
    let mut stage = Stage::seeded(NOW);
    let session = Some(play(&mut stage, "lin.yue"));
    for (method, path) in [
        ("POST", "/v1/me/totp"),
        ("PUT", "/v1/me/totp"),
        ("PUT", "/v1/me/password"),
    ] {
        let answer = ask(&mut stage, &call(method, path, session));
        assert_eq!(answer.status, 501);
        assert!(
            answer.text().contains("not_in_demonstration"),
            "{}",
            answer.text()
        );
    }
}

#[test]
fn a_person_is_played_in_one_session_of_a_browser() {
    let mut stage = Stage::seeded(NOW);
    let first = play(&mut stage, "lin.yue");
    let other = play(&mut stage, "tan.wei.ling");
    assert_ne!(first, other);
    assert_eq!(play(&mut stage, "lin.yue"), first);
    let me = ask(&mut stage, &call("GET", "/v1/me", Some(first)));
    assert!(
        me.text().contains("lin.yue@qianhai.example"),
        "{}",
        me.text()
    );
}

#[test]
fn what_was_kept_comes_back_and_nothing_is_kept_twice() {
    let mut stage = Stage::seeded(NOW);
    let mut records = kept(&mut stage);
    let session = Some(play(&mut stage, "lin.yue"));
    for record in stage.changes() {
        records.insert(record.key, record.value.unwrap());
    }
    assert!(stage.changes().is_empty());
    assert_eq!(
        restore(&BTreeMap::new()).map(|none| none.is_none()),
        Ok(true)
    );
    let mut back = restore(&records).unwrap().unwrap();
    assert_eq!(back.seal_bytes(), records[SEAL]);
    assert_eq!(back.people(), stage.people());
    let me = call("GET", "/v1/me", session);
    assert_eq!(ask(&mut back, &me), ask(&mut stage, &me));
    let seal = back.seal_bytes();
    ask(&mut back, &call("POST", "/v1/sign-out", session));
    assert_eq!(
        back.changes().len(),
        2,
        "the session that is gone, and the seal"
    );
    assert_ne!(back.seal_bytes(), seal);
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(200) })]

    #[test]
    fn no_damage_goes_unseen(record: prop::sample::Index, byte: prop::sample::Index, bit in 0u8..8, what in 0u8..4) {
        let mut stage = Stage::seeded(NOW);
        let mut records = kept(&mut stage);
        let key = records.keys().nth(record.index(records.len())).unwrap().clone();
        let value = records.get_mut(&key).unwrap();
        match what {
            0 => { records.remove(&key); }
            1 => { value.pop(); }
            2 => {
                let at = byte.index(value.len());
                value[at] ^= 1 << bit;
            }
            _ => {
                let value = value.clone();
                records.insert([&key[..], &[1]].concat(), value);
            }
        }
        prop_assert!(restore(&records).is_err());
    }

    #[test]
    fn any_call_is_answered(
        method in "GET|PUT|POST|PATCH|DELETE|[A-Z]{0,5}",
        line in 0usize..market::access::TABLE.len(),
        parts in prop::collection::vec("[^/]{0,40}", 8),
        query in "((after|limit|company)=[0-9a-f%-]{0,36}&){0,3}",
        headers in prop::collection::vec(("if-match|if-none-match|idempotency-key|content-type|hub-account", "\\PC{0,20}"), 0..4),
        body in "\\PC{0,60}".prop_map(String::into_bytes),
    ) {
        let mut stage = Stage::seeded(NOW);
        let session = Some(play(&mut stage, "chen.hao"));
        let mut parts = parts.iter();
        let segments = market::access::TABLE[line].path.split('/').map(|segment| match parts.next() {
            Some(part) if segment.starts_with('{') => part.as_str(),
            _ => segment,
        });
        let path = segments.collect::<Vec<_>>().join("/");
        let call = Call { method, path, query, headers, body, session };
        let answer = ask(&mut stage, &call);
        prop_assert_eq!(answer.is_problem, answer.status >= 400);
        prop_assert!(answer.body.is_empty() || serde_json::from_slice::<serde_json::Value>(&answer.body).is_ok());
    }
}
