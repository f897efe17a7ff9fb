use std::sync::LazyLock;

use axum::http::{HeaderMap, HeaderName, HeaderValue};

/// What every answer says, errors included; what an answer says more strictly itself stays.
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

pub(crate) fn put(headers: &mut HeaderMap) {
    // Names are looked at letter by letter when they are made: once is enough.
    static MADE: LazyLock<[(HeaderName, HeaderValue); SECURITY.len()]> = LazyLock::new(|| {
        SECURITY.map(|(name, value)| {
            (
                HeaderName::from_static(name),
                HeaderValue::from_static(value),
            )
        })
    });
    headers.reserve(SECURITY.len());
    for (name, value) in &*MADE {
        headers.entry(name).or_insert_with(|| value.clone());
    }
}
