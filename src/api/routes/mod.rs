use std::{path::Path, sync::Arc};

use axum::{
    Router,
    extract::DefaultBodyLimit,
    middleware::{from_fn, from_fn_with_state, map_response},
    routing::{any, get},
};
use store::Store;

use tokio::sync::Semaphore;

use crate::{
    catalogue, headers,
    identity::{gate::Gate, password::Passwords},
    limits, openapi, problem, request_log, site,
};

/// What every handler may use.
#[derive(Clone, Debug)]
pub(crate) struct Api {
    pub(crate) store: Store,
    /// The folder of the built site.
    pub(crate) site: Arc<Path>,
    pub(crate) passwords: Passwords,
    pub(crate) gate: Arc<Gate>,
    /// Requests that may be under way at a time.
    pub(crate) places: Arc<Semaphore>,
}

impl Api {
    pub(crate) fn new(store: Store, site: Arc<Path>) -> Self {
        Self {
            store,
            site,
            passwords: Passwords::new(),
            gate: Arc::default(),
            places: Semaphore::new(limits::AT_A_TIME).into(),
        }
    }
}

/// Every address there is. Layers wrap from the inside out: what is added last sees every answer.
pub(crate) fn router(api: Api) -> Router {
    Router::new()
        .nest("/v1", v1())
        // The one address below that a nested router leaves out.
        .route("/v1/", any(problem::not_found))
        // The same addresses as on a static host.
        .route("/catalogue/front.bin", get(catalogue::front))
        .route("/catalogue/{part}", get(catalogue::part))
        .method_not_allowed_fallback(problem::method_not_allowed)
        .fallback(get(site::show).fallback(problem::method_not_allowed))
        .layer(DefaultBodyLimit::max(limits::BODY))
        .layer(from_fn(limits::time))
        .layer(from_fn(limits::body))
        .layer(from_fn(request_log::observe))
        .layer(map_response(headers::secure))
        .layer(from_fn_with_state(api.clone(), limits::load))
        .with_state(api)
}

fn v1() -> Router<Api> {
    let (routes, _) = openapi::routes().split_for_parts();
    routes
        .route("/catalogue", get(catalogue::show))
        .route("/openapi.json", get(openapi::show))
        .route("/docs", get(openapi::read))
        .route("/docs.css", get(openapi::style))
        .method_not_allowed_fallback(problem::method_not_allowed)
        .fallback(problem::not_found)
}

#[cfg(test)]
mod tests;
