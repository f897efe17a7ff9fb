//! An order, from what is there to what is kept of it: all or nothing.

use domain::Id;
use market::{
    Command, Decision, Listing, ListingState, Needs, Order, Present, Refusal, Role, Version, Write,
    decide,
};

use crate::{
    Stage, deals, goods, orders,
    rows::{Change, Key, Lines, Reply, Row},
};

/// What an order came to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Receipt {
    pub(crate) id: Id,
    pub(crate) version: Version,
    pub(crate) is_replayed: bool,
}

impl Stage {
    pub(crate) fn carry_out(&mut self, order: &Order) -> Result<Receipt, Refusal> {
        let key = order.key.as_str().to_owned();
        // The same key is the same deed; with another body it is a mistake of the client's.
        if let Some(reply) = self.rows.reply(order.company, order.by, key.clone()) {
            return if reply.digest == order.digest {
                Ok(Receipt {
                    id: reply.id,
                    version: reply.version,
                    is_replayed: true,
                })
            } else {
                Err(Refusal::KeyReused)
            };
        }
        let decision = decide(order, &self.present(order))?;
        self.apply(order, &decision);
        let first = decision
            .notices
            .first()
            .expect("every decision tells of what it was about");
        let reply = Reply {
            digest: order.digest,
            id: first.id,
            version: first.version,
        };
        let key = Key::Reply(order.company, order.by, key);
        self.rows.put(key, Row::Reply(reply));
        Ok(Receipt {
            id: first.id,
            version: first.version,
            is_replayed: false,
        })
    }

    /// What is there, as far as the order needs it.
    fn present(&self, order: &Order) -> Present {
        let (rows, company) = (&self.rows, order.company);
        let role = rows.member(company, order.by).map(|member| member.role);
        let mut present = Present {
            role,
            ..Present::default()
        };
        for file in order.command.files() {
            let kept = rows.blob(company, file);
            let kept = kept.map(|blob| (file, (blob.media, blob.bytes)));
            present.files.extend(kept);
        }
        match order.command.needs() {
            Needs::Company => present.company = rows.company(company).cloned(),
            Needs::Member(account) => {
                present.member = rows.member(company, account).cloned();
                let members = rows.members(company, None);
                let administrators = members.filter(|member| member.role == Role::Administrator);
                present.administrators = administrators.count() as u64;
            }
            Needs::Invitation(id) => {
                present.invitation = rows.invitation(company, id).cloned();
                present.invitations = rows.invitations(company, None).count() as u64;
            }
            Needs::Draft(id) => {
                present.draft = rows.draft(company, id).map(|draft| draft.version);
                if matches!(order.command, Command::PutDraft { known: None, .. }) {
                    present.drafts = rows.head(company).drafts;
                }
            }
            Needs::Drafts(ids) => {
                present.drafts = rows.head(company).drafts;
                for id in ids {
                    let draft = rows.draft(company, id);
                    let draft = draft.map(|draft| (draft.kind, draft.version));
                    present.stands.entry(id).or_default().draft = draft;
                }
            }
            Needs::Listings(publication) => goods::find(rows, order, publication, &mut present),
            Needs::Blob(id) => {
                present.blob = rows.blob(company, id).map(|blob| blob.digest);
                present.blobs = rows.blobs(company);
            }
            Needs::Asked(id) => deals::asks(rows, order, id, &mut present),
            Needs::Request(id) => deals::request(rows, order, id, &mut present),
            Needs::Quotation(id) => deals::quotation(rows, order, id, &mut present),
            Needs::Acceptance(id) => orders::acceptance(rows, order, id, &mut present),
            Needs::Order(id) => orders::order(rows, order, id, &mut present),
            Needs::Settings => present.settings = rows.settings(company),
            Needs::Thread(id) => deals::thread(rows, order, id, &mut present),
            Needs::Mailbox => present.mailbox = rows.mailbox(company),
        }
        present
    }

    fn apply(&mut self, order: &Order, decision: &Decision) {
        let company = order.company;
        let mut head = self.rows.head(company);
        for write in &decision.writes {
            let (key, row) = match write.clone() {
                Write::Company(row) => (Key::Company(company), Some(Row::Company(row))),
                Write::Member(row) => (Key::Member(company, row.account), Some(Row::Member(row))),
                Write::MemberGone(account) => (Key::Member(company, account), None),
                Write::Invitation(id, row) => {
                    (Key::Invitation(company, id), Some(Row::Invitation(row)))
                }
                Write::InvitationGone(id) => (Key::Invitation(company, id), None),
                Write::Draft(id, row) => {
                    head.drafts += u64::from(self.rows.draft(company, id).is_none());
                    (Key::Draft(company, id), Some(Row::Draft(row)))
                }
                Write::DraftGone(id) => {
                    head.drafts = head.drafts.saturating_sub(1);
                    (Key::Draft(company, id), None)
                }
                Write::Listing(id, row) => (Key::Listing(company, id), Some(Row::Listing(row))),
                Write::Withdrawn(id, version) => {
                    let Some(listing) = self.rows.listing(company, id) else {
                        continue;
                    };
                    let state = ListingState::Withdrawn;
                    let row = Listing {
                        state,
                        version,
                        ..listing.clone()
                    };
                    (Key::Listing(company, id), Some(Row::Listing(row)))
                }
                Write::Publication(id, row) => {
                    let (text, at) = (row.text(), row.at);
                    (
                        Key::Publication(company, id),
                        Some(Row::Publication(Lines { text, at })),
                    )
                }
                Write::Code(code) => (Key::Code(code), Some(Row::Code(company))),
                Write::Blob(id, row) => (Key::Blob(company, id), Some(Row::Blob(row))),
                other => {
                    deals::keep(&mut self.rows, order, other);
                    continue;
                }
            };
            match row {
                Some(row) => self.rows.put(key, row),
                None => self.rows.remove(key),
            }
        }
        for notice in &decision.notices {
            head.changes += 1;
            let change = Change {
                notice: *notice,
                at: order.at,
            };
            self.rows
                .put(Key::Change(company, head.changes), Row::Change(change));
        }
        self.rows.put(Key::Head(company), Row::Head(head));
    }
}
