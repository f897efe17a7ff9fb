use domain::Id;

use super::same;
use crate::{
    Decision, Draft, DraftKind, Fault, MAX_CONTENT, MAX_DRAFTS, Notice, Noun, Order, Present,
    Refusal, Version, Why, Write,
};

pub(super) fn put(
    order: &Order,
    id: Id,
    (kind, content): (DraftKind, &str),
    known: Option<Version>,
    present: &Present,
) -> Result<Decision, Refusal> {
    if content.len() > MAX_CONTENT {
        return Err(Refusal::Invalid(vec![Fault::new("/content", Why::TooLong)]));
    }
    // A company has one page, under its own id.
    if (kind == DraftKind::Profile) != (id == order.company) {
        return Err(Refusal::Invalid(vec![Fault::new("/kind", Why::Check)]));
    }
    let version = match (present.draft, known) {
        (None, None) if present.drafts >= MAX_DRAFTS => return Err(Refusal::TooMany),
        (None, None) => 1,
        (None, Some(_)) => return Err(Refusal::NotFound),
        (Some(version), None) => return Err(Refusal::Exists { version }),
        (Some(version), Some(known)) => {
            same(known, version)?;
            version + 1
        }
    };
    let draft = Draft {
        kind,
        content: content.to_owned(),
        version,
        updated_at: order.at,
    };
    Ok(Decision {
        writes: vec![Write::Draft(id, draft)],
        notices: vec![Notice {
            noun: Noun::Draft,
            id,
            version,
            is_gone: false,
        }],
    })
}

pub(super) fn drop(id: Id, known: Version, present: &Present) -> Result<Decision, Refusal> {
    let version = present.draft.ok_or(Refusal::NotFound)?;
    same(known, version)?;
    Ok(Decision {
        writes: vec![Write::DraftGone(id)],
        notices: vec![Notice {
            noun: Noun::Draft,
            id,
            version,
            is_gone: true,
        }],
    })
}
