//! Which route a request is for.

use clerk::body::LARGEST;
use domain::Id;
use market::{
    MAX_BLOB, Refusal,
    access::{Line, Route, TABLE},
};

use crate::{Answer, Request, Session, Stage, answer::Fault, request::Call};

/// A route, and the parts of the path in braces, in their order.
pub(crate) struct Found<'a> {
    pub(crate) route: Route,
    parts: Vec<&'a str>,
}

impl Found<'_> {
    /// What is no id is the address of nothing.
    pub(crate) fn ids<const N: usize>(&self) -> Result<[Id; N], Fault> {
        let ids: Result<Vec<Id>, _> = self.parts.iter().map(|part| part.parse()).collect();
        let ids = ids.map_err(|_| Fault::NotFound)?;
        ids.try_into().map_err(|_| Fault::NotFound)
    }
}

impl Stage {
    /// Answers a request, all of it or nothing; what changed is in [`Stage::changes`].
    pub fn handle(&mut self, request: &Request<'_>) -> Answer {
        self.answer(request).unwrap_or_else(Answer::from)
    }

    fn answer(&mut self, request: &Request<'_>) -> Result<Answer, Fault> {
        let found = find(request.call);
        let is_blob = matches!(&found, Ok(found) if found.route == Route::PutBlob);
        let most = if is_blob { MAX_BLOB } else { LARGEST as u64 };
        if request.call.body.len() as u64 > most {
            return Err(Fault::BodyTooLarge);
        }
        let found = found?;
        match found.route {
            Route::SignUp => return self.sign_up(request),
            Route::SignIn => return self.sign_in(request),
            _ => (),
        }
        let who = self.who(request)?;
        match found.route {
            Route::SignUp | Route::SignIn => Err(Fault::NotFound),
            Route::SignOut => Ok(self.sign_out(&who)),
            Route::ShowMe => Ok(Answer::json(200, &self.me(&who)?)),
            Route::ListSessions => Ok(self.sessions(request, &who)),
            Route::EndSession => self.end_session(&found, &who),
            // A demonstration's people are chosen, and sign in with nothing.
            Route::BeginPasskeySignIn
            | Route::SignInByPasskey
            | Route::ListPasskeys
            | Route::OfferPasskey
            | Route::AddPasskey
            | Route::RemovePasskey
            | Route::BeginTotp
            | Route::ConfirmTotp
            | Route::ChangePassword => Err(Fault::NotHere),
            Route::ListReminders => self.reminders(request, &found, &who),
            Route::ShowBlob => self.show_blob(request, &found, &who),
            Route::PutBlob => self.put_blob(request, &found, &who),
            Route::ShowRequestFile | Route::ShowMessageFile => {
                self.show_file(request, &found, &who)
            }
            Route::ListCompanies
            | Route::ListMembers
            | Route::ListInvitations
            | Route::ListDrafts
            | Route::ListListings
            | Route::ListChanges => self.list(request, &found, &who),
            Route::ShowCompany | Route::ShowDraft | Route::ShowListing | Route::ShowPublication => {
                self.show(request, &found, &who)
            }
            Route::ListRequests
            | Route::ShowRequest
            | Route::ListRequestQuotations
            | Route::ListQuotations
            | Route::ShowQuotation
            | Route::ShowMessages
            | Route::ListNotices => self.deals(request, &found, &who),
            Route::ListOrders
            | Route::ShowOrder
            | Route::ListApprovals
            | Route::ShowApproval
            | Route::ShowSettings => self.orders(request, &found, &who),
            Route::FoundCompany
            | Route::UpdateCompany
            | Route::SetRole
            | Route::RemoveMember
            | Route::Invite
            | Route::Revoke
            | Route::Accept
            | Route::PutDraft
            | Route::PutProducts
            | Route::DropDraft
            | Route::PutListing
            | Route::WithdrawListing
            | Route::PutPublication
            | Route::SendRequest
            | Route::CloseRequest
            | Route::MakeOffer
            | Route::DeclineQuotation
            | Route::WithdrawQuotation
            | Route::AcceptOffer
            | Route::DecideApproval
            | Route::TakeStep
            | Route::SetLimits
            | Route::ProposePayee
            | Route::DropPayee
            | Route::ConfirmPayee
            | Route::SendMessage
            | Route::ReadMessages
            | Route::ReadNotices => self.change(request, &found, &who),
        }
    }

    /// What the table says of this asker at a route that only reads; what changes something is decided by
    /// [`market::decide`].
    pub(crate) fn may(
        &self,
        who: &Session,
        route: Route,
        company: Option<Id>,
    ) -> Result<(), Refusal> {
        let member = company.and_then(|company| self.rows.member(company, who.account));
        let role = member.map(|member| member.role);
        route.permit(role, self.is_reviewer(who.account), who.has_second_factor)
    }
}

fn find(call: &Call) -> Result<Found<'_>, Fault> {
    let mut elsewhere = Fault::NotFound;
    for line in &TABLE {
        let Some(parts) = parts(line, &call.path) else {
            continue;
        };
        if line.method == call.method {
            let route = line.route;
            return Ok(Found { route, parts });
        }
        elsewhere = Fault::MethodNotAllowed;
    }
    Err(elsewhere)
}

/// What stands where the line has its braces; `None` if the path is not the line's.
fn parts<'a>(line: &Line, path: &'a str) -> Option<Vec<&'a str>> {
    let mut there = path.split('/');
    let mut parts = Vec::new();
    for segment in line.path.split('/') {
        let given = there.next()?;
        if segment.starts_with('{') {
            parts.push(Some(given).filter(|given| !given.is_empty())?);
        } else if segment != given {
            return None;
        }
    }
    there.next().is_none().then_some(parts)
}
