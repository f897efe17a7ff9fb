//! Requests that change something, into orders.

use api_types::{
    approval::DecisionForm,
    change,
    company::CompanyForm,
    draft::{DraftForm, ProductsForm},
    member::{Acceptance, InvitationForm, RoleForm},
    message::{MessageForm, ReadForm},
    order::StepForm,
    quotation::{AcceptanceForm, Bid},
    request::{ReasonForm, RequestForm},
    settings::{Limits, Payee},
};
use clerk::{body, deal, tag, words};
use domain::Id;
use market::{Command, Key, Order, Version, access::Route};
use serde::de::DeserializeOwned;

use crate::{Answer, Request, Session, Stage, accounts::read, answer::Fault, routes::Found};

/// What comes with every change of something that is a company's.
pub(crate) struct Terms {
    pub(crate) key: Key,
    pub(crate) known: Option<Version>,
    pub(crate) digest: [u8; 32],
}

impl Terms {
    fn must_know(&self) -> Result<Version, Fault> {
        self.known.ok_or(Fault::VersionMissing)
    }
}

/// A change with a body.
pub(crate) fn with_body<T: DeserializeOwned>(request: &Request<'_>) -> Result<(Terms, T), Fault> {
    let form = read(request)?;
    Ok((terms(request, &request.call.body)?, form))
}

/// A change without one; a body that comes nevertheless is a mistake.
fn bare(request: &Request<'_>) -> Result<Terms, Fault> {
    if !request.call.body.is_empty() {
        return Err(Fault::Malformed);
    }
    terms(request, &[])
}

/// The key that a change comes with.
pub(crate) fn key(request: &Request<'_>) -> Result<Key, Fault> {
    let key = request.call.header("idempotency-key");
    let key = key.ok_or(Fault::KeyMissing)?;
    key.parse().map_err(|_| Fault::Parameter)
}

/// `body`: its bytes, or of a photograph its digest.
pub(crate) fn terms(request: &Request<'_>, body: &[u8]) -> Result<Terms, Fault> {
    let (call, key) = (request.call, key(request)?);
    let known = match call.header("if-match") {
        Some(tag) => Some(tag::read(tag).ok_or(Fault::Parameter)?),
        None => None,
    };
    let line = format!("{} {}", call.method, call.path);
    Ok(Terms {
        key,
        known,
        digest: body::digest(&line, known, body),
    })
}

impl Stage {
    pub(crate) fn change(
        &mut self,
        request: &Request<'_>,
        found: &Found<'_>,
        who: &Session,
    ) -> Result<Answer, Fault> {
        let (company, terms, command, makes_new) = match found.route {
            Route::PutListing | Route::PutPublication => self.publication(request, found, who)?,
            _ => command(request, found)?,
        };
        self.fulfil(request, who, (company, terms, command, makes_new))
    }

    /// Has a command decided upon and carried out.
    pub(crate) fn fulfil(
        &mut self,
        request: &Request<'_>,
        who: &Session,
        (company, terms, command, makes_new): Ordered,
    ) -> Result<Answer, Fault> {
        let order = Order {
            company,
            by: who.account,
            is_reviewer: self.is_reviewer(who.account),
            has_second_factor: who.has_second_factor,
            key: terms.key,
            digest: terms.digest,
            at: request.at,
            command,
        };
        let receipt = self.carry_out(&order)?;
        let body = change::Receipt {
            id: receipt.id,
            version: receipt.version,
        };
        let is_new = makes_new && receipt.version == 1 && !receipt.is_replayed;
        let answer = Answer::json(if is_new { 201 } else { 200 }, &body);
        Ok(answer.at_version(receipt.version))
    }
}

/// What is ordered of which company, and whether something is new by it if it is at version 1 then.
pub(crate) type Ordered = (Id, Terms, Command, bool);

