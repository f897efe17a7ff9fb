use api_types::{
    change::Receipt,
    draft::{Draft, DraftForm, Drafts, ProductsForm},
};
use axum::{extract::State, http::HeaderMap, response::Response};
use clerk::{page::MOST_DRAFTS, words};
use market::{Command, access::Route};

use crate::{
    asked::{Asked, Bare, Change, Ids, Paging},
    identity::SignedIn,
    problem::Error,
    routes::Api,
    wire,
};

/// What a company is writing.
#[utoipa::path(get, path = "/companies/{company}/drafts", tag = "draft", responses((status = 200, body = Drafts)))]
pub(super) async fn list(
    State(api): State<Api>,
    who: SignedIn,
    Ids([company]): Ids<1>,
    Asked(paging): Asked<Paging>,
) -> Result<Response, Error> {
    who.may(&api, Route::ListDrafts, Some(company)).await?;
    let page = api
        .store
        .companies()
        .drafts(company, paging.after, paging.most()?.min(MOST_DRAFTS))
        .await?;
    let next = wire::next(&page, |draft| draft.id);
    let items = page
        .items
        .into_iter()
        .map(wire::draft)
        .collect::<Result<_, _>>()?;
    Ok(wire::private(&Drafts { items, next }))
}

/// One draft.
#[utoipa::path(get, path = "/companies/{company}/drafts/{draft}", tag = "draft",
    responses((status = 200, body = Draft)))]
pub(super) async fn show(
    State(api): State<Api>,
    who: SignedIn,
    Ids([company, draft]): Ids<2>,
    headers: HeaderMap,
) -> Result<Response, Error> {
    who.may(&api, Route::ShowDraft, Some(company)).await?;
    let found = api
        .store
        .companies()
        .draft(company, draft)
        .await?
        .ok_or(Error::NotFound)?;
    Ok(wire::versioned(
        &headers,
        found.version,
        &wire::draft(found)?,
    ))
}

/// Saves a draft: a new one without `If-Match`, the next version of one with it.
#[utoipa::path(put, path = "/companies/{company}/drafts/{draft}", tag = "draft", request_body = DraftForm,
    responses((status = 201, body = Receipt), (status = 200, body = Receipt)))]
pub(super) async fn put(
    State(api): State<Api>,
    who: SignedIn,
    Ids([company, draft]): Ids<2>,
    Change(terms, form): Change<DraftForm>,
) -> Result<Response, Error> {
    let content = words::content_in(&form);
    let (known, kind) = (terms.known, wire::draft_kind_in(form.kind));
    let command = Command::PutDraft {
        draft,
        kind,
        content,
        known,
    };
    api.order(&who, company, terms, (command, known.is_none()))
        .await
}

/// Saves many products at once, as a file has them: all of them or none.
#[utoipa::path(post, path = "/companies/{company}/drafts", tag = "draft", request_body = ProductsForm,
    responses((status = 200, body = Receipt)))]
pub(super) async fn put_products(
    State(api): State<Api>,
    who: SignedIn,
    Ids([company]): Ids<1>,
    Change(terms, form): Change<ProductsForm>,
) -> Result<Response, Error> {
    api.order(&who, company, terms, (words::products_in(form), false))
        .await
}

/// Throws a draft away.
#[utoipa::path(delete, path = "/companies/{company}/drafts/{draft}", tag = "draft",
    responses((status = 200, body = Receipt)))]
pub(super) async fn drop(
    State(api): State<Api>,
    who: SignedIn,
    Ids([company, draft]): Ids<2>,
    Bare(terms): Bare,
) -> Result<Response, Error> {
    let known = terms.must_know()?;
    api.order(
        &who,
        company,
        terms,
        (Command::DropDraft { draft, known }, false),
    )
    .await
}
