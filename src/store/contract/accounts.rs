use market::{Email, Moment, session};

use super::{Place, market::id, open};
use crate::{
    Store,
    account::{
        AddedPasskey, Ceremony, Confirmation, Factor, NewAccount, NewSession, Passkey, Rotation,
    },
};

on_both!(
    an_address_has_one_account,
    a_session_is_found_by_its_token_until_it_ends,
    signing_in_again_ends_the_session_before,
    an_account_has_so_many_sessions_and_no_more,
    a_second_factor_is_good_once,
    another_password_ends_all_other_sessions,
    a_ceremony_is_answered_once_and_by_whom_it_is_for,
    the_first_passkey_brings_recovery_codes,
);

fn email() -> Email {
    "wei@bolt.sg".parse().unwrap()
}

async fn create(store: &Store) -> bool {
    let (password, name) = ("$argon2id$…".to_owned(), "Wei".to_owned());
    let account = NewAccount {
        id: id(1),
        email: email(),
        name,
        password,
        at: Moment(5),
    };
    store.accounts().create(account).await.unwrap()
}

fn session(number: u8, at: u64, factor: Factor) -> NewSession {
    NewSession {
        account: id(1),
        id: id(100 + u64::from(number)),
        digest: [number; 32],
        at: Moment(at),
        agent: "Firefox".to_owned(),
        factor,
        instead_of: None,
    }
}

async fn an_address_has_one_account(place: Place) {
    let store = open(&place).await;
    assert!(create(&store).await);
    let account = store.accounts().by_email(&email()).await.unwrap().unwrap();
    let again = NewAccount {
        id: id(2),
        email: email(),
        name: "Other".into(),
        password: "other".into(),
        at: Moment(6),
    };
    assert!(!store.accounts().create(again).await.unwrap());
    assert!(store.accounts().by_email(&email()).await.unwrap() == Some(account));
}

async fn a_session_is_found_by_its_token_until_it_ends(place: Place) {
    let store = open(&place).await;
    create(&store).await;
    assert!(
        store
            .accounts()
            .open(session(1, 10, Factor::None))
            .await
            .unwrap()
    );
    let found = store
        .accounts()
        .session(&[1; 32], Moment(0))
        .await
        .unwrap()
        .unwrap();
    assert_eq!((found.account, found.has_second_factor), (id(1), false));
    store.accounts().seen([1; 32], Moment(99)).await.unwrap();
    assert_eq!(
        store
            .accounts()
            .session(&[1; 32], Moment(0))
            .await
            .unwrap()
            .unwrap()
            .seen_at,
        Moment(99)
    );
    // Not somebody else's to end.
    assert!(
        !store
            .accounts()
            .end(id(2), found.id, Moment(100))
            .await
            .unwrap()
    );
    assert!(
        store
            .accounts()
            .end(id(1), found.id, Moment(100))
            .await
            .unwrap()
    );
    assert_eq!(
        store.accounts().session(&[1; 32], Moment(0)).await.unwrap(),
        None
    );
}

async fn signing_in_again_ends_the_session_before(place: Place) {
    let store = open(&place).await;
    create(&store).await;
    store
        .accounts()
        .open(session(1, 10, Factor::None))
        .await
        .unwrap();
    let next = NewSession {
        instead_of: Some([1; 32]),
        ..session(2, 11, Factor::None)
    };
    store.accounts().open(next).await.unwrap();
    assert_eq!(
        store.accounts().session(&[1; 32], Moment(0)).await.unwrap(),
        None
    );
    assert_eq!(store.accounts().sessions(id(1)).await.unwrap().len(), 1);
}

async fn an_account_has_so_many_sessions_and_no_more(place: Place) {
    let store = open(&place).await;
    create(&store).await;
    for number in 1..=25 {
        store
            .accounts()
            .open(session(number, u64::from(number), Factor::None))
            .await
            .unwrap();
    }
    let kept = store.accounts().sessions(id(1)).await.unwrap();
    assert_eq!(kept.len(), session::MOST);
    assert_eq!(kept[0].seen_at, Moment(25));
    assert_eq!(
        store.accounts().session(&[5; 32], Moment(0)).await.unwrap(),
        None
    );
}

