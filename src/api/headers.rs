use axum::{
    http::{HeaderMap, HeaderName, HeaderValue},
    response::Response,
};

/// What every answer says, errors included.
const SECURITY: [(&str, &str); 7] = [
    // No inline script or style at all; `wasm-unsafe-eval` lets WebAssembly compile and nothing else.
    (
        "content-security-policy",
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' blob: data:; \
         font-src 'self'; connect-src 'self'; worker-src 'self'; manifest-src 'self'; base-uri 'self'; \
         form-action 'self'; frame-ancestors 'none'",
    ),
    // Two years. Browsers heed it over TLS only (RFC 6797, 8.1), so that it is safe to say without knowing.
    (
        "strict-transport-security",
        "max-age=63072000; includeSubDomains",
    ),
    ("x-content-type-options", "nosniff"),
    // Other hosts learn where a visitor comes from, never what they looked at.
    ("referrer-policy", "strict-origin-when-cross-origin"),
    ("cross-origin-opener-policy", "same-origin"),
    ("cross-origin-resource-policy", "same-origin"),
    (
        "permissions-policy",
        "camera=(self), microphone=(), geolocation=(), payment=(), usb=()",
    ),
];

pub(crate) async fn secure(mut response: Response) -> Response {
    put(response.headers_mut());
    response
}

pub(crate) fn put(headers: &mut HeaderMap) {
    for (name, value) in SECURITY {
        headers.insert(
            HeaderName::from_static(name),
            HeaderValue::from_static(value),
        );
    }
}
