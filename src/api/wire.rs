//! Values of the market into bodies, and back.

use api_types::{change, company, draft};
use axum::{
    Json,
    http::{
        HeaderMap, HeaderValue, StatusCode,
        header::{CACHE_CONTROL, ETAG},
    },
    response::{IntoResponse, Response},
};
use clerk::{listings, words};
use domain::Id;
use market::Version;
use serde::Serialize;

use crate::{problem::Error, version};

pub(crate) use clerk::words::{company_in, company_kind, draft_kind_in, role, role_in};

/// What is one's own is kept by nobody on the way.
const PRIVATE: HeaderValue = HeaderValue::from_static("no-store");
/// It may be kept by its owner's browser, and is asked for again each time.
pub(crate) const ASK_AGAIN: HeaderValue = HeaderValue::from_static("private, no-cache");

pub(crate) fn private(body: &impl Serialize) -> Response {
    let mut response = Json(body).into_response();
    response.headers_mut().insert(CACHE_CONTROL, PRIVATE);
    response
}

/// Done, and there is nothing to say of it.
pub(crate) fn done() -> Response {
    let mut response = StatusCode::NO_CONTENT.into_response();
    response.headers_mut().insert(CACHE_CONTROL, PRIVATE);
    response
}

/// One thing at one version, or that the client has it already.
pub(crate) fn versioned(request: &HeaderMap, version: Version, body: &impl Serialize) -> Response {
    let mut response = if version::is_had(request, version) {
        StatusCode::NOT_MODIFIED.into_response()
    } else {
        Json(body).into_response()
    };
    let headers = response.headers_mut();
    headers.insert(CACHE_CONTROL, ASK_AGAIN);
    headers.insert(ETAG, version::tag(version));
    response
}

/// What a change came to: 201 for what is new by it.
pub(crate) fn receipt(receipt: store::company::Receipt, makes_new: bool) -> Response {
    let body = change::Receipt {
        id: receipt.id,
        version: receipt.version,
    };
    let status = if makes_new && !receipt.is_replayed {
        StatusCode::CREATED
    } else {
        StatusCode::OK
    };
    let mut response = (status, Json(body)).into_response();
    response.headers_mut().insert(CACHE_CONTROL, PRIVATE);
    response
        .headers_mut()
        .insert(ETAG, version::tag(receipt.version));
    response
}

/// What to give as `after` for the next page.
pub(crate) fn next<T>(page: &store::company::Page<T>, id: impl Fn(&T) -> Id) -> Option<String> {
    page.items
        .last()
        .filter(|_| page.has_more)
        .map(|last| id(last).to_string())
}

pub(crate) fn draft(found: store::company::Draft) -> Result<draft::Draft, Error> {
    let kept = market::Draft {
        kind: found.kind,
        content: found.content,
        version: found.version,
        updated_at: found.updated_at,
    };
    let damaged = || Error::Store(store::StoreError::Damaged { what: "a draft" });
    words::draft(found.id, &kept).ok_or_else(damaged)
}

pub(crate) fn company((id, found): store::company::Company) -> company::Company {
    words::company(id, found)
}

pub(crate) fn change(found: store::company::Change) -> change::Change {
    words::change(found.number, found.notice, found.at)
}

pub(crate) fn listing(found: store::company::Listing) -> api_types::listing::Listing {
    api_types::listing::Listing {
        id: found.id,
        kind: words::draft_kind(found.kind),
        version: found.version,
        state: listings::state(found.state),
        draft: found.draft,
        published_at: found.published_at.0,
    }
}
