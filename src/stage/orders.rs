//! Purchase orders, approvals and settings: what orders find of them, and what is shown.

use api_types::{approval::Approvals, order::Orders};
use clerk::deal;
use domain::Id;
use market::{Order, Present, access::Route};

use crate::{
    Answer, Request, Session, Stage,
    answer::Fault,
    deals,
    lists::{next, versioned},
    routes::Found,
    rows::{Rows, page},
};

/// A quotation with its request, all others of it, and what an order is made of.
pub(crate) fn acceptance(rows: &Rows, order: &Order, id: Id, present: &mut Present) {
    present.approval = rows.approval(order.company, id).cloned();
    present.quotation = rows.quotation(order.company, id).cloned();
    let Some(quotation) = present.quotation.clone() else {
        return;
    };
    deals::request(rows, order, quotation.request, present);
    for party in quotation.parties() {
        if let Some(company) = rows.company(party) {
            present.companies.insert(party, company.clone());
        }
    }
    present.settings = rows.settings(order.company);
    present.books = rows.books(order.company);
    let supplier = quotation.supplier.map(|supplier| rows.settings(supplier));
    present.supplier_settings = supplier.unwrap_or_default();
}

/// An order, and what its next step is made of.
pub(crate) fn order(rows: &Rows, order: &Order, id: Id, present: &mut Present) {
    present.order = rows.order(order.company, id).cloned();
    present.settings = rows.settings(order.company);
    present.books = rows.books(order.company);
    let supplier = present.order.as_ref().map(|placed| placed.supplier.company);
    present.record = supplier
        .map(|supplier| rows.record(supplier))
        .unwrap_or_default();
}

impl Stage {
    pub(crate) fn orders(
        &self,
        request: &Request<'_>,
        found: &Found<'_>,
        who: &Session,
    ) -> Result<Answer, Fault> {
        let rows = &self.rows;
        match found.route {
            Route::ShowSettings => {
                let [company] = found.ids()?;
                self.may(who, found.route, Some(company))?;
                let settings = rows.settings(company);
                Ok(Answer::json(200, &deal::settings(&settings, request.at)))
            }
            Route::ShowOrder => {
                let [company, id] = found.ids()?;
                self.may(who, found.route, Some(company))?;
                let found = rows.order(company, id).ok_or(Fault::NotFound)?;
                let body = deal::order(company, id, found.clone());
                Ok(versioned(request, found.version, &body))
            }
            Route::ShowApproval => {
                let [company, id] = found.ids()?;
                self.may(who, found.route, Some(company))?;
                let found = rows.approval(company, id).ok_or(Fault::NotFound)?;
                let body = deal::approval(id, found);
                Ok(versioned(request, found.version, &body))
            }
            Route::ListApprovals => {
                let [company] = found.ids()?;
                let (after, most) = self.paged(request, found, who, company)?;
                let page = page(rows.approvals(company, after), most);
                let next = next(&page, |(id, _)| *id);
                let items = page.items.into_iter();
                let items = items.map(|(id, row)| deal::approval(id, row)).collect();
                Ok(Answer::json(200, &Approvals { items, next }))
            }
            _ => {
                let [company] = found.ids()?;
                let (after, most) = self.paged(request, found, who, company)?;
                let page = page(rows.orders_of(company, after), most.min(deal::MOST_DEALS));
                let next = next(&page, |(id, _)| *id);
                let items = page.items.into_iter();
                let items = items.map(|(id, row)| deal::order(company, id, row.clone()));
                let items = items.collect();
                Ok(Answer::json(200, &Orders { items, next }))
            }
        }
    }
}
