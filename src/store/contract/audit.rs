use super::{
    Place, change,
    market::{carry_out, found, id, order, put},
    open,
};
use crate::{AuditFault, Bad, Store, backend::Pool};

on_both!(
    the_first_bad_entry_is_named,
    a_log_cut_together_with_its_head_shows_in_the_seal,
    the_log_is_only_added_to,
);

/// Ten entries of one company: one founding and nine drafts.
async fn ten(store: &Store) {
    let (company, by) = (id(1), id(2));
    found(store, company, by).await;
    for number in 0..9 {
        carry_out(
            store,
            order(company, by, &number.to_string(), put(id(10 + number), None)),
        )
        .await
        .unwrap();
    }
}

async fn disarm(store: &Store) {
    let triggers: &[&'static str] = match store.writer {
        Pool::Sqlite(_) => &[
            "DROP TRIGGER audit_is_not_changed",
            "DROP TRIGGER audit_is_not_deleted",
        ],
        Pool::Postgres(_) => &["DROP TRIGGER audit_is_not_changed ON audit"],
    };
    for trigger in triggers {
        change(&store.writer, trigger).await.unwrap();
    }
}

/// What an intruder with the file in hand would do: no trigger stops them.
async fn tamper(place: &Place, statement: &'static str) -> Option<Bad> {
    let store = open(place).await;
    ten(&store).await;
    disarm(&store).await;
    assert_eq!(store.verify_audit().await.unwrap().first_bad, None);
    change(&store.writer, statement).await.unwrap();
    store.verify_audit().await.unwrap().first_bad
}

async fn the_first_bad_entry_is_named(place: Place) {
    let bad = |number, fault| {
        Some(Bad {
            tenant: id(1),
            number,
            fault,
        })
    };
    for (statement, expected) in [
        (
            "UPDATE audit SET action = 'drop_draft' WHERE number = 4",
            bad(4, AuditFault::Changed),
        ),
        (
            "UPDATE audit SET at = at + 1 WHERE number = 10",
            bad(10, AuditFault::Changed),
        ),
        (
            "UPDATE audit SET actor = object WHERE number = 7",
            bad(7, AuditFault::Changed),
        ),
        (
            "UPDATE audit SET hash = digest WHERE number = 2",
            bad(2, AuditFault::Changed),
        ),
        (
            "DELETE FROM audit WHERE number = 5",
            bad(5, AuditFault::Missing),
        ),
        (
            "DELETE FROM audit WHERE number = 1",
            bad(1, AuditFault::Missing),
        ),
        (
            "DELETE FROM audit WHERE number > 8",
            bad(9, AuditFault::Missing),
        ),
        (
            "UPDATE audit SET number = number + 100 WHERE number = 10",
            bad(10, AuditFault::Missing),
        ),
        ("UPDATE heads SET audit = 9", bad(10, AuditFault::Surplus)),
        ("DELETE FROM heads", bad(1, AuditFault::Surplus)),
    ] {
        assert_eq!(
            tamper(&place.another().await, statement).await,
            expected,
            "{statement}"
        );
    }
}

async fn a_log_cut_together_with_its_head_shows_in_the_seal(place: Place) {
    let store = open(&place).await;
    ten(&store).await;
    let sealed = store.verify_audit().await.unwrap();
    assert_eq!(store.verify_audit().await.unwrap(), sealed);
    disarm(&store).await;
    for statement in [
        "DELETE FROM audit WHERE number = 10",
        "UPDATE heads SET audit = 9, audit_hash = (SELECT hash FROM audit WHERE number = 9)",
    ] {
        change(&store.writer, statement).await.unwrap();
    }
    let cut = store.verify_audit().await.unwrap();
    assert_eq!(cut.first_bad, None);
    assert_ne!(cut.seal, sealed.seal);
}

async fn the_log_is_only_added_to(place: Place) {
    let store = open(&place).await;
    ten(&store).await;
    for statement in ["UPDATE audit SET at = 0", "DELETE FROM audit"] {
        assert!(change(&store.writer, statement).await.is_err());
    }
}
