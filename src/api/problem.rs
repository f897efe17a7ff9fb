use std::{error, io};

use api_types::problem::{Code, FieldCode, FieldError, MEDIA_TYPE, Problem};
use axum::{
    body::{Body, Bytes},
    http::{
        HeaderMap, HeaderValue, StatusCode,
        header::{CACHE_CONTROL, CONNECTION, CONTENT_TYPE, ETAG, RETRY_AFTER},
    },
    response::{IntoResponse, Response},
};
use blobs::BlobError;
use clerk::{photo::Unfit, problem};
use market::Refusal;
use store::StoreError;

/// Why a request is refused. Becomes an RFC 9457 problem; causes go to the log alone.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Error {
    #[error("nothing at this address")]
    NotFound,
    #[error("the address does not answer this method")]
    MethodNotAllowed,
    #[error("no catalogue has been published")]
    CatalogueNotPublished,
    #[error("the body is too large")]
    BodyTooLarge,
    #[error("the body is not JSON")]
    Malformed,
    #[error("the body is not said to be JSON")]
    MediaType,
    #[error("a field of the body is not of its type")]
    Field { pointer: String },
    #[error("a parameter or a header is not of its form")]
    Parameter,
    #[error("not from the hub's own pages")]
    CrossSite,
    #[error("address, password or code is wrong")]
    SignInFailed,
    #[error("a code is asked for too")]
    CodeMissing,
    #[error("the passkey is refused")]
    Passkey,
    #[error("tried too often")]
    TooOften {
        /// Until it may be tried again.
        seconds: u64,
    },
    #[error("no Idempotency-Key")]
    KeyMissing,
    #[error("no If-Match")]
    VersionMissing,
    #[error("refused")]
    Refused(#[from] Refusal),
    #[error("more requests than can be answered")]
    Overloaded,
    #[error("no answer within the time allowed")]
    TooSlow,
    #[error("the body has not come within the time allowed")]
    Unfinished,
    #[error("the system gives no random numbers")]
    Chance,
    #[error("no photograph to be taken")]
    Photo(#[source] Unfit),
    #[error("a blob's bytes are gone")]
    BlobMissing,
    #[error("the blobs' store failed")]
    Blobs(#[from] BlobError),
    #[error("the store failed")]
    Store(#[from] StoreError),
    #[error("the site's files cannot be read")]
    Site(#[from] io::Error),
}

/// What went wrong, down to the last cause, on its way to the log.
#[derive(Clone, Debug)]
pub(crate) struct Cause(pub(crate) String);

/// Marks an answer of a server that has too much to do.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Refused;

pub(crate) async fn not_found() -> Error {
    Error::NotFound
}

pub(crate) async fn method_not_allowed() -> Error {
    Error::MethodNotAllowed
}

impl Error {
    fn code(&self) -> (StatusCode, Code) {
        match self {
            Self::NotFound => (StatusCode::NOT_FOUND, Code::NotFound),
            Self::MethodNotAllowed => (StatusCode::METHOD_NOT_ALLOWED, Code::MethodNotAllowed),
            Self::CatalogueNotPublished => (StatusCode::NOT_FOUND, Code::CatalogueNotPublished),
            Self::BodyTooLarge => (StatusCode::PAYLOAD_TOO_LARGE, Code::BodyTooLarge),
            Self::Malformed => (StatusCode::BAD_REQUEST, Code::MalformedBody),
            Self::MediaType => (
                StatusCode::UNSUPPORTED_MEDIA_TYPE,
                Code::UnsupportedMediaType,
            ),
            Self::Field { .. } => (StatusCode::UNPROCESSABLE_ENTITY, Code::InvalidBody),
            Self::Parameter => (StatusCode::BAD_REQUEST, Code::InvalidParameter),
            Self::CrossSite => (StatusCode::FORBIDDEN, Code::CrossSite),
            Self::SignInFailed => (StatusCode::UNAUTHORIZED, Code::SignInFailed),
            Self::CodeMissing => (StatusCode::UNAUTHORIZED, Code::SecondFactorRequired),
            Self::Passkey => (StatusCode::CONFLICT, Code::PasskeyRefused),
            Self::TooOften { .. } => (StatusCode::TOO_MANY_REQUESTS, Code::TooManyAttempts),
            Self::KeyMissing => (StatusCode::BAD_REQUEST, Code::IdempotencyKeyRequired),
            Self::VersionMissing => (StatusCode::BAD_REQUEST, Code::PreconditionRequired),
            Self::Refused(refusal) => known(problem::of(refusal)),
            Self::Overloaded
            | Self::TooSlow
            | Self::Store(StoreError::Busy | StoreError::Interrupted(_)) => {
                (StatusCode::SERVICE_UNAVAILABLE, Code::Busy)
            }
            Self::Unfinished => (StatusCode::REQUEST_TIMEOUT, Code::RequestTimeout),
            Self::Photo(unfit) => known(unfit.problem()),
            Self::Blobs(BlobError::Full) => (StatusCode::INSUFFICIENT_STORAGE, Code::StorageFull),
            Self::Store(StoreError::Full) => (StatusCode::INSUFFICIENT_STORAGE, Code::StorageFull),
            Self::Store(_) | Self::Blobs(_) | Self::BlobMissing | Self::Site(_) | Self::Chance => {
                (StatusCode::INTERNAL_SERVER_ERROR, Code::Internal)
            }
        }
    }

    fn errors(&self) -> Vec<FieldError> {
        match self {
            Self::Field { pointer } => vec![FieldError {
                pointer: pointer.clone(),
                code: FieldCode::Type,
                detail: None,
            }],
            Self::Refused(refusal) => problem::errors(refusal),
            _ => Vec::new(),
        }
    }

    /// The version that stands where the request meant another, or none.
    fn version(&self) -> Option<u64> {
        match self {
            Self::Refused(refusal) => problem::version(refusal),
            _ => None,
        }
    }

    /// Seconds after which the same request may succeed.
    fn after(&self, status: StatusCode) -> Option<u64> {
        match self {
            Self::TooOften { seconds } => Some(*seconds),
            _ => (status == StatusCode::SERVICE_UNAVAILABLE).then_some(1),
        }
    }
}

fn known((status, code): (u16, Code)) -> (StatusCode, Code) {
    let status = StatusCode::from_u16(status).expect("the clerk knows HTTP's statuses");
    (status, code)
}

impl Error {
    /// Headers and body.
    pub(crate) fn to_problem(&self) -> (HeaderMap, Bytes) {
        let (status, code) = self.code();
        let problem = Problem {
            kind: "about:blank".to_owned(),
            title: status.canonical_reason().unwrap_or_default().to_owned(),
            status: status.as_u16(),
            code,
            errors: self.errors(),
        };
        let body = serde_json::to_vec(&problem).expect("strings and numbers are JSON");
        let mut headers = HeaderMap::new();
        headers.insert(CONTENT_TYPE, HeaderValue::from_static(MEDIA_TYPE));
        headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
        if let Some(seconds) = self.after(status) {
            headers.insert(RETRY_AFTER, HeaderValue::from(seconds));
        }
        if matches!(self, Self::Unfinished) {
            // RFC 9110, 15.5.9: nobody waits for the rest.
            headers.insert(CONNECTION, HeaderValue::from_static("close"));
        }
        if let Some(version) = self.version() {
            headers.insert(ETAG, crate::version::tag(version));
        }
        (headers, body.into())
    }
}

impl IntoResponse for Error {
    fn into_response(self) -> Response {
        let (status, _) = self.code();
        let (headers, body) = self.to_problem();
        let mut response = Response::new(Body::from(body));
        *response.status_mut() = status;
        *response.headers_mut() = headers;
        if status.is_server_error() {
            response.extensions_mut().insert(Cause(chain(&self)));
        }
        if matches!(self, Self::Overloaded | Self::Store(StoreError::Busy)) {
            response.extensions_mut().insert(Refused);
        }
        response
    }
}

/// The error and its causes in one line.
pub(crate) fn chain(error: &dyn error::Error) -> String {
    let mut text = error.to_string();
    let mut next = error.source();
    while let Some(cause) = next {
        text.push_str(": ");
        text.push_str(&cause.to_string());
        next = cause.source();
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cause_is_for_the_log_alone() {
        let error = Error::Site(io::Error::other("secret path"));
        assert_eq!(
            chain(&error),
            "the site's files cannot be read: secret path"
        );
        let response = error.into_response();
        assert_eq!(response.status(), StatusCode::INTERNAL_SERVER_ERROR);
        assert!(response.extensions().get::<Cause>().is_some());
        assert!(response.headers().get(RETRY_AFTER).is_none());
    }

    #[test]
    fn a_problem_looks_like_this_on_the_wire() {
        let problem = |code| Problem {
            kind: "about:blank".to_owned(),
            title: "Not Found".to_owned(),
            status: 404,
            code,
            errors: Vec::new(),
        };
        let check = |code: Code, name: &str| {
            let expected = format!(
                r#"{{"type":"about:blank","title":"Not Found","status":404,"code":"{name}"}}"#
            );
            assert_eq!(serde_json::to_string(&problem(code)).unwrap(), expected);
        };
        check(Code::NotFound, "not_found");
        check(Code::MethodNotAllowed, "method_not_allowed");
        check(Code::CatalogueNotPublished, "catalogue_not_published");
        check(Code::BodyTooLarge, "body_too_large");
        check(Code::Busy, "busy");
        check(Code::StorageFull, "storage_full");
        check(Code::Internal, "internal");
    }

    #[test]
    fn what_may_pass_says_when_to_come_back() {
        let check = |error: Error, status: u16, seconds: Option<&str>| {
            let response = error.into_response();
            assert_eq!(response.status(), status);
            let after = response.headers().get(RETRY_AFTER);
            assert_eq!(after.map(|value| value.to_str().unwrap()), seconds);
        };
        check(Error::TooSlow, 503, Some("1"));
        check(Error::Unfinished, 408, None);
        check(StoreError::Busy.into(), 503, Some("1"));
        check(StoreError::Full.into(), 507, None);
        check(Error::CatalogueNotPublished, 404, None);
        check(Error::Overloaded, 503, Some("1"));
        check(Error::TooOften { seconds: 40 }, 429, Some("40"));
    }
}
