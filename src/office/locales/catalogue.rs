//! The words of a supplier's own catalogue.

type Named = fn(&str) -> String;
/// How many, as the language writes it.
type Counted = fn(&str) -> String;

pub struct Catalogue {
    pub title: &'static str,
    pub lead: &'static str,
    pub menu: &'static str,
    pub loading: Counted,
    /// Nothing is written yet.
    pub none: &'static str,
    pub none_found: &'static str,
    pub not_supplier: &'static str,
    pub read_only: &'static str,
    /// The level of a company that nobody has checked yet, and what that means.
    pub unverified: &'static str,
    pub unverified_lead: &'static str,
    /// In the demonstration: who sees what is published.
    pub only_here: &'static str,
    pub search: &'static str,
    pub search_hint: &'static str,
    pub state: &'static str,
    pub all_states: &'static str,
    /// Draft, published, changed since published, withdrawn, faulty.
    pub states: [&'static str; 5],
    pub rows: Counted,
    pub unsent: &'static str,
    pub add: &'static str,
    pub select_all: &'static str,
    pub select: Named,
    pub selected: Counted,
    pub publish: &'static str,
    pub withdraw: &'static str,
    pub nothing_to_do: &'static str,
    pub working: &'static str,
    pub published: Counted,
    pub withdrawn: Counted,
    pub refused: Counted,
    pub more_refused: Counted,
    pub edit: &'static str,
    pub edit_of: Named,
    /// A cell, for screen readers: column and product.
    pub cell: fn(&str, &str) -> String,
    pub no_number: &'static str,
    pub keys: &'static str,
    pub new_product: &'static str,
    pub page: &'static str,
    pub page_edit: &'static str,
    pub page_missing: &'static str,
    pub page_shown: &'static str,
    pub close: &'static str,
    pub required: &'static str,
    pub missing: &'static str,
    pub drop: &'static str,
    pub drop_sure: &'static str,
    pub dropped: &'static str,
    pub drop_first: &'static str,
    /// Names and words, prices, delivery, packing, more, company, terms.
    pub groups: [&'static str; 7],
    /// By the template's column: what a person calls it.
    pub columns: &'static [(&'static str, &'static str)],
    /// By the template's column: how it is written.
    pub hints: &'static [(&'static str, &'static str)],
    /// Between what is spoken of and what is said of it.
    pub colon: &'static str,
    /// By the template's column: codes that are usual in it, and what they mean.
    pub choices: &'static [(&'static str, &'static [(&'static str, &'static str)])],
    /// By the hub's code of a fault: what is wrong, and how it is put right.
    pub faults: &'static [(&'static str, &'static str)],
    /// By the hub's code of a refusal of the whole.
    pub refusals: &'static [(&'static str, &'static str)],
    pub look: &'static str,
    pub look_again: &'static str,
    pub looking: &'static str,
    pub look_failed: &'static str,
    /// It is no product yet; what is wrong follows.
    pub look_wrong: &'static str,
    /// Names that the other language may have for it follow.
    pub suggestions: &'static str,
    /// For screen readers: a name, and the catalogue's name that it was taken from.
    pub suggestion: fn(&str, &str) -> String,
    pub photos: &'static str,
    pub photos_lead: &'static str,
    pub photos_add: &'static str,
    pub photos_working: &'static str,
    pub photos_many: &'static str,
    /// Of a file, by its name.
    pub photos_unread: Named,
    pub photos_large: Named,
    /// Photograph of a number, counted from one.
    pub photo: fn(usize) -> String,
    pub photo_first: &'static str,
    pub photo_remove: &'static str,
    pub photo_missing: &'static str,
    pub fault: &'static str,
    pub refusal: &'static str,
    pub certificates: &'static str,
    pub no_reminders: &'static str,
    pub of_company: &'static str,
    pub of_products: fn(u32) -> String,
    pub certificate_good: Named,
    pub certificate_soon: Named,
    pub certificate_ended: Named,
}
