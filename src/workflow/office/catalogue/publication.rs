//! Many rows published or withdrawn at once: what is asked of the hub, and what became of it.

use api_types::listing::{
    ListingState, Outcome as Answered, Publication, PublicationForm, Publish, Withdraw,
};
use api_types::problem::Code;
use domain::Id;

use super::{Book, Refusal};

/// Items of one request, as the hub takes them.
const MOST: usize = 500;

/// What the person wants of the rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Want {
    Publish,
    Withdraw,
}

/// The requests for these rows. What is not with the hub yet and what is so already is left out; it is not counted as
/// refused.
#[must_use]
pub fn publications(book: &Book, rows: &[Id], want: Want) -> Vec<PublicationForm> {
    let mut form = PublicationForm::default();
    let mut forms = Vec::new();
    for &id in rows {
        let Some(product) = book.get(id) else {
            continue;
        };
        let listing = product.listing.as_ref();
        let shown = listing.filter(|listing| listing.state == ListingState::Published);
        match (want, product.draft, shown) {
            (Want::Publish, Some(draft), shown)
                if !product.is_unsent && shown.is_none_or(|shown| shown.draft != draft) =>
            {
                form.publish.push(Publish { id, draft });
            }
            (Want::Withdraw, _, Some(shown)) => form.withdraw.push(Withdraw {
                id,
                version: shown.version,
            }),
            _ => {}
        }
        if form.publish.len() + form.withdraw.len() == MOST {
            forms.push(std::mem::take(&mut form));
        }
    }
    if form != PublicationForm::default() {
        forms.push(form);
    }
    forms
}

/// What became of the rows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Outcome {
    pub published: u32,
    pub withdrawn: u32,
    pub refused: Vec<Id>,
}

/// Notes in the book what the hub answered, and adds it up. `form`: what was asked.
pub fn settle(book: &mut Book, form: &PublicationForm, answer: Publication, sum: &mut Outcome) {
    let at = answer.at;
    for item in answer.items {
        let asked = form.publish.iter().find(|asked| asked.id == item.id);
        let kind = book.kind_of(item.id);
        let product = book.entry(item.id);
        match (item.outcome, item.version) {
            (Answered::Published, Some(version)) => {
                sum.published += 1;
                product.refusal = None;
                product.listing = Some(api_types::listing::Listing {
                    id: item.id,
                    kind,
                    version,
                    state: ListingState::Published,
                    draft: asked.map_or(0, |asked| asked.draft),
                    published_at: at,
                });
            }
            (Answered::Withdrawn, Some(version)) => {
                sum.withdrawn += 1;
                product.refusal = None;
                if let Some(listing) = &mut product.listing {
                    listing.state = ListingState::Withdrawn;
                    listing.version = version;
                }
            }
            (_, version) => {
                // Another has withdrawn or published it meanwhile: the next press is about what is there now.
                if let (Some(listing), Some(version), None) = (&mut product.listing, version, asked)
                {
                    listing.version = version;
                }
                product.refusal = Some(Refusal {
                    code: item.code.unwrap_or(Code::Internal),
                    errors: item.errors,
                    draft: asked.map_or(product.draft, |asked| Some(asked.draft)),
                });
                sum.refused.push(item.id);
            }
        }
    }
}
