use crate::{Email, Moment, Version, member::Role};

/// How long an invitation may be accepted: a fortnight, in milliseconds.
pub const INVITED_FOR: u64 = 14 * 24 * 3_600_000;
/// How many invitations of a company may be open at a time.
pub const MAX_INVITATIONS: u64 = 100;

/// A place in a company, kept free for whoever brings the secret.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Invitation {
    /// Whom it is meant for: a note for the company, not a proof.
    pub email: Email,
    pub role: Role,
    /// SHA-256 of the secret that the inviting client made: the hub could not show it to anybody.
    pub digest: [u8; 32],
    pub version: Version,
    pub expires_at: Moment,
}
