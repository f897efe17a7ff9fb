use api_types::health::Health;
use axum::{
    Json,
    extract::State,
    http::header::CACHE_CONTROL,
    response::{IntoResponse, Response},
};

use crate::{problem::Error, routes::Api};

/// Answers if the server and its database do.
#[utoipa::path(get, path = "/health", tag = "server", responses((status = 200, body = Health)))]
pub(crate) async fn show(State(api): State<Api>) -> Result<Response, Error> {
    let health = Health {
        release: env!("CARGO_PKG_VERSION").to_owned(),
        catalogue: api.store.catalogue().front_digest().await?,
    };
    Ok(([(CACHE_CONTROL, "no-store")], Json(health)).into_response())
}
