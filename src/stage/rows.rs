//! What is kept, by its keys: tables of the server become ranges of one ordered map.

mod orders;

use std::collections::BTreeMap;
use std::ops::Bound;

use domain::Id;
use market::{
    Approval, Blob, Books, Company, Draft, Email, Invitation, Letter, Listing, Mailbox, Member,
    Moment, Notice, PurchaseOrder, Quotation, Record, Request, Settings, Thread, Version,
};
use serde::{Deserialize, Serialize};

/// Before and behind all ids.
const FIRST: Id = Id::from_bytes([0; 16]);
const LAST: Id = Id::from_bytes([0xff; 16]);

/// Of which row. What is a company's begins with it. New kinds come last, so that what was kept before is still read.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub(crate) enum Key {
    Account(Id),
    Session(Id),
    Company(Id),
    Head(Id),
    Member(Id, Id),
    Invitation(Id, Id),
    Draft(Id, Id),
    Change(Id, u64),
    /// Company, account, and what the client called its deed.
    Reply(Id, Id, String),
    Listing(Id, Id),
    Publication(Id, Id),
    /// A supplier's code, whoever has it.
    Code(String),
    Blob(Id, Id),
    /// Of the blob with these ids.
    Bytes(Id, Id),
    Request(Id, Id),
    Quotation(Id, Id),
    /// Of the quotation with this id.
    Thread(Id, Id),
    Letter(Id, u64),
    Mailbox(Id),
    /// A quotation that waits for whoever takes the code: code, buyer, quotation.
    Waiting(String, Id, Id),
    Order(Id, Id),
    Approval(Id, Id),
    Settings(Id),
    Books(Id),
    Record(Id),
}

/// A company by its id, and what somebody is there.
pub(crate) type Belonging<'a> = (Id, &'a Company, &'a Member);

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum Row {
    Account(Account),
    Session(Session),
    Company(Company),
    Head(Head),
    Member(Member),
    Invitation(Invitation),
    Draft(Draft),
    Change(Change),
    Reply(Reply),
    Listing(Listing),
    Publication(Lines),
    /// The company that has it.
    Code(Id),
    Blob(Blob),
    Bytes(Vec<u8>),
    Request(Request),
    Quotation(Quotation),
    Thread(Thread),
    Letter(Letter),
    Mailbox(Mailbox),
    Waiting,
    Order(Box<PurchaseOrder>),
    Approval(Approval),
    Settings(Settings),
    Books(Books),
    Record(Record),
}

/// Somebody to play.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Account {
    pub id: Id,
    pub email: Email,
    pub name: String,
    pub is_reviewer: bool,
    /// As if an authenticator were set up.
    pub has_totp: bool,
}

/// Somebody who is being played.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Session {
    pub id: Id,
    pub account: Id,
    pub has_second_factor: bool,
    pub made_at: Moment,
    pub seen_at: Moment,
    /// What the browser calls itself.
    pub agent: String,
}

/// How far a company's feed has come, and how many drafts it has.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Head {
    pub(crate) changes: u64,
    pub(crate) drafts: u64,
}

/// An entry of a company's feed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Change {
    pub(crate) notice: Notice,
    pub(crate) at: Moment,
}

/// What an order came to, under its key for ever.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Reply {
    pub(crate) digest: [u8; 32],
    pub(crate) id: Id,
    pub(crate) version: Version,
}

/// A publication, as [`market::Publication::text`] writes it down.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Lines {
    pub(crate) text: String,
    pub(crate) at: Moment,
}

/// A part of a list, and whether there is more behind it.
#[derive(Clone, Debug)]
pub(crate) struct Page<T> {
    pub(crate) items: Vec<T>,
    pub(crate) has_more: bool,
}

/// All rows, and which of them were touched since that was last asked, with what stood there before.
#[derive(Clone, Debug, Default)]
pub(crate) struct Rows {
    rows: BTreeMap<Key, Row>,
    touched: BTreeMap<Key, Option<Row>>,
}

/// One reader a kind: under its keys there is nothing else.
macro_rules! read {
    ($name:ident, $kind:ident, $value:ty, ($($part:ident: $type:ty),+)) => {
        pub(crate) fn $name(&self, $($part: $type),+) -> Option<&$value> {
            match self.rows.get(&Key::$kind($($part),+)) {
                Some(Row::$kind(row)) => Some(row),
                _ => None,
            }
        }
    };
}

