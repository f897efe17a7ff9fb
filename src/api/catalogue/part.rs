use axum::{
    extract::{Path, State},
    http::HeaderMap,
    response::Response,
};

use super::represent;
use crate::{accept, media, problem::Error, representation::Cache, routes::Api};

/// An immutable part, named by its content: of the current publication or of one replaced less than 30 days ago.
pub(crate) async fn part(
    State(api): State<Api>,
    Path(name): Path<String>,
    headers: HeaderMap,
) -> Result<Response, Error> {
    let catalogue = api.store.catalogue();
    let part = catalogue.part(&name, accept::codings(&headers)).await?;
    let part = part.ok_or(Error::NotFound)?;
    Ok(represent(part, media::of(&name), Cache::Forever).answer(&headers))
}
