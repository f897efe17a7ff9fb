//! Files that go with what is negotiated: whose they are, and who may read them.

use domain::{Attachment, Id, Side};

use crate::{Quotation, Request, Thread};

/// Files of one line of a request, or of one message.
pub const MAX_ATTACHMENTS: usize = 5;

impl Request {
    /// A file of one of its lines, and whose it is. Whoever has the request may read it: the buyer, and each supplier
    /// who was asked, by the copy that is theirs.
    #[must_use]
    pub fn attachment(&self, file: Id) -> Option<(Id, &Attachment)> {
        let mut all = self.terms.lines.iter().flat_map(|line| &line.attachments);
        let found = all.find(|one| one.file == file)?;
        Some((self.buyer, found))
    }
}

impl Quotation {
    /// A file of a message in its thread, and whose it is. Whoever has the quotation may read it: its two companies.
    #[must_use]
    pub fn attachment<'a>(&self, thread: &'a Thread, file: Id) -> Option<(Id, &'a Attachment)> {
        let (by, found) = thread.attachment(file)?;
        let owner = match by {
            Side::Buyer => self.buyer,
            Side::Supplier => self.supplier?,
        };
        Some((owner, found))
    }
}

impl Thread {
    fn attachment(&self, file: Id) -> Option<(Side, &Attachment)> {
        self.messages.iter().find_map(|message| {
            let found = message.attachments.iter().find(|one| one.file == file)?;
            Some((message.by, found))
        })
    }

    /// Whether the other side has sent a file under this id.
    pub(crate) fn is_others(&self, side: Side, file: Id) -> bool {
        self.attachment(file).is_some_and(|(by, _)| by != side)
    }
}
