use domain::Id;
use market::{Approval, Books, PurchaseOrder, Record, Settings};

use super::{Key, Row, Rows};

impl Rows {
    /// A company's orders.
    pub(crate) fn orders_of(
        &self,
        company: Id,
        after: Option<Id>,
    ) -> impl Iterator<Item = (Id, &PurchaseOrder)> {
        let all = self.behind(after, move |id| Key::Order(company, id));
        all.filter_map(|pair| match pair {
            (Key::Order(_, id), Row::Order(order)) => Some((*id, &**order)),
            _ => None,
        })
    }

    pub(crate) fn approvals(
        &self,
        company: Id,
        after: Option<Id>,
    ) -> impl Iterator<Item = (Id, &Approval)> {
        let all = self.behind(after, move |id| Key::Approval(company, id));
        all.filter_map(|pair| match pair {
            (Key::Approval(_, id), Row::Approval(approval)) => Some((*id, approval)),
            _ => None,
        })
    }

    pub(crate) fn settings(&self, company: Id) -> Settings {
        match self.rows.get(&Key::Settings(company)) {
            Some(Row::Settings(settings)) => settings.clone(),
            _ => Settings::default(),
        }
    }

    pub(crate) fn books(&self, company: Id) -> Books {
        match self.rows.get(&Key::Books(company)) {
            Some(Row::Books(books)) => *books,
            _ => Books::default(),
        }
    }

    pub(crate) fn record(&self, company: Id) -> Record {
        match self.rows.get(&Key::Record(company)) {
            Some(Row::Record(record)) => *record,
            _ => Record::default(),
        }
    }
}
