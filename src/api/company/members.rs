use api_types::{
    change::Receipt,
    member::{Member, Members, RoleForm},
};
use axum::{extract::State, response::Response};
use market::{Command, access::Route};

use crate::{
    asked::{Asked, Bare, Change, Ids, Paging},
    identity::SignedIn,
    problem::Error,
    routes::Api,
    wire,
};

/// Who belongs to a company.
#[utoipa::path(get, path = "/companies/{company}/members", tag = "company",
    responses((status = 200, body = Members)))]
pub(super) async fn list(
    State(api): State<Api>,
    who: SignedIn,
    Ids([company]): Ids<1>,
    Asked(paging): Asked<Paging>,
) -> Result<Response, Error> {
    who.may(&api, Route::ListMembers, Some(company)).await?;
    let page = api
        .store
        .companies()
        .members(company, paging.after, paging.most()?)
        .await?;
    // A reviewer may ask for any company, and one without members there is none.
    if page.items.is_empty() && paging.after.is_none() {
        return Err(Error::NotFound);
    }
    let next = wire::next(&page, |member| member.account);
    let mut items = Vec::with_capacity(page.items.len());
    for member in page.items {
        // Members belong to accounts, and accounts stay; one that is gone all the same has no name.
        let account = api.store.accounts().by_id(member.account).await?;
        let (name, email) = account
            .map(|account| (account.name, account.email.to_string()))
            .unwrap_or_default();
        items.push(Member {
            account: member.account,
            name,
            email,
            role: wire::role(member.role),
            version: member.version,
            since: member.since.0,
        });
    }
    Ok(wire::private(&Members { items, next }))
}

/// Gives a member another role.
#[utoipa::path(put, path = "/companies/{company}/members/{account}", tag = "company", request_body = RoleForm,
    responses((status = 200, body = Receipt)))]
pub(super) async fn set_role(
    State(api): State<Api>,
    who: SignedIn,
    Ids([company, account]): Ids<2>,
    Change(terms, form): Change<RoleForm>,
) -> Result<Response, Error> {
    let known = terms.must_know()?;
    let command = Command::SetRole {
        account,
        role: wire::role_in(form.role),
        known,
    };
    api.order(&who, company, terms, (command, false)).await
}

/// Ends a membership.
#[utoipa::path(delete, path = "/companies/{company}/members/{account}", tag = "company",
    responses((status = 200, body = Receipt)))]
pub(super) async fn remove(
    State(api): State<Api>,
    who: SignedIn,
    Ids([company, account]): Ids<2>,
    Bare(terms): Bare,
) -> Result<Response, Error> {
    api.order(
        &who,
        company,
        terms,
        (Command::RemoveMember { account }, false),
    )
    .await
}
