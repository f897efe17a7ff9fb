use serde::{Deserialize, Serialize};

/// What a watcher of the server asks for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Health {
    /// Release of the server.
    pub release: String,
    /// SHA-256 of the published front, hexadecimal: changes with every publication. Missing before the first one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub catalogue: Option<String>,
}