async fn a_second_factor_is_good_once(place: Place) {
    let store = open(&place).await;
    create(&store).await;
    store
        .accounts()
        .open(session(1, 10, Factor::None))
        .await
        .unwrap();
    store
        .accounts()
        .open(session(2, 10, Factor::None))
        .await
        .unwrap();
    store
        .accounts()
        .offer_totp(id(1), vec![3; 20])
        .await
        .unwrap();
    let confirmation = |secret| Confirmation {
        account: id(1),
        secret,
        step: 50,
        recovery: vec![[6; 32], [7; 32]],
        session: Rotation {
            from: [1; 32],
            to: [4; 32],
        },
        at: Moment(20),
    };
    assert!(
        !store
            .accounts()
            .confirm_totp(confirmation(vec![2; 20]))
            .await
            .unwrap()
    );
    assert!(
        store
            .accounts()
            .confirm_totp(confirmation(vec![3; 20]))
            .await
            .unwrap()
    );
    // The token was replaced, and the other session has ended.
    let sessions = store.accounts().sessions(id(1)).await.unwrap();
    assert_eq!(sessions.len(), 1);
    assert!(
        store
            .accounts()
            .session(&[4; 32], Moment(0))
            .await
            .unwrap()
            .unwrap()
            .has_second_factor
    );
    let open = async |number, factor| {
        store
            .accounts()
            .open(session(number, 30, factor))
            .await
            .unwrap()
    };
    assert!(
        !open(5, Factor::Step(50)).await,
        "the code that confirmed is used up"
    );
    assert!(open(5, Factor::Step(51)).await);
    assert!(!open(6, Factor::Step(51)).await);
    assert!(open(6, Factor::Recovery([6; 32])).await);
    assert!(!open(7, Factor::Recovery([6; 32])).await);
    assert_eq!(
        store.accounts().session(&[7; 32], Moment(0)).await.unwrap(),
        None
    );
}

async fn another_password_ends_all_other_sessions(place: Place) {
    let store = open(&place).await;
    create(&store).await;
    store
        .accounts()
        .open(session(1, 10, Factor::None))
        .await
        .unwrap();
    store
        .accounts()
        .open(session(2, 10, Factor::None))
        .await
        .unwrap();
    let rotation = Rotation {
        from: [1; 32],
        to: [3; 32],
    };
    let accounts = store.accounts();
    let changed = accounts
        .change_password(id(1), "new".into(), rotation, Moment(11))
        .await;
    changed.unwrap();
    for (token, there) in [(1, false), (2, false), (3, true)] {
        let found = store
            .accounts()
            .session(&[token; 32], Moment(0))
            .await
            .unwrap();
        assert_eq!(found.is_some(), there, "{token}");
    }
    assert_eq!(store.verify_audit().await.unwrap().first_bad, None);
}

async fn a_ceremony_is_answered_once_and_by_whom_it_is_for(place: Place) {
    let store = open(&place).await;
    let accounts = store.accounts();
    let begin = async |number, account| {
        let ceremony = Ceremony {
            id: id(number),
            account,
            state: "state".to_owned(),
            expires_at: Moment(100),
        };
        accounts.begin_ceremony(ceremony, Moment(1)).await.unwrap();
    };
    let take = async |number, account, now| {
        let state = accounts
            .take_ceremony(id(number), account, Moment(now))
            .await;
        state.unwrap().is_some()
    };
    begin(1, Some(id(7))).await;
    assert!(!take(1, None, 50).await);
    assert!(!take(1, Some(id(8)), 50).await);
    assert!(!take(1, Some(id(7)), 100).await);
    assert!(take(1, Some(id(7)), 99).await);
    assert!(!take(1, Some(id(7)), 99).await);
    begin(2, None).await;
    assert!(take(2, None, 50).await);
}

async fn the_first_passkey_brings_recovery_codes(place: Place) {
    let store = open(&place).await;
    create(&store).await;
    let accounts = store.accounts();
    let add = async |number: u8, recovery: u8| {
        let added = AddedPasskey {
            account: id(1),
            passkey: Passkey {
                id: id(u64::from(number)),
                credential: vec![number],
                name: "Phone".to_owned(),
                passkey: "{}".to_owned(),
                made_at: Moment(9),
                used_at: None,
            },
            recovery: vec![[recovery; 32]],
            session: Rotation {
                from: [0; 32],
                to: [1; 32],
            },
        };
        accounts.add_passkey(added).await.unwrap()
    };
    let opens = async |number, factor| accounts.open(session(number, 10, factor)).await.unwrap();
    assert!(
        !accounts
            .by_id(id(1))
            .await
            .unwrap()
            .unwrap()
            .has_second_factor()
    );
    assert_eq!(add(1, 1).await, Some(true));
    assert!(
        accounts
            .by_id(id(1))
            .await
            .unwrap()
            .unwrap()
            .has_second_factor()
    );
    assert_eq!(add(2, 2).await, Some(false));
    // The same credential again.
    assert_eq!(add(2, 2).await, None);
    assert!(!opens(1, Factor::Recovery([2; 32])).await);
    assert!(opens(1, Factor::Recovery([1; 32])).await);
    let shown = |passkey| Factor::Passkey {
        id: id(passkey),
        passkey: "{1}".to_owned(),
    };
    assert!(opens(2, shown(2)).await);
    let kept = accounts.passkeys(id(1)).await.unwrap();
    let used: Vec<_> = kept
        .iter()
        .map(|key| (&*key.passkey, key.used_at))
        .collect();
    assert_eq!(used, [("{}", None), ("{1}", Some(Moment(10)))]);
    let rotation = Rotation {
        from: [2; 32],
        to: [3; 32],
    };
    assert!(
        accounts
            .remove_passkey(id(1), id(2), rotation, Moment(11))
            .await
            .unwrap()
    );
    assert!(
        !accounts
            .remove_passkey(id(1), id(2), rotation, Moment(11))
            .await
            .unwrap()
    );
    assert!(!opens(4, shown(2)).await);
}
