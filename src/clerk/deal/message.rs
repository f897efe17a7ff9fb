use api_types::message as body;
use domain::{Id, Side};
use market::{Command, Letter, LetterKind, Mailbox, Refusal, Thread};

use super::{
    attachment::{attachments, attachments_in},
    quotation::side,
};
use crate::words;

/// Notices that are shown at once.
pub const MOST_NOTICES: u32 = 100;

/// What somebody says in a quotation's thread.
///
/// # Errors
/// What is attached has no name, or there is too much of it; the market judges the rest.
pub fn message_in(quotation: Id, form: body::MessageForm) -> Result<Command, Refusal> {
    let mut faults = Vec::new();
    let attachments = attachments_in(&mut faults, "", form.attachments);
    if !faults.is_empty() {
        return Err(Refusal::Invalid(faults));
    }
    Ok(Command::SendMessage {
        quotation,
        words: form.words,
        attachments,
    })
}

/// A thread, as one of its sides is shown it.
#[must_use]
pub fn messages(own: Side, found: &Thread) -> body::Messages {
    let other = match own {
        Side::Buyer => Side::Supplier,
        Side::Supplier => Side::Buyer,
    };
    let items = (1..)
        .zip(&found.messages)
        .map(|(number, one)| body::Message {
            number,
            by: side(one.by),
            author: (one.by == own).then_some(one.author),
            words: one.words.clone(),
            attachments: attachments(one.attachments.clone()),
            at: one.at.0,
        });
    body::Messages {
        items: items.collect(),
        read: found.read(own),
        read_by_other: found.read(other),
    }
}

/// Letters with their numbers, the newest first.
#[must_use]
pub fn notices(
    letters: impl IntoIterator<Item = (u64, Letter)>,
    mailbox: Mailbox,
) -> body::Notices {
    let items = letters.into_iter().map(|(number, letter)| body::Notice {
        number,
        kind: kind(letter.kind),
        noun: words::noun(letter.noun),
        id: letter.id,
        at: letter.at.0,
    });
    body::Notices {
        items: items.collect(),
        unread: mailbox.unread(),
    }
}

fn kind(kind: LetterKind) -> body::NoticeKind {
    match kind {
        LetterKind::Asked => body::NoticeKind::Asked,
        LetterKind::Quoted => body::NoticeKind::Quoted,
        LetterKind::Countered => body::NoticeKind::Countered,
        LetterKind::Declined => body::NoticeKind::Declined,
        LetterKind::Withdrawn => body::NoticeKind::Withdrawn,
        LetterKind::Accepted => body::NoticeKind::Accepted,
        LetterKind::Lost => body::NoticeKind::Lost,
        LetterKind::Message => body::NoticeKind::Message,
        LetterKind::ToApprove => body::NoticeKind::ToApprove,
        LetterKind::ApprovalRefused => body::NoticeKind::ApprovalRefused,
        LetterKind::Ordered => body::NoticeKind::Ordered,
        LetterKind::Confirmed => body::NoticeKind::Confirmed,
        LetterKind::InProduction => body::NoticeKind::InProduction,
        LetterKind::Shipped => body::NoticeKind::Shipped,
        LetterKind::Received => body::NoticeKind::Received,
        LetterKind::Completed => body::NoticeKind::Completed,
        LetterKind::CancellationAsked => body::NoticeKind::CancellationAsked,
        LetterKind::Cancelled => body::NoticeKind::Cancelled,
        LetterKind::Kept => body::NoticeKind::Kept,
        LetterKind::Claimed => body::NoticeKind::Claimed,
        LetterKind::ClaimAnswered => body::NoticeKind::ClaimAnswered,
        LetterKind::ClaimSettled => body::NoticeKind::ClaimSettled,
        LetterKind::ClaimWithdrawn => body::NoticeKind::ClaimWithdrawn,
        LetterKind::PayeeChanged => body::NoticeKind::PayeeChanged,
        LetterKind::Reviewed => body::NoticeKind::Reviewed,
        LetterKind::PayeeProposed => body::NoticeKind::PayeeProposed,
        LetterKind::PayeeConfirmed => body::NoticeKind::PayeeConfirmed,
    }
}
