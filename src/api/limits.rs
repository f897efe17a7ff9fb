use std::time::Duration;

use axum::{
    body::HttpBody,
    extract::{Request, State},
    middleware::Next,
    response::{IntoResponse, Response},
};

use crate::{problem::Error, routes::Api};

/// Bytes of a body. Requests are forms; files go elsewhere.
pub(crate) const BODY: usize = 64 * 1024;

/// From a request's last header to its answer: covers bodies that trickle in as well as handlers that hang.
const TIME: Duration = Duration::from_secs(12);

/// Requests under way at a time. Whoever comes beyond that is told so at once, instead of waiting with all the others
/// until nobody is answered in time.
pub(crate) const AT_A_TIME: usize = 256;

/// Refuses a body that says itself that it is too large. One that does not say is cut off where a handler reads it, by
/// axum's `DefaultBodyLimit` of the same size.
pub(crate) async fn body(request: Request, next: Next) -> Response {
    if request.body().size_hint().lower() > BODY as u64 {
        return Error::BodyTooLarge.into_response();
    }
    next.run(request).await
}

/// How long a request may wait for a place: long enough for a burst to pass, short enough for a refusal to come soon.
/// It also keeps those who ask again at once from taking all the time there is.
const WAIT: Duration = Duration::from_millis(20);

/// Refuses what there is no place for.
pub(crate) async fn load(State(api): State<Api>, request: Request, next: Next) -> Response {
    let free = api.places.try_acquire();
    let place = match free {
        Ok(place) => Ok(place),
        Err(_) => tokio::time::timeout(WAIT, api.places.acquire())
            .await
            .map_err(|_| ())
            .and_then(|place| place.map_err(|_| ())),
    };
    match place {
        Ok(_place) => next.run(request).await,
        Err(()) => Error::Overloaded.into_response(),
    }
}

pub(crate) async fn time(request: Request, next: Next) -> Response {
    match tokio::time::timeout(TIME, next.run(request)).await {
        Ok(response) => response,
        Err(_) => Error::TooSlow.into_response(),
    }
}
