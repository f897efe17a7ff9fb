//! The one table of who may ask for what.
//!
//! A route that has no line does not compile; a line is a verdict for every kind of asker, with nothing inferred.
//! Whoever does not belong to a company gets the same verdict whether the company exists or not.

use crate::{Refusal, member::Role};

/// Everything that can be asked of the hub by name; the published catalogue and the site are open to all.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Route {
    SignUp,
    SignIn,
    SignOut,
    ShowMe,
    ListSessions,
    EndSession,
    BeginPasskeySignIn,
    SignInByPasskey,
    ListPasskeys,
    OfferPasskey,
    AddPasskey,
    RemovePasskey,
    BeginTotp,
    ConfirmTotp,
    ChangePassword,
    ListCompanies,
    FoundCompany,
    ShowCompany,
    UpdateCompany,
    ListMembers,
    SetRole,
    RemoveMember,
    ListInvitations,
    Invite,
    Revoke,
    Accept,
    ListDrafts,
    ShowDraft,
    PutDraft,
    PutProducts,
    DropDraft,
    ListListings,
    ShowListing,
    PutListing,
    WithdrawListing,
    ShowPublication,
    PutPublication,
    ListReminders,
    ShowBlob,
    PutBlob,
    ListRequests,
    ShowRequest,
    SendRequest,
    CloseRequest,
    ListRequestQuotations,
    ShowRequestFile,
    ListQuotations,
    ShowQuotation,
    MakeOffer,
    DeclineQuotation,
    WithdrawQuotation,
    AcceptOffer,
    ListApprovals,
    ShowApproval,
    DecideApproval,
    ListOrders,
    ShowOrder,
    TakeStep,
    ShowSettings,
    SetLimits,
    ProposePayee,
    DropPayee,
    ConfirmPayee,
    ShowMessages,
    SendMessage,
    ReadMessages,
    ShowMessageFile,
    ListNotices,
    ReadNotices,
    ListChanges,
}

/// What the table says of an asker at a route.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// Go on; what is addressed may still turn out to be missing.
    Allow,
    /// Nobody knows who asks.
    SignIn,
    /// The asker may see the company, and may not do this.
    Forbid,
    /// As if there were nothing.
    Hide,
    /// Allowed, once the asker has shown a second factor.
    Prove,
}

/// Who asks, seen from the company that is addressed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asker {
    /// Nobody is signed in.
    Stranger,
    /// Signed in, and not of this company, if there is one.
    Outsider,
    Member(Role),
    /// Of the hub itself, and not of this company.
    Reviewer,
}

impl Asker {
    pub const ALL: [Self; 6] = [
        Self::Stranger,
        Self::Outsider,
        Self::Member(Role::Viewer),
        Self::Member(Role::Trader),
        Self::Member(Role::Administrator),
        Self::Reviewer,
    ];

    fn column(self) -> usize {
        match self {
            Self::Stranger => 0,
            Self::Outsider => 1,
            Self::Member(Role::Viewer) => 2,
            Self::Member(Role::Trader) => 3,
            Self::Member(Role::Administrator) => 4,
            Self::Reviewer => 5,
        }
    }
}

/// One route's line.
#[derive(Clone, Copy, Debug)]
pub struct Line {
    pub route: Route,
    pub method: &'static str,
    /// With the names of its parts in braces; `{company}` is what an asker is seen from.
    pub path: &'static str,
    /// In the order of [`Asker::ALL`].
    verdicts: [Verdict; 6],
    /// Whether allowing waits for a second factor.
    proven: bool,
}

const fn line(
    route: Route,
    method: &'static str,
    path: &'static str,
    verdicts: [Verdict; 6],
) -> Line {
    let proven = false;
    Line {
        route,
        method,
        path,
        verdicts,
        proven,
    }
}

const fn proven(line: Line) -> Line {
    Line {
        proven: true,
        ..line
    }
}

