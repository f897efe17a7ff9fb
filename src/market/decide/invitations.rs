use domain::Id;

use crate::{
    Decision, Email, INVITED_FOR, Invitation, MAX_INVITATIONS, Member, Notice, Noun, Order,
    Present, Refusal, Role, Write,
};

pub(super) fn invite(
    order: &Order,
    id: Id,
    (email, role, digest): (&Email, Role, &[u8; 32]),
    present: &Present,
) -> Result<Decision, Refusal> {
    if let Some(invitation) = &present.invitation {
        return Err(Refusal::Exists {
            version: invitation.version,
        });
    }
    if present.invitations >= MAX_INVITATIONS {
        return Err(Refusal::TooMany);
    }
    let invitation = Invitation {
        email: email.clone(),
        role,
        digest: *digest,
        version: 1,
        expires_at: order.at.after(INVITED_FOR),
    };
    Ok(Decision {
        writes: vec![Write::Invitation(id, invitation)],
        notices: vec![Notice {
            noun: Noun::Invitation,
            id,
            version: 1,
            is_gone: false,
        }],
    })
}

pub(super) fn revoke(id: Id, present: &Present) -> Result<Decision, Refusal> {
    let invitation = present.invitation.as_ref().ok_or(Refusal::NotFound)?;
    Ok(Decision {
        writes: vec![Write::InvitationGone(id)],
        notices: vec![gone(id, invitation)],
    })
}

/// A wrong secret, an invitation that has expired and one that never was look the same.
pub(super) fn accept(
    order: &Order,
    id: Id,
    digest: &[u8; 32],
    present: &Present,
) -> Result<Decision, Refusal> {
    let invitation = present.invitation.as_ref();
    let invitation = invitation
        .filter(|invitation| invitation.digest == *digest && order.at < invitation.expires_at)
        .ok_or(Refusal::NotFound)?;
    if present.role.is_some() {
        return Err(Refusal::Exists { version: 1 });
    }
    let member = Member {
        account: order.by,
        role: invitation.role,
        version: 1,
        since: order.at,
    };
    let joined = Notice {
        noun: Noun::Member,
        id: order.by,
        version: 1,
        is_gone: false,
    };
    Ok(Decision {
        writes: vec![Write::Member(member), Write::InvitationGone(id)],
        notices: vec![joined, gone(id, invitation)],
    })
}

fn gone(id: Id, invitation: &Invitation) -> Notice {
    Notice {
        noun: Noun::Invitation,
        id,
        version: invitation.version,
        is_gone: true,
    }
}
