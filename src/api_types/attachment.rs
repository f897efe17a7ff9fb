//! Files that go with a line of a request or with a message.

use domain::Id;
use serde::{Deserialize, Serialize};

use crate::whole;

/// A file that the sender's company keeps: `PUT /v1/companies/{company}/blobs/{id}` comes first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Attachment {
    /// Of the file.
    #[cfg_attr(feature = "openapi", schema(value_type = crate::id::Id))]
    pub id: Id,
    /// Without a path; its ending becomes that of what the file is.
    #[cfg_attr(feature = "openapi", schema(max_length = 120))]
    pub name: String,
    pub media: Media,
    /// As many as were sent.
    #[serde(deserialize_with = "whole::read")]
    #[cfg_attr(feature = "openapi", schema(minimum = 0))]
    pub bytes: u64,
}

/// What a file is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Media {
    Jpeg,
    Png,
    Webp,
    Pdf,
}
