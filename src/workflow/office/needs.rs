//! What needs whoever is signed in, the most urgent first.

use api_types::account::Me;
use api_types::approval::{Approval, ApprovalState};
use api_types::company::Company;
use api_types::member::Role;
use api_types::order::{Order, StepKind};
use api_types::quotation::Quotation;
use domain::{Date, Id};

use super::quotation::{Deal, Side};
use super::request::Sheet;

/// Something to be done, and for which company.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Need {
    /// So many requests wait for a quotation, or for an answer to a counter-offer.
    Answer(Id, u32),
    /// So many quotations wait for the buyer's word.
    Decide(Id, u32),
    /// So many orders wait for a step of the company's.
    Orders(Id, u32),
    /// So many offers wait for an administrator's approval.
    Approve(Id, u32),
    /// No second factor: a stolen password is enough to get in, and nobody can be invited.
    SecondFactor,
    /// Of no company yet.
    Company,
    /// Nobody else can get in when this one cannot.
    Colleague(Id),
    /// The company says nothing of itself.
    About(Id),
    /// Its name is missing in one language.
    EnglishName(Id),
    ChineseName(Id),
}

/// A company with what the account may do there, and how many belong to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Belonging {
    pub company: Company,
    pub role: Role,
    pub members: usize,
    pub waiting: Waiting,
}

/// How many negotiations wait for the company, by the side that it is on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Waiting {
    pub to_answer: u32,
    pub to_decide: u32,
    pub orders: u32,
    pub to_approve: u32,
}

/// Whether an order waits for the side that looks at it. A review is welcome; nobody waits for it.
#[must_use]
pub fn is_due(order: &Order) -> bool {
    let due = order.due.as_ref();
    due.is_some_and(|due| due.from == order.side && due.step != StepKind::Review)
}

impl Waiting {
    #[must_use]
    pub fn of(
        quotations: &[Quotation],
        orders: &[Order],
        approvals: &[Approval],
        today: Date,
    ) -> Self {
        let waits = |one: &&Approval| one.state == ApprovalState::Waiting;
        let count = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
        let mut waiting = Self {
            orders: count(orders.iter().filter(|order| is_due(order)).count()),
            to_approve: count(approvals.iter().filter(waits).count()),
            ..Self::default()
        };
        for quotation in quotations {
            // Whose turn it is does not depend on what was asked for.
            let deal = Deal::of(quotation, &Sheet::default());
            let is_ours = deal.turn(today) == Some(deal.side);
            match deal.side {
                Side::Supplier => waiting.to_answer += u32::from(is_ours),
                Side::Buyer => waiting.to_decide += u32::from(is_ours),
            }
        }
        waiting
    }
}

#[must_use]
pub fn needs(me: &Me, belongings: &[Belonging]) -> Vec<Need> {
    let mut needs = Vec::new();
    // Somebody waits for these.
    for Belonging {
        company,
        waiting,
        role,
        ..
    } in belongings
    {
        let Waiting {
            to_answer,
            to_decide,
            orders,
            to_approve,
        } = *waiting;
        if 0 < to_approve && *role == Role::Administrator {
            needs.push(Need::Approve(company.id, to_approve));
        }
        if 0 < orders {
            needs.push(Need::Orders(company.id, orders));
        }
        if 0 < to_answer {
            needs.push(Need::Answer(company.id, to_answer));
        }
        if 0 < to_decide {
            needs.push(Need::Decide(company.id, to_decide));
        }
    }
    if !me.has_second_factor() {
        needs.push(Need::SecondFactor);
    }
    if me.memberships.is_empty() {
        needs.push(Need::Company);
    }
    // What only an administrator can mend is no news to others.
    let own = belongings
        .iter()
        .filter(|belonging| belonging.role == Role::Administrator);
    for Belonging {
        company, members, ..
    } in own
    {
        let mut need = |is_needed: bool, need: fn(Id) -> Need| {
            if is_needed {
                needs.push(need(company.id));
            }
        };
        need(*members < 2, Need::Colleague);
        need(company.name.en.is_empty(), Need::EnglishName);
        need(company.name.zh.is_empty(), Need::ChineseName);
        let is_silent = company.about.en.is_empty() && company.about.zh.is_empty();
        need(is_silent, Need::About);
    }
    needs
}

#[cfg(test)]
mod tests {
    use api_types::account::{Membership, Session};
    use api_types::company::{CompanyKind, Name, Registration, Scheme, Words};

    use super::*;

    fn id(time: u64) -> Id {
        Id::new(time, [0; 10])
    }

    fn me(has_totp: bool, roles: &[Role]) -> Me {
        let membership = |&role| Membership {
            company: id(9),
            kind: CompanyKind::Supplier,
            role,
        };
        Me {
            account: id(1),
            email: "wei@bolt.example".to_owned(),
            name: "Wei".to_owned(),
            is_reviewer: false,
            has_totp,
            has_passkey: false,
            session: Session {
                id: id(2),
                has_second_factor: has_totp,
                made_at: 0,
                seen_at: 0,
                agent: String::new(),
                is_this: true,
            },
            memberships: roles.iter().map(membership).collect(),
        }
    }

    fn belonging(role: Role, members: usize) -> Belonging {
        let name = Name {
            en: "Tuas Bolt".to_owned(),
            zh: String::new(),
        };
        let registration = Registration {
            scheme: Scheme::Uen,
            number: "202630832C".to_owned(),
        };
        Belonging {
            company: Company {
                id: id(9),
                kind: CompanyKind::Supplier,
                registration,
                name,
                about: Words::default(),
                version: 1,
                created_at: 0,
                updated_at: 0,
            },
            role,
            members,
            waiting: Waiting::default(),
        }
    }

    #[test]
    fn a_newcomer_needs_a_second_factor_and_a_company() {
        assert_eq!(
            needs(&me(false, &[]), &[]),
            [Need::SecondFactor, Need::Company]
        );
    }

    #[test]
    fn whom_somebody_waits_for_hears_of_it_first() {
        let mut viewer = belonging(Role::Viewer, 1);
        viewer.waiting = Waiting {
            to_answer: 2,
            to_decide: 1,
            orders: 3,
            to_approve: 1,
        };
        // A viewer approves nothing.
        let expected = [
            Need::Orders(id(9), 3),
            Need::Answer(id(9), 2),
            Need::Decide(id(9), 1),
            Need::SecondFactor,
        ];
        assert_eq!(needs(&me(false, &[Role::Viewer]), &[viewer]), expected);
    }

    #[test]
    fn an_administrator_hears_of_what_is_missing_and_a_viewer_does_not() {
        let alone = [belonging(Role::Administrator, 1)];
        let expected = [
            Need::Colleague(id(9)),
            Need::ChineseName(id(9)),
            Need::About(id(9)),
        ];
        assert_eq!(needs(&me(true, &[Role::Administrator]), &alone), expected);
        let viewer = [belonging(Role::Viewer, 1)];
        assert_eq!(needs(&me(true, &[Role::Viewer]), &viewer), []);
    }
}
