//! Requests, quotations, messages and notices: what orders find of them, what is kept, and what is shown.

use api_types::{quotation::Quotations, request::Requests};
use clerk::{deal, page::most};
use domain::Id;
use market::{Mailbox, Order, Present, Quotation, Thread, Waiting, Write, access::Route};

use crate::{
    Answer, Request, Session, Stage,
    answer::Fault,
    lists::{Paging, asked, next, versioned},
    routes::Found,
    rows::{Change, Key, Row, Rows, page},
};

/// Whom the codes lead to, and whether the ids are free with all of them.
pub(crate) fn asks(rows: &Rows, order: &Order, id: Id, present: &mut Present) {
    let company = order.company;
    present.company = rows.company(company).cloned();
    present.request = rows.request(company, id).cloned();
    for ask in order.command.asks().iter().take(market::MAX_ASKED) {
        let owner = rows.code(ask.code.clone()).copied();
        if let Some(owner) = owner {
            present.codes.insert(ask.code.clone(), owner);
            if let Some(company) = rows.company(owner) {
                present.companies.insert(owner, company.clone());
            }
        }
        let mut tenants = owner.into_iter().chain([company]);
        if tenants.any(|tenant| is_taken(rows, tenant, (id, ask.quotation))) {
            present.taken.insert(ask.quotation);
        }
    }
}

fn is_taken(rows: &Rows, company: Id, (request, quotation): (Id, Id)) -> bool {
    rows.request(company, request).is_some() || rows.quotation(company, quotation).is_some()
}

/// A request with all its quotations, as the order's company has them.
pub(crate) fn request(rows: &Rows, order: &Order, id: Id, present: &mut Present) {
    present.request = rows.request(order.company, id).cloned();
    let all = rows.quotations(order.company, None);
    let own = all.filter(|(_, quotation)| quotation.request == id);
    present.rivals = own.map(|(id, quotation)| (id, quotation.clone())).collect();
}

/// A quotation with its request.
pub(crate) fn quotation(rows: &Rows, order: &Order, id: Id, present: &mut Present) {
    present.quotation = rows.quotation(order.company, id).cloned();
    let Some(of) = present.quotation.as_ref().map(|found| found.request) else {
        return;
    };
    present.request = rows.request(order.company, of).cloned();
}

pub(crate) fn thread(rows: &Rows, order: &Order, id: Id, present: &mut Present) {
    present.quotation = rows.quotation(order.company, id).cloned();
    present.thread = rows.thread(order.company, id).cloned().unwrap_or_default();
}

/// What was asked of the codes that nobody has had so far.
pub(crate) fn waiting(rows: &Rows, order: &Order, codes: &[&str], present: &mut Present) {
    for code in codes
        .iter()
        .filter(|code| !present.codes.contains_key(**code))
    {
        for (buyer, id) in rows.waiting(code) {
            let Some(quotation) = rows.quotation(buyer, id) else {
                continue;
            };
            let Some(request) = rows.request(buyer, quotation.request) else {
                continue;
            };
            if is_taken(rows, order.company, (quotation.request, id)) {
                present.taken.insert(id);
            }
            present.waiting.push(Waiting {
                id,
                quotation: quotation.clone(),
                request: request.clone(),
            });
        }
    }
}

/// Keeps one thing that is negotiated.
pub(crate) fn keep(rows: &mut Rows, order: &Order, write: Write) {
    let (key, row) = match write {
        Write::Request(company, id, row) => (Key::Request(company, id), Row::Request(row)),
        Write::Quotation(company, id, row) => (Key::Quotation(company, id), Row::Quotation(row)),
        Write::Thread(company, id, row) => (Key::Thread(company, id), Row::Thread(row)),
        Write::Order(company, id, row) => (Key::Order(company, id), Row::Order(row)),
        Write::Approval(id, row) => (Key::Approval(order.company, id), Row::Approval(row)),
        Write::Settings(row) => (Key::Settings(order.company), Row::Settings(row)),
        Write::Books(row) => (Key::Books(order.company), Row::Books(row)),
        Write::Record(company, row) => (Key::Record(company), Row::Record(row)),
        Write::Tell(company, notice) => {
            let mut head = rows.head(company);
            head.changes += 1;
            rows.put(Key::Head(company), Row::Head(head));
            let at = order.at;
            let change = Row::Change(Change { notice, at });
            (Key::Change(company, head.changes), change)
        }
        Write::Letter(company, letter) => {
            let mut mailbox = rows.mailbox(company);
            mailbox.letters += 1;
            rows.put(Key::Mailbox(company), Row::Mailbox(mailbox));
            (Key::Letter(company, mailbox.letters), Row::Letter(letter))
        }
        Write::LettersRead(read) => {
            let mailbox = Mailbox {
                read,
                ..rows.mailbox(order.company)
            };
            (Key::Mailbox(order.company), Row::Mailbox(mailbox))
        }
        Write::Wait(code, id) => (Key::Waiting(code, order.company, id), Row::Waiting),
        Write::Waited(code, buyer, id) => return rows.remove(Key::Waiting(code, buyer, id)),
        // All else is kept where it stands.
        _ => return,
    };
    rows.put(key, row);
}

