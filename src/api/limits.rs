use std::{sync::LazyLock, time::Duration};

use axum::{
    body::{Body, Bytes, HttpBody},
    extract::{Request, State},
    http::{HeaderMap, StatusCode},
    middleware::Next,
    response::{IntoResponse, Response},
};

use crate::{headers, problem::Error, request_log, routes::Api};

/// Bytes of a body. Requests are forms; files go elsewhere.
pub(crate) const BODY: usize = clerk::body::LARGEST;

/// From a request's last header to its answer: covers bodies that trickle in as well as handlers that hang.
const TIME: Duration = Duration::from_secs(12);

/// Requests under way at a time: what is done in about a tenth of a second. Whoever comes beyond that is told so soon,
/// instead of waiting with all the others until nobody is answered in time.
pub(crate) const AT_A_TIME: usize = 512;

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
const WAIT: Duration = Duration::from_millis(30);

/// Refuses what there is no place for. The outermost layer: under overload most requests are refused, and whatever else
/// were done for each of them would be missing for those that are answered.
pub(crate) async fn load(State(api): State<Api>, request: Request, next: Next) -> Response {
    let place = match api.places.try_acquire() {
        Ok(place) => Some(place),
        Err(_) => tokio::time::timeout(WAIT, api.places.acquire())
            .await
            .ok()
            .and_then(Result::ok),
    };
    match place {
        Some(_place) => next.run(request).await,
        None => refusal(),
    }
}

/// The same for everybody but for its name, hence made once.
fn refusal() -> Response {
    static REFUSAL: LazyLock<(HeaderMap, Bytes)> = LazyLock::new(|| {
        let (mut head, body) = Error::Overloaded.to_problem();
        headers::put(&mut head);
        (head, body)
    });
    let (head, body) = &*REFUSAL;
    let mut response = Response::new(Body::from(body.clone()));
    *response.status_mut() = StatusCode::SERVICE_UNAVAILABLE;
    *response.headers_mut() = head.clone();
    request_log::name(&mut response);
    response
}

pub(crate) async fn time(request: Request, next: Next) -> Response {
    match tokio::time::timeout(TIME, next.run(request)).await {
        Ok(response) => response,
        Err(_) => Error::TooSlow.into_response(),
    }
}
