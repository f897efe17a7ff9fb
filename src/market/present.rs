use std::collections::{BTreeMap, BTreeSet};

use domain::{Id, Media};

use crate::{
    Approval, Books, Company, Invitation, Mailbox, Member, PurchaseOrder, Quotation, Record,
    Request, Role, Settings, Stand, Thread, Version,
};

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
    /// What the order's company keeps of [`crate::Command::files`]: which kind, and how many bytes.
    pub files: BTreeMap<Id, (Media, u64)>,
    /// As the order's company has it.
    pub request: Option<Request>,
    pub quotation: Option<Quotation>,
    /// All quotations of the request that the company has.
    pub rivals: BTreeMap<Id, Quotation>,
    /// Quotations whose id, or whose request's, stands for something else already at one of the two companies, of those
    /// that are to be made.
    pub taken: BTreeSet<Id>,
    /// Companies of the codes that are asked for, or of the quotation.
    pub companies: BTreeMap<Id, Company>,
    pub thread: Thread,
    pub mailbox: Mailbox,
    pub order: Option<PurchaseOrder>,
    pub approval: Option<Approval>,
    /// Of the order's company.
    pub settings: Settings,
    /// Of the quotation's supplier.
    pub supplier_settings: Settings,
    /// Of the order's company.
    pub books: Books,
    /// Of the purchase order's supplier.
    pub record: Record,
    /// What was asked of a code that the company now takes.
    pub waiting: Vec<Waiting>,
}

/// What a supplier was asked before anybody of it had joined.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Waiting {
    /// The quotation's.
    pub id: Id,
    pub quotation: Quotation,
    pub request: Request,
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
