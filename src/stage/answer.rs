use api_types::problem::{Code, FieldError, MEDIA_TYPE, Problem};
use clerk::{body::Unread, photo::Unfit, problem, tag};
use domain::Id;
use market::{Refusal, Version};
use serde::{Deserialize, Serialize};

/// What comes back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answer {
    /// As HTTP counts them.
    pub status: u16,
    /// As `ETag` would have it.
    pub etag: Option<String>,
    /// Of this content type: JSON, or a picture's bytes. Empty where there is nothing to say.
    pub body: Vec<u8>,
    /// As `content-type` would have it; empty with an empty body.
    pub media: String,
    /// Whether the body is a [`Problem`].
    pub is_problem: bool,
    /// The session that the page has from now on, where that changes; none of none, once it is signed out.
    pub session: Option<Option<Id>>,
}

/// Why there is none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Fault {
    NotFound,
    MethodNotAllowed,
    BodyTooLarge,
    Malformed,
    MediaType,
    Field(String),
    Parameter,
    KeyMissing,
    VersionMissing,
    /// No account has this address.
    Nobody,
    /// Passwords, codes and the like.
    NotHere,
    Refused(Refusal),
    Photo(Unfit),
}

impl From<Refusal> for Fault {
    fn from(refusal: Refusal) -> Self {
        Self::Refused(refusal)
    }
}

impl From<Unfit> for Fault {
    fn from(unfit: Unfit) -> Self {
        Self::Photo(unfit)
    }
}

impl From<Unread> for Fault {
    fn from(unread: Unread) -> Self {
        match unread {
            Unread::Malformed => Self::Malformed,
            Unread::Field { pointer } => Self::Field(pointer),
        }
    }
}

impl Fault {
    fn code(&self) -> (u16, Code) {
        match self {
            Self::NotFound => (404, Code::NotFound),
            Self::MethodNotAllowed => (405, Code::MethodNotAllowed),
            Self::BodyTooLarge => (413, Code::BodyTooLarge),
            Self::Malformed => (400, Code::MalformedBody),
            Self::MediaType => (415, Code::UnsupportedMediaType),
            Self::Field(_) => (422, Code::InvalidBody),
            Self::Parameter => (400, Code::InvalidParameter),
            Self::KeyMissing => (400, Code::IdempotencyKeyRequired),
            Self::VersionMissing => (400, Code::PreconditionRequired),
            Self::Nobody => (401, Code::SignInFailed),
            Self::NotHere => (501, Code::NotInDemonstration),
            Self::Refused(refusal) => problem::of(refusal),
            Self::Photo(unfit) => unfit.problem(),
        }
    }
}

impl Answer {
    fn new(status: u16) -> Self {
        Self {
            status,
            etag: None,
            body: Vec::new(),
            media: String::new(),
            is_problem: false,
            session: None,
        }
    }

    /// Done, and there is nothing to say of it.
    pub(crate) fn done() -> Self {
        Self::new(204)
    }

    pub(crate) fn json(status: u16, body: &impl Serialize) -> Self {
        let body = serde_json::to_vec(body).expect("strings and numbers are JSON");
        Self::of(status, "application/json", body)
    }

    /// Bytes of a content type.
    pub(crate) fn of(status: u16, media: &str, body: Vec<u8>) -> Self {
        let media = media.to_owned();
        Self {
            body,
            media,
            ..Self::new(status)
        }
    }

    /// The body where it is text; else nothing.
    #[must_use]
    pub fn text(&self) -> &str {
        str::from_utf8(&self.body).unwrap_or_default()
    }

    /// Of bytes that never change.
    pub(crate) fn tagged(self, tag: String) -> Self {
        Self {
            etag: Some(tag),
            ..self
        }
    }

    /// One thing at one version.
    pub(crate) fn at_version(self, version: Version) -> Self {
        Self {
            etag: Some(tag::text(version)),
            ..self
        }
    }

    pub(crate) fn not_modified() -> Self {
        Self::new(304)
    }

    pub(crate) fn in_session(self, session: Option<Id>) -> Self {
        Self {
            session: Some(session),
            ..self
        }
    }
}

impl From<Fault> for Answer {
    fn from(fault: Fault) -> Self {
        let (status, code) = fault.code();
        let errors = match &fault {
            Fault::Field(pointer) => vec![FieldError {
                pointer: pointer.clone(),
                code: api_types::problem::FieldCode::Type,
                detail: None,
            }],
            Fault::Refused(refusal) => problem::errors(refusal),
            _ => Vec::new(),
        };
        let version = match &fault {
            Fault::Refused(refusal) => problem::version(refusal),
            _ => None,
        };
        let problem = Problem {
            kind: "about:blank".to_owned(),
            title: title(status).to_owned(),
            status,
            code,
            errors,
        };
        Self {
            etag: version.map(tag::text),
            is_problem: true,
            media: MEDIA_TYPE.to_owned(),
            ..Self::json(status, &problem)
        }
    }
}

/// HTTP's own words, RFC 9110, 15.
fn title(status: u16) -> &'static str {
    match status {
        400 => "Bad Request",
        401 => "Unauthorized",
        403 => "Forbidden",
        404 => "Not Found",
        405 => "Method Not Allowed",
        409 => "Conflict",
        412 => "Precondition Failed",
        413 => "Payload Too Large",
        415 => "Unsupported Media Type",
        422 => "Unprocessable Entity",
        501 => "Not Implemented",
        _ => "",
    }
}
