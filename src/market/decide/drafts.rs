use std::collections::BTreeSet;

use domain::Id;

use super::same;
use crate::{
    Decision, Draft, DraftKind, Fault, MAX_CONTENT, MAX_DRAFTS, MAX_ROWS, Notice, Noun, Order,
    Present, ProductRow, Refusal, Version, Why, Write,
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
    if present.draft.is_none() && known.is_none() && present.drafts >= MAX_DRAFTS {
        return Err(Refusal::TooMany);
    }
    let version = next(present.draft, known)?;
    let mut decision = Decision {
        writes: Vec::new(),
        notices: Vec::new(),
    };
    save(&mut decision, order, id, (kind, content, version));
    Ok(decision)
}

/// All or none: whoever brings a file knows what stands where, or is told that somebody else has changed it.
pub(super) fn put_products(
    order: &Order,
    rows: &[ProductRow],
    present: &Present,
) -> Result<Decision, Refusal> {
    let wrong = |pointer: String, why| Refusal::Invalid(vec![Fault::new(pointer, why)]);
    if rows.is_empty() || MAX_ROWS < rows.len() {
        let why = if rows.is_empty() {
            Why::TooShort
        } else {
            Why::TooLong
        };
        return Err(wrong("/products".into(), why));
    }
    let mut decision = Decision {
        writes: Vec::with_capacity(rows.len()),
        notices: Vec::with_capacity(rows.len()),
    };
    let mut seen = BTreeSet::new();
    let mut drafts = present.drafts;
    for (at, row) in rows.iter().enumerate() {
        if row.content.len() > MAX_CONTENT {
            return Err(wrong(format!("/products/{at}/content"), Why::TooLong));
        }
        // One row would silently go over the other, and the company's own id is its page's.
        if !seen.insert(row.draft) || row.draft == order.company {
            return Err(wrong(format!("/products/{at}/id"), Why::Taken));
        }
        let there = present.stand(row.draft).draft;
        if there.is_some_and(|(kind, _)| kind != DraftKind::Product) {
            return Err(wrong(format!("/products/{at}/id"), Why::Check));
        }
        // What a row knows stands in the body.
        let version = match next(there.map(|(_, version)| version), row.known) {
            Err(Refusal::Changed { version }) => return Err(Refusal::Behind { version }),
            next => next?,
        };
        if version == 1 {
            drafts += 1;
            if MAX_DRAFTS < drafts {
                return Err(Refusal::TooMany);
            }
        }
        let what = (DraftKind::Product, &row.content[..], version);
        save(&mut decision, order, row.draft, what);
    }
    Ok(decision)
}

/// The version that a draft has when it is saved by somebody who knows of one, or of none.
fn next(there: Option<Version>, known: Option<Version>) -> Result<Version, Refusal> {
    match (there, known) {
        (None, None) => Ok(1),
        (None, Some(_)) => Err(Refusal::NotFound),
        (Some(version), None) => Err(Refusal::Exists { version }),
        (Some(version), Some(known)) => {
            same(known, version)?;
            Ok(version + 1)
        }
    }
}

fn save(
    decision: &mut Decision,
    order: &Order,
    id: Id,
    (kind, content, version): (DraftKind, &str, Version),
) {
    let draft = Draft {
        kind,
        content: content.to_owned(),
        version,
        updated_at: order.at,
    };
    decision.writes.push(Write::Draft(id, draft));
    decision.notices.push(Notice {
        noun: Noun::Draft,
        id,
        version,
        is_gone: false,
    });
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        Command, Role, Stand,
        decide::{
            decide,
            tests::{COMPANY, id, order, present},
        },
    };

    const THERE: Id = id(4);
    const NEW: Id = id(5);

    fn rows(rows: &[(Id, Option<Version>)]) -> Result<Vec<Version>, Refusal> {
        let mut present = present(Some(Role::Trader));
        let product = Stand {
            draft: Some((DraftKind::Product, 3)),
            listing: None,
        };
        let request = Stand {
            draft: Some((DraftKind::SourcingRequest, 1)),
            listing: None,
        };
        present.stands.extend([(THERE, product), (id(6), request)]);
        let row = |(draft, known): &(Id, Option<Version>)| ProductRow {
            draft: *draft,
            content: "{}".into(),
            known: *known,
        };
        let rows = rows.iter().map(row).collect();
        let decision = decide(&order(Command::PutProducts { rows }), &present)?;
        assert_eq!(decision.writes.len(), decision.notices.len());
        Ok(decision
            .notices
            .iter()
            .map(|notice| notice.version)
            .collect())
    }

    fn wrong(pointer: &'static str, why: Why) -> Result<Vec<Version>, Refusal> {
        Err(Refusal::Invalid(vec![Fault::new(pointer, why)]))
    }

    #[test]
    fn a_files_rows_are_saved_all_or_none() {
        assert_eq!(rows(&[(THERE, Some(3)), (NEW, None)]), Ok(vec![4, 1]));
        let late = Err(Refusal::Behind { version: 3 });
        assert_eq!(rows(&[(NEW, None), (THERE, Some(2))]), late);
        assert_eq!(rows(&[(THERE, None)]), Err(Refusal::Exists { version: 3 }));
        assert_eq!(rows(&[(NEW, Some(1))]), Err(Refusal::NotFound));
        assert_eq!(rows(&[]), wrong("/products", Why::TooShort));
        assert_eq!(
            rows(&[(NEW, None); MAX_ROWS + 1]),
            wrong("/products", Why::TooLong)
        );
    }

    #[test]
    fn a_row_goes_over_no_other_and_over_nothing_else() {
        let twice = [(NEW, None), (NEW, None)];
        assert_eq!(rows(&twice), wrong("/products/1/id", Why::Taken));
        assert_eq!(
            rows(&[(COMPANY, None)]),
            wrong("/products/0/id", Why::Taken)
        );
        assert_eq!(
            rows(&[(id(6), Some(1))]),
            wrong("/products/0/id", Why::Check)
        );
    }
}
