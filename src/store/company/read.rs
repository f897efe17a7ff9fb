use domain::Id;
use market::{DraftKind, Invitation, Member, Moment, Notice, Role, Version};

use super::{Companies, noun, values};
use crate::{StoreError, sql::sql};

/// A part of a list, and whether there is more behind it.
#[derive(Clone, Debug)]
pub struct Page<T> {
    pub items: Vec<T>,
    pub has_more: bool,
}

/// A company with its id.
pub type Company = (Id, market::Company);

/// A draft with its id.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    pub id: Id,
    pub kind: DraftKind,
    pub content: String,
    pub version: Version,
    pub updated_at: Moment,
}

/// An entry of a company's feed, numbered from 1 without a gap.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    pub number: u64,
    pub notice: Notice,
    pub at: Moment,
}

type DraftRow = (Vec<u8>, String, String, i64, i64);
type ChangeRow = (i64, String, Vec<u8>, i64, i64, i64);

/// Before all ids.
const FIRST: [u8; 0] = [];

impl Companies<'_> {
    /// What an account may do in a company; `None` if it is not of it, or there is none.
    ///
    /// # Errors
    /// The database cannot be read.
    pub async fn role(
        &self,
        company: Id,
        account: Id,
        now: Moment,
    ) -> Result<Option<Role>, StoreError> {
        let known = &self.store.known;
        if let Some(role) = known.role(company, account, now) {
            return Ok(role);
        }
        let count = known.count();
        let name: Option<(String,)> =
            sql("SELECT role FROM members WHERE company = $1 AND account = $2")
                .bind(&company.as_bytes()[..])
                .bind(&account.as_bytes()[..])
                .optional(&self.store.readers)
                .await?;
        let role = name.map(|(name,)| values::role(&name)).transpose()?;
        known.keep_role((company, account), role, now, count);
        Ok(role)
    }

    /// # Errors
    /// The database cannot be read.
    pub async fn find(&self, company: Id) -> Result<Option<Company>, StoreError> {
        let row = sql(values::COMPANY)
            .bind(&company.as_bytes()[..])
            .optional(&self.store.readers)
            .await?;
        row.map(values::company).transpose()
    }

    /// All companies, in the order of their ids.
    ///
    /// # Errors
    /// The database cannot be read.
    pub async fn list(&self, after: Option<Id>, most: u32) -> Result<Page<Company>, StoreError> {
        let rows: Vec<values::CompanyRow> = sql(
            "SELECT id, kind, scheme, number, name_en, name_zh, about_en, about_zh, version, created_at, updated_at
             FROM companies WHERE id > $1 ORDER BY id LIMIT $2",
        )
        .bind(start(after.as_ref()))
        .bind(i64::from(most) + 1)
        .all(&self.store.readers)
        .await?;
        page(rows, most, values::company)
    }

    /// In the order of their accounts' ids.
    ///
    /// # Errors
    /// The database cannot be read.
    pub async fn members(
        &self,
        company: Id,
        after: Option<Id>,
        most: u32,
    ) -> Result<Page<Member>, StoreError> {
        let rows: Vec<values::MemberRow> = sql(
            "SELECT account, role, version, since FROM members WHERE company = $1 AND account > $2
             ORDER BY account LIMIT $3",
        )
        .bind(&company.as_bytes()[..])
        .bind(start(after.as_ref()))
        .bind(i64::from(most) + 1)
        .all(&self.store.readers)
        .await?;
        page(rows, most, values::member)
    }

    /// In the order of their ids.
    ///
    /// # Errors
    /// The database cannot be read.
    pub async fn invitations(
        &self,
        company: Id,
        after: Option<Id>,
        most: u32,
    ) -> Result<Page<(Id, Invitation)>, StoreError> {
        let rows: Vec<values::InvitationRow> = sql(
            "SELECT id, email, role, digest, version, expires_at FROM invitations WHERE company = $1 AND id > $2
             ORDER BY id LIMIT $3",
        )
        .bind(&company.as_bytes()[..])
        .bind(start(after.as_ref()))
        .bind(i64::from(most) + 1)
        .all(&self.store.readers)
        .await?;
        page(rows, most, values::invitation)
    }

    /// # Errors
    /// The database cannot be read.
    pub async fn draft(&self, company: Id, draft: Id) -> Result<Option<Draft>, StoreError> {
        let row = sql(
            "SELECT id, kind, content, version, updated_at FROM drafts WHERE company = $1 AND id = $2",
        )
        .bind(&company.as_bytes()[..])
        .bind(&draft.as_bytes()[..])
        .optional(&self.store.readers)
        .await?;
        row.map(read_draft).transpose()
    }

    /// In the order of their ids.
    ///
    /// # Errors
    /// The database cannot be read.
    pub async fn drafts(
        &self,
        company: Id,
        after: Option<Id>,
        most: u32,
    ) -> Result<Page<Draft>, StoreError> {
        let rows: Vec<DraftRow> = sql(
            "SELECT id, kind, content, version, updated_at FROM drafts WHERE company = $1 AND id > $2
             ORDER BY id LIMIT $3",
        )
        .bind(&company.as_bytes()[..])
        .bind(start(after.as_ref()))
        .bind(i64::from(most) + 1)
        .all(&self.store.readers)
        .await?;
        page(rows, most, read_draft)
    }

    /// What happened in a company since the change of this number, in the order in which it happened.
    ///
    /// # Errors
    /// The database cannot be read.
    pub async fn changes(
        &self,
        company: Id,
        after: u64,
        most: u32,
    ) -> Result<Page<Change>, StoreError> {
        let rows: Vec<ChangeRow> = sql(
            "SELECT number, noun, id, version, is_gone, at FROM changes WHERE company = $1 AND number > $2
             ORDER BY number LIMIT $3",
        )
        .bind(&company.as_bytes()[..])
        .bind(i64::try_from(after).unwrap_or(i64::MAX))
        .bind(i64::from(most) + 1)
        .all(&self.store.readers)
        .await?;
        page(rows, most, |(number, name, id, version, is_gone, at)| {
            let (noun, id) = (noun(&name)?, values::id(&id)?);
            let notice = Notice {
                noun,
                id,
                version: version.cast_unsigned(),
                is_gone: is_gone != 0,
            };
            Ok(Change {
                number: number.cast_unsigned(),
                notice,
                at: values::moment(at),
            })
        })
    }
}

pub(super) fn start(after: Option<&Id>) -> &[u8] {
    after.map_or(&FIRST[..], |id| id.as_bytes())
}

pub(super) fn read_draft(
    (id, kind, content, version, updated_at): DraftRow,
) -> Result<Draft, StoreError> {
    Ok(Draft {
        id: values::id(&id)?,
        kind: values::draft_kind(&kind)?,
        content,
        version: version.cast_unsigned(),
        updated_at: values::moment(updated_at),
    })
}

/// One row more than asked for was read, to know whether there are more.
pub(super) fn page<R, T>(
    rows: Vec<R>,
    most: u32,
    read: impl FnMut(R) -> Result<T, StoreError>,
) -> Result<Page<T>, StoreError> {
    let most = usize::try_from(most).unwrap_or(usize::MAX);
    let has_more = rows.len() > most;
    let items = rows
        .into_iter()
        .take(most)
        .map(read)
        .collect::<Result<_, _>>()?;
    Ok(Page { items, has_more })
}
