use domain::Id;
use market::{Needs, Order, Present};

use super::{blob, deal, listing, order, values};
use crate::{StoreError, sql::sql, writer::Batch};

/// What is there, as far as the order needs it.
pub(super) struct Found {
    pub(super) present: Present,
    /// Digest, id and version that the order's key was answered with before.
    pub(super) answered: Option<([u8; 32], Id, u64)>,
}

type Row = (
    Option<String>,
    Option<i64>,
    Option<Vec<u8>>,
    Option<Vec<u8>>,
    Option<i64>,
);

pub(super) async fn load(batch: &mut Batch<'_>, order: &Order) -> Result<Found, StoreError> {
    let company = &order.company.as_bytes()[..];
    let draft = match order.command.needs() {
        Needs::Draft(draft) => draft,
        // Nobody asks.
        _ => order.company,
    };
    // One statement for the commonest order of all: a draft that is saved.
    let (role, version, digest, id, answered): Row = sql(
        "SELECT (SELECT role FROM members WHERE company = $1 AND account = $2),
                (SELECT version FROM drafts WHERE company = $1 AND id = $4),
                answers.digest, answers.id, answers.version
         FROM (SELECT 1 AS one) AS one
         LEFT JOIN answers ON answers.company = $1 AND answers.account = $2 AND answers.key = $3",
    )
    .bind(company)
    .bind(&order.by.as_bytes()[..])
    .bind(order.key.as_str())
    .bind(&draft.as_bytes()[..])
    .optional_in(batch.connection)
    .await?
    .ok_or(StoreError::Damaged {
        what: "a row of nothing",
    })?;
    let answered = match (digest, id, answered) {
        (Some(digest), Some(id), Some(version)) => Some((
            values::digest(digest)?,
            values::id(&id)?,
            version.cast_unsigned(),
        )),
        _ => None,
    };
    let mut present = Present {
        role: role.as_deref().map(values::role).transpose()?,
        draft: version.map(i64::cast_unsigned),
        ..Present::default()
    };
    match order.command.needs() {
        Needs::Draft(_) => {
            if order::adds_draft(&order.command) {
                present.drafts = batch.head(order.company).await?.drafts;
            }
        }
        Needs::Drafts(ids) => {
            present.drafts = batch.head(order.company).await?.drafts;
            listing::drafts(batch, company, &ids, &mut present).await?;
        }
        Needs::Company => present.company = find(batch, company).await?,
        Needs::Listings(publication) => {
            present.company = find(batch, company).await?;
            listing::load(batch, order, publication, &mut present).await?;
        }
        Needs::Blob(id) => {
            let row: Option<(Vec<u8>,)> =
                sql("SELECT digest FROM blobs WHERE company = $1 AND id = $2")
                    .bind(company)
                    .bind(&id.as_bytes()[..])
                    .optional_in(batch.connection)
                    .await?;
            present.blob = row.map(|(digest,)| values::digest(digest)).transpose()?;
            present.blobs = batch.head(order.company).await?.blobs;
        }
        Needs::Asked(id) => deal::asked(batch, order, id, &mut present).await?,
        Needs::Request(id) => deal::request(batch, order, id, &mut present).await?,
        Needs::Quotation(id) => deal::quotation(batch, order, id, &mut present).await?,
        Needs::Acceptance(id) => deal::acceptance(batch, order, id, &mut present).await?,
        Needs::Order(id) => deal::order(batch, order, id, &mut present).await?,
        Needs::Settings => present.settings = deal::settings(batch, order).await?,
        Needs::Thread(id) => deal::thread(batch, order, id, &mut present).await?,
        Needs::Mailbox => present.mailbox = deal::mailbox(batch, order).await?,
        Needs::Member(account) => {
            let row = sql(
                "SELECT account, role, version, since FROM members WHERE company = $1 AND account = $2",
            )
            .bind(company)
            .bind(&account.as_bytes()[..])
            .optional_in(batch.connection)
            .await?;
            present.member = row.map(values::member).transpose()?;
            let statement =
                "SELECT COUNT(*) FROM members WHERE company = $1 AND role = 'administrator'";
            present.administrators = count(batch, statement, company).await?;
        }
        Needs::Invitation(id) => {
            let row = sql(
                "SELECT id, email, role, digest, version, expires_at FROM invitations
                 WHERE company = $1 AND id = $2",
            )
            .bind(company)
            .bind(&id.as_bytes()[..])
            .optional_in(batch.connection)
            .await?;
            present.invitation = row
                .map(values::invitation)
                .transpose()?
                .map(|(_, invitation)| invitation);
            present.invitations = count(
                batch,
                "SELECT COUNT(*) FROM invitations WHERE company = $1",
                company,
            )
            .await?;
        }
    }
    let files = order.command.files();
    present.files = blob::files(batch, company, &files).await?;
    Ok(Found { present, answered })
}

pub(super) async fn find(
    batch: &mut Batch<'_>,
    company: &[u8],
) -> Result<Option<market::Company>, StoreError> {
    let row = sql(values::COMPANY)
        .bind(company)
        .optional_in(batch.connection)
        .await?;
    let found = row.map(values::company).transpose()?;
    Ok(found.map(|(_, company)| company))
}

async fn count(
    batch: &mut Batch<'_>,
    statement: &'static str,
    company: &[u8],
) -> Result<u64, StoreError> {
    let count: Option<(i64,)> = sql(statement)
        .bind(company)
        .optional_in(batch.connection)
        .await?;
    Ok(count.map_or(0, |(count,)| count.cast_unsigned()))
}