use Route::*;
use Verdict::{Allow as Y, Forbid as N, Hide as H, SignIn as S};

const COMPANY: &str = "/v1/companies/{company}";
const MEMBER: &str = "/v1/companies/{company}/members/{account}";
const INVITATIONS: &str = "/v1/companies/{company}/invitations";
const INVITATION: &str = "/v1/companies/{company}/invitations/{invitation}";
const DRAFT: &str = "/v1/companies/{company}/drafts/{draft}";
const LISTING: &str = "/v1/companies/{company}/listings/{listing}";
const PUBLICATION: &str = "/v1/companies/{company}/publications/{publication}";
const BLOB: &str = "/v1/companies/{company}/blobs/{blob}";
const REQUEST: &str = "/v1/companies/{company}/requests/{request}";
const QUOTATION: &str = "/v1/companies/{company}/quotations/{quotation}";
const PAYEE: &str = "/v1/companies/{company}/payee";
const MESSAGES: &str = "/v1/companies/{company}/quotations/{quotation}/messages";
const NOTICES: &str = "/v1/companies/{company}/notices";

/// All lines. Columns: stranger, outsider, viewer, trader, administrator, reviewer.
#[rustfmt::skip]
pub const TABLE: [Line; 70] = [
    line(SignUp,          "POST",   "/v1/sign-up",                [Y, Y, Y, Y, Y, Y]),
    line(SignIn,          "POST",   "/v1/sign-in",                [Y, Y, Y, Y, Y, Y]),
    line(SignOut,         "POST",   "/v1/sign-out",               [S, Y, Y, Y, Y, Y]),
    line(ShowMe,          "GET",    "/v1/me",                     [S, Y, Y, Y, Y, Y]),
    line(ListSessions,    "GET",    "/v1/me/sessions",            [S, Y, Y, Y, Y, Y]),
    line(EndSession,      "DELETE", "/v1/me/sessions/{session}",  [S, Y, Y, Y, Y, Y]),
    line(BeginPasskeySignIn, "POST", "/v1/sign-in/passkey",       [Y, Y, Y, Y, Y, Y]),
    line(SignInByPasskey, "PUT",    "/v1/sign-in/passkey",        [Y, Y, Y, Y, Y, Y]),
    line(ListPasskeys,    "GET",    "/v1/me/passkeys",            [S, Y, Y, Y, Y, Y]),
    line(OfferPasskey,    "POST",   "/v1/me/passkeys",            [S, Y, Y, Y, Y, Y]),
    line(AddPasskey,      "PUT",    "/v1/me/passkeys",            [S, Y, Y, Y, Y, Y]),
    line(RemovePasskey,   "DELETE", "/v1/me/passkeys/{passkey}",  [S, Y, Y, Y, Y, Y]),
    line(BeginTotp,       "POST",   "/v1/me/totp",                [S, Y, Y, Y, Y, Y]),
    line(ConfirmTotp,     "PUT",    "/v1/me/totp",                [S, Y, Y, Y, Y, Y]),
    line(ChangePassword,  "PUT",    "/v1/me/password",            [S, Y, Y, Y, Y, Y]),
    line(ListCompanies,   "GET",    "/v1/companies",              [S, N, N, N, N, Y]),
    // Whoever is signed in may found a company under an id that nobody has.
    line(FoundCompany,    "PUT",    COMPANY,                      [S, Y, Y, Y, Y, Y]),
    line(ShowCompany,     "GET",    COMPANY,                      [S, H, Y, Y, Y, Y]),
    line(UpdateCompany,   "PATCH",  COMPANY,                      [S, H, N, N, Y, H]),
    line(ListMembers,     "GET",    "/v1/companies/{company}/members", [S, H, Y, Y, Y, Y]),
    proven(line(SetRole,      "PUT",    MEMBER,                   [S, H, N, N, Y, H])),
    proven(line(RemoveMember, "DELETE", MEMBER,                   [S, H, N, N, Y, H])),
    line(ListInvitations, "GET",    INVITATIONS,                  [S, H, N, N, Y, H]),
    proven(line(Invite,   "PUT",    INVITATION,                   [S, H, N, N, Y, H])),
    line(Revoke,          "DELETE", INVITATION,                   [S, H, N, N, Y, H]),
    // Whoever knows the invitation's secret may use it; without it all is as if there were nothing.
    line(Accept,          "POST",   "/v1/companies/{company}/invitations/{invitation}/acceptance", [S, Y, Y, Y, Y, Y]),
    line(ListDrafts,      "GET",    "/v1/companies/{company}/drafts", [S, H, Y, Y, Y, H]),
    line(ShowDraft,       "GET",    DRAFT,                        [S, H, Y, Y, Y, H]),
    line(PutDraft,        "PUT",    DRAFT,                        [S, H, N, Y, Y, H]),
    line(PutProducts,     "POST",   "/v1/companies/{company}/drafts", [S, H, N, Y, Y, H]),
    line(DropDraft,       "DELETE", DRAFT,                        [S, H, N, Y, Y, H]),
    line(ListListings,    "GET",    "/v1/companies/{company}/listings", [S, H, Y, Y, Y, H]),
    line(ShowListing,     "GET",    LISTING,                      [S, H, Y, Y, Y, H]),
    // By a supplier's people alone: a buyer's are told that theirs is no supplier.
    line(PutListing,      "PUT",    LISTING,                      [S, H, N, Y, Y, H]),
    line(WithdrawListing, "DELETE", LISTING,                      [S, H, N, Y, Y, H]),
    line(ShowPublication, "GET",    PUBLICATION,                  [S, H, Y, Y, Y, H]),
    line(PutPublication,  "PUT",    PUBLICATION,                  [S, H, N, Y, Y, H]),
    line(ListReminders,   "GET",    "/v1/companies/{company}/reminders", [S, H, Y, Y, Y, H]),
    line(ShowBlob,        "GET",    BLOB,                         [S, H, Y, Y, Y, H]),
    line(PutBlob,         "PUT",    BLOB,                         [S, H, N, Y, Y, H]),
    // What one's own company has sent, and what it was asked: which of the two, and so what may be done, is decided by
    // the thing. Nobody but its two companies has a quotation.
    line(ListRequests,    "GET",    "/v1/companies/{company}/requests", [S, H, Y, Y, Y, H]),
    line(ShowRequest,     "GET",    REQUEST,                      [S, H, Y, Y, Y, H]),
    line(SendRequest,     "PUT",    REQUEST,                      [S, H, N, Y, Y, H]),
    line(CloseRequest,    "POST",   "/v1/companies/{company}/requests/{request}/closure", [S, H, N, Y, Y, H]),
    line(ListRequestQuotations, "GET", "/v1/companies/{company}/requests/{request}/quotations", [S, H, Y, Y, Y, H]),
    line(ShowRequestFile, "GET",    "/v1/companies/{company}/requests/{request}/attachments/{file}", [S, H, Y, Y, Y, H]),
    line(ListQuotations,  "GET",    "/v1/companies/{company}/quotations", [S, H, Y, Y, Y, H]),
    line(ShowQuotation,   "GET",    QUOTATION,                    [S, H, Y, Y, Y, H]),
    line(MakeOffer,       "POST",   "/v1/companies/{company}/quotations/{quotation}/offers", [S, H, N, Y, Y, H]),
    line(DeclineQuotation, "POST",  "/v1/companies/{company}/quotations/{quotation}/decline", [S, H, N, Y, Y, H]),
    line(WithdrawQuotation, "POST", "/v1/companies/{company}/quotations/{quotation}/withdrawal", [S, H, N, Y, Y, H]),
    line(AcceptOffer,     "POST",   "/v1/companies/{company}/quotations/{quotation}/acceptance", [S, H, N, Y, Y, H]),
    // What a company has to say to itself: the other side of a quotation has none of it.
    line(ListApprovals,   "GET",    "/v1/companies/{company}/approvals", [S, H, Y, Y, Y, H]),
    line(ShowApproval,    "GET",    "/v1/companies/{company}/approvals/{approval}", [S, H, Y, Y, Y, H]),
    line(DecideApproval,  "POST",   "/v1/companies/{company}/approvals/{approval}/decision", [S, H, N, N, Y, H]),
    line(ListOrders,      "GET",    "/v1/companies/{company}/orders", [S, H, Y, Y, Y, H]),
    line(ShowOrder,       "GET",    "/v1/companies/{company}/orders/{order}", [S, H, Y, Y, Y, H]),
    line(TakeStep,        "POST",   "/v1/companies/{company}/orders/{order}/steps", [S, H, N, Y, Y, H]),
    line(ShowSettings,    "GET",    "/v1/companies/{company}/settings", [S, H, Y, Y, Y, H]),
    line(SetLimits,       "PUT",    "/v1/companies/{company}/limits", [S, H, N, N, Y, H]),
    // A forged account is the commonest fraud: it takes two people, one of them an administrator with a second factor.
    line(ProposePayee,    "PUT",    PAYEE,                        [S, H, N, Y, Y, H]),
    line(DropPayee,       "DELETE", PAYEE,                        [S, H, N, Y, Y, H]),
    proven(line(ConfirmPayee, "POST", "/v1/companies/{company}/payee/confirmation", [S, H, N, N, Y, H])),
    line(ShowMessages,    "GET",    MESSAGES,                     [S, H, Y, Y, Y, H]),
    line(SendMessage,     "POST",   MESSAGES,                     [S, H, N, Y, Y, H]),
    line(ReadMessages,    "PUT",    MESSAGES,                     [S, H, N, Y, Y, H]),
    line(ShowMessageFile, "GET",    "/v1/companies/{company}/quotations/{quotation}/attachments/{file}", [S, H, Y, Y, Y, H]),
    line(ListNotices,     "GET",    NOTICES,                      [S, H, Y, Y, Y, H]),
    line(ReadNotices,     "PUT",    NOTICES,                      [S, H, N, Y, Y, H]),
    line(ListChanges,     "GET",    "/v1/changes",                [S, H, Y, Y, Y, H]),
];

