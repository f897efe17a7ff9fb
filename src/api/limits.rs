use std::time::Duration;

use axum::{
    body::HttpBody,
    extract::Request,
    middleware::Next,
    response::{IntoResponse, Response},
};

use crate::problem::Error;

/// Bytes of a body. Requests are forms; files go elsewhere.
pub(crate) const BODY: usize = 64 * 1024;

/// From a request's last header to its answer: covers bodies that trickle in as well as handlers that hang.
const TIME: Duration = Duration::from_secs(30);

/// Refuses a body that says itself that it is too large. One that does not say is cut off where a handler reads it, by
/// axum's `DefaultBodyLimit` of the same size.
pub(crate) async fn body(request: Request, next: Next) -> Response {
    if request.body().size_hint().lower() > BODY as u64 {
        return Error::BodyTooLarge.into_response();
    }
    next.run(request).await
}

pub(crate) async fn time(request: Request, next: Next) -> Response {
    match tokio::time::timeout(TIME, next.run(request)).await {
        Ok(response) => response,
        Err(_) => Error::TooSlow.into_response(),
    }
}
