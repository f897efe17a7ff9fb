use std::{collections::BTreeMap, fmt, str::FromStr};

use domain::Id;
use thiserror::Error;

use crate::{
    Blob, Company, CompanyForm, Draft, DraftKind, Email, Invitation, Listing, Member, Moment, Noun,
    Offer, ProductRow, Publication, Role, Stand, Version, access::Route,
};

/// A command with all that its host vouches for.
#[derive(Clone, Debug)]
pub struct Order {
    /// The company it is about: tenant of everything that follows from it.
    pub company: Id,
    /// The account that is signed in.
    pub by: Id,
    pub is_reviewer: bool,
    pub has_second_factor: bool,
    /// Made by the client when the person pressed the button: the same key is the same deed, for ever.
    pub key: Key,
    /// Hash of what came with the key.
    pub digest: [u8; 32],
    pub at: Moment,
    pub command: Command,
}

/// What may be done to a company and what is its.
#[derive(Clone, Debug)]
pub enum Command {
    /// The company's id is the order's; whoever founds it is its first administrator.
    FoundCompany(CompanyForm),
    UpdateCompany {
        form: CompanyForm,
        known: Version,
    },
    SetRole {
        account: Id,
        role: Role,
        known: Version,
    },
    RemoveMember {
        account: Id,
    },
    Invite {
        invitation: Id,
        email: Email,
        role: Role,
        /// SHA-256 of the secret.
        digest: [u8; 32],
    },
    Revoke {
        invitation: Id,
    },
    Accept {
        invitation: Id,
        digest: [u8; 32],
    },
    PutDraft {
        draft: Id,
        kind: DraftKind,
        content: String,
        /// `None` to create it.
        known: Option<Version>,
    },
    /// Many products at once, as a file has them.
    PutProducts {
        rows: Vec<ProductRow>,
    },
    DropDraft {
        draft: Id,
        known: Version,
    },
    /// Shows a draft to buyers.
    PutListing {
        offer: Offer,
        /// `None` whatever version of the listing is there: the draft's is named.
        known: Option<Version>,
    },
    WithdrawListing {
        listing: Id,
        known: Version,
    },
    /// Many at once.
    PutPublication {
        publication: Id,
        offers: Vec<Offer>,
        withdrawals: Vec<(Id, Version)>,
    },
    /// The bytes are kept already.
    PutBlob {
        blob: Id,
        what: Blob,
    },
}

/// What a host must look up for a command besides the asker's membership.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Needs {
    Company,
    /// A member, and how many administrators there are.
    Member(Id),
    /// An invitation, how many there are, and whether the asker is a member.
    Invitation(Id),
    Draft(Id),
    /// How many drafts there are, and the drafts in [`Present::stands`].
    Drafts(Vec<Id>),
    /// The company, and all of [`Command::listings`] and [`Command::keys`], with the publication if it is one.
    Listings(Option<Id>),
    Blob(Id),
}

/// What the host found. What a command does not need may be left out.
#[derive(Clone, Debug, Default)]
pub struct Present {
    /// The asker's role in the company, if the asker is of it.
    pub role: Option<Role>,
    pub company: Option<Company>,
    pub member: Option<Member>,
    pub administrators: u64,
    pub invitation: Option<Invitation>,
    pub invitations: u64,
    /// Version of the draft.
    pub draft: Option<Version>,
    pub drafts: u64,
    /// Drafts and listings, by their common ids.
    pub stands: BTreeMap<Id, Stand>,
    /// Which published product has one of the numbers that are asked for.
    pub keys: BTreeMap<String, Id>,
    /// Which company has, or had, one of the codes that are asked for.
    pub codes: BTreeMap<String, Id>,
    /// How many codes the company has had.
    pub codes_of_company: u64,
    /// Whether the supplier's page is published.
    pub has_page: bool,
    pub listings: u64,
    /// Whether there is a publication of this id already.
    pub publication: bool,
    /// SHA-256 of the blob.
    pub blob: Option<[u8; 32]>,
    pub blobs: u64,
}

impl Present {
    pub(crate) fn stand(&self, id: Id) -> &Stand {
        const NOTHING: &Stand = &Stand {
            draft: None,
            listing: None,
        };
        self.stands.get(&id).unwrap_or(NOTHING)
    }
}

/// What follows from a command: the host writes all of it in one transaction, or nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decision {
    pub writes: Vec<Write>,
    /// What the company's feed tells of; the first is what the command was about.
    pub notices: Vec<Notice>,
}

/// One thing to be written. Ids are within the order's company.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Write {
    Company(Company),
    Member(Member),
    MemberGone(Id),
    Invitation(Id, Invitation),
    InvitationGone(Id),
    Draft(Id, Draft),
    DraftGone(Id),
    Listing(Id, Listing),
    /// The listing stays as it is otherwise.
    Withdrawn(Id, Version),
    Publication(Id, Publication),
    /// A supplier's code is the company's from now on.
    Code(String),
    Blob(Id, Blob),
}

