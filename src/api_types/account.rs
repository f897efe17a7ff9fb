//! Who somebody is, and how they sign in.

use domain::Id;
use serde::{Deserialize, Serialize};

use crate::company::CompanyKind;
use crate::member::Role;

/// `POST /v1/sign-up`. The answer is the same whether the address has an account or not.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct SignUp {
    /// Letters, digits and `._%+-` before the `@`.
    #[cfg_attr(
        feature = "openapi",
        schema(
            max_length = 254,
            example = "wei@bolt.example",
            pattern = "^[A-Za-z0-9._%+-]{1,64}@([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?[.])+[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?$"
        )
    )]
    pub email: String,
    /// What the person is called.
    #[cfg_attr(feature = "openapi", schema(max_length = 120, example = "Wei"))]
    pub name: String,
    /// Twelve characters or more, five of them different.
    #[cfg_attr(
        feature = "openapi",
        schema(min_length = 12, max_length = 128, example = "correct horse battery")
    )]
    pub password: String,
}

/// `POST /v1/sign-in`.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct SignIn {
    #[cfg_attr(feature = "openapi", schema(max_length = 254))]
    pub email: String,
    #[cfg_attr(feature = "openapi", schema(max_length = 128))]
    pub password: String,
    /// Six digits of the authenticator, or a recovery code.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", schema(max_length = 40))]
    pub code: Option<String>,
}

/// `GET /v1/me`, and the answer to signing in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Me {
    #[cfg_attr(feature = "openapi", schema(value_type = crate::id::Id))]
    pub account: Id,
    pub email: String,
    pub name: String,
    /// Of the hub itself.
    pub is_reviewer: bool,
    /// Whether an authenticator is set up.
    pub has_totp: bool,
    /// Whether a device of theirs holds a passkey.
    pub has_passkey: bool,
    pub session: Session,
    /// The companies that the account is of.
    pub memberships: Vec<Membership>,
}

impl Me {
    /// Whether more than the password is asked of whoever signs in.
    #[must_use]
    pub fn has_second_factor(&self) -> bool {
        self.has_totp || self.has_passkey
    }
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Membership {
    #[cfg_attr(feature = "openapi", schema(value_type = crate::id::Id))]
    pub company: Id,
    /// What the company does here: a buyer has no goods of its own.
    pub kind: CompanyKind,
    pub role: Role,
}

/// A browser that is signed in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Session {
    #[cfg_attr(feature = "openapi", schema(value_type = crate::id::Id))]
    pub id: Id,
    /// Whether it was opened with a second factor.
    pub has_second_factor: bool,
    /// Milliseconds since 1970.
    pub made_at: u64,
    /// Milliseconds since 1970, to a quarter of an hour.
    pub seen_at: u64,
    /// What the browser called itself.
    pub agent: String,
    /// The one that asks.
    pub is_this: bool,
}

/// `GET /v1/me/sessions`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Sessions {
    pub items: Vec<Session>,
}

/// `POST /v1/me/totp`: what an authenticator is given. Shown once.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct TotpOffer {
    /// Base32 (RFC 4648), to be typed.
    pub secret: String,
    /// `otpauth://` address, to be shown as a QR code.
    pub address: String,
}

/// `PUT /v1/me/totp`: the authenticator works.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct TotpConfirmation {
    /// Six digits.
    #[cfg_attr(
        feature = "openapi",
        schema(pattern = "^[0-9]{6}$", example = "123456")
    )]
    pub code: String,
}

/// The answer to it: codes for whoever loses the authenticator, or the device with the passkey. Shown once, each good
/// once.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct RecoveryCodes {
    pub codes: Vec<String>,
}

/// `PUT /v1/me/password`. All other sessions end.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct PasswordChange {
    #[cfg_attr(feature = "openapi", schema(max_length = 128))]
    pub present: String,
    #[cfg_attr(feature = "openapi", schema(min_length = 12, max_length = 128))]
    pub next: String,
}
