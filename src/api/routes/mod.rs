use std::{ops::Deref, path::Path, sync::Arc};

use axum::{
    Router,
    extract::DefaultBodyLimit,
    routing::{any, get},
};
use blobs::Blobs;
use store::Store;

use tokio::sync::Semaphore;

use crate::{
    around::Whole,
    catalogue,
    identity::{gate::Gate, password::Passwords},
    limits,
    live::Bell,
    openapi, photo, problem, site,
};

/// What every handler may use. Cheap to clone, which axum does several times a request.
#[derive(Clone, Debug)]
pub(crate) struct Api(Arc<Means>);

#[derive(Debug)]
pub(crate) struct Means {
    pub(crate) store: Store,
    /// Where photographs lie.
    pub(crate) blobs: Blobs,
    /// Rung when the catalogue is to be made anew.
    pub(crate) bell: Bell,
    /// The folder of the built site.
    pub(crate) site: Box<Path>,
    pub(crate) passwords: Passwords,
    pub(crate) gate: Gate,
    /// Requests that may be under way at a time.
    pub(crate) places: Semaphore,
}

impl Means {
    pub(crate) fn new(store: Store, blobs: Blobs, site: Box<Path>) -> Self {
        Self {
            store,
            blobs,
            bell: Bell::default(),
            site,
            passwords: Passwords::new(),
            gate: Gate::default(),
            places: Semaphore::new(limits::AT_A_TIME),
        }
    }
}

impl From<Means> for Api {
    fn from(means: Means) -> Self {
        Self(means.into())
    }
}

impl Deref for Api {
    type Target = Means;

    fn deref(&self) -> &Means {
        &self.0
    }
}

/// Every address there is, and what stands around all of them.
pub(crate) fn whole(means: Means) -> Whole {
    let api = Api::from(means);
    let addresses = Router::new()
        .nest("/v1", v1())
        // The one address below that a nested router leaves out.
        .route("/v1/", any(problem::not_found))
        // The same addresses as on a static host.
        .route("/catalogue/front.bin", get(catalogue::front))
        .route("/catalogue/{part}", get(catalogue::part))
        .route("/photos/{photo}", get(photo::show))
        .method_not_allowed_fallback(problem::method_not_allowed)
        .fallback(get(site::show).fallback(problem::method_not_allowed))
        .layer(DefaultBodyLimit::max(limits::BODY))
        .with_state(api.clone());
    Whole { api, addresses }
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
