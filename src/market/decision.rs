use domain::Id;

use crate::{
    Approval, Blob, Books, Company, Draft, Invitation, Letter, Listing, Member, Noun, Publication,
    PurchaseOrder, Quotation, Record, Request, Settings, Thread, Version,
};

/// What follows from a command: the host writes all of it in one transaction, or nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Decision {
    pub writes: Vec<Write>,
    /// What the company's feed tells of; the first is what the command was about.
    pub notices: Vec<Notice>,
}

/// One thing to be written. Ids are within the order's company, or within the one that stands before them.
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
    Request(Id, Id, Request),
    Quotation(Id, Id, Quotation),
    Thread(Id, Id, Thread),
    Order(Id, Id, Box<PurchaseOrder>),
    Approval(Id, Approval),
    Settings(Settings),
    /// The order's company has numbered its documents so far.
    Books(Books),
    /// A supplier's.
    Record(Id, Record),
    /// To another company's feed.
    Tell(Id, Notice),
    /// To a company's people.
    Letter(Id, Letter),
    /// The order's company has read so far.
    LettersRead(u64),
    /// The quotation is for whoever takes this code.
    Wait(String, Id),
    /// It has found them: by code, buyer and quotation.
    Waited(String, Id, Id),
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
