//! Rows into values: what does not fit was not written by this program.

use domain::{Id, Text};
use market::{
    Company, CompanyForm, CompanyKind, DraftKind, Invitation, Member, Moment, Registration, Role,
};

use crate::StoreError;

/// All columns of a company, by its id.
pub(super) const COMPANY: &str =
    "SELECT id, kind, scheme, number, name_en, name_zh, about_en, about_zh, version,
     created_at, updated_at FROM companies WHERE id = $1";

pub(super) type CompanyRow = (
    Vec<u8>,
    String,
    String,
    String,
    String,
    String,
    String,
    String,
    i64,
    i64,
    i64,
);
pub(super) type MemberRow = (Vec<u8>, String, i64, i64);
pub(super) type InvitationRow = (Vec<u8>, String, String, Vec<u8>, i64, i64);

fn damaged(what: &'static str) -> StoreError {
    StoreError::Damaged { what }
}

pub(crate) fn id(bytes: &[u8]) -> Result<Id, StoreError> {
    bytes
        .try_into()
        .map(Id::from_bytes)
        .map_err(|_| damaged("an id"))
}

pub(crate) fn digest(bytes: Vec<u8>) -> Result<[u8; 32], StoreError> {
    bytes.try_into().map_err(|_| damaged("a digest"))
}

pub(crate) fn role(name: &str) -> Result<Role, StoreError> {
    Role::parse(name).ok_or(damaged("a role"))
}

pub(crate) fn company_kind(name: &str) -> Result<CompanyKind, StoreError> {
    CompanyKind::parse(name).ok_or(damaged("a kind of company"))
}

pub(crate) fn draft_kind(name: &str) -> Result<DraftKind, StoreError> {
    DraftKind::parse(name).ok_or(damaged("a kind of draft"))
}

pub(crate) fn moment(at: i64) -> Moment {
    Moment(at.cast_unsigned())
}

pub(super) fn company(row: CompanyRow) -> Result<(Id, Company), StoreError> {
    let (
        key,
        kind,
        scheme,
        number,
        name_en,
        name_zh,
        about_en,
        about_zh,
        version,
        created_at,
        updated_at,
    ) = row;
    let form = CompanyForm {
        kind: company_kind(&kind)?,
        registration: Registration::parse(&scheme, &number)
            .map_err(|_| damaged("a registration"))?,
        name: Text::new(name_en, name_zh),
        about: Text::new(about_en, about_zh),
    };
    let company = Company {
        form,
        version: version.cast_unsigned(),
        created_at: moment(created_at),
        updated_at: moment(updated_at),
    };
    Ok((id(&key)?, company))
}

pub(super) fn member((account, name, version, since): MemberRow) -> Result<Member, StoreError> {
    Ok(Member {
        account: id(&account)?,
        role: role(&name)?,
        version: version.cast_unsigned(),
        since: moment(since),
    })
}

pub(super) fn invitation(row: InvitationRow) -> Result<(Id, Invitation), StoreError> {
    let (key, email, name, secret, version, expires_at) = row;
    let invitation = Invitation {
        email: email.parse().map_err(|_| damaged("an address"))?,
        role: role(&name)?,
        digest: digest(secret)?,
        version: version.cast_unsigned(),
        expires_at: moment(expires_at),
    };
    Ok((id(&key)?, invitation))
}
