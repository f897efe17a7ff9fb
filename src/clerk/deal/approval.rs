use api_types::approval as body;
use domain::Id;
use market::{Approval, ApprovalState};

use super::name;

/// As the buyer's own people are shown it.
#[must_use]
pub fn approval(id: Id, found: &Approval) -> body::Approval {
    let (state, decided_by, reason) = match &found.state {
        ApprovalState::Waiting => (body::ApprovalState::Waiting, None, ""),
        ApprovalState::Approved { by } => (body::ApprovalState::Approved, Some(*by), ""),
        ApprovalState::Refused { by, reason } => {
            (body::ApprovalState::Refused, Some(*by), &reason[..])
        }
    };
    body::Approval {
        id,
        version: found.version,
        request: found.request,
        supplier: name(&found.supplier_name),
        offer: found.offer,
        currency: found.currency.to_string(),
        total: found.total.to_string(),
        state,
        asked_by: found.asked_by,
        asked_at: found.asked_at.0,
        decided_by,
        reason: reason.to_owned(),
        at: found.at.0,
    }
}
