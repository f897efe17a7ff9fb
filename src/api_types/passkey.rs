//! Passkeys: keys that a device holds, shown by a ceremony of question and answer (WebAuthn level 3).

use domain::Id;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

/// `POST /v1/sign-in/passkey` and `POST /v1/me/passkeys`: what a device is to be asked. Good once, for five minutes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Ceremony {
    #[cfg_attr(feature = "openapi", schema(value_type = crate::id::Id))]
    pub id: Id,
    /// `PublicKeyCredentialRequestOptionsJSON` for signing in, `PublicKeyCredentialCreationOptionsJSON` for a new one.
    #[cfg_attr(feature = "openapi", schema(value_type = Object))]
    pub options: Map<String, Value>,
}

/// `PUT /v1/sign-in/passkey`: what the device answered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct PasskeySignIn {
    #[cfg_attr(feature = "openapi", schema(value_type = crate::id::Id))]
    pub ceremony: Id,
    /// `AuthenticationResponseJSON`.
    #[cfg_attr(feature = "openapi", schema(value_type = Object))]
    pub credential: Map<String, Value>,
}

/// `PUT /v1/me/passkeys`: a device has made one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct NewPasskey {
    #[cfg_attr(feature = "openapi", schema(value_type = crate::id::Id))]
    pub ceremony: Id,
    /// What its owner calls it.
    #[cfg_attr(
        feature = "openapi",
        schema(max_length = 120, example = "Office laptop")
    )]
    pub name: String,
    /// `RegistrationResponseJSON`.
    #[cfg_attr(feature = "openapi", schema(value_type = Object))]
    pub credential: Map<String, Value>,
}

/// `GET /v1/me/passkeys`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Passkeys {
    pub items: Vec<Passkey>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Passkey {
    #[cfg_attr(feature = "openapi", schema(value_type = crate::id::Id))]
    pub id: Id,
    pub name: String,
    /// Milliseconds since 1970.
    pub made_at: u64,
    /// Of the last sign-in, in milliseconds since 1970; missing before the first.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub used_at: Option<u64>,
}
