use api_types::catalogue::{Front, decode};
use axum::{extract::State, http::HeaderMap, response::Response};
use store::catalogue::Accepted;

use super::represent;
use crate::{accept, media, problem::Error, representation::Cache, routes::Api};

/// The front of the current publication, the only part to ask for again: a client that has it already gets 304.
pub(crate) async fn front(State(api): State<Api>, headers: HeaderMap) -> Result<Response, Error> {
    let catalogue = api.store.catalogue();
    let front = catalogue.front(accept::codings(&headers)).await?;
    let front = front.ok_or(Error::CatalogueNotPublished)?;
    Ok(represent(front, media::BYTES, Cache::AskAgain).answer(&headers))
}

/// The same as JSON, for everybody who is not the hub's own client. A front left by another version of the hub is none.
pub(crate) async fn show(State(api): State<Api>, headers: HeaderMap) -> Result<Response, Error> {
    let catalogue = api.store.catalogue();
    let part = catalogue.front(Accepted::default()).await?;
    let mut part = part.ok_or(Error::CatalogueNotPublished)?;
    let front: Front = decode(&part.bytes).map_err(|_| Error::CatalogueNotPublished)?;
    part.bytes = serde_json::to_vec(&front)
        .map_err(|_| Error::CatalogueNotPublished)?
        .into();
    part.digest.push_str("-json");
    Ok(represent(part, media::JSON, Cache::AskAgain).answer(&headers))
}
