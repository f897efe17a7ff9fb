//! Requests, quotations and orders, from every side: random commands never lead where nothing may be, and nobody has what
//! is another's.

use domain::{
    Amount, ClaimAnswer, ClaimForm, ClaimReason, Dispatch, Id, Remedy, Review, ShippedLine, Stars,
    Step,
};

use super::{
    decide,
    world::{ADMINISTRATOR, BUYER, Chance, DAY, SUPPLIERS, World, bid, id, payee, terms},
};
use crate::*;

/// The keys of all that is a company's.
fn all(company: Id) -> std::ops::RangeInclusive<(Id, Id)> {
    (company, id(0, 0))..=(company, id(255, 255))
}

fn step(world: &World, chance: &mut Chance, at: u64) -> Order {
    let who = usize::try_from(chance.below(7)).unwrap();
    let company = [
        BUYER,
        BUYER,
        SUPPLIERS[0].1,
        SUPPLIERS[0].1,
        SUPPLIERS[1].1,
        SUPPLIERS[2].1,
        SUPPLIERS[2].1,
    ][who];
    let number = |chance: &mut Chance, most| u8::try_from(chance.below(most)).unwrap();
    let request = id(2, number(chance, 4));
    // One that the company has, more often than not.
    let own: Vec<Id> = world
        .quotations
        .range(all(company))
        .map(|((_, id), _)| *id)
        .collect();
    let quotation = match own.get(usize::from(number(chance, 8))) {
        Some(id) => *id,
        None => id(3, number(chance, 12)),
    };
    let seen = world
        .quotations
        .get(&(company, quotation))
        .map_or(1, |quotation| quotation.version);
    // Now and then somebody has seen another version.
    let known = if chance.below(12) == 0 { 1 } else { seen };
    let reason = "Out of stock".to_owned();
    let command = match chance.below(40) {
        0 | 1 => Command::SendRequest {
            request,
            terms: Box::new(terms()),
            asked: (0..=number(chance, 3))
                .map(|at| Ask {
                    quotation: id(3, (quotation.as_bytes()[15] + at) % 12),
                    code: SUPPLIERS[usize::from(at)].0.to_owned(),
                })
                .collect(),
        },
        2 => Command::CloseRequest {
            request,
            reason,
            known: world
                .requests
                .get(&(company, request))
                .map_or(1, |r| r.version),
        },
        3 => Command::DeclineQuotation {
            quotation,
            reason,
            known,
        },
        4 => Command::WithdrawQuotation {
            quotation,
            reason,
            known,
        },
        5..8 => {
            let offers = world
                .quotations
                .get(&(company, quotation))
                .map_or(0, |q| q.offers.len());
            Command::AcceptOffer {
                quotation,
                offer: u32::try_from(offers).unwrap(),
                rate: None,
                known,
            }
        }
        8 => Command::SendMessage {
            quotation,
            words: "When?".into(),
            attachments: Vec::new(),
        },
        9 => Command::ReadMessages {
            quotation,
            read: u32::from(number(chance, 3)),
        },
        10 => Command::ReadNotices {
            read: chance.below(5),
        },
        11 if company == SUPPLIERS[2].1 => Command::PutListing {
            offer: super::tests::offer(company, SUPPLIERS[2].0),
            known: None,
        },
        12 | 13 => {
            let mut own = world.approvals.range(all(company)).rev();
            let own = own.nth(usize::from(number(chance, 2)));
            let approval = own.map_or(quotation, |((_, id), _)| *id);
            Command::DecideApproval {
                approval,
                is_approved: chance.below(3) > 0,
                reason,
                known: own.map_or(1, |(_, approval)| approval.version),
            }
        }
        14 => {
            let settings = world.settings.get(&company);
            let known = settings.map_or(1, |settings| settings.version);
            match chance.below(5) {
                0 => {
                    let most = chance.below(4_000) * 100;
                    let sgd = Some(Amount::from_minor_units(most.cast_signed()));
                    let limits = Limits {
                        sgd,
                        ..Limits::default()
                    };
                    Command::SetLimits { limits, known }
                }
                1 | 2 => Command::ProposePayee {
                    payee: payee(["0721234567", "5017654321"][usize::from(number(chance, 2))]),
                    known,
                },
                3 => Command::ConfirmPayee { known },
                _ => Command::DropPayee { known },
            }
        }
        15..32 => {
            let mut own = world.orders.range(all(company)).rev();
            let own = own.nth(usize::from(number(chance, 3)));
            // What may be done, more often than not.
            let may = |step: &Step| {
                let is_end = matches!(step, Step::Cancel { .. });
                own.is_none_or(|(_, order)| {
                    let side = order.side(company);
                    !is_end && order.life.may(side, step.kind(), &order.agreed)
                })
            };
            let mut step = any_step(chance);
            for _ in 0..8 {
                if !may(&step) {
                    step = any_step(chance);
                }
            }
            Command::TakeStep {
                order: own.map_or(quotation, |((_, id), _)| *id),
                step: Box::new(step),
                known: own.map_or(1, |(_, order)| order.version),
            }
        }
        _ => Command::MakeOffer {
            quotation,
            bid: Box::new(bid(4_000 + i64::from(number(chance, 200)))),
            known,
        },
    };
    let by = [ADMINISTRATOR, id(7, 1), id(7, 2)][usize::from(number(chance, 3))];
    Order {
        company,
        by,
        at: Moment(at),
        ..super::tests::order(command)
    }
}