impl Rows {
    read!(account, Account, Account, (id: Id));
    read!(session, Session, Session, (id: Id));
    read!(company, Company, Company, (id: Id));
    read!(member, Member, Member, (company: Id, account: Id));
    read!(invitation, Invitation, Invitation, (company: Id, id: Id));
    read!(draft, Draft, Draft, (company: Id, id: Id));
    read!(reply, Reply, Reply, (company: Id, account: Id, key: String));
    read!(listing, Listing, Listing, (company: Id, id: Id));
    read!(publication, Publication, Lines, (company: Id, id: Id));
    read!(code, Code, Id, (code: String));
    read!(blob, Blob, Blob, (company: Id, id: Id));
    read!(request, Request, Request, (company: Id, id: Id));
    read!(quotation, Quotation, Quotation, (company: Id, id: Id));
    read!(thread, Thread, Thread, (company: Id, id: Id));
    read!(order, Order, PurchaseOrder, (company: Id, id: Id));
    read!(approval, Approval, Approval, (company: Id, id: Id));
    read!(bytes, Bytes, Vec<u8>, (company: Id, id: Id));

    pub(crate) fn head(&self, company: Id) -> Head {
        match self.rows.get(&Key::Head(company)) {
            Some(Row::Head(head)) => *head,
            _ => Head::default(),
        }
    }

    pub(crate) fn put(&mut self, key: Key, row: Row) {
        let before = self.rows.insert(key.clone(), row);
        self.touched.entry(key).or_insert(before);
    }

    pub(crate) fn remove(&mut self, key: Key) {
        let before = self.rows.remove(&key);
        self.touched.entry(key).or_insert(before);
    }

    /// Puts in what was kept before: nothing is touched by it.
    pub(crate) fn restore(&mut self, key: Key, row: Row) {
        self.rows.insert(key, row);
    }

    /// The keys that were touched, what stood under each, and what stands there now.
    pub(crate) fn take_touched(&mut self) -> Vec<(Key, Option<Row>, Option<Row>)> {
        std::mem::take(&mut self.touched)
            .into_iter()
            .map(|(key, before)| {
                let now = self.rows.get(&key).cloned();
                (key, before, now)
            })
            .collect()
    }

    /// All rows whose keys are made of an id alone or of a company and an id, behind `after`.
    fn behind(
        &self,
        after: Option<Id>,
        key: impl Fn(Id) -> Key,
    ) -> impl Iterator<Item = (&Key, &Row)> {
        let from = match after {
            Some(id) => Bound::Excluded(key(id)),
            None => Bound::Included(key(FIRST)),
        };
        self.rows.range((from, Bound::Included(key(LAST))))
    }

    pub(crate) fn accounts(&self) -> impl Iterator<Item = &Account> {
        let all = self.behind(None, Key::Account);
        all.filter_map(|(_, row)| match row {
            Row::Account(account) => Some(account),
            _ => None,
        })
    }

    pub(crate) fn sessions(&self) -> impl Iterator<Item = &Session> {
        let all = self.behind(None, Key::Session);
        all.filter_map(|(_, row)| match row {
            Row::Session(session) => Some(session),
            _ => None,
        })
    }

    pub(crate) fn companies(&self, after: Option<Id>) -> impl Iterator<Item = (Id, &Company)> {
        let all = self.behind(after, Key::Company);
        all.filter_map(|pair| match pair {
            (Key::Company(id), Row::Company(company)) => Some((*id, company)),
            _ => None,
        })
    }

    pub(crate) fn members(&self, company: Id, after: Option<Id>) -> impl Iterator<Item = &Member> {
        let all = self.behind(after, move |id| Key::Member(company, id));
        all.filter_map(|(_, row)| match row {
            Row::Member(member) => Some(member),
            _ => None,
        })
    }

