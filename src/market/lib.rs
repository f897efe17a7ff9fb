//! Who may do what, and what follows from it: a command, who asks, and the present state in; a decision out.
//!
//! In: an [`Order`] (a [`Command`] with the identity, the key and the instant that its host vouches for) and what the
//! host keeps of the things it names ([`Present`]). Out: a [`Decision`] (what to write, what to tell others), or a
//! [`Refusal`] with a stable reason. Start with [`decide`]; [`access::TABLE`] says who may ask for what at all.
//!
//! The server hosts this room over SQL, the demonstration over the browser's own storage: no rule is written twice.
//! It reads no clock, draws no randomness, and knows neither HTTP nor SQL.

use domain::Date;

pub mod access;
pub mod attempts;
pub mod session;

mod account;
mod approval;
mod attachment;
mod blob;
mod books;
mod company;
mod decision;
mod draft;
mod invitation;
mod key;
mod letter;
mod listing;
mod member;
mod present;
mod publication;
mod purchase_order;
mod quotation;
mod record;
mod refusal;
mod reminder;
mod request;
mod settings;
mod thread;
mod words;
mod written;

mod command;
mod decide;

pub use account::{Email, ParseEmailError, PasswordFault, check_password, check_person};
pub use approval::{Approval, ApprovalState};
pub use attachment::MAX_ATTACHMENTS;
pub use blob::{Blob, BlobKind, BlobLimits, MAX_BLOB, MAX_BLOBS};
pub use books::Books;
pub use command::{Command, Needs, Order};
pub use company::{Company, CompanyForm, CompanyKind, Registration};
pub use decide::decide;
pub use decision::{Decision, Notice, Write};
pub use draft::{Draft, DraftKind, MAX_CONTENT, MAX_DRAFTS, MAX_ROWS, ProductRow};
pub use invitation::{INVITED_FOR, Invitation, MAX_INVITATIONS};
pub use key::{Key, ParseKeyError};
pub use letter::{Letter, LetterKind, Mailbox};
pub use listing::{
    Listing, ListingState, MAX_CODES, MAX_ITEMS, MAX_LISTINGS, MAX_PHOTOS, Offer, Offered, Photo,
    Stand, Standing,
};
pub use member::{Member, Role};
pub use present::{Present, Waiting};
pub use publication::{Item, Outcome, Publication};
pub use purchase_order::{MAX_STEPS, Party, PayeeSince, PurchaseOrder, Taken};
pub use quotation::{MAX_OFFERS, Proposal, Quotation, SLOWEST};
pub use record::Record;
pub use refusal::{Fault, Refusal, Why};
pub use reminder::{REMINDED_BEFORE, Reminder, reminders};
pub use request::{Ask, Asked, LONGEST_VALID, MAX_ASKED, MAX_LINES, Request};
pub use settings::{ConfirmedPayee, Limits, PAYEE_WAITS, ProposedPayee, Settings};
pub use thread::{MAX_MESSAGES, Message, Thread};

/// Milliseconds of a day.
const DAY: u64 = 86_400_000;

/// Milliseconds since 1970-01-01 UTC, by the host's clock.
#[derive(
    Clone,
    Copy,
    Debug,
    Default,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    serde::Serialize,
    serde::Deserialize,
)]
pub struct Moment(pub u64);

impl Moment {
    /// So many milliseconds later.
    #[must_use]
    pub fn after(self, milliseconds: u64) -> Self {
        Self(self.0.saturating_add(milliseconds))
    }

    /// The day it is in, in UTC.
    #[must_use]
    pub fn day(self) -> Date {
        let days = i32::try_from(self.0 / DAY).ok();
        let last = || Date::new(9999, 12, 31).expect("a day of the calendar");
        days.and_then(Date::from_days_since_epoch)
            .unwrap_or_else(last)
    }
}

/// Counts the changes of one thing from 1: what an entity tag is made of.
pub type Version = u64;

/// What a change is about, as the feed and the audit log name it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Noun {
    Account,
    Company,
    Member,
    Invitation,
    Draft,
    Listing,
    Publication,
    Blob,
    Request,
    Quotation,
    /// The thread of a quotation, by its id.
    Message,
    /// What a company was told, by the company's id.
    Notice,
    /// By its quotation's id.
    Order,
    /// By its quotation's id.
    Approval,
    /// By the company's id.
    Settings,
}

impl Noun {
    pub const ALL: [Self; 15] = [
        Self::Account,
        Self::Company,
        Self::Member,
        Self::Invitation,
        Self::Draft,
        Self::Listing,
        Self::Publication,
        Self::Blob,
        Self::Request,
        Self::Quotation,
        Self::Message,
        Self::Notice,
        Self::Order,
        Self::Approval,
        Self::Settings,
    ];

    /// As it is stored and sent.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Account => "account",
            Self::Company => "company",
            Self::Member => "member",
            Self::Invitation => "invitation",
            Self::Draft => "draft",
            Self::Listing => "listing",
            Self::Publication => "publication",
            Self::Blob => "blob",
            Self::Request => "request",
            Self::Quotation => "quotation",
            Self::Message => "message",
            Self::Notice => "notice",
            Self::Order => "order",
            Self::Approval => "approval",
            Self::Settings => "settings",
        }
    }

    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|noun| noun.name() == name)
    }
}
