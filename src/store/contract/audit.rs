use super::{
    Folder,
    market::{carry_out, found, id, order, put},
    open,
};
use crate::{AuditFault, Bad, Store};

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

/// What an intruder with the file in hand would do: no trigger stops them.
async fn tamper(statement: &'static str) -> Option<Bad> {
    let folder = Folder::new();
    let store = open(&folder).await;
    ten(&store).await;
    for trigger in [
        "DROP TRIGGER audit_is_not_changed",
        "DROP TRIGGER audit_is_not_deleted",
    ] {
        sqlx::query(trigger).execute(&store.writer).await.unwrap();
    }
    assert_eq!(store.verify_audit().await.unwrap().first_bad, None);
    sqlx::query(statement).execute(&store.writer).await.unwrap();
    store.verify_audit().await.unwrap().first_bad
}

#[tokio::test]
async fn the_first_bad_entry_is_named() {
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
        assert_eq!(tamper(statement).await, expected, "{statement}");
    }
}

#[tokio::test]
async fn a_log_cut_together_with_its_head_shows_in_the_seal() {
    let folder = Folder::new();
    let store = open(&folder).await;
    ten(&store).await;
    let sealed = store.verify_audit().await.unwrap();
    assert_eq!(store.verify_audit().await.unwrap(), sealed);
    for statement in [
        "DROP TRIGGER audit_is_not_deleted",
        "DELETE FROM audit WHERE number = 10",
        "UPDATE heads SET audit = 9, audit_hash = (SELECT hash FROM audit WHERE number = 9)",
    ] {
        sqlx::query(statement).execute(&store.writer).await.unwrap();
    }
    let cut = store.verify_audit().await.unwrap();
    assert_eq!(cut.first_bad, None);
    assert_ne!(cut.seal, sealed.seal);
}

#[tokio::test]
async fn the_log_is_only_added_to() {
    let folder = Folder::new();
    let store = open(&folder).await;
    ten(&store).await;
    for statement in ["UPDATE audit SET at = 0", "DELETE FROM audit"] {
        assert!(sqlx::query(statement).execute(&store.writer).await.is_err());
    }
}
