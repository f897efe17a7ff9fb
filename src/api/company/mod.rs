//! Companies and what is theirs. What changes something becomes an order, which the market decides upon inside the
//! transaction; what only reads asks the market's table here.

mod attachments;
mod blobs;
mod changes;
mod companies;
mod drafts;
mod invitations;
mod listings;
mod members;
mod messages;
mod orders;
mod publications;
mod quotations;
mod reminders;
mod requests;
mod settings;

#[cfg(test)]
pub(crate) mod tests;

use axum::response::Response;
use domain::{Id, Step};
use market::{Command, Order};
use utoipa_axum::{router::OpenApiRouter, routes};

use crate::{
    asked::Terms, clock, identity::SignedIn, problem::Error, routes::Api, same_site::guarded, wire,
};

pub(crate) fn routes() -> OpenApiRouter<Api> {
    OpenApiRouter::new()
        .routes(guarded(routes!(companies::list)))
        .routes(guarded(routes!(
            companies::show,
            companies::found,
            companies::update
        )))
        .routes(guarded(routes!(members::list)))
        .routes(guarded(routes!(members::set_role, members::remove)))
        .routes(guarded(routes!(invitations::list)))
        .routes(guarded(routes!(invitations::invite, invitations::revoke)))
        .routes(guarded(routes!(invitations::accept)))
        .routes(guarded(routes!(drafts::list, drafts::put_products)))
        .routes(guarded(routes!(drafts::show, drafts::put, drafts::drop)))
        .routes(guarded(routes!(listings::list)))
        .routes(guarded(routes!(
            listings::show,
            listings::put,
            listings::withdraw
        )))
        .routes(guarded(routes!(publications::show, publications::put)))
        .routes(guarded(routes!(reminders::list)))
        .routes(guarded(routes!(blobs::show, blobs::put)))
        .routes(guarded(routes!(requests::list)))
        .routes(guarded(routes!(requests::show, requests::send)))
        .routes(guarded(routes!(requests::close)))
        .routes(guarded(routes!(requests::quotations)))
        .routes(guarded(routes!(attachments::of_request)))
        .routes(guarded(routes!(attachments::of_message)))
        .routes(guarded(routes!(quotations::list)))
        .routes(guarded(routes!(quotations::show)))
        .routes(guarded(routes!(quotations::offer)))
        .routes(guarded(routes!(quotations::decline)))
        .routes(guarded(routes!(quotations::withdraw)))
        .routes(guarded(routes!(quotations::accept)))
        .routes(guarded(routes!(orders::list)))
        .routes(guarded(routes!(orders::show)))
        .routes(guarded(routes!(orders::step)))
        .routes(guarded(routes!(orders::approvals)))
        .routes(guarded(routes!(orders::approval)))
        .routes(guarded(routes!(orders::decide)))
        .routes(guarded(routes!(settings::show)))
        .routes(guarded(routes!(settings::set_limits)))
        .routes(guarded(routes!(
            settings::propose_payee,
            settings::drop_payee
        )))
        .routes(guarded(routes!(settings::confirm_payee)))
        .routes(guarded(routes!(
            messages::show,
            messages::send,
            messages::read
        )))
        .routes(guarded(routes!(messages::notices, messages::read_notices)))
        .routes(guarded(routes!(changes::list)))
}

impl Api {
    /// Has a command decided upon and carried out. `makes_new` where something is new by it if it is at version 1 then.
    async fn order(
        &self,
        who: &SignedIn,
        company: Id,
        terms: Terms,
        (command, makes_new): (Command, bool),
    ) -> Result<Response, Error> {
        let order = Order {
            company,
            by: who.session.account,
            is_reviewer: who.session.is_reviewer,
            has_second_factor: who.session.has_second_factor,
            key: terms.key,
            digest: terms.digest,
            at: clock::now(),
            command,
        };
        let shows = match &order.command {
            Command::PutListing { .. }
            | Command::WithdrawListing { .. }
            | Command::PutPublication { .. } => true,
            // A supplier's page says how many orders were on time.
            Command::TakeStep { step, .. } => **step == Step::Complete,
            _ => false,
        };
        let receipt = self.store.companies().carry_out(order).await??;
        if shows {
            self.bell.ring();
        }
        Ok(wire::receipt(receipt, makes_new && receipt.version == 1))
    }
}
