//! What a page and the thread that hosts the stage say to each other, in postcard.

use domain::Id;
use serde::{Deserialize, Serialize};

use crate::{Answer, Call, Person};

/// A page's question, numbered so that its answer is known by the number.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ask {
    pub number: u32,
    /// Whether this browser has ever kept anything of the demonstration: then there must be something.
    pub has_begun: bool,
    pub wish: Wish,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Wish {
    Call(Call),
    /// The same for somebody, whatever session the page has: what waited in an outbox was written by them.
    As(Id, Call),
    /// Who can be played.
    People,
    /// Be somebody. The call has nothing but the page's headers.
    Play(Id, Call),
    /// Forget all that was done, and begin with the people and companies of the seed.
    StartAgain,
}

/// The answer, which begins with its number.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Told {
    pub number: u32,
    pub what: What,
    /// Since this thread began: what was kept could not be read, and the demonstration began anew.
    pub was_damaged: bool,
    /// Which thread this is: it tells others by this number that something has changed.
    pub thread: u32,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum What {
    Answer(Answer),
    People(Vec<Person>),
    StartedAgain,
    /// The browser keeps nothing just now; nothing was done.
    NotKept,
}
