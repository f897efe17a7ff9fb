//! What a request brings: bodies and headers into values, faults into problems.

use axum::{
    body::Bytes,
    extract::{FromRequest, FromRequestParts, Path, Query, Request},
    http::{HeaderMap, header::CONTENT_TYPE, request::Parts},
};
use clerk::{
    body::{self, Unread},
    page,
};
use domain::Id;
use market::{Key, Version};
use serde::{Deserialize, de::DeserializeOwned};

use crate::{problem::Error, version};

/// Made by the client when the person pressed the button, and sent with every try.
const KEY: &str = "idempotency-key";

/// A JSON body.
pub(crate) struct Body<T>(pub(crate) T);

impl<T: DeserializeOwned, S: Sync + Send> FromRequest<S> for Body<T> {
    type Rejection = Error;

    async fn from_request(request: Request, state: &S) -> Result<Self, Error> {
        let headers = request.headers().clone();
        let bytes = bytes(request, state).await?;
        Ok(Self(read(&headers, &bytes)?))
    }
}

/// What comes with every change of something that is a company's.
#[derive(Clone, Debug)]
pub(crate) struct Terms {
    pub(crate) key: Key,
    /// The version that the client saw.
    pub(crate) known: Option<Version>,
    /// SHA-256 of method, address, version and body: the same key must come with the same request.
    pub(crate) digest: [u8; 32],
}

impl Terms {
    /// A change of something that exists says which version of it was seen.
    pub(crate) fn must_know(&self) -> Result<Version, Error> {
        self.known.ok_or(Error::VersionMissing)
    }
}

/// A change with a body.
pub(crate) struct Change<T>(pub(crate) Terms, pub(crate) T);

impl<T: DeserializeOwned, S: Sync + Send> FromRequest<S> for Change<T> {
    type Rejection = Error;

    async fn from_request(request: Request, state: &S) -> Result<Self, Error> {
        let (headers, line) = (request.headers().clone(), line(&request));
        let bytes = bytes(request, state).await?;
        let body = read(&headers, &bytes)?;
        Ok(Self(terms(&headers, &line, &bytes)?, body))
    }
}

/// A change without one; a body that comes nevertheless is a mistake.
pub(crate) struct Bare(pub(crate) Terms);

impl<S: Sync + Send> FromRequest<S> for Bare {
    type Rejection = Error;

    async fn from_request(request: Request, state: &S) -> Result<Self, Error> {
        let (headers, line) = (request.headers().clone(), line(&request));
        let bytes = bytes(request, state).await?;
        if !bytes.is_empty() {
            return Err(Error::Malformed);
        }
        Ok(Self(terms(&headers, &line, &bytes)?))
    }
}

pub(crate) fn line(request: &Request) -> String {
    // Within a nested router the address is shortened; all that matters is that it is the same each time.
    format!("{} {}", request.method(), request.uri().path())
}

async fn bytes<S: Sync + Send>(request: Request, state: &S) -> Result<Bytes, Error> {
    // The only failures are a body over the limit and a client that went away meanwhile.
    Bytes::from_request(request, state)
        .await
        .map_err(|_| Error::BodyTooLarge)
}

fn read<T: DeserializeOwned>(headers: &HeaderMap, bytes: &[u8]) -> Result<T, Error> {
    let media = headers
        .get(CONTENT_TYPE)
        .and_then(|value| value.to_str().ok())
        .unwrap_or_default();
    if !body::is_json(media) {
        return Err(Error::MediaType);
    }
    body::read(bytes).map_err(|unread| match unread {
        Unread::Malformed => Error::Malformed,
        Unread::Field { pointer } => Error::Field { pointer },
    })
}

/// The key that a change comes with.
pub(crate) fn key(headers: &HeaderMap) -> Result<Key, Error> {
    let key = headers.get(KEY).ok_or(Error::KeyMissing)?;
    key.to_str()
        .ok()
        .and_then(|text| text.parse().ok())
        .ok_or(Error::Parameter)
}

/// `bytes` is the body, or of one that is not kept in memory its digest.
pub(crate) fn terms(headers: &HeaderMap, line: &str, bytes: &[u8]) -> Result<Terms, Error> {
    let key = key(headers)?;
    let known = version::known(headers)?;
    Ok(Terms {
        key,
        known,
        digest: body::digest(line, known, bytes),
    })
}

/// The ids in an address. What is no id is the address of nothing.
pub(crate) struct Ids<const N: usize>(pub(crate) [Id; N]);

impl<const N: usize, S: Sync + Send> FromRequestParts<S> for Ids<N> {
    type Rejection = Error;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Error> {
        let Path(pairs): Path<Vec<(String, String)>> =
            <Path<_> as FromRequestParts<S>>::from_request_parts(parts, state)
                .await
                .map_err(|_| Error::NotFound)?;
        let ids: Result<Vec<Id>, _> = pairs.iter().map(|(_, text)| text.parse()).collect();
        let ids = ids.map_err(|_| Error::NotFound)?;
        ids.try_into().map(Self).map_err(|_| Error::NotFound)
    }
}

/// Which part of a list is asked for.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Paging {
    /// The last id of the page before.
    pub(crate) after: Option<Id>,
    pub(crate) limit: Option<u32>,
}

/// A page's size.
pub(crate) fn most(limit: Option<u32>) -> Result<u32, Error> {
    page::most(limit).ok_or(Error::Parameter)
}

impl Paging {
    pub(crate) fn most(self) -> Result<u32, Error> {
        most(self.limit)
    }
}

/// The address's query.
pub(crate) struct Asked<T>(pub(crate) T);

impl<T: DeserializeOwned, S: Sync + Send> FromRequestParts<S> for Asked<T> {
    type Rejection = Error;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Error> {
        let query = Query::from_request_parts(parts, state).await;
        query
            .map(|Query(query)| Self(query))
            .map_err(|_| Error::Parameter)
    }
}
