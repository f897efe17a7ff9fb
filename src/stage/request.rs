use domain::Id;
use market::Moment;
use serde::{Deserialize, Serialize};

/// What a page asks: everything of a request that it has a say in.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Call {
    pub method: String,
    /// From the root on: `/v1/me`.
    pub path: String,
    /// Without its question mark, encoded as in an address; may be empty.
    pub query: String,
    /// Names in lower case.
    pub headers: Vec<(String, String)>,
    pub body: Vec<u8>,
    /// The session that the page has.
    pub session: Option<Id>,
}

/// The same, with what its host vouches for.
#[derive(Clone, Copy, Debug)]
pub struct Request<'a> {
    pub call: &'a Call,
    pub at: Moment,
    /// Bytes that nobody could guess, for what is made by this request.
    pub chance: [u8; 10],
}

impl Call {
    /// The first header of a name.
    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        self.headers_of(name).next()
    }

    pub(crate) fn headers_of(&self, name: &str) -> impl Iterator<Item = &str> {
        self.headers
            .iter()
            .filter(move |(other, _)| other == name)
            .map(|(_, value)| value.as_str())
    }
}

impl Request<'_> {
    /// An id for something that is made by it.
    pub(crate) fn fresh(&self) -> Id {
        Id::new(self.at.0, self.chance)
    }
}
