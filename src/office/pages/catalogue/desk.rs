use std::cell::Cell;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use api_types::address::Language;
use api_types::catalogue::Text;
use api_types::company::{Company, Scheme};
use api_types::draft::DraftKind;
use api_types::listing::PublicationForm;
use api_types::member::Role;
use app::components::Sheet;
use browser::api::{self, Refused};
use browser::intake::Reader;
use domain::Id;
use leptos::prelude::*;
use workflow::office::catalogue::{
    Asked, Book, Content, Outcome, Parallel, Product, Want, arrange, publications, settle,
};

use super::load::{Part, load};
use super::preview::Looked;
use super::suggest;
use crate::components::{effect, spawn};
use crate::deed::Hand;
use crate::drafts::{Drafts, use_drafts};
use crate::locales::words;
use crate::sentence::refused_sentence;
use crate::session::use_session;

/// Pages of the hub's drafts between two arrangements of what has come so far.
const PAGES: u32 = 20;

/// What the parts of the page share.
#[derive(Clone, Copy)]
pub(super) struct Desk {
    pub language: Language,
    pub company: Id,
    pub may_write: bool,
    pub book: RwSignal<Book>,
    /// The rows as they are shown. What is written in them moves no row under the hands of whoever writes.
    pub order: RwSignal<Vec<Id>>,
    pub asked: RwSignal<Asked>,
    pub selected: RwSignal<BTreeSet<Id>>,
    /// Drafts that have come so far; nothing when all have.
    pub loading: RwSignal<Option<u32>>,
    /// What went wrong, or a word on what was asked.
    pub said: RwSignal<Option<String>>,
    pub outcome: RwSignal<Option<Outcome>>,
    pub is_working: RwSignal<bool>,
    /// Whose fields are all shown.
    pub shown: RwSignal<Option<Id>>,
    pub sheet: Sheet,
    pub drafts: Drafts,
    pub hand: Hand,
    /// The module that reads a product as the hub does; started when somebody wants to see one.
    pub reader: StoredValue<Reader, LocalStorage>,
    /// What it has said of the product that is shown.
    pub looked: RwSignal<Option<Looked>>,
    /// Names of the catalogue in both languages, once they have come.
    pub parallel: RwSignal<Option<Arc<Parallel>>>,
    /// The catalogue's categories: slug and name.
    pub categories: RwSignal<Vec<(String, Text)>>,
    /// What the hub knows of the company already, for a page that is not begun.
    begun: StoredValue<Content>,
}

impl Desk {
    pub fn open(language: Language, company: &Company) -> Self {
        let membership = use_session().membership(company.id);
        let desk = Self {
            language,
            company: company.id,
            may_write: membership.is_some_and(|membership| membership.role != Role::Viewer),
            book: RwSignal::new(Book::new(company.id)),
            order: RwSignal::new(Vec::new()),
            asked: RwSignal::new(Asked::default()),
            selected: RwSignal::new(BTreeSet::new()),
            loading: RwSignal::new(Some(0)),
            said: RwSignal::new(None),
            outcome: RwSignal::new(None),
            is_working: RwSignal::new(false),
            shown: RwSignal::new(None),
            sheet: Sheet::new(),
            drafts: use_drafts(),
            hand: Hand::new(),
            reader: StoredValue::new_local(Reader::new(|_| {})),
            looked: RwSignal::new(None),
            parallel: RwSignal::new(None),
            categories: RwSignal::new(Vec::new()),
            begun: StoredValue::new(begun(company)),
        };
        spawn(async move {
            let loaded = desk.load().await;
            if desk.loading.try_set(None).is_none() {
                desk.arrange();
                if let Err(refused) = loaded {
                    desk.said.set(Some(refused_sentence(language, &refused)));
                }
            }
        });
        desk.follow();
        desk.reader.set_value(Reader::new(move |news| {
            // The page may be gone by now.
            desk.looked.try_update(|looked| {
                if looked.is_some() {
                    *looked = Some(Looked::of(news));
                }
            });
        }));
        on_cleanup(move || {
            desk.reader.try_update_value(|reader| reader.stop());
        });
        desk
    }

