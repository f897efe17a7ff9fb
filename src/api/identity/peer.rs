use std::{convert::Infallible, net::IpAddr};

use axum::{extract::FromRequestParts, http::request::Parts};

/// Who is at the other end of the connection. Set by whoever accepted it, never read from a header that anybody may
/// send.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Peer(pub(crate) IpAddr);

/// Without a socket, as in tests, it is this machine.
impl<S: Sync> FromRequestParts<S> for Peer {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Infallible> {
        Ok(parts
            .extensions
            .get()
            .copied()
            .unwrap_or(Self(IpAddr::from([127, 0, 0, 1]))))
    }
}
