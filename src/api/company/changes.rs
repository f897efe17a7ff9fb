use api_types::change::Changes;
use axum::{extract::State, response::Response};
use domain::Id;
use market::access::Route;
use serde::Deserialize;

use crate::{
    asked::{Asked, most},
    identity::SignedIn,
    problem::Error,
    routes::Api,
    wire,
};

/// Whose feed, and from where.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Since {
    company: Id,
    /// The number of the newest change that the client has; 0 for all.
    after: Option<u64>,
    limit: Option<u32>,
}

/// What happened in a company since the client last asked, in the order in which it happened, without gap or double.
#[utoipa::path(get, path = "/changes", tag = "company", responses((status = 200, body = Changes)))]
pub(super) async fn list(
    State(api): State<Api>,
    who: SignedIn,
    Asked(since): Asked<Since>,
) -> Result<Response, Error> {
    who.may(&api, Route::ListChanges, Some(since.company))
        .await?;
    let after = since.after.unwrap_or(0);
    let page = api
        .store
        .companies()
        .changes(since.company, after, most(since.limit)?)
        .await?;
    let next = page.items.last().map_or(after, |change| change.number);
    let has_more = page.has_more;
    let items = page.items.into_iter().map(wire::change).collect();
    Ok(wire::private(&Changes {
        items,
        next,
        has_more,
    }))
}