/// One thing that changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Notice {
    pub noun: Noun,
    pub id: Id,
    /// The version that it has now, or had last.
    pub version: Version,
    pub is_gone: bool,
}

impl Command {
    /// The route that it is allowed by.
    #[must_use]
    pub fn route(&self) -> Route {
        match self {
            Self::FoundCompany(_) => Route::FoundCompany,
            Self::UpdateCompany { .. } => Route::UpdateCompany,
            Self::SetRole { .. } => Route::SetRole,
            Self::RemoveMember { .. } => Route::RemoveMember,
            Self::Invite { .. } => Route::Invite,
            Self::Revoke { .. } => Route::Revoke,
            Self::Accept { .. } => Route::Accept,
            Self::PutDraft { .. } => Route::PutDraft,
            Self::PutProducts { .. } => Route::PutProducts,
            Self::DropDraft { .. } => Route::DropDraft,
            Self::PutListing { .. } => Route::PutListing,
            Self::WithdrawListing { .. } => Route::WithdrawListing,
            Self::PutPublication { .. } => Route::PutPublication,
            Self::PutBlob { .. } => Route::PutBlob,
        }
    }

    /// As the audit log names it.
    #[must_use]
    pub fn name(&self) -> &'static str {
        match self {
            Self::FoundCompany(_) => "found_company",
            Self::UpdateCompany { .. } => "update_company",
            Self::SetRole { .. } => "set_role",
            Self::RemoveMember { .. } => "remove_member",
            Self::Invite { .. } => "invite",
            Self::Revoke { .. } => "revoke",
            Self::Accept { .. } => "accept",
            Self::PutDraft { .. } => "put_draft",
            Self::PutProducts { .. } => "put_products",
            Self::DropDraft { .. } => "drop_draft",
            Self::PutListing { .. } => "put_listing",
            Self::WithdrawListing { .. } => "withdraw_listing",
            Self::PutPublication { .. } => "put_publication",
            Self::PutBlob { .. } => "put_blob",
        }
    }

    #[must_use]
    pub fn needs(&self) -> Needs {
        match self {
            Self::FoundCompany(_) | Self::UpdateCompany { .. } => Needs::Company,
            Self::SetRole { account, .. } | Self::RemoveMember { account } => {
                Needs::Member(*account)
            }
            Self::Invite { invitation, .. }
            | Self::Revoke { invitation }
            | Self::Accept { invitation, .. } => Needs::Invitation(*invitation),
            Self::PutDraft { draft, .. } | Self::DropDraft { draft, .. } => Needs::Draft(*draft),
            Self::PutProducts { rows } => Needs::Drafts(rows.iter().map(|row| row.draft).collect()),
            Self::PutListing { .. } | Self::WithdrawListing { .. } => Needs::Listings(None),
            Self::PutPublication { publication, .. } => Needs::Listings(Some(*publication)),
            Self::PutBlob { blob, .. } => Needs::Blob(*blob),
        }
    }

    fn offers(&self) -> &[Offer] {
        match self {
            Self::PutListing { offer, .. } => std::slice::from_ref(offer),
            Self::PutPublication { offers, .. } => offers,
            _ => &[],
        }
    }

    /// The listings that are published or withdrawn.
    #[must_use]
    pub fn listings(&self) -> Vec<Id> {
        let mut ids: Vec<_> = self.offers().iter().map(|offer| offer.listing).collect();
        match self {
            Self::WithdrawListing { listing, .. } => ids.push(*listing),
            Self::PutPublication { withdrawals, .. } => {
                ids.extend(withdrawals.iter().map(|(id, _)| *id));
            }
            _ => (),
        }
        ids
    }

    /// What the published listings want to be known by: see [`crate::Offered::key`].
    #[must_use]
    pub fn keys(&self) -> Vec<&str> {
        let offers = self.offers().iter();
        let keys = offers.filter_map(|offer| match &offer.checked {
            Some(Ok(offered)) => Some(&offered.key[..]),
            _ => None,
        });
        keys.collect()
    }
}

/// An idempotency key: 8 to 64 of `A-Z a-z 0-9 - _`.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Key(String);

#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("not 8 to 64 letters, digits, hyphens and underscores")]
pub struct ParseKeyError;

impl Key {
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// With or without the quotes that structured fields have (RFC 9651).
impl FromStr for Key {
    type Err = ParseKeyError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let quoted = text
            .strip_prefix('"')
            .and_then(|text| text.strip_suffix('"'));
        let text = quoted.unwrap_or(text);
        let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-_".contains(&byte);
        let is_key = (8..=64).contains(&text.len()) && text.bytes().all(is_plain);
        is_key.then(|| Self(text.to_owned())).ok_or(ParseKeyError)
    }
}

impl fmt::Debug for Key {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0)
    }
}
