use market::{Company, Draft, Invitation, Member, Order, Write};

use super::{blob, deal, listing};
use crate::{
    StoreError,
    sql::{Sql, sql},
    writer::Batch,
};

/// Writes one thing of a decision.
pub(super) async fn write(
    batch: &mut Batch<'_>,
    order: &Order,
    write: &Write,
) -> Result<(), StoreError> {
    let company = &order.company.as_bytes()[..];
    batch.is_of_identity |= matches!(write, Write::Member(_) | Write::MemberGone(_));
    let query = match write {
        Write::Company(row) => put_company(company, row),
        Write::Member(row) => put_member(company, row),
        Write::MemberGone(account) => gone(
            "DELETE FROM members WHERE company = $1 AND account = $2",
            company,
            account.as_bytes(),
        ),
        Write::Invitation(id, row) => put_invitation(company, id.as_bytes(), row),
        Write::InvitationGone(id) => gone(
            "DELETE FROM invitations WHERE company = $1 AND id = $2",
            company,
            id.as_bytes(),
        ),
        Write::Draft(id, row) => {
            if row.version == 1 {
                batch.head(order.company).await?.drafts += 1;
            }
            put_draft(company, id.as_bytes(), row)
        }
        Write::DraftGone(id) => {
            let head = batch.head(order.company).await?;
            head.drafts = head.drafts.saturating_sub(1);
            gone(
                "DELETE FROM drafts WHERE company = $1 AND id = $2",
                company,
                id.as_bytes(),
            )
        }
        Write::Listing(id, row) => {
            if row.version == 1 {
                batch.head(order.company).await?.listings += 1;
            }
            return listing::put(batch, company, id.as_bytes(), row).await;
        }
        Write::Withdrawn(id, version) => {
            return listing::withdraw(batch, company, id.as_bytes(), *version).await;
        }
        Write::Publication(id, row) => {
            return listing::put_publication(batch, company, id.as_bytes(), row).await;
        }
        Write::Request(..)
        | Write::Quotation(..)
        | Write::Thread(..)
        | Write::Order(..)
        | Write::Approval(..)
        | Write::Settings(_)
        | Write::Books(_)
        | Write::Record(..)
        | Write::Tell(..)
        | Write::Letter(..)
        | Write::LettersRead(_)
        | Write::Wait(..)
        | Write::Waited(..) => return deal::write(batch, order, write).await,
        Write::Code(code) => listing::take_code(company, code),
        Write::Blob(id, row) => {
            batch.head(order.company).await?.blobs += 1;
            blob::put(company, id.as_bytes(), row)
        }
    };
    query.execute(batch.connection).await?;
    Ok(())
}

fn gone<'q>(statement: &'static str, company: &'q [u8], id: &'q [u8]) -> Sql<'q> {
    sql(statement).bind(company).bind(id)
}

fn put_draft<'q>(company: &'q [u8], id: &'q [u8], draft: &'q Draft) -> Sql<'q> {
    sql(
        "INSERT INTO drafts (company, id, kind, content, version, updated_at) VALUES ($1, $2, $3, $4, $5, $6)
         ON CONFLICT (company, id) DO UPDATE SET kind = excluded.kind, content = excluded.content,
         version = excluded.version, updated_at = excluded.updated_at",
    )
    .bind(company)
    .bind(id)
    .bind(draft.kind.name())
    .bind(&draft.content)
    .bind(draft.version.cast_signed())
    .bind(draft.updated_at.0.cast_signed())
}

fn put_member<'q>(company: &'q [u8], member: &'q Member) -> Sql<'q> {
    sql(
        "INSERT INTO members (company, account, role, version, since) VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT (company, account) DO UPDATE SET role = excluded.role, version = excluded.version",
    )
    .bind(company)
    .bind(&member.account.as_bytes()[..])
    .bind(member.role.name())
    .bind(member.version.cast_signed())
    .bind(member.since.0.cast_signed())
}

fn put_invitation<'q>(company: &'q [u8], id: &'q [u8], invitation: &'q Invitation) -> Sql<'q> {
    sql(
        "INSERT INTO invitations (company, id, email, role, digest, version, expires_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7)",
    )
    .bind(company)
    .bind(id)
    .bind(invitation.email.as_str())
    .bind(invitation.role.name())
    .bind(&invitation.digest[..])
    .bind(invitation.version.cast_signed())
    .bind(invitation.expires_at.0.cast_signed())
}

fn put_company<'q>(id: &'q [u8], company: &'q Company) -> Sql<'q> {
    let form = &company.form;
    sql(
        "INSERT INTO companies (id, kind, scheme, number, name_en, name_zh, about_en, about_zh, version, created_at,
         updated_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
         ON CONFLICT (id) DO UPDATE SET kind = excluded.kind, scheme = excluded.scheme, number = excluded.number,
         name_en = excluded.name_en, name_zh = excluded.name_zh, about_en = excluded.about_en,
         about_zh = excluded.about_zh, version = excluded.version, updated_at = excluded.updated_at",
    )
    .bind(id)
    .bind(form.kind.name())
    .bind(form.registration.scheme())
    .bind(form.registration.number())
    .bind(&form.name.en)
    .bind(&form.name.zh)
    .bind(&form.about.en)
    .bind(&form.about.zh)
    .bind(company.version.cast_signed())
    .bind(company.created_at.0.cast_signed())
    .bind(company.updated_at.0.cast_signed())
}
