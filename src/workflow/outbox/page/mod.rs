//! What a page shows of the outbox: quiet while all is well, plain where something waits for the person.

mod sync;

pub use sync::Sync;

use super::event::{Kept, Unsent};
use super::item::Id;
use super::journal::Finding;
use super::status::Status;
use super::written::Written;

/// What the outbox's thread tells a page.
#[derive(Clone, Debug, PartialEq)]
pub enum Told {
    /// What the start has shown.
    Found(Finding),
    Status(Status),
    /// What was sent or typed under this name is kept in so many places.
    Kept(Id, Kept),
    /// All that is written here and not with the server: instead of whatever was told before.
    All(Vec<Written>),
    /// One of it is new or has changed.
    Written(Written),
    /// One of it is with the server, or was let go.
    Gone(Id),
    /// Nothing holds the session open any more.
    SignOut,
    /// The thread has died; another stands in its place, unless it dies each time.
    Died {
        is_replaced: bool,
    },
}

/// One word about how things stand, the most urgent.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Mood {
    /// Nothing was written yet.
    #[default]
    Quiet,
    /// So many are with the device, and will be sent.
    SavedHere(u32),
    /// All that was written here is with the server.
    Sent,
    /// So many were refused, and wait for the person.
    NeedsAttention(u32),
    /// So many wait for their writer to sign in again.
    NeedsSignIn(u32),
    /// So many are kept in one place only, where two are promised.
    SavedOnce(u32),
    /// So many are kept nowhere: gone when the page is.
    NotSaved(u32),
    /// This browser keeps nothing: what is written is lost when the page goes.
    Broken,
}

/// How it stands with a form, or with all that was written in it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum State {
    /// The server has it, as far as this device knows.
    #[default]
    Sent,
    /// Being kept, which takes a moment.
    Saving,
    /// On this device, until it can be sent.
    SavedHere,
    Refused {
        /// The problem's code, empty where none came.
        code: String,
    },
    /// Gone when the page is.
    NotSaved,
}

impl State {
    fn urgency(&self) -> u8 {
        match self {
            Self::Sent => 0,
            Self::SavedHere => 1,
            Self::Saving => 2,
            Self::Refused { .. } => 3,
            Self::NotSaved => 4,
        }
    }
}

/// Where a sign-out stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Leaving {
    #[default]
    No,
    /// Something is not sent: the person is asked what becomes of it.
    Asked,
    /// All is being sent first.
    Sending,
}

/// What the page does about a sign-out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// Ask the person.
    Ask,
    /// Tell the outbox what becomes of what is not sent; it says when the session may end.
    Leave(Unsent),
}
