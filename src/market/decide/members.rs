use domain::Id;

use super::same;
use crate::{Decision, Member, Notice, Noun, Present, Refusal, Role, Version, Write};

pub(super) fn set_role(
    account: Id,
    role: Role,
    known: Version,
    present: &Present,
) -> Result<Decision, Refusal> {
    let member = present.member.as_ref().ok_or(Refusal::NotFound)?;
    same(known, member.version)?;
    if role != Role::Administrator {
        keeps_an_administrator(member, present)?;
    }
    let version = member.version + 1;
    let member = Member {
        account,
        role,
        version,
        since: member.since,
    };
    Ok(Decision {
        writes: vec![Write::Member(member)],
        notices: vec![Notice {
            noun: Noun::Member,
            id: account,
            version,
            is_gone: false,
        }],
    })
}

pub(super) fn remove(account: Id, present: &Present) -> Result<Decision, Refusal> {
    let member = present.member.as_ref().ok_or(Refusal::NotFound)?;
    keeps_an_administrator(member, present)?;
    let version = member.version;
    Ok(Decision {
        writes: vec![Write::MemberGone(account)],
        notices: vec![Notice {
            noun: Noun::Member,
            id: account,
            version,
            is_gone: true,
        }],
    })
}

/// Without one nobody could ever be let in again.
fn keeps_an_administrator(leaving: &Member, present: &Present) -> Result<(), Refusal> {
    if leaving.role == Role::Administrator && present.administrators <= 1 {
        return Err(Refusal::LastAdministrator);
    }
    Ok(())
}
