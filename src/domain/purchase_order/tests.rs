use proptest::prelude::*;

use super::*;
use crate::{Currency, Date, Id, Side, Text};
use Side::{Buyer, Supplier};

const TODAY: &str = "2026-11-23";

fn day(text: &str) -> Date {
    text.parse().unwrap()
}

fn line(number: u8) -> Id {
    Id::from_bytes([number; 16])
}

/// Ten of the first line, and two and a half of the second.
fn agreed() -> Agreed {
    let one = |number, quantity: &str, lead_time_days| AgreedLine {
        line: line(number),
        product: String::new(),
        words: Text::new("bolts", "螺栓"),
        alternative: String::new(),
        note: String::new(),
        quantity: quantity.parse().unwrap(),
        unit: "C62".parse().unwrap(),
        price: "0.3350".parse().unwrap(),
        lead_time_days,
    };
    Agreed {
        lines: vec![one(1, "10", 7), one(2, "2.5", 14)],
        currency: Currency::Sgd,
        incoterm: None,
        place: String::new(),
        destination: None,
        needed_by: None,
        payment: String::new(),
        certificates: Vec::new(),
        asked: String::new(),
        note: String::new(),
    }
}

fn goods(lines: &[(u8, &str)]) -> Vec<ShippedLine> {
    let one = |(number, quantity): &(u8, &str)| ShippedLine {
        line: line(*number),
        quantity: quantity.parse().unwrap(),
    };
    lines.iter().map(one).collect()
}

fn ship(lines: &[(u8, &str)]) -> Step {
    Step::Ship(Dispatch {
        lines: goods(lines),
        carrier: "COSCO".into(),
        tracking: "COSU6412345670".into(),
        on: day(TODAY),
        note: String::new(),
    })
}

fn receive(shipment: u32) -> Step {
    let note = String::new();
    Step::Receive { shipment, note }
}

fn cancel() -> Step {
    let reason = "too late".into();
    Step::Cancel { reason }
}

fn claim(lines: &[(u8, &str)]) -> Step {
    Step::Claim(ClaimForm {
        reason: ClaimReason::Damaged,
        lines: goods(lines),
        wanted: Remedy::Replace,
        amount: None,
        words: "crushed".into(),
    })
}

fn answer(claim: u32) -> Step {
    let answer = ClaimAnswer {
        remedy: Some(Remedy::Replace),
        amount: None,
        words: "on the next ship".into(),
    };
    Step::AnswerClaim { claim, answer }
}

fn review() -> Step {
    let stars = |count: u8| Stars::try_from(count).unwrap();
    Step::Review(Review {
        goods: stars(5),
        delivery: stars(4),
        service: stars(5),
        words: String::new(),
    })
}

/// One step of every kind.
fn steps() -> [Step; 14] {
    [
        Step::Confirm,
        Step::Produce,
        ship(&[(1, "10")]),
        receive(1),
        Step::Complete,
        cancel(),
        Step::AgreeToCancel,
        Step::KeepOrder,
        claim(&[(1, "1")]),
        answer(1),
        Step::SettleClaim { claim: 1 },
        Step::WithdrawClaim { claim: 1 },
        Step::RenewPayee,
        review(),
    ]
}

fn take(life: &OrderLife, side: Side, step: Step) -> Result<OrderLife, StepError> {
    life.after(side, step, &agreed(), day(TODAY))
}

/// After these, each of which is taken.
fn after(steps: &[(Side, Step)]) -> OrderLife {
    let mut life = OrderLife::default();
    for (side, step) in steps {
        life = take(&life, *side, step.clone())
            .unwrap_or_else(|why| panic!("{why} {step:?} {life:?}"));
    }
    life
}

/// An order in every state that matters for what may be done, by name.
fn lives() -> Vec<(&'static str, OrderLife)> {
    let confirmed = vec![(Supplier, Step::Confirm)];
    let part = [&confirmed[..], &[(Supplier, ship(&[(1, "10")]))]].concat();
    let all = [&part[..], &[(Supplier, ship(&[(2, "2.5")]))]].concat();
    let received = [&all[..], &[(Buyer, receive(1)), (Buyer, receive(2))]].concat();
    let claimed = [&received[..], &[(Buyer, claim(&[(1, "1")]))]].concat();
    let answered = [&claimed[..], &[(Supplier, answer(1))]].concat();
    let completed = [&received[..], &[(Buyer, Step::Complete)]].concat();
    let with = |steps: &[(Side, Step)], more: &[(Side, Step)]| after(&[steps, more].concat());
    vec![
        ("placed", after(&[])),
        ("confirmed", after(&confirmed)),
        ("cancel by buyer", with(&confirmed, &[(Buyer, cancel())])),
        (
            "cancel by supplier",
            with(&confirmed, &[(Supplier, cancel())]),
        ),
        (
            "in production",
            with(&confirmed, &[(Supplier, Step::Produce)]),
        ),
        ("part shipped", after(&part)),
        ("all shipped", after(&all)),
        ("received", after(&received)),
        ("claimed", after(&claimed)),
        ("answered", after(&answered)),
        ("completed", after(&completed)),
        ("reviewed", with(&completed, &[(Buyer, review())])),
        ("cancelled", with(&[], &[(Buyer, cancel())])),
    ]
}