impl Route {
    /// The route's line.
    #[must_use]
    pub fn line(self) -> &'static Line {
        // The order of the table is that of the routes, which a test holds; no route can be without a line.
        &TABLE[self as usize]
    }

    /// Whether the path names a company, or the query does.
    #[must_use]
    pub fn is_of_a_company(self) -> bool {
        self.line().path.contains("{company}") || matches!(self, ListChanges)
    }

    /// What the table says of somebody who is signed in.
    ///
    /// # Errors
    /// Why they may not.
    pub fn permit(
        self,
        role: Option<Role>,
        is_reviewer: bool,
        has_second_factor: bool,
    ) -> Result<(), Refusal> {
        let asker = match role {
            Some(role) => Asker::Member(role),
            None if is_reviewer => Asker::Reviewer,
            None => Asker::Outsider,
        };
        match self.line().verdict(asker, has_second_factor) {
            Verdict::Allow => Ok(()),
            Verdict::SignIn => Err(Refusal::SignIn),
            Verdict::Forbid => Err(Refusal::Forbidden),
            Verdict::Hide => Err(Refusal::NotFound),
            Verdict::Prove => Err(Refusal::SecondFactorNeeded),
        }
    }
}

impl Line {
    #[must_use]
    pub fn verdict(&self, asker: Asker, has_second_factor: bool) -> Verdict {
        match self.verdicts[asker.column()] {
            Verdict::Allow if self.proven && !has_second_factor => Verdict::Prove,
            verdict => verdict,
        }
    }
}

#[cfg(test)]
mod tests;