fn any_step(chance: &mut Chance) -> Step {
    let number = u32::try_from(chance.below(3)).unwrap();
    let quantity = ["1000", "2500", "5000"][usize::try_from(number).unwrap()];
    let lines = vec![ShippedLine {
        line: id(4, 0),
        quantity: quantity.parse().unwrap(),
    }];
    let words = || "As we said".to_owned();
    match chance.below(19) {
        0 | 1 => Step::Confirm,
        2 => Step::Produce,
        3..6 => Step::Ship(Dispatch {
            lines,
            carrier: words(),
            tracking: words(),
            on: "1970-01-01".parse().unwrap(),
            note: words(),
        }),
        6..8 => Step::Receive {
            shipment: number,
            note: words(),
        },
        8 | 9 => Step::Complete,
        10 => Step::Cancel { reason: words() },
        11 => Step::AgreeToCancel,
        12 => Step::KeepOrder,
        13 => Step::Claim(ClaimForm {
            reason: ClaimReason::Short,
            lines,
            wanted: Remedy::Replace,
            amount: None,
            words: words(),
        }),
        14 => Step::AnswerClaim {
            claim: number,
            answer: ClaimAnswer {
                remedy: None,
                amount: None,
                words: words(),
            },
        },
        15 => Step::SettleClaim { claim: number },
        16 => Step::RenewPayee,
        17 => Step::WithdrawClaim { claim: number },
        _ => {
            let stars = |count: u8| Stars::try_from(count).unwrap();
            Step::Review(Review {
                goods: stars(5),
                delivery: stars(4),
                service: stars(3),
                words: words(),
            })
        }
    }
}

#[test]
fn no_sequence_of_commands_leads_where_nothing_may_be() {
    let mut chance = Chance(0x9e37_79b9_7f4a_7c15);
    let (mut taken, mut accepted, mut found) = (0u32, 0u32, 0u32);
    let mut seen = std::collections::BTreeMap::<String, u32>::new();
    for _ in 0..700 {
        let (mut world, mut at) = (World::new(), 0);
        for _ in 0..400 {
            at += chance.below(DAY / 20);
            let order = step(&world, &mut chance, at);
            let present = world.present(&order);
            if let Ok(decision) = decide(&order, &present) {
                taken += 1;
                accepted += u32::from(matches!(order.command, Command::AcceptOffer { .. }));
                let what = match &order.command {
                    Command::TakeStep { step, .. } => format!("{:?}", step.kind()),
                    other => other.name().to_owned(),
                };
                *seen.entry(what).or_default() += 1;
                found += u32::from(
                    decision
                        .writes
                        .iter()
                        .any(|write| matches!(write, Write::Waited(..))),
                );
                world.apply(&order, &decision);
                world.check();
            }
        }
    }
    // 280,000 commands, of which enough were possible for this to mean something.
    assert!(
        taken > 15_000 && accepted > 300 && found > 50,
        "{taken} {accepted} {found}"
    );
    // Every command and step was taken often.
    let rare: Vec<_> = seen.iter().filter(|(_, count)| **count < 3).collect();
    assert!(rare.is_empty() && seen.len() > 27, "{seen:?}");
}