impl Stage {
    pub(crate) fn deals(
        &self,
        request: &Request<'_>,
        found: &Found<'_>,
        who: &Session,
    ) -> Result<Answer, Fault> {
        let rows = &self.rows;
        let (company, id) = match found.route {
            Route::ListRequests | Route::ListQuotations | Route::ListNotices => {
                let [company] = found.ids()?;
                (company, None)
            }
            _ => {
                let [company, id] = found.ids()?;
                (company, Some(id))
            }
        };
        match (found.route, id) {
            (Route::ListNotices, _) => {
                self.may(who, found.route, Some(company))?;
                let letters = rows.letters(company, deal::MOST_NOTICES);
                let body = deal::notices(letters, rows.mailbox(company));
                Ok(Answer::json(200, &body))
            }
            (Route::ShowRequest, Some(id)) => {
                self.may(who, found.route, Some(company))?;
                let found = rows.request(company, id).ok_or(Fault::NotFound)?;
                let body = deal::request(company, id, found.clone());
                Ok(versioned(request, found.version, &body))
            }
            (Route::ShowQuotation, Some(id)) => {
                self.may(who, found.route, Some(company))?;
                let found = rows.quotation(company, id).ok_or(Fault::NotFound)?;
                let body = deal::quotation(company, id, found.clone());
                Ok(versioned(request, found.version, &body))
            }
            (Route::ShowMessages, Some(id)) => {
                self.may(who, found.route, Some(company))?;
                let found = rows.quotation(company, id).ok_or(Fault::NotFound)?;
                let none = Thread::default();
                let thread = rows.thread(company, id).unwrap_or(&none);
                let body = deal::messages(found.side(company), thread);
                Ok(Answer::json(200, &body))
            }
            (Route::ListRequests, _) => {
                let (after, most) = self.paged(request, found, who, company)?;
                let page = page(rows.requests(company, after), most.min(deal::MOST_DEALS));
                let next = next(&page, |(id, _)| *id);
                let items = page.items.into_iter();
                let items = items.map(|(id, row)| deal::request(company, id, row.clone()));
                let items = items.collect();
                Ok(Answer::json(200, &Requests { items, next }))
            }
            (_, of) => {
                let (after, most) = self.paged(request, found, who, company)?;
                if let Some(of) = of {
                    rows.request(company, of).ok_or(Fault::NotFound)?;
                }
                let all = rows.quotations(company, after);
                let is_asked = |(_, row): &(Id, &Quotation)| of.is_none_or(|of| row.request == of);
                let page = page(all.filter(is_asked), most.min(deal::MOST_DEALS));
                let next = next(&page, |(id, _)| *id);
                let items = page.items.into_iter();
                let items = items.map(|(id, row)| deal::quotation(company, id, row.clone()));
                let items = items.collect();
                Ok(Answer::json(200, &Quotations { items, next }))
            }
        }
    }

    /// Which part of a list is asked for, by whom it may be.
    pub(crate) fn paged(
        &self,
        request: &Request<'_>,
        found: &Found<'_>,
        who: &Session,
        company: Id,
    ) -> Result<(Option<Id>, u32), Fault> {
        let Paging { after, limit } = asked(request)?;
        self.may(who, found.route, Some(company))?;
        let most = most(limit).ok_or(Fault::Parameter)?;
        Ok((after, most))
    }
}
