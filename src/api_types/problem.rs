use serde::{Deserialize, Serialize};

/// Content type of every refusal.
pub const MEDIA_TYPE: &str = "application/problem+json";

/// A refusal, as RFC 9457 "Problem Details for HTTP APIs" has it.
///
/// [`Problem::code`] is the part to act on; its words in the reader's language are the client's.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Problem {
    /// Always `about:blank`: the title is the HTTP status's own, and [`Problem::code`] says more than an address would.
    #[serde(rename = "type")]
    pub kind: String,
    /// For people who read the wire, in English.
    pub title: String,
    /// The HTTP status code.
    pub status: u16,
    pub code: Code,
}

/// Why the server refused. Codes are added, never renamed or removed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
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
    /// The server cannot keep up just now. The same request later may succeed.
    Busy,
    /// The server has no room to keep more. Nothing was changed.
    StorageFull,
    /// The server failed; its log has the cause under the answer's `x-request-id`.
    Internal,
}
