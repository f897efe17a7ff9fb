use super::answer::Answer;
use super::item::{Form, Id, Key, Request, Row};

/// What has happened.
#[derive(Clone, Debug, PartialEq)]
pub enum Event {
    /// What the device keeps has been read. Comes first of all, and after every [`Effect::Load`].
    Loaded(Vec<Row>),
    /// Who is signed in now, by the same name as the server has for them.
    Account(Option<String>),
    /// This tab sends for all others, or does so no longer.
    Led(bool),
    /// The person pressed Send.
    Submitted {
        /// Made for this press.
        key: Key,
        conversation: String,
        request: Request,
        draft: Option<Form>,
        /// The device's clock, to show only.
        written_at: i64,
    },
    /// A form was typed in; an empty text forgets it.
    Typed(Form),
    /// A row has been kept, or could not be.
    Kept { id: Id, version: u32, kept: Kept },
    /// A row was not kept, since the database has a newer one: this.
    Stale { id: Id, version: u32, row: Row },
    /// What became of an attempt.
    Answered {
        key: Key,
        attempt: u32,
        answer: Answer,
    },
    /// Another tab said so.
    Heard(News),
    /// The network seems to be back.
    Online,
    /// Time has passed.
    Ticked,
    /// The person wants a refused item tried again as it is.
    Retried(Id),
    /// The person has changed a refused item. It keeps its place; its form says this now, where one is named.
    Replaced {
        id: Id,
        key: Key,
        request: Request,
        draft: Option<Form>,
    },
    /// The person does not want a refused item any more.
    Discarded(Id),
    /// The person wants to sign out, and has said what becomes of what is not sent.
    Leaving(Unsent),
}

/// How much of the device has a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kept {
    /// Nothing: it is gone when the page is.
    Nowhere,
    /// One of the two places.
    Once,
    Twice,
}

/// What becomes of unsent items at sign-out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unsent {
    /// Sign out when they are sent; not if one is refused.
    Send,
    /// They wait on this device until the same person is back.
    Keep,
    Discard,
}

/// What tabs tell each other.
#[derive(Clone, Debug, PartialEq)]
pub enum News {
    /// This is kept now.
    Row(Box<Row>),
    /// The leader is trying this.
    Trying(Id),
}

/// What is to be done, in this order.
#[derive(Clone, Debug, PartialEq)]
pub enum Effect {
    /// Keep a row in both places: in the database only if it is newer than what is there. Then [`Event::Kept`] or
    /// [`Event::Stale`].
    Keep(Row),
    /// Ask the server. Then [`Event::Answered`], within a minute.
    Send {
        key: Key,
        attempt: u32,
        account: String,
        request: Request,
    },
    /// Read what the device keeps. Then [`Event::Loaded`].
    Load,
    /// Tell all other tabs.
    Tell(News),
    /// Nothing holds the session open any more.
    SignOut,
}
