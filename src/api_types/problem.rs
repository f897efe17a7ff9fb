use serde::{Deserialize, Serialize};

/// Content type of every refusal.
pub const MEDIA_TYPE: &str = "application/problem+json";

/// A refusal, as RFC 9457 "Problem Details for HTTP APIs" has it.
///
/// [`Problem::code`] is the part to act on; its words in the reader's language are the client's.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Problem {
    /// Always `about:blank`: the title is the HTTP status's own, and [`Problem::code`] says more than an address would.
    #[serde(rename = "type")]
    pub kind: String,
    /// For people who read the wire, in English.
    pub title: String,
    /// The HTTP status code.
    pub status: u16,
    pub code: Code,
    /// What is wrong with which field; empty where it is not about a body.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub errors: Vec<FieldError>,
}

/// What is wrong with one field of a body.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct FieldError {
    /// RFC 6901 pointer into the body, such as `/registration/number`; empty for the whole of it.
    pub pointer: String,
    pub code: FieldCode,
    /// The same more closely, where the field is a cell of the suppliers' template: a code of the room `catalogue`,
    /// such as `unknown_category`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub detail: Option<String>,
}

/// Kinds of faults of a field. Codes are added, never renamed or removed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum FieldCode {
    Missing,
    TooShort,
    TooLong,
    /// Not of the form that such a thing has.
    Form,
    /// The check letter or digit does not belong to the rest.
    Check,
    /// Easily guessed.
    Guessable,
    /// Not of the type that the description of the API names, or not known there.
    Type,
    /// Somebody or something else has it.
    Taken,
}

/// Why the server refused. Codes are added, never renamed or removed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Code {
    /// There is nothing at this address, or nothing that the asker may know of.
    NotFound,
    /// The address exists, and answers other methods.
    MethodNotAllowed,
    /// No catalogue has been published yet.
    CatalogueNotPublished,
    /// The body is larger than the server takes.
    BodyTooLarge,
    /// The body is not JSON.
    MalformedBody,
    /// The body is said to be something else than JSON.
    UnsupportedMediaType,
    /// `errors` names the fields.
    InvalidBody,
    /// A parameter of the address or a header is not of its form.
    InvalidParameter,
    /// What the device says of a passkey does not fit what it was asked, or there can be none at this address.
    PasskeyRefused,
    /// Nobody is signed in, or not any more.
    SignInRequired,
    /// Address, password or code is wrong; which of them is not said.
    SignInFailed,
    /// The password was right; a code is asked for too.
    SecondFactorRequired,
    /// Allowed only in a session that was opened with a second factor.
    SecondFactorNeeded,
    /// Whoever has proposed it cannot confirm it: it takes two people.
    SecondPersonNeeded,
    /// The asker's role does not allow it.
    Forbidden,
    /// The request does not come from the hub's own pages.
    CrossSite,
    /// Tried too often; `Retry-After` says when to try again.
    TooManyAttempts,
    /// A change needs an `Idempotency-Key`.
    IdempotencyKeyRequired,
    /// The same `Idempotency-Key` came with another request before.
    IdempotencyKeyReused,
    /// A change of something that exists needs an `If-Match`.
    PreconditionRequired,
    /// It has changed since the version that `If-Match` or the body names.
    Changed,
    /// Something stands under this id already.
    Exists,
    /// A company needs an administrator.
    LastAdministrator,
    /// As many as are allowed are there already.
    TooMany,
    /// Only the demonstration in the browser says so: it knows no passwords, codes and the like.
    NotInDemonstration,
    /// Only a supplier can do this.
    NotASupplier,
    /// A supplier's products are shown together with its page, which is not published.
    PageMissing,
    /// As the thing stands, this cannot be done: it is settled already, or it is the other side's turn.
    NotNow,
    /// Its time is over: nobody answered in time, or the offer does not hold any more.
    Expired,
    /// A photograph says where or with what it was taken: EXIF, XMP and the like must be taken out before it is sent.
    Metadata,
    /// A photograph is none, or of another kind than JPEG, PNG and WebP.
    UnknownMedia,
    /// A photograph is larger or smaller than is taken: 16 to 4,096 pixels a side.
    Dimensions,
    /// The request's body did not come whole within the time allowed. The same request may be sent again.
    RequestTimeout,
    /// The server cannot keep up just now. The same request later may succeed.
    Busy,
    /// The server has no room to keep more. Nothing was changed.
    StorageFull,
    /// The server failed; its log has the cause under the answer's `x-request-id`.
    Internal,
}
