//! Companies, and who belongs to them.

use api_types::change::Receipt;
use api_types::company::{Company, CompanyForm};
use api_types::member::{
    Acceptance, Invitation, InvitationForm, Invitations, Member, Members, Role, RoleForm,
};
use domain::Id;
use gloo_net::http::Method;

use super::Refused;
use super::call::Ask;

/// A company, and the key of what a person does to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Deed {
    pub company: Id,
    pub key: Id,
}

impl Deed {
    pub(super) fn ask(self, method: Method, rest: &str) -> Ask {
        let path = format!("v1/companies/{}{rest}", self.company);
        Ask::new(method, &path).key(self.key)
    }
}

/// # Errors
/// See [`Refused`].
pub async fn company(id: Id) -> Result<Company, Refused> {
    Ask::get(&format!("v1/companies/{id}")).read().await
}

/// # Errors
/// See [`Refused`].
pub async fn found_company(deed: Deed, form: &CompanyForm) -> Result<Receipt, Refused> {
    deed.ask(Method::PUT, "").body(form).read().await
}

/// The first hundred members: the hub has no larger company yet.
///
/// # Errors
/// See [`Refused`].
pub async fn members(company: Id) -> Result<Vec<Member>, Refused> {
    let path = format!("v1/companies/{company}/members?limit=100");
    let members: Members = Ask::get(&path).read().await?;
    Ok(members.items)
}

/// # Errors
/// See [`Refused`].
pub async fn set_role(deed: Deed, member: &Member, role: Role) -> Result<Receipt, Refused> {
    let ask = deed.ask(Method::PUT, &format!("/members/{}", member.account));
    let ask = ask.body(&RoleForm { role });
    ask.seen(member.version).read().await
}

/// # Errors
/// See [`Refused`].
pub async fn remove_member(deed: Deed, account: Id) -> Result<Receipt, Refused> {
    let rest = format!("/members/{account}");
    deed.ask(Method::DELETE, &rest).read().await
}

/// # Errors
/// See [`Refused`].
pub async fn invitations(company: Id) -> Result<Vec<Invitation>, Refused> {
    let path = format!("v1/companies/{company}/invitations?limit=100");
    let invitations: Invitations = Ask::get(&path).read().await?;
    Ok(invitations.items)
}

/// # Errors
/// See [`Refused`].
pub async fn invite(deed: Deed, invitation: Id, form: &InvitationForm) -> Result<Receipt, Refused> {
    let rest = format!("/invitations/{invitation}");
    deed.ask(Method::PUT, &rest).body(form).read().await
}

/// # Errors
/// See [`Refused`].
pub async fn revoke(deed: Deed, invitation: Id) -> Result<Receipt, Refused> {
    let rest = format!("/invitations/{invitation}");
    deed.ask(Method::DELETE, &rest).read().await
}

/// # Errors
/// See [`Refused`].
pub async fn accept(deed: Deed, invitation: Id, secret: String) -> Result<Receipt, Refused> {
    let rest = format!("/invitations/{invitation}/acceptance");
    let ask = deed.ask(Method::POST, &rest);
    ask.body(&Acceptance { secret }).read().await
}
