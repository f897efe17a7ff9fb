//! Lists, a page at a time, and single things.

use api_types::{
    change::Changes,
    company::Companies,
    draft::Drafts,
    listing::Listings,
    member::{Invitations, Member, Members},
};
use clerk::{
    listings,
    page::{MOST_DRAFTS, most},
    tag, words,
};
use domain::Id;
use market::{Publication, Version, access::Route};
use serde::{Deserialize, Serialize, de::DeserializeOwned};

use crate::{
    Answer, Request, Session, Stage,
    answer::Fault,
    goods,
    routes::Found,
    rows::{Page, page},
};

/// Which part of a list is asked for.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Paging {
    pub(crate) after: Option<Id>,
    pub(crate) limit: Option<u32>,
}

/// Whose feed, and from where.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Since {
    company: Id,
    after: Option<u64>,
    limit: Option<u32>,
}

pub(crate) fn asked<T: DeserializeOwned>(request: &Request<'_>) -> Result<T, Fault> {
    serde_urlencoded::from_str(&request.call.query).map_err(|_| Fault::Parameter)
}

/// What to give as `after` for the next page.
pub(crate) fn next<T>(page: &Page<T>, id: impl Fn(&T) -> Id) -> Option<String> {
    page.items
        .last()
        .filter(|_| page.has_more)
        .map(|last| id(last).to_string())
}

/// One thing at one version, or that the client has it already.
pub(crate) fn versioned(request: &Request<'_>, version: Version, body: &impl Serialize) -> Answer {
    let mut had = request.call.headers_of("if-none-match");
    let answer = if had.any(|list| tag::names(list, version)) {
        Answer::not_modified()
    } else {
        Answer::json(200, body)
    };
    answer.at_version(version)
}

impl Stage {
    pub(crate) fn show(
        &self,
        request: &Request<'_>,
        found: &Found<'_>,
        who: &Session,
    ) -> Result<Answer, Fault> {
        let rows = &self.rows;
        if found.route == Route::ShowCompany {
            let [id] = found.ids()?;
            self.may(who, found.route, Some(id))?;
            let company = rows.company(id).ok_or(Fault::NotFound)?;
            let body = words::company(id, company.clone());
            return Ok(versioned(request, company.version, &body));
        }
        let [company, id] = found.ids()?;
        self.may(who, found.route, Some(company))?;
        match found.route {
            Route::ShowListing => {
                let listing = rows.listing(company, id).ok_or(Fault::NotFound)?;
                Ok(versioned(
                    request,
                    listing.version,
                    &goods::listing(id, listing),
                ))
            }
            Route::ShowPublication => {
                let kept = rows.publication(company, id).ok_or(Fault::NotFound)?;
                let items = Publication::items(&kept.text).ok_or(Fault::NotFound)?;
                let found = Publication { items, at: kept.at };
                Ok(versioned(request, 1, &listings::publication(id, found)))
            }
            _ => {
                let draft = rows.draft(company, id).ok_or(Fault::NotFound)?;
                let body = words::draft(id, draft).ok_or(Fault::NotFound)?;
                Ok(versioned(request, draft.version, &body))
            }
        }
    }

    pub(crate) fn list(
        &self,
        request: &Request<'_>,
        found: &Found<'_>,
        who: &Session,
    ) -> Result<Answer, Fault> {
        if found.route == Route::ListChanges {
            return self.feed(request, who);
        }
        let company = match found.route {
            Route::ListCompanies => None,
            _ => {
                let [company] = found.ids()?;
                Some(company)
            }
        };
        let Paging { after, limit } = asked(request)?;
        self.may(who, found.route, company)?;
        let most = most(limit).ok_or(Fault::Parameter)?;
        let rows = &self.rows;
        let Some(company) = company else {
            let page = page(rows.companies(after), most);
            let next = next(&page, |(id, _)| *id);
            let items = page.items.into_iter();
            let items = items.map(|(id, company)| words::company(id, company.clone()));
            let items = items.collect();
            return Ok(Answer::json(200, &Companies { items, next }));
        };
        match found.route {
            Route::ListMembers => {
                let page = page(rows.members(company, after), most);
                // A reviewer may ask for any company, and one without members there is none.
                if page.items.is_empty() && after.is_none() {
                    return Err(Fault::NotFound);
                }
                let next = next(&page, |member| member.account);
                let items = page.items.into_iter().map(|member| self.member(member));
                let items = items.collect();
                Ok(Answer::json(200, &Members { items, next }))
            }
            Route::ListListings => {
                let page = page(rows.listings(company, after), most);
                let next = next(&page, |(id, _)| *id);
                let items = page.items.into_iter();
                let items = items.map(|(id, listing)| goods::listing(id, listing));
                let items = items.collect();
                Ok(Answer::json(200, &Listings { items, next }))
            }
            Route::ListInvitations => {
                let page = page(rows.invitations(company, after), most);
                let next = next(&page, |(id, _)| *id);
                let items = page.items.into_iter();
                let items = items.map(|(id, invitation)| words::invitation(id, invitation));
                let items = items.collect();
                Ok(Answer::json(200, &Invitations { items, next }))
            }
            _ => {
                let page = page(rows.drafts(company, after), most.min(MOST_DRAFTS));
                let next = next(&page, |(id, _)| *id);
                let items = page.items.into_iter();
                let items = items.map(|(id, draft)| words::draft(id, draft));
                let items: Option<_> = items.collect();
                let items = items.ok_or(Fault::NotFound)?;
                Ok(Answer::json(200, &Drafts { items, next }))
            }
        }
    }

    fn member(&self, member: &market::Member) -> Member {
        let account = self.rows.account(member.account);
        let (name, email) = account
            .map(|account| (account.name.clone(), account.email.to_string()))
            .unwrap_or_default();
        Member {
            account: member.account,
            name,
            email,
            role: words::role(member.role),
            version: member.version,
            since: member.since.0,
        }
    }

    fn feed(&self, request: &Request<'_>, who: &Session) -> Result<Answer, Fault> {
        let since: Since = asked(request)?;
        self.may(who, Route::ListChanges, Some(since.company))?;
        let after = since.after.unwrap_or(0);
        let most = most(since.limit).ok_or(Fault::Parameter)?;
        let page = page(self.rows.changes(since.company, after), most);
        let next = page.items.last().map_or(after, |(number, _)| *number);
        let has_more = page.has_more;
        let items = page.items.into_iter();
        let items = items.map(|(number, change)| words::change(number, change.notice, change.at));
        Ok(Answer::json(
            200,
            &Changes {
                items: items.collect(),
                next,
                has_more,
            },
        ))
    }
}