    async fn load(self) -> Result<(), Refused> {
        let mut pages = 0;
        let take = move |part| match part {
            Part::Listings(listings) => {
                let taken = self.book.try_update(|book| book.take_listings(listings));
                taken.is_some()
            }
            Part::Drafts(drafts) => {
                let count = u32::try_from(drafts.len()).unwrap_or(u32::MAX);
                // The page may be gone by now.
                let taken = self.book.try_update(|book| book.take_drafts(drafts));
                if taken.is_some() {
                    self.loading
                        .update(|so_far| *so_far = so_far.map(|so_far| so_far + count));
                    if pages % PAGES == 0 {
                        self.arrange();
                    }
                    pages += 1;
                }
                taken.is_some()
            }
        };
        load(self.company, self.drafts, take).await
    }

    /// What is written on this device and not with the hub stands in the rows, and says so until it is there.
    fn follow(self) {
        let is_first = Cell::new(true);
        effect(move || {
            let is_loading = self.loading.get().is_some();
            if is_loading || !self.drafts.is_known() {
                return;
            }
            if is_first.replace(false) {
                self.send_typed();
            }
            let unsent: BTreeMap<Id, _> = self
                .drafts
                .all_unsent(self.company)
                .into_iter()
                .filter(|(_, kept)| kept.kind != DraftKind::SourcingRequest)
                .collect();
            let (arrived, is_new) = self.book.with_untracked(|book| {
                let waits = |id: &Id| book.get(*id).is_some_and(|product| product.is_unsent);
                let ids = book.products().map(|(id, _)| id).chain([self.company]);
                let arrived: Vec<Id> = ids
                    .filter(|id| waits(id) && !unsent.contains_key(id))
                    .collect();
                let is_new = unsent.keys().any(|id| book.get(*id).is_none());
                (arrived, is_new)
            });
            if arrived.is_empty() && unsent.is_empty() {
                return;
            }
            self.book.update(|book| {
                for (id, kept) in unsent {
                    book.write(id, kept.content);
                }
                for id in arrived {
                    book.sent(id, self.drafts.version(id).unwrap_or(1));
                }
            });
            if is_new {
                self.arrange();
            }
        });
    }

    /// Sends what was typed before the page was left in the middle of a cell.
    fn send_typed(self) {
        if !self.may_write {
            return;
        }
        for (id, kept) in untrack(|| self.drafts.all_unsent(self.company)) {
            let is_of = kept.kind == self.kind(id);
            if is_of && self.drafts.is_only_typed(self.company, id) {
                self.keep(id, kept.content);
            }
        }
    }

    /// Shows the rows that are asked for, in their order.
    pub fn arrange(self) {
        let asked = self.asked.get_untracked();
        let order = self.book.with_untracked(|book| arrange(book, &asked));
        self.order.set(order);
    }

    pub fn ask(self, change: impl FnOnce(&mut Asked)) {
        self.asked.update(change);
        self.arrange();
        let shown: BTreeSet<Id> = self
            .order
            .with_untracked(|order| order.iter().copied().collect());
        // Nobody publishes what they do not see.
        self.selected
            .update(|selected| selected.retain(|id| shown.contains(id)));
    }

    /// What is written of a product. Follows the book where it is asked in a view.
    pub fn product(self, id: Id) -> Product {
        let product = self.book.with(|book| book.get(id).cloned());
        let mut product = product.unwrap_or_default();
        if id == self.company && product.content.is_empty() {
            product.content = self.begun.get_value();
        }
        product
    }

    pub fn cell(self, id: Id, column: &str) -> String {
        self.book.with(|book| match book.get(id) {
            Some(product) if !product.content.is_empty() => product.cell(column).to_owned(),
            _ => self.product(id).cell(column).to_owned(),
        })
    }

