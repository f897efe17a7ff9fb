use std::{
    hash::{BuildHasher, Hasher, RandomState},
    sync::{
        LazyLock,
        atomic::{AtomicU64, Ordering},
    },
    time::Instant,
};

use axum::{
    extract::Request,
    http::{HeaderName, HeaderValue},
    response::Response,
};

use crate::problem::{Cause, Refused};

const REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");

/// Names every request, and writes a line to standard error for each that the server failed.
///
/// The name is the server's own: one sent by the client could be anybody's. Queries are left out of the line, since
/// people type into them.
pub(crate) async fn observe(
    request: Request,
    answer: impl AsyncFnOnce(Request) -> Response,
) -> Response {
    let id = request_id();
    let method = request.method().clone();
    let address = request.uri().clone();
    let started = Instant::now();
    let mut response = answer(request).await;
    // Whoever was refused for want of a place was not failed, and a line for each would cost more than the refusal.
    if response.status().is_server_error() && response.extensions().get::<Refused>().is_none() {
        let status = response.status().as_u16();
        let path = address.path();
        let milliseconds = started.elapsed().as_millis();
        let cause = response.extensions().get::<Cause>();
        let cause = cause.map_or("no cause given", |cause| cause.0.as_str());
        eprintln!("error request={id} {method} {path} {status} {milliseconds}ms {cause:?}");
    }
    put(&mut response, id);
    response
}

/// Names a request that is not observed.
pub(crate) fn name(response: &mut Response) {
    put(response, request_id());
}

fn put(response: &mut Response, id: String) {
    let value = HeaderValue::try_from(id).expect("hexadecimal and a hyphen");
    response.headers_mut().insert(REQUEST_ID, value);
}

/// Different for every request of every run of the server.
fn request_id() -> String {
    static RUN: LazyLock<u64> = LazyLock::new(|| RandomState::new().build_hasher().finish());
    static NEXT: AtomicU64 = AtomicU64::new(0);
    format!("{:016x}-{}", *RUN, NEXT.fetch_add(1, Ordering::Relaxed))
}
