//! Orders: one effect a key, a feed without gap or double, and everything in one transaction.

use domain::{Id, Text};
use market::{Command, CompanyForm, CompanyKind, DraftKind, Moment, Order, Refusal, Role};

use super::{Place, open};
use crate::{Store, StoreError, company::Receipt};

on_both!(
    what_is_ordered_is_kept_and_told,
    a_key_has_one_effect_for_ever,
    a_new_key_within_one_batch_has_one_effect,
    tenants_do_not_see_each_other,
    pages_end_where_the_next_begins,
    an_invitation_brings_somebody_in_once,
);

pub(super) fn id(number: u64) -> Id {
    Id::new(number, [7; 10])
}

pub(super) fn order(company: Id, by: Id, key: &str, command: Command) -> Order {
    Order {
        company,
        by,
        is_reviewer: false,
        has_second_factor: true,
        key: format!("key-{key:0>8}").parse().unwrap(),
        digest: [1; 32],
        at: Moment(1_000),
        command,
    }
}

pub(super) fn form() -> CompanyForm {
    let name = Text::new("Tuas Bolt", "大士螺栓");
    CompanyForm::check(
        CompanyKind::Supplier,
        ("uen", "202630832C"),
        name,
        Text::default(),
    )
    .unwrap()
}

pub(super) fn put(draft: Id, known: Option<u64>) -> Command {
    let content = r#"{"title":"螺栓"}"#.to_owned();
    Command::PutDraft {
        draft,
        kind: DraftKind::SourcingRequest,
        content,
        known,
    }
}

pub(super) async fn carry_out(store: &Store, order: Order) -> Result<Receipt, Refusal> {
    // As a client does that is told to come again.
    loop {
        match store.companies().carry_out(order.clone()).await {
            Err(StoreError::Busy | StoreError::Interrupted(_)) => tokio::task::yield_now().await,
            answer => return answer.unwrap(),
        }
    }
}

/// A company with its administrator.
pub(super) async fn found(store: &Store, company: Id, by: Id) {
    let founding = Command::FoundCompany(form());
    carry_out(store, order(company, by, "found", founding))
        .await
        .unwrap();
}

