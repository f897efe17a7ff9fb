use domain::Id;

use crate::{Moment, Noun};

/// Something that the people of a company should know, because somebody else has done it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Letter {
    pub kind: LetterKind,
    pub noun: Noun,
    pub id: Id,
    pub at: Moment,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
pub enum LetterKind {
    /// A buyer asks for a quotation.
    Asked,
    Quoted,
    Countered,
    Declined,
    Withdrawn,
    Accepted,
    Lost,
    Message,
}

impl LetterKind {
    pub const ALL: [Self; 8] = [
        Self::Asked,
        Self::Quoted,
        Self::Countered,
        Self::Declined,
        Self::Withdrawn,
        Self::Accepted,
        Self::Lost,
        Self::Message,
    ];

    /// As it is stored and sent.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Asked => "asked",
            Self::Quoted => "quoted",
            Self::Countered => "countered",
            Self::Declined => "declined",
            Self::Withdrawn => "withdrawn",
            Self::Accepted => "accepted",
            Self::Lost => "lost",
            Self::Message => "message",
        }
    }

    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }
}

/// How many letters a company has got, and the number of the newest that was read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Mailbox {
    pub letters: u64,
    pub read: u64,
}

impl Mailbox {
    #[must_use]
    pub fn unread(self) -> u64 {
        self.letters.saturating_sub(self.read)
    }
}
