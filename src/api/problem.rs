use std::{error, io};

use api_types::problem::{Code, MEDIA_TYPE, Problem};
use axum::{
    http::{
        HeaderValue, StatusCode,
        header::{CACHE_CONTROL, CONTENT_TYPE, RETRY_AFTER},
    },
    response::{IntoResponse, Response},
};
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
    #[error("no answer within the time allowed")]
    TooSlow,
    #[error("the store failed")]
    Store(#[from] StoreError),
    #[error("the site's files cannot be read")]
    Site(#[from] io::Error),
}

/// What went wrong, down to the last cause, on its way to the log.
#[derive(Clone, Debug)]
pub(crate) struct Cause(pub(crate) String);

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
            Self::TooSlow | Self::Store(StoreError::Busy) => {
                (StatusCode::SERVICE_UNAVAILABLE, Code::Busy)
            }
            Self::Store(StoreError::Full) => (StatusCode::INSUFFICIENT_STORAGE, Code::StorageFull),
            Self::Store(_) | Self::Site(_) => (StatusCode::INTERNAL_SERVER_ERROR, Code::Internal),
        }
    }
}

impl IntoResponse for Error {
    fn into_response(self) -> Response {
        let (status, code) = self.code();
        let problem = Problem {
            kind: "about:blank".to_owned(),
            title: status.canonical_reason().unwrap_or_default().to_owned(),
            status: status.as_u16(),
            code,
        };
        let body = serde_json::to_vec(&problem).expect("strings and numbers are JSON");
        let mut response = (status, body).into_response();
        let headers = response.headers_mut();
        headers.insert(CONTENT_TYPE, HeaderValue::from_static(MEDIA_TYPE));
        headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
        if status == StatusCode::SERVICE_UNAVAILABLE {
            // Seconds.
            headers.insert(RETRY_AFTER, HeaderValue::from_static("1"));
        }
        if status.is_server_error() {
            response.extensions_mut().insert(Cause(chain(&self)));
        }
        response
    }
}

fn chain(error: &dyn error::Error) -> String {
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
        check(StoreError::Busy.into(), 503, Some("1"));
        check(StoreError::Full.into(), 507, None);
        check(Error::CatalogueNotPublished, 404, None);
    }
}