fn command(request: &Request<'_>, found: &Found<'_>) -> Result<Ordered, Fault> {
    Ok(match found.route {
        Route::FoundCompany => {
            let [company] = found.ids()?;
            let (terms, form) = with_body::<CompanyForm>(request)?;
            let command = Command::FoundCompany(words::company_in(form)?);
            (company, terms, command, true)
        }
        Route::UpdateCompany => {
            let [company] = found.ids()?;
            let (terms, form) = with_body::<CompanyForm>(request)?;
            let known = terms.must_know()?;
            let form = words::company_in(form)?;
            let command = Command::UpdateCompany { form, known };
            (company, terms, command, false)
        }
        Route::SetRole => {
            let [company, account] = found.ids()?;
            let (terms, form) = with_body::<RoleForm>(request)?;
            let command = Command::SetRole {
                account,
                role: words::role_in(form.role),
                known: terms.must_know()?,
            };
            (company, terms, command, false)
        }
        Route::RemoveMember => {
            let [company, account] = found.ids()?;
            let terms = bare(request)?;
            (company, terms, Command::RemoveMember { account }, false)
        }
        Route::Invite => {
            let [company, invitation] = found.ids()?;
            let (terms, form) = with_body::<InvitationForm>(request)?;
            let (email, role, digest) = words::invitation_in(&form)?;
            let command = Command::Invite {
                invitation,
                email,
                role,
                digest,
            };
            (company, terms, command, true)
        }
        Route::Revoke => {
            let [company, invitation] = found.ids()?;
            let terms = bare(request)?;
            (company, terms, Command::Revoke { invitation }, false)
        }
        Route::Accept => {
            let [company, invitation] = found.ids()?;
            let (terms, form) = with_body::<Acceptance>(request)?;
            let digest = words::secret_in(&form);
            (company, terms, Command::Accept { invitation, digest }, true)
        }
        Route::PutDraft => {
            let [company, draft] = found.ids()?;
            let (terms, form) = with_body::<DraftForm>(request)?;
            let known = terms.known;
            let command = Command::PutDraft {
                draft,
                kind: words::draft_kind_in(form.kind),
                content: words::content_in(&form),
                known,
            };
            (company, terms, command, known.is_none())
        }
        Route::PutProducts => {
            let [company] = found.ids()?;
            let (terms, form) = with_body::<ProductsForm>(request)?;
            (company, terms, words::products_in(form), false)
        }
        Route::DropDraft => {
            let [company, draft] = found.ids()?;
            let terms = bare(request)?;
            let known = terms.must_know()?;
            (company, terms, Command::DropDraft { draft, known }, false)
        }
        Route::WithdrawListing => {
            let [company, listing] = found.ids()?;
            let terms = bare(request)?;
            let known = terms.must_know()?;
            let command = Command::WithdrawListing { listing, known };
            (company, terms, command, false)
        }
        Route::SendRequest => {
            let [company, request_id] = found.ids()?;
            let (terms, form) = with_body::<RequestForm>(request)?;
            let command = deal::request_in(request_id, form)?;
            (company, terms, command, true)
        }
        Route::CloseRequest | Route::DeclineQuotation | Route::WithdrawQuotation => {
            let [company, id] = found.ids()?;
            let (terms, form) = with_body::<ReasonForm>(request)?;
            let known = terms.must_know()?;
            let command = deal::ended(found.route, id, form.reason, known);
            (company, terms, command.ok_or(Fault::NotFound)?, false)
        }
        Route::MakeOffer => {
            let [company, quotation] = found.ids()?;
            let (terms, form) = with_body::<Bid>(request)?;
            let command = Command::MakeOffer {
                quotation,
                known: terms.must_know()?,
                bid: Box::new(deal::bid_in(form)?),
            };
            (company, terms, command, false)
        }
        Route::AcceptOffer => {
            let [company, quotation] = found.ids()?;
            let (terms, form) = with_body::<AcceptanceForm>(request)?;
            let known = terms.must_know()?;
            let command = deal::accepted_in(quotation, form, known)?;
            (company, terms, command, false)
        }
        Route::TakeStep => {
            let [company, order] = found.ids()?;
            let (terms, form) = with_body::<StepForm>(request)?;
            let command = Command::TakeStep {
                order,
                known: terms.must_know()?,
                step: Box::new(deal::step_in(form)?),
            };
            (company, terms, command, false)
        }
        Route::DecideApproval => {
            let [company, approval] = found.ids()?;
            let (terms, form) = with_body::<DecisionForm>(request)?;
            let command = Command::DecideApproval {
                approval,
                known: terms.must_know()?,
                is_approved: form.is_approved,
                reason: form.reason,
            };
            (company, terms, command, false)
        }
        Route::SetLimits => {
            let [company] = found.ids()?;
            let (terms, form) = with_body::<Limits>(request)?;
            let command = Command::SetLimits {
                known: terms.must_know()?,
                limits: deal::limits_in(&form)?,
            };
            (company, terms, command, false)
        }
        Route::ProposePayee => {
            let [company] = found.ids()?;
            let (terms, form) = with_body::<Payee>(request)?;
            let command = Command::ProposePayee {
                known: terms.must_know()?,
                payee: deal::payee_in(form)?,
            };
            (company, terms, command, false)
        }
        Route::DropPayee => {
            let [company] = found.ids()?;
            let terms = bare(request)?;
            let known = terms.must_know()?;
            (company, terms, Command::DropPayee { known }, false)
        }
        Route::ConfirmPayee => {
            let [company] = found.ids()?;
            let terms = bare(request)?;
            let known = terms.must_know()?;
            (company, terms, Command::ConfirmPayee { known }, false)
        }
        Route::SendMessage => {
            let [company, quotation] = found.ids()?;
            let (terms, form) = with_body::<MessageForm>(request)?;
            let command = deal::message_in(quotation, form)?;
            (company, terms, command, false)
        }
        Route::ReadMessages => {
            let [company, quotation] = found.ids()?;
            let (terms, form) = with_body::<ReadForm>(request)?;
            let read = deal::read_in(form)?;
            let command = Command::ReadMessages { quotation, read };
            (company, terms, command, false)
        }
        Route::ReadNotices => {
            let [company] = found.ids()?;
            let (terms, form) = with_body::<ReadForm>(request)?;
            let command = Command::ReadNotices { read: form.read };
            (company, terms, command, false)
        }
        _ => return Err(Fault::NotFound),
    })
}
