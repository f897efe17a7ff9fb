use std::{convert::Infallible, sync::LazyLock, time::Duration};

use axum::{
    body::{Body, Bytes, HttpBody},
    extract::Request,
    http::{HeaderMap, Method, StatusCode},
    response::{IntoResponse, Response},
};
use tokio::sync::{Semaphore, SemaphorePermit};

use market::MAX_BLOB;

use crate::{coming::Coming, headers, problem::Error, request_log};

/// Bytes of a body. Requests are forms; files go elsewhere.
pub(crate) const BODY: usize = clerk::body::LARGEST;

/// From a request's last header to its answer: covers bodies that trickle in as well as handlers that hang.
const TIME: Duration = Duration::from_secs(12);

/// Requests under way at a time: what is done in about a tenth of a second. Whoever comes beyond that is told so soon,
/// instead of waiting with all the others until nobody is answered in time.
pub(crate) const AT_A_TIME: usize = 512;

/// Bytes that a request's body may have: more where it is a file, which goes where it is kept as it comes.
fn most(request: &Request) -> u64 {
    let mut parts = request.uri().path().split('/').skip(1);
    let is_blob = request.method() == Method::PUT
        && parts.by_ref().take(2).eq(["v1", "companies"])
        && parts.nth(1) == Some("blobs");
    if is_blob { MAX_BLOB } else { BODY as u64 }
}

/// Whether a body says itself that it is too large. One that does not say is cut off where a handler reads it, by
/// axum's `DefaultBodyLimit` of the same size.
pub(crate) fn is_too_large(request: &Request) -> bool {
    request.body().size_hint().lower() > most(request)
}

pub(crate) fn too_large() -> Response {
    Error::BodyTooLarge.into_response()
}

/// After how long a request for which there is no place looks again: long enough for a burst to pass, short enough for a
/// refusal to come soon. It also keeps those who ask again at once from taking all the time there is.
const WAIT: Duration = Duration::from_millis(15);

/// A place for a request, if there is one now or in a moment.
///
/// Nobody queues for it: under overload a queue is always full, and keeping it costs more than the refusal.
pub(crate) async fn place(places: &Semaphore) -> Option<SemaphorePermit<'_>> {
    if let Ok(place) = places.try_acquire() {
        return Some(place);
    }
    tokio::time::sleep(WAIT).await;
    places.try_acquire().ok()
}

/// The same for everybody but for its name, hence made once.
pub(crate) fn refusal() -> Response {
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

/// The answer, or that it took too long: us, or whoever sends the body.
pub(crate) async fn in_time<F>(request: Request, answer: impl FnOnce(Request) -> F) -> Response
where
    F: Future<Output = Result<Response, Infallible>>,
{
    within(TIME, request, answer).await
}

async fn within<F>(time: Duration, request: Request, answer: impl FnOnce(Request) -> F) -> Response
where
    F: Future<Output = Result<Response, Infallible>>,
{
    let (request, coming) = Coming::watch(request);
    match tokio::time::timeout(time, answer(request)).await {
        Ok(Ok(response)) => response,
        Ok(Err(never)) => match never {},
        Err(_) if coming.is_awaited() => Error::Unfinished.into_response(),
        Err(_) => Error::TooSlow.into_response(),
    }
}

#[cfg(test)]
mod tests {
    use std::future::{pending, ready};

    use axum::body::to_bytes;
    use futures_util::stream;

    use super::*;

    /// The status that comes of a body in these pieces, when it is read and then this is done.
    async fn status(whole: bool, then: impl Future<Output = ()>) -> StatusCode {
        let first = stream::iter([Ok::<_, Infallible>(Bytes::from_static(b"{"))]);
        let body = if whole {
            Body::from_stream(first)
        } else {
            let rest = futures_util::StreamExt::chain(first, stream::pending());
            Body::from_stream(rest)
        };
        let answer = async |request: Request| {
            let read = to_bytes(request.into_body(), BODY).await;
            then.await;
            assert_eq!(read.unwrap(), "{");
            Ok(StatusCode::NO_CONTENT.into_response())
        };
        let response = within(Duration::from_millis(20), Request::new(body), answer).await;
        response.status()
    }

    #[tokio::test]
    async fn half_a_body_is_its_senders_and_a_late_answer_ours() {
        assert_eq!(status(true, ready(())).await, StatusCode::NO_CONTENT);
        assert_eq!(status(false, ready(())).await, StatusCode::REQUEST_TIMEOUT);
        let late = status(true, pending()).await;
        assert_eq!(late, StatusCode::SERVICE_UNAVAILABLE);
    }
}