    /// The companies of an account, with its place in each.
    pub(crate) fn memberships(&self, account: Id) -> impl Iterator<Item = Belonging<'_>> {
        let companies = self.companies(None);
        companies.filter_map(move |(id, company)| Some((id, company, self.member(id, account)?)))
    }

    pub(crate) fn invitations(
        &self,
        company: Id,
        after: Option<Id>,
    ) -> impl Iterator<Item = (Id, &Invitation)> {
        let all = self.behind(after, move |id| Key::Invitation(company, id));
        all.filter_map(|pair| match pair {
            (Key::Invitation(_, id), Row::Invitation(invitation)) => Some((*id, invitation)),
            _ => None,
        })
    }

    pub(crate) fn drafts(
        &self,
        company: Id,
        after: Option<Id>,
    ) -> impl Iterator<Item = (Id, &Draft)> {
        let all = self.behind(after, move |id| Key::Draft(company, id));
        all.filter_map(|pair| match pair {
            (Key::Draft(_, id), Row::Draft(draft)) => Some((*id, draft)),
            _ => None,
        })
    }

    pub(crate) fn listings(
        &self,
        company: Id,
        after: Option<Id>,
    ) -> impl Iterator<Item = (Id, &Listing)> {
        let all = self.behind(after, move |id| Key::Listing(company, id));
        all.filter_map(|pair| match pair {
            (Key::Listing(_, id), Row::Listing(listing)) => Some((*id, listing)),
            _ => None,
        })
    }

    pub(crate) fn requests(
        &self,
        company: Id,
        after: Option<Id>,
    ) -> impl Iterator<Item = (Id, &Request)> {
        let all = self.behind(after, move |id| Key::Request(company, id));
        all.filter_map(|pair| match pair {
            (Key::Request(_, id), Row::Request(request)) => Some((*id, request)),
            _ => None,
        })
    }

    pub(crate) fn quotations(
        &self,
        company: Id,
        after: Option<Id>,
    ) -> impl Iterator<Item = (Id, &Quotation)> {
        let all = self.behind(after, move |id| Key::Quotation(company, id));
        all.filter_map(|pair| match pair {
            (Key::Quotation(_, id), Row::Quotation(quotation)) => Some((*id, quotation)),
            _ => None,
        })
    }

    pub(crate) fn mailbox(&self, company: Id) -> Mailbox {
        match self.rows.get(&Key::Mailbox(company)) {
            Some(Row::Mailbox(mailbox)) => *mailbox,
            _ => Mailbox::default(),
        }
    }

    /// With their numbers, the newest first.
    pub(crate) fn letters(&self, company: Id, most: u32) -> impl Iterator<Item = (u64, Letter)> {
        let all = Key::Letter(company, 0)..=Key::Letter(company, u64::MAX);
        let newest = self.rows.range(all).rev().take(most as usize);
        newest.filter_map(|pair| match pair {
            (Key::Letter(_, number), Row::Letter(letter)) => Some((*number, *letter)),
            _ => None,
        })
    }

    /// Buyers and quotations that wait for whoever takes the code.
    pub(crate) fn waiting(&self, code: &str) -> impl Iterator<Item = (Id, Id)> {
        let key = |id| Key::Waiting(code.to_owned(), id, id);
        let all = self.rows.range(key(FIRST)..=key(LAST));
        all.filter_map(|(key, _)| match key {
            Key::Waiting(_, buyer, id) => Some((*buyer, *id)),
            _ => None,
        })
    }

    /// How many blobs a company has.
    pub(crate) fn blobs(&self, company: Id) -> u64 {
        self.behind(None, move |id| Key::Blob(company, id)).count() as u64
    }

    /// How many codes a company has had.
    pub(crate) fn codes_of(&self, company: Id) -> u64 {
        let from = Bound::Included(Key::Code(String::new()));
        let to = Bound::Excluded(Key::Blob(FIRST, FIRST));
        let all = self.rows.range((from, to));
        let own = all.filter(|(_, row)| matches!(row, Row::Code(owner) if *owner == company));
        own.count() as u64
    }

    /// Entries of a feed behind this number, with theirs.
    pub(crate) fn changes(&self, company: Id, after: u64) -> impl Iterator<Item = (u64, &Change)> {
        let from = Bound::Excluded(Key::Change(company, after));
        let to = Bound::Included(Key::Change(company, u64::MAX));
        self.rows.range((from, to)).filter_map(|pair| match pair {
            (Key::Change(_, number), Row::Change(change)) => Some((*number, change)),
            _ => None,
        })
    }
}

/// The first `most` of them.
pub(crate) fn page<T>(mut all: impl Iterator<Item = T>, most: u32) -> Page<T> {
    let items = all.by_ref().take(most as usize).collect();
    Page {
        items,
        has_more: all.next().is_some(),
    }
}
