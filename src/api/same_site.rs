use axum::{
    extract::Request,
    http::{HeaderMap, Method, header::HOST},
    middleware::{Next, from_fn},
    response::{IntoResponse, Response},
};

use utoipa_axum::router::UtoipaMethodRouter;

use crate::{problem::Error, routes::Api};

/// Set by the hub's own client on every request that changes something. A form or an image of another site cannot set
/// it, and its scripts may not without our leave, which nobody gets.
pub(crate) const CLIENT: &str = "hub-client";

/// Routes behind that guard: those that only read pass it freely.
pub(crate) fn guarded(
    (schemas, paths, methods): UtoipaMethodRouter<Api>,
) -> UtoipaMethodRouter<Api> {
    (schemas, paths, methods.route_layer(from_fn(only)))
}

/// Refuses what another site's page would have a browser send along with our cookie.
async fn only(request: Request, next: Next) -> Response {
    let is_safe = matches!(
        *request.method(),
        Method::GET | Method::HEAD | Method::OPTIONS | Method::TRACE
    );
    if !is_safe && !is_own(request.headers()) {
        return Error::CrossSite.into_response();
    }
    next.run(request).await
}

/// What the browser says of where the request comes from; who is no browser says nothing, and has no cookie to misuse.
fn is_own(headers: &HeaderMap) -> bool {
    let text = |name: &str| headers.get(name).map(|value| value.to_str().unwrap_or("?"));
    let from_own_page = text("sec-fetch-site").is_none_or(|site| site == "same-origin");
    let from_own_origin = text("origin").is_none_or(|origin| {
        let host = origin.split_once("://").map(|(_, host)| host);
        host.is_some() && host == text(HOST.as_str())
    });
    headers.contains_key(CLIENT) && from_own_page && from_own_origin
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_hubs_own_pages_may_change_something() {
        let check = |pairs: &[(&'static str, &str)], own: bool| {
            let mut headers = HeaderMap::new();
            for (name, value) in pairs {
                headers.insert(*name, value.parse().unwrap());
            }
            assert_eq!(is_own(&headers), own, "{pairs:?}");
        };
        let (client, host) = ((CLIENT, "1"), ("host", "hub.example"));
        check(&[client, host], true);
        check(&[host], false);
        check(&[client, host, ("sec-fetch-site", "same-origin")], true);
        for site in ["cross-site", "same-site", "none"] {
            check(&[client, host, ("sec-fetch-site", site)], false);
        }
        check(&[client, host, ("origin", "https://hub.example")], true);
        for origin in [
            "https://hub.example.org",
            "https://x.hub.example",
            "null",
            "hub.example",
            "https://hub.example:8443",
        ] {
            check(&[client, host, ("origin", origin)], false);
        }
    }
}