    /// What a product is called for whoever hears it.
    pub fn name(self, id: Id) -> String {
        let product = self.product(id);
        let names = match self.language {
            Language::English => ["sku", "name_en", "name_zh"],
            Language::Chinese => ["sku", "name_zh", "name_en"],
        };
        let mut names = names.into_iter().map(|column| product.cell(column));
        let name = names.find(|name| !name.is_empty());
        let no_number = words(self.language).catalogue.no_number;
        name.unwrap_or(no_number).to_owned()
    }

    /// Keeps a cell on this device, and sends it when there is a network.
    pub fn save(self, id: Id, column: &str, text: &str) {
        let product = untrack(|| self.product(id));
        let is_other = product.cell(column) != text.trim();
        // What was typed slowly stands in the row already, and has gone nowhere yet.
        if self.may_write && (is_other || self.drafts.is_only_typed(self.company, id)) {
            self.keep(id, product.with(column, text));
        }
    }

    /// The same with all that is written of a product.
    pub fn keep(self, id: Id, content: Content) {
        let is_new = self.book.with_untracked(|book| book.get(id).is_none());
        self.drafts.save(self.company, id, self.kind(id), &content);
        self.book.update(|book| book.write(id, content));
        if is_new {
            self.arrange();
        }
    }

    /// Keeps on this device what is being typed.
    pub fn typed(self, id: Id, column: &str, text: &str) {
        let product = untrack(|| self.product(id));
        if self.may_write && product.cell(column) != text.trim() {
            let content = product.with(column, text);
            self.drafts.typed(self.company, id, self.kind(id), &content);
        }
    }

    fn kind(self, id: Id) -> DraftKind {
        if id == self.company {
            DraftKind::Profile
        } else {
            DraftKind::Product
        }
    }

    /// Shows all fields of a product.
    pub fn show(self, id: Id) {
        self.looked.set(None);
        suggest::learn(self);
        self.shown.set(Some(id));
        self.sheet.open();
    }

    /// Publishes or withdraws, and notes what became of each.
    pub fn carry_out(self, rows: Vec<Id>, want: Want) {
        if self.is_working.get_untracked() {
            return;
        }
        let words = &words(self.language).catalogue;
        let forms = self
            .book
            .with_untracked(|book| publications(book, &rows, want));
        self.outcome.set(None);
        if forms.is_empty() {
            self.said.set(Some(words.nothing_to_do.to_owned()));
            return;
        }
        self.is_working.set(true);
        self.said.set(Some(words.working.to_owned()));
        spawn(async move {
            let mut sum = Outcome::default();
            let mut said = None;
            for form in forms {
                if let Err(refused) = self.publish(&form, &mut sum).await {
                    said = Some(refused_sentence(self.language, &refused));
                    break;
                }
            }
            // The page may be gone by now.
            if self.is_working.try_set(false).is_none() {
                self.said.set(said);
                self.outcome.set(Some(sum));
            }
        });
    }

    async fn publish(self, form: &PublicationForm, sum: &mut Outcome) -> Result<(), Refused> {
        let what = serde_json::to_string(form).expect("ids and numbers are JSON");
        let deed = self.hand.deed(self.company, &what);
        let answer = async {
            // Under the key's own name: asked again after a lost answer, it is the same one.
            api::publish(deed, deed.key, form).await?;
            api::publication(self.company, deed.key).await
        };
        let answer = self.hand.heard(answer.await)?;
        self.book.try_update(|book| settle(book, form, answer, sum));
        Ok(())
    }
}

fn begun(company: &Company) -> Content {
    let number = match company.registration.scheme {
        Scheme::Uen => company.registration.number.as_str(),
        Scheme::Uscc => "",
    };
    let mut page = Product::default();
    for (column, text) in [
        ("name_en", company.name.en.as_str()),
        ("name_zh", &company.name.zh),
        ("about_en", &company.about.en),
        ("about_zh", &company.about.zh),
        ("uen", number),
    ] {
        page.content = page.with(column, text);
    }
    page.content
}
