//! What ids look like in the description of the API.

/// A UUID in lower case.
#[cfg(feature = "openapi")]
#[derive(utoipa::ToSchema)]
#[schema(value_type = String, pattern = "^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$",
    example = "018bcfe5-6800-7fff-bfff-ffffffffffff")]
pub struct Id(pub String);
