use super::same;
use crate::{
    Company, CompanyForm, Decision, Member, Notice, Noun, Order, Present, Refusal, Role, Version,
    Write,
};

pub(super) fn found(
    order: &Order,
    form: &CompanyForm,
    present: &Present,
) -> Result<Decision, Refusal> {
    if let Some(company) = &present.company {
        // An outsider learns nothing of it, not even its version.
        return Err(match present.role {
            Some(_) => Refusal::Exists {
                version: company.version,
            },
            None => Refusal::NotFound,
        });
    }
    let company = Company {
        form: form.clone(),
        version: 1,
        created_at: order.at,
        updated_at: order.at,
    };
    let member = Member {
        account: order.by,
        role: Role::Administrator,
        version: 1,
        since: order.at,
    };
    let notice = |noun, id| Notice {
        noun,
        id,
        version: 1,
        is_gone: false,
    };
    Ok(Decision {
        writes: vec![Write::Company(company), Write::Member(member)],
        notices: vec![
            notice(Noun::Company, order.company),
            notice(Noun::Member, order.by),
        ],
    })
}

pub(super) fn update(
    order: &Order,
    form: &CompanyForm,
    known: Version,
    present: &Present,
) -> Result<Decision, Refusal> {
    let company = present.company.as_ref().ok_or(Refusal::NotFound)?;
    same(known, company.version)?;
    let version = company.version + 1;
    let company = Company {
        form: form.clone(),
        version,
        created_at: company.created_at,
        updated_at: order.at,
    };
    Ok(Decision {
        writes: vec![Write::Company(company)],
        notices: vec![Notice {
            noun: Noun::Company,
            id: order.company,
            version,
            is_gone: false,
        }],
    })
}
