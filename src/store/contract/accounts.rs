use market::{Email, Moment, session};

use super::{Place, market::id, open};
use crate::{
    Store,
    account::{Confirmation, Factor, NewAccount, NewSession, Rotation},
};

on_both!(
    an_address_has_one_account,
    a_session_is_found_by_its_token_until_it_ends,
    signing_in_again_ends_the_session_before,
    an_account_has_so_many_sessions_and_no_more,
    a_second_factor_is_good_once,
    another_password_ends_all_other_sessions,
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
