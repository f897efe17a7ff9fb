//! What is done around every request, whatever its address.
//!
//! Not as layers of the router: axum clones a layer, with all that is inside it, for each request and each layer around
//! it, which took more time than what the layers do.

use std::{
    convert::Infallible,
    pin::Pin,
    task::{Context, Poll},
};

use axum::{Router, extract::Request, response::Response};
use tower_service::Service;

use crate::{headers, limits, request_log, routes::Api};

/// The addresses, and what stands around them.
#[derive(Clone, Debug)]
pub(crate) struct Whole {
    pub(crate) api: Api,
    pub(crate) addresses: Router,
}

impl Whole {
    async fn answer(mut self, request: Request) -> Response {
        // First of all: under overload most requests are refused, and whatever else were done for each of them would be
        // missing for those that are answered.
        let Some(_place) = limits::place(&self.api.places).await else {
            return limits::refusal();
        };
        let answer = async |request: Request| {
            if limits::is_too_large(&request) {
                return limits::too_large();
            }
            limits::in_time(request, |request| self.addresses.call(request)).await
        };
        let mut response = request_log::observe(request, answer).await;
        headers::put(response.headers_mut());
        response
    }
}

impl Service<Request> for Whole {
    type Response = Response;
    type Error = Infallible;
    type Future = Pin<Box<dyn Future<Output = Result<Response, Infallible>> + Send>>;

    fn poll_ready(&mut self, _: &mut Context<'_>) -> Poll<Result<(), Infallible>> {
        Poll::Ready(Ok(()))
    }

    fn call(&mut self, request: Request) -> Self::Future {
        let whole = self.clone();
        Box::pin(async move { Ok(whole.answer(request).await) })
    }
}