#[test]
fn every_state_takes_these_steps_of_each_side_and_no_others() {
    use StepKind::*;

    let expected: &[(&str, &[StepKind], &[StepKind])] = &[
        ("placed", &[Cancel], &[Confirm, Cancel, RenewPayee]),
        ("confirmed", &[Cancel], &[Produce, Ship, Cancel, RenewPayee]),
        (
            "cancel by buyer",
            &[KeepOrder],
            &[AgreeToCancel, KeepOrder, RenewPayee],
        ),
        (
            "cancel by supplier",
            &[AgreeToCancel, KeepOrder],
            &[KeepOrder, RenewPayee],
        ),
        ("in production", &[Cancel], &[Ship, Cancel, RenewPayee]),
        (
            "part shipped",
            &[Receive, Cancel, Claim],
            &[Ship, Cancel, RenewPayee],
        ),
        ("all shipped", &[Receive, Claim], &[RenewPayee]),
        ("received", &[Complete, Claim], &[RenewPayee]),
        (
            "claimed",
            &[Claim, WithdrawClaim],
            &[AnswerClaim, RenewPayee],
        ),
        (
            "answered",
            &[Claim, SettleClaim, WithdrawClaim],
            &[AnswerClaim, RenewPayee],
        ),
        ("completed", &[Claim, Review], &[]),
        ("reviewed", &[Claim], &[]),
        ("cancelled", &[], &[]),
    ];
    let lives = lives();
    assert_eq!(lives.len(), expected.len());
    for ((name, life), (of, by_buyer, by_supplier)) in lives.iter().zip(expected) {
        assert_eq!(name, of);
        for (side, may) in [(Buyer, by_buyer), (Supplier, by_supplier)] {
            for step in steps() {
                let kind = step.kind();
                let is_allowed = may.contains(&kind);
                assert_eq!(
                    life.may(side, kind, &agreed()),
                    is_allowed,
                    "{name} {side:?} {kind:?}"
                );
                let taken = take(life, side, step);
                if is_allowed {
                    // Only what it is done with may still be wrong: the first line has gone already.
                    let fits = !matches!((*name, kind), ("part shipped", Ship));
                    assert_eq!(taken.is_ok(), fits, "{name} {side:?} {kind:?} {taken:?}");
                } else {
                    assert_eq!(taken, Err(StepError::NotNow), "{name} {side:?} {kind:?}");
                }
            }
        }
    }
}

#[test]
fn what_is_next_comes_from_one_of_the_two() {
    let due = |name: &str| {
        let lives = lives();
        let (_, life) = lives.iter().find(|(of, _)| *of == name).unwrap();
        let due = life.due(&agreed(), day("2026-11-01"))?;
        // Whoever is waited for may do it.
        assert!(life.may(due.from, due.step, &agreed()), "{name}");
        Some((due.from, due.step, due.by.map(|day| day.to_string())))
    };
    let by = Some("2026-11-15".to_owned());
    assert_eq!(due("placed"), Some((Supplier, StepKind::Confirm, None)));
    assert_eq!(
        due("confirmed"),
        Some((Supplier, StepKind::Ship, by.clone()))
    );
    assert_eq!(due("part shipped"), Some((Supplier, StepKind::Ship, by)));
    assert_eq!(
        due("cancel by buyer"),
        Some((Supplier, StepKind::AgreeToCancel, None))
    );
    assert_eq!(
        due("cancel by supplier"),
        Some((Buyer, StepKind::AgreeToCancel, None))
    );
    assert_eq!(due("all shipped"), Some((Buyer, StepKind::Receive, None)));
    assert_eq!(
        due("claimed"),
        Some((Supplier, StepKind::AnswerClaim, None))
    );
    assert_eq!(due("answered"), Some((Buyer, StepKind::SettleClaim, None)));
    assert_eq!(due("received"), Some((Buyer, StepKind::Complete, None)));
    assert_eq!(due("completed"), Some((Buyer, StepKind::Review, None)));
    assert_eq!(due("reviewed"), None);
    assert_eq!(due("cancelled"), None);
}