async fn what_is_ordered_is_kept_and_told(place: Place) {
    let store = open(&place).await;
    let (company, by) = (id(1), id(2));
    found(&store, company, by).await;
    let receipt = carry_out(&store, order(company, by, "a", put(id(3), None)))
        .await
        .unwrap();
    assert_eq!(
        receipt,
        Receipt {
            id: id(3),
            version: 1,
            is_replayed: false
        }
    );
    carry_out(&store, order(company, by, "b", put(id(3), Some(1))))
        .await
        .unwrap();
    store.close().await.unwrap();

    let store = open(&place).await;
    let (_, kept) = store.companies().find(company).await.unwrap().unwrap();
    assert_eq!((kept.form, kept.version), (form(), 1));
    assert_eq!(
        store
            .companies()
            .role(company, by, Moment(0))
            .await
            .unwrap(),
        Some(Role::Administrator)
    );
    let draft = store
        .companies()
        .draft(company, id(3))
        .await
        .unwrap()
        .unwrap();
    assert_eq!(
        (draft.version, &draft.content[..]),
        (2, r#"{"title":"螺栓"}"#)
    );
    let page = store.companies().changes(company, 0, 100).await.unwrap();
    let told: Vec<_> = page
        .items
        .iter()
        .map(|change| (change.number, change.notice.version))
        .collect();
    assert_eq!(told, [(1, 1), (2, 1), (3, 1), (4, 2)]);
    assert_eq!(
        store
            .companies()
            .changes(company, 3, 100)
            .await
            .unwrap()
            .items
            .len(),
        1
    );
    let audited = store.verify_audit().await.unwrap();
    assert_eq!((audited.entries, audited.first_bad), (3, None));
}

async fn a_key_has_one_effect_for_ever(place: Place) {
    let store = open(&place).await;
    let (company, by) = (id(1), id(2));
    found(&store, company, by).await;
    let same = || order(company, by, "a", put(id(3), None));
    let first = carry_out(&store, same()).await.unwrap();
    // At the same time, and so in the same batch.
    let (second, third) = tokio::join!(carry_out(&store, same()), carry_out(&store, same()));
    for again in [second, third] {
        assert_eq!(
            again,
            Ok(Receipt {
                is_replayed: true,
                ..first
            })
        );
    }
    let other = Order {
        digest: [2; 32],
        ..same()
    };
    assert_eq!(carry_out(&store, other).await, Err(Refusal::KeyReused));
    store.close().await.unwrap();
    let store = open(&place).await;
    assert!(carry_out(&store, same()).await.unwrap().is_replayed);
    assert_eq!(
        store
            .companies()
            .changes(company, 0, 100)
            .await
            .unwrap()
            .items
            .len(),
        3
    );
}

async fn a_new_key_within_one_batch_has_one_effect(place: Place) {
    let store = open(&place).await;
    let (company, by) = (id(1), id(2));
    found(&store, company, by).await;
    let tries = (0..32).map(|_| {
        let store = store.clone();
        tokio::spawn(
            async move { carry_out(&store, order(company, by, "a", put(id(3), None))).await },
        )
    });
    let mut fresh = 0;
    for answer in tries.collect::<Vec<_>>() {
        fresh += u32::from(!answer.await.unwrap().unwrap().is_replayed);
    }
    assert_eq!(fresh, 1);
}

async fn tenants_do_not_see_each_other(place: Place) {
    let store = open(&place).await;
    let (ours, we, theirs, they) = (id(1), id(2), id(3), id(4));
    found(&store, ours, we).await;
    found(&store, theirs, they).await;
    carry_out(&store, order(theirs, they, "a", put(id(9), None)))
        .await
        .unwrap();
    assert_eq!(
        store.companies().role(theirs, we, Moment(0)).await.unwrap(),
        None
    );
    assert_eq!(store.companies().draft(ours, id(9)).await.unwrap(), None);
    assert_eq!(
        carry_out(&store, order(theirs, we, "b", put(id(9), Some(1)))).await,
        Err(Refusal::NotFound)
    );
    // The same id in another company is another thing.
    let own = carry_out(&store, order(ours, we, "c", put(id(9), None)))
        .await
        .unwrap();
    assert_eq!(own.version, 1);
    assert_eq!(
        store
            .companies()
            .changes(ours, 0, 9)
            .await
            .unwrap()
            .items
            .len(),
        3
    );
}

async fn pages_end_where_the_next_begins(place: Place) {
    let store = open(&place).await;
    let (company, by) = (id(1), id(2));
    found(&store, company, by).await;
    for number in 10..17 {
        carry_out(
            &store,
            order(company, by, &number.to_string(), put(id(number), None)),
        )
        .await
        .unwrap();
    }
    let (mut seen, mut after) = (Vec::new(), None);
    loop {
        let page = store.companies().drafts(company, after, 3).await.unwrap();
        seen.extend(page.items.iter().map(|draft| draft.id));
        after = seen.last().copied();
        if !page.has_more {
            break;
        }
    }
    assert_eq!(seen, (10..17).map(id).collect::<Vec<_>>());
}

async fn an_invitation_brings_somebody_in_once(place: Place) {
    let store = open(&place).await;
    let (company, by, guest, invitation) = (id(1), id(2), id(3), id(4));
    found(&store, company, by).await;
    let email = "wei@bolt.sg".parse().unwrap();
    let invite = Command::Invite {
        invitation,
        email,
        role: Role::Trader,
        digest: [9; 32],
    };
    carry_out(&store, order(company, by, "a", invite))
        .await
        .unwrap();
    let accept = |digest| Command::Accept { invitation, digest };
    assert_eq!(
        carry_out(&store, order(company, guest, "b", accept([8; 32]))).await,
        Err(Refusal::NotFound)
    );
    carry_out(&store, order(company, guest, "c", accept([9; 32])))
        .await
        .unwrap();
    assert_eq!(
        store
            .companies()
            .role(company, guest, Moment(0))
            .await
            .unwrap(),
        Some(Role::Trader)
    );
    assert_eq!(
        carry_out(&store, order(company, id(5), "d", accept([9; 32]))).await,
        Err(Refusal::NotFound)
    );
    let remove = Command::RemoveMember { account: guest };
    carry_out(&store, order(company, by, "e", remove))
        .await
        .unwrap();
    assert_eq!(
        store
            .companies()
            .role(company, guest, Moment(0))
            .await
            .unwrap(),
        None
    );
}
