//! Who may bind a company to how much, and where its money goes.

use domain::{Amount, Id, QuotationState, RequestState, Side};

use super::{
    decide,
    tests::order,
    world::{BUYER, SUPPLIERS, bid, company, id, payee, terms},
};
use crate::*;

const QUOTATION: Id = id(3, 0);
const SELLER: Id = SUPPLIERS[0].1;

/// One offer of 2,100 SGD, and a limit of so much.
fn present(role: Role, limit: &str) -> Present {
    let request = Request {
        buyer: BUYER,
        buyer_name: Default::default(),
        terms: terms(),
        state: RequestState::Sent,
        asked: Vec::new(),
        sent_at: Moment(0),
        version: 1,
    };
    let proposal = Proposal {
        by: Side::Supplier,
        at: Moment(0),
        bid: bid(4_200),
    };
    let quotation = Quotation {
        request: id(2, 0),
        buyer: BUYER,
        buyer_name: Default::default(),
        supplier: Some(SELLER),
        supplier_name: Default::default(),
        code: SUPPLIERS[0].0.to_owned(),
        state: QuotationState::Quoted,
        answer_by: terms().valid_until,
        offers: vec![proposal],
        asked_at: Moment(0),
        at: Moment(0),
        version: 2,
    };
    let limits = Limits {
        sgd: limit.parse::<Amount>().ok(),
        ..Limits::default()
    };
    Present {
        role: Some(role),
        request: Some(request),
        quotation: Some(quotation),
        companies: [BUYER, SELLER]
            .map(|party| (party, company(CompanyKind::Supplier)))
            .into(),
        settings: Settings {
            limits,
            ..Settings::default()
        },
        ..Present::default()
    }
}

fn buyer(at: u64, command: Command) -> Order {
    Order {
        company: BUYER,
        at: Moment(at),
        ..order(command)
    }
}

fn accept() -> Command {
    Command::AcceptOffer {
        quotation: QUOTATION,
        offer: 1,
        rate: None,
        known: 2,
    }
}

fn approve(known: Version) -> Command {
    Command::DecideApproval {
        approval: QUOTATION,
        is_approved: true,
        reason: String::new(),
        known,
    }
}

fn placed(decision: &Decision) -> usize {
    let writes = decision.writes.iter();
    writes
        .filter(|write| matches!(write, Write::Order(..)))
        .count()
}

#[test]
fn above_the_limit_only_the_company_itself_hears_of_it() {
    let accepted = |role, limit| decide(&buyer(0, accept()), &present(role, limit)).unwrap();
    assert_eq!(placed(&accepted(Role::Trader, "2100")), 2);
    assert_eq!(placed(&accepted(Role::Administrator, "0")), 2);
    let asked = accepted(Role::Trader, "2099.99");
    let is_own = |write: &Write| match write {
        Write::Approval(..) => true,
        Write::Letter(to, _) => *to == BUYER,
        _ => false,
    };
    assert!(asked.writes.iter().all(is_own), "{:?}", asked.writes);
}

#[test]
fn what_was_asked_for_is_approved_as_long_as_it_stands() {
    let mut present = present(Role::Trader, "1");
    let asked = decide(&buyer(0, accept()), &present).unwrap();
    present.approval = asked.writes.into_iter().find_map(|write| match write {
        Write::Approval(_, approval) => Some(approval),
        _ => None,
    });
    assert_eq!(
        decide(&buyer(0, accept()), &present),
        Err(Refusal::NotNow),
        "it is asked for once"
    );
    let decided = |present: &Present, at| decide(&buyer(at, approve(1)), present);
    assert_eq!(decided(&present, 0), Err(Refusal::Forbidden));
    present.role = Some(Role::Administrator);
    assert_eq!(placed(&decided(&present, 0).unwrap()), 2);
    let month = 30 * 86_400_000;
    assert_eq!(decided(&present, month), Err(Refusal::Expired));
    if let Some(quotation) = &mut present.quotation {
        let again = quotation.offers[0].clone();
        quotation.offers.push(again);
    }
    assert!(matches!(decided(&present, 0), Err(Refusal::Invalid(_))));
    if let Some(quotation) = &mut present.quotation {
        quotation.state = QuotationState::Lost;
    }
    assert_eq!(decided(&present, 0), Err(Refusal::NotNow));
}

#[test]
fn an_account_takes_two_people_and_where_it_replaces_another_three_days() {
    let mut settings = Settings::default();
    let mut take = |by: u8, at: u64, command: fn(Version) -> Command| {
        let present = Present {
            role: Some(Role::Administrator),
            settings: settings.clone(),
            ..Present::default()
        };
        let order = Order {
            by: id(7, by),
            at: Moment(at),
            ..order(command(settings.version))
        };
        let decision = decide(&order, &present)?;
        if let Some(Write::Settings(next)) = decision.writes.last() {
            settings = next.clone();
        }
        let account = |at| {
            settings
                .payee(Moment(at))
                .map(|payee| payee.account.to_string())
        };
        Ok::<_, Refusal>((account(at), account(at + PAYEE_WAITS)))
    };
    let propose = |known| Command::ProposePayee {
        payee: payee("0721234567"),
        known,
    };
    let other = |known| Command::ProposePayee {
        payee: payee("5017654321"),
        known,
    };
    let confirm = |known| Command::ConfirmPayee { known };
    let drop = |known| Command::DropPayee { known };
    let (first, second) = (Some("0721234567".to_owned()), Some("5017654321".to_owned()));
    assert_eq!(take(0, 0, propose), Ok((None, None)));
    assert_eq!(take(0, 1, confirm), Err(Refusal::SecondPersonNeeded));
    assert_eq!(take(1, 2, confirm), Ok((first.clone(), first.clone())));
    assert!(matches!(take(0, 3, propose), Err(Refusal::Invalid(_))));
    assert_eq!(take(0, 4, other), Ok((first.clone(), first.clone())));
    assert_eq!(take(1, 5, confirm), Ok((first.clone(), second)));
    assert_eq!(take(1, 6, confirm), Err(Refusal::NotNow));
    assert_eq!(take(2, 7, drop), Ok((first.clone(), first)));
}