#[test]
fn no_more_is_shipped_than_was_ordered() {
    let life = after(&[(Supplier, Step::Confirm)]);
    let refused = |lines: &[(u8, &str)]| take(&life, Supplier, ship(lines)).unwrap_err();
    assert_eq!(refused(&[]), StepError::Nothing);
    assert_eq!(refused(&[(1, "10.0001")]), StepError::Line(0));
    assert_eq!(refused(&[(1, "1"), (3, "1")]), StepError::Line(1));
    assert_eq!(refused(&[(1, "1"), (1, "1")]), StepError::Line(1));
    let part = take(&life, Supplier, ship(&[(1, "4"), (2, "2.5")])).unwrap();
    assert_eq!(part.left(line(1), &agreed()), 60_000);
    let again = |lines: &[(u8, &str)]| take(&part, Supplier, ship(lines)).map(drop);
    assert_eq!(again(&[(1, "6.5")]), Err(StepError::Line(0)));
    assert_eq!(again(&[(2, "0.1")]), Err(StepError::Line(0)));
    assert_eq!(again(&[(1, "6")]), Ok(()));
}

#[test]
fn the_rest_of_an_order_is_cancelled_by_both() {
    let life = after(&[
        (Supplier, Step::Confirm),
        (Supplier, ship(&[(1, "4")])),
        (Buyer, receive(1)),
        (Supplier, cancel()),
        (Buyer, Step::AgreeToCancel),
    ]);
    assert_eq!(life.state, OrderState::Received);
    assert!(life.is_short);
    let unshipped = after(&[
        (Supplier, Step::Confirm),
        (Buyer, cancel()),
        (Supplier, Step::AgreeToCancel),
    ]);
    let reason = "too late".into();
    assert_eq!(unshipped.state, OrderState::Cancelled { by: Buyer, reason });
}

#[test]
fn a_claim_keeps_an_order_from_being_completed() {
    let (_, claimed) = lives()
        .into_iter()
        .find(|(name, _)| *name == "claimed")
        .unwrap();
    assert_eq!(
        take(&claimed, Buyer, Step::Complete),
        Err(StepError::NotNow)
    );
    let settled = take(&claimed, Supplier, answer(1)).unwrap();
    let settled = take(&settled, Buyer, Step::SettleClaim { claim: 1 }).unwrap();
    assert!(take(&settled, Buyer, Step::Complete).is_ok());
    let many = take(&settled, Buyer, claim(&[(1, "11")])).unwrap_err();
    assert_eq!(many, StepError::Line(0));
    let again = take(&settled, Supplier, answer(1));
    assert_eq!(again, Err(StepError::NotNow));
}

#[test]
fn a_total_is_the_sum_of_its_rounded_lines() {
    // 3.35 and 0.8375, which is 0.84.
    assert_eq!(agreed().total().to_string(), "4.19");
}

fn any_step() -> impl Strategy<Value = (bool, Step)> {
    let quantity = prop_oneof![Just("1"), Just("2.5"), Just("4"), Just("10")];
    let lines = proptest::collection::vec((1_u8..4, quantity), 0..3);
    let steps = (0..14_usize, 0..4_u32, lines).prop_map(|(kind, number, lines)| {
        match steps()[kind].clone() {
            Step::Ship(_) => ship(&lines),
            Step::Claim(_) => claim(&lines),
            Step::Receive { .. } => receive(number),
            Step::AnswerClaim { .. } => answer(number),
            Step::SettleClaim { .. } => Step::SettleClaim { claim: number },
            Step::WithdrawClaim { .. } => Step::WithdrawClaim { claim: number },
            other => other,
        }
    });
    (any::<bool>(), steps)
}

proptest! {
    /// A life of random steps never goes back, never ships more than was ordered, and always waits for somebody who may
    /// do what it waits for.
    #[test]
    fn no_history_leads_astray(history in proptest::collection::vec(any_step(), 0..60)) {
        let rank = |state: &OrderState| match state {
            OrderState::Placed => 0,
            OrderState::Confirmed => 1,
            OrderState::InProduction => 2,
            OrderState::Shipping => 3,
            OrderState::Received => 4,
            OrderState::Completed => 5,
            OrderState::Cancelled { .. } => 6,
        };
        let agreed = agreed();
        let mut life = OrderLife::default();
        for (is_buyer, step) in history {
            let side = if is_buyer { Buyer } else { Supplier };
            let Ok(next) = take(&life, side, step) else { continue };
            prop_assert!(rank(&life.state) <= rank(&next.state));
            for ordered in &agreed.lines {
                prop_assert!(next.shipped(ordered.line) <= ordered.quantity.ten_thousandths());
            }
            if matches!(next.state, OrderState::Received | OrderState::Completed) {
                prop_assert!(next.shipments.iter().all(|one| one.arrival.is_some()));
            }
            match next.due(&agreed, day(TODAY)) {
                Some(due) => prop_assert!(next.may(due.from, due.step, &agreed)),
                None => prop_assert!(next.is_over()),
            }
            life = next;
        }
    }
}
