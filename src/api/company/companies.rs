use api_types::{
    change::Receipt,
    company::{Companies, Company, CompanyForm},
};
use axum::{extract::State, http::HeaderMap, response::Response};
use market::{Command, access::Route};

use crate::{
    asked::{Asked, Change, Ids, Paging},
    identity::SignedIn,
    problem::Error,
    routes::Api,
    wire,
};

/// All companies, for reviewers.
#[utoipa::path(get, path = "/companies", tag = "company", responses((status = 200, body = Companies)))]
pub(super) async fn list(
    State(api): State<Api>,
    who: SignedIn,
    Asked(paging): Asked<Paging>,
) -> Result<Response, Error> {
    who.may(&api, Route::ListCompanies, None).await?;
    let page = api
        .store
        .companies()
        .list(paging.after, paging.most()?)
        .await?;
    let next = wire::next(&page, |(id, _)| *id);
    let items = page.items.into_iter().map(wire::company).collect();
    Ok(wire::private(&Companies { items, next }))
}

/// What a company says of itself.
#[utoipa::path(get, path = "/companies/{company}", tag = "company", responses((status = 200, body = Company)))]
pub(super) async fn show(
    State(api): State<Api>,
    who: SignedIn,
    Ids([company]): Ids<1>,
    headers: HeaderMap,
) -> Result<Response, Error> {
    who.may(&api, Route::ShowCompany, Some(company)).await?;
    let found = api
        .store
        .companies()
        .find(company)
        .await?
        .ok_or(Error::NotFound)?;
    Ok(wire::versioned(
        &headers,
        found.1.version,
        &wire::company(found),
    ))
}

/// Founds a company under an id that the client made; whoever founds it is its first administrator.
#[utoipa::path(put, path = "/companies/{company}", tag = "company", request_body = CompanyForm,
    responses((status = 201, body = Receipt), (status = 200, body = Receipt)))]
pub(super) async fn found(
    State(api): State<Api>,
    who: SignedIn,
    Ids([company]): Ids<1>,
    Change(terms, form): Change<CompanyForm>,
) -> Result<Response, Error> {
    let command = Command::FoundCompany(wire::company_in(form)?);
    api.order(&who, company, terms, (command, true)).await
}

/// Replaces what a company says of itself.
#[utoipa::path(patch, path = "/companies/{company}", tag = "company", request_body = CompanyForm,
    responses((status = 200, body = Receipt)))]
pub(super) async fn update(
    State(api): State<Api>,
    who: SignedIn,
    Ids([company]): Ids<1>,
    Change(terms, form): Change<CompanyForm>,
) -> Result<Response, Error> {
    let known = terms.must_know()?;
    let command = Command::UpdateCompany {
        form: wire::company_in(form)?,
        known,
    };
    api.order(&who, company, terms, (command, false)).await
}
