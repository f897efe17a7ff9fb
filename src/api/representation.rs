use axum::{
    body::Body,
    http::{
        HeaderMap, HeaderName, HeaderValue, StatusCode,
        header::{CACHE_CONTROL, CONTENT_ENCODING, CONTENT_TYPE, ETAG, IF_NONE_MATCH, VARY},
    },
    response::Response,
};
use bytes::Bytes;

/// How long a client may use what it has without asking.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Cache {
    /// The name has the hash of the content in it, so that it never means anything else.
    Forever,
    /// Keep it, but ask each time whether it still holds.
    AskAgain,
}

/// Bytes to send, with all that the client must know of them.
#[derive(Debug)]
pub(crate) struct Representation {
    pub(crate) media_type: &'static str,
    /// Registered name of the content coding that the bytes are in.
    pub(crate) coding: Option<&'static str>,
    /// Strong entity tag, without its quotes.
    pub(crate) tag: Option<String>,
    pub(crate) cache: Cache,
    pub(crate) bytes: Bytes,
}

impl Representation {
    /// 200 with the bytes, or 304 if the client has them already.
    pub(crate) fn answer(self, request: &HeaderMap) -> Response {
        let has_it = self.tag.as_ref().is_some_and(|tag| is_known(request, tag));
        if !has_it {
            return self.answer_as(StatusCode::OK);
        }
        let without_body = Self {
            bytes: Bytes::new(),
            ..self
        };
        let mut response = without_body.answer_as(StatusCode::NOT_MODIFIED);
        response.headers_mut().remove(CONTENT_TYPE);
        response.headers_mut().remove(CONTENT_ENCODING);
        response
    }

    pub(crate) fn answer_as(self, status: StatusCode) -> Response {
        let mut response = Response::new(Body::from(self.bytes));
        *response.status_mut() = status;
        let headers = response.headers_mut();
        let mut set = |name: HeaderName, value: &'static str| {
            headers.insert(name, HeaderValue::from_static(value));
        };
        set(CONTENT_TYPE, self.media_type);
        set(VARY, "accept-encoding");
        set(
            CACHE_CONTROL,
            match self.cache {
                Cache::Forever => "public, max-age=31536000, immutable",
                Cache::AskAgain => "no-cache",
            },
        );
        if let Some(coding) = self.coding {
            set(CONTENT_ENCODING, coding);
        }
        if let Some(tag) = self.tag {
            let value = HeaderValue::try_from(format!("\"{tag}\""));
            headers.insert(ETAG, value.expect("tags are hexadecimal and letters"));
        }
        response
    }
}

pub(crate) fn is_known(request: &HeaderMap, tag: &str) -> bool {
    request
        .get_all(IF_NONE_MATCH)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .any(|list| clerk::tag::lists(list, tag))
}
