use domain::{Attachment, Id};

use super::{attachments, quotations::Post};
use crate::{
    Decision, Fault, LetterKind, MAX_MESSAGES, Message, Noun, Order, Present, Quotation, Refusal,
    Thread, Why, Write, words,
};

/// A thread stays open when its quotation is settled: there is still something to talk about.
pub(super) fn say(
    order: &Order,
    id: Id,
    (text, attached): (&str, &[Attachment]),
    present: &Present,
) -> Result<Decision, Refusal> {
    let quotation = present.quotation.as_ref().ok_or(Refusal::NotFound)?;
    let text = words::kept("/words", text)?;
    if text.is_empty() && attached.is_empty() {
        return Err(Refusal::Invalid(vec![Fault::new("/words", Why::Missing)]));
    }
    let mut thread = present.thread.clone();
    if thread.messages.len() >= MAX_MESSAGES {
        return Err(Refusal::TooMany);
    }
    let side = quotation.side(order.company);
    let mut faults = Vec::new();
    let attached = attachments::check(&mut faults, "", attached, present);
    // By its id alone a file of this thread is found: it cannot be that of both sides.
    for (at, one) in attached.iter().enumerate() {
        if thread.is_others(side, one.file) {
            faults.push(Fault::new(format!("/attachments/{at}/id"), Why::Taken));
        }
    }
    if !faults.is_empty() {
        return Err(Refusal::Invalid(faults));
    }
    thread.messages.push(Message {
        by: side,
        author: order.by,
        words: text,
        attachments: attached,
        at: order.at,
    });
    // Whoever answers has read what stands before.
    thread.mark(side, thread.count());
    Ok(put(order, (id, quotation), thread, true))
}

pub(super) fn read(
    order: &Order,
    id: Id,
    number: u32,
    present: &Present,
) -> Result<Decision, Refusal> {
    let quotation = present.quotation.as_ref().ok_or(Refusal::NotFound)?;
    let mut thread = present.thread.clone();
    if thread.count() < number {
        return Err(Refusal::Invalid(vec![Fault::new("/read", Why::Check)]));
    }
    thread.mark(quotation.side(order.company), number);
    Ok(put(order, (id, quotation), thread, false))
}

/// A mark is always told of, though nothing moved: the answer to it is a version.
fn put(
    order: &Order,
    (id, quotation): (Id, &Quotation),
    mut thread: Thread,
    is_said: bool,
) -> Decision {
    thread.version += 1;
    let mut post = Post::new(order);
    for company in quotation.parties() {
        post.write(Write::Thread(company, id, thread.clone()));
        post.tell(company, Noun::Message, id, thread.version);
        if is_said && company != order.company {
            post.letter(company, LetterKind::Message, Noun::Quotation, id);
        }
    }
    post.decision
}

/// Marks a company's own letters as read, up to a number.
pub(super) fn read_letters(
    order: &Order,
    number: u64,
    present: &Present,
) -> Result<Decision, Refusal> {
    if present.mailbox.letters < number {
        return Err(Refusal::Invalid(vec![Fault::new("/read", Why::Check)]));
    }
    let read = present.mailbox.read.max(number);
    let mut post = Post::new(order);
    post.write(Write::LettersRead(read));
    // The version counts from 1 as every version does.
    post.tell(order.company, Noun::Notice, order.company, read + 1);
    Ok(post.decision)
}
