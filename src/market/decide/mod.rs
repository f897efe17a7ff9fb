//! One file a noun.

mod approvals;
mod attachments;
mod blobs;
mod companies;
mod drafts;
mod invitations;
mod listings;
mod members;
mod messages;
mod orders;
mod quotations;
mod requests;
mod settings;

#[cfg(test)]
mod agreements;
#[cfg(test)]
mod deals;
#[cfg(test)]
mod tests;
#[cfg(test)]
mod world;

use crate::{Command, Decision, Order, Present, Refusal, Version};

/// What follows from an order, given what is there.
///
/// # Errors
/// The asker may not, what is addressed is not there, or it is not as the order takes it to be.
pub fn decide(order: &Order, present: &Present) -> Result<Decision, Refusal> {
    permit(order, present)?;
    match &order.command {
        Command::FoundCompany(form) => companies::found(order, form, present),
        Command::UpdateCompany { form, known } => companies::update(order, form, *known, present),
        Command::SetRole {
            account,
            role,
            known,
        } => members::set_role(*account, *role, *known, present),
        Command::RemoveMember { account } => members::remove(*account, present),
        Command::Invite {
            invitation,
            email,
            role,
            digest,
        } => invitations::invite(order, *invitation, (email, *role, digest), present),
        Command::Revoke { invitation } => invitations::revoke(*invitation, present),
        Command::Accept { invitation, digest } => {
            invitations::accept(order, *invitation, digest, present)
        }
        Command::PutDraft {
            draft,
            kind,
            content,
            known,
        } => drafts::put(order, *draft, (*kind, content), *known, present),
        Command::PutProducts { rows } => drafts::put_products(order, rows, present),
        Command::DropDraft { draft, known } => drafts::drop(*draft, *known, present),
        Command::PutListing { offer, known } => listings::put(order, offer, *known, present),
        Command::WithdrawListing { listing, known } => {
            listings::withdraw(order, *listing, *known, present)
        }
        Command::PutPublication {
            publication,
            offers,
            withdrawals,
        } => listings::many(order, *publication, (offers, withdrawals), present),
        Command::PutBlob { blob, what } => blobs::put(*blob, what, present),
        Command::SendRequest {
            request,
            terms,
            asked,
        } => requests::send(order, *request, (terms, asked), present),
        Command::CloseRequest {
            request,
            reason,
            known,
        } => requests::close(order, *request, (reason, *known), present),
        Command::MakeOffer {
            quotation,
            bid,
            known,
        } => quotations::offer(order, *quotation, (bid, *known), present),
        Command::DeclineQuotation {
            quotation,
            reason,
            known,
        } => quotations::decline(order, *quotation, (reason, *known), present),
        Command::WithdrawQuotation {
            quotation,
            reason,
            known,
        } => quotations::withdraw(order, *quotation, (reason, *known), present),
        Command::AcceptOffer {
            quotation,
            offer,
            rate,
            known,
        } => quotations::accept(order, *quotation, (*offer, *rate, *known), present),
        Command::DecideApproval {
            approval,
            is_approved,
            reason,
            known,
        } => approvals::decide(order, *approval, (*is_approved, reason, *known), present),
        Command::TakeStep {
            order: id,
            step,
            known,
        } => orders::step(order, *id, (step, *known), present),
        Command::SetLimits { limits, known } => {
            settings::set_limits(order, (*limits, *known), present)
        }
        Command::ProposePayee { payee, known } => {
            settings::propose_payee(order, (payee, *known), present)
        }
        Command::ConfirmPayee { known } => settings::confirm_payee(order, *known, present),
        Command::DropPayee { known } => settings::drop_payee(order, *known, present),
        Command::SendMessage {
            quotation,
            words,
            attachments,
        } => messages::say(order, *quotation, (words, attachments), present),
        Command::ReadMessages { quotation, read } => {
            messages::read(order, *quotation, *read, present)
        }
        Command::ReadNotices { read } => messages::read_letters(order, *read, present),
    }
}

/// By the table alone, with the role that the asker has at this very moment.
fn permit(order: &Order, present: &Present) -> Result<(), Refusal> {
    order
        .command
        .route()
        .permit(present.role, order.is_reviewer, order.has_second_factor)
}

/// Against lost updates: whoever changes a thing says which version of it they saw.
fn same(known: Version, version: Version) -> Result<(), Refusal> {
    if known == version {
        Ok(())
    } else {
        Err(Refusal::Changed { version })
    }
}
