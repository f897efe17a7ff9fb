use domain::{Attachment, Bid, Id, Payee, Rate, RequestTerms, Step};

use crate::{
    Ask, Blob, CompanyForm, DraftKind, Email, Key, Limits, Moment, Offer, ProductRow, Role,
    Version, access::Route,
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
    /// Asks suppliers.
    SendRequest {
        request: Id,
        terms: Box<RequestTerms>,
        asked: Vec<Ask>,
    },
    CloseRequest {
        request: Id,
        reason: String,
        known: Version,
    },
    /// Of either side.
    MakeOffer {
        quotation: Id,
        bid: Box<Bid>,
        known: Version,
    },
    DeclineQuotation {
        quotation: Id,
        reason: String,
        known: Version,
    },
    WithdrawQuotation {
        quotation: Id,
        reason: String,
        known: Version,
    },
    /// The supplier's last offer, by its number.
    AcceptOffer {
        quotation: Id,
        offer: u32,
        /// That the buyer was shown.
        rate: Option<Rate>,
        known: Version,
    },
    /// Of an offer that somebody of the company wants to accept.
    DecideApproval {
        approval: Id,
        is_approved: bool,
        reason: String,
        known: Version,
    },
    /// Of either side.
    TakeStep {
        order: Id,
        step: Box<Step>,
        known: Version,
    },
    SetLimits {
        limits: Limits,
        known: Version,
    },
    ProposePayee {
        payee: Payee,
        known: Version,
    },
    ConfirmPayee {
        known: Version,
    },
    /// Whatever was proposed.
    DropPayee {
        known: Version,
    },
    SendMessage {
        quotation: Id,
        words: String,
        attachments: Vec<Attachment>,
    },
    /// Up to the message of this number.
    ReadMessages {
        quotation: Id,
        read: u32,
    },
    /// Up to the notice of this number.
    ReadNotices {
        read: u64,
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
    /// The company, whether the request is there, of all asked suppliers what their codes and ids lead to, and what is
    /// kept of [`Command::files`].
    Asked(Id),
    /// The request with all its quotations.
    Request(Id),
    /// The quotation with its request, and all other quotations of it.
    Quotation(Id),
    /// The same with all that an order is made of: both companies, the settings of both, the company's books, and what
    /// waits for approval.
    Acceptance(Id),
    /// The order, with the company's settings and books, and the supplier's record.
    Order(Id),
    Settings,
    /// The quotation and its thread, and what is kept of [`Command::files`].
    Thread(Id),
    Mailbox,
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
            Self::SendRequest { .. } => Route::SendRequest,
            Self::CloseRequest { .. } => Route::CloseRequest,
            Self::MakeOffer { .. } => Route::MakeOffer,
            Self::DeclineQuotation { .. } => Route::DeclineQuotation,
            Self::WithdrawQuotation { .. } => Route::WithdrawQuotation,
            Self::AcceptOffer { .. } => Route::AcceptOffer,
            Self::DecideApproval { .. } => Route::DecideApproval,
            Self::TakeStep { .. } => Route::TakeStep,
            Self::SetLimits { .. } => Route::SetLimits,
            Self::ProposePayee { .. } => Route::ProposePayee,
            Self::ConfirmPayee { .. } => Route::ConfirmPayee,
            Self::DropPayee { .. } => Route::DropPayee,
            Self::SendMessage { .. } => Route::SendMessage,
            Self::ReadMessages { .. } => Route::ReadMessages,
            Self::ReadNotices { .. } => Route::ReadNotices,
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
            Self::SendRequest { .. } => "send_request",
            Self::CloseRequest { .. } => "close_request",
            Self::MakeOffer { .. } => "make_offer",
            Self::DeclineQuotation { .. } => "decline_quotation",
            Self::WithdrawQuotation { .. } => "withdraw_quotation",
            Self::AcceptOffer { .. } => "accept_offer",
            Self::DecideApproval { .. } => "decide_approval",
            Self::TakeStep { .. } => "take_step",
            Self::SetLimits { .. } => "set_limits",
            Self::ProposePayee { .. } => "propose_payee",
            Self::ConfirmPayee { .. } => "confirm_payee",
            Self::DropPayee { .. } => "drop_payee",
            Self::SendMessage { .. } => "send_message",
            Self::ReadMessages { .. } => "read_messages",
            Self::ReadNotices { .. } => "read_notices",
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
            Self::SendRequest { request, .. } => Needs::Asked(*request),
            Self::CloseRequest { request, .. } => Needs::Request(*request),
            Self::MakeOffer { quotation, .. }
            | Self::DeclineQuotation { quotation, .. }
            | Self::WithdrawQuotation { quotation, .. } => Needs::Quotation(*quotation),
            Self::AcceptOffer { quotation, .. } => Needs::Acceptance(*quotation),
            Self::DecideApproval { approval, .. } => Needs::Acceptance(*approval),
            Self::TakeStep { order, .. } => Needs::Order(*order),
            Self::SetLimits { .. }
            | Self::ProposePayee { .. }
            | Self::ConfirmPayee { .. }
            | Self::DropPayee { .. } => Needs::Settings,
            Self::SendMessage { quotation, .. } | Self::ReadMessages { quotation, .. } => {
                Needs::Thread(*quotation)
            }
            Self::ReadNotices { .. } => Needs::Mailbox,
        }
    }

    /// Whom a request is sent to.
    #[must_use]
    pub fn asks(&self) -> &[Ask] {
        match self {
            Self::SendRequest { asked, .. } => asked,
            _ => &[],
        }
    }

    /// The files that it names, which are to be the company's own: see [`crate::Present::files`].
    #[must_use]
    pub fn files(&self) -> Vec<Id> {
        let id = |one: &Attachment| one.file;
        match self {
            Self::SendRequest { terms, .. } => {
                let all = terms.lines.iter().flat_map(|line| &line.attachments);
                all.map(id).collect()
            }
            Self::SendMessage { attachments, .. } => attachments.iter().map(id).collect(),
            _ => Vec::new(),
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
