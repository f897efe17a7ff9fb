//! The words of sourcing requests.

use workflow::office::request::terms::{INCOTERMS, PORTS};

/// Something named.
type Named = fn(&str) -> String;
/// A number of things, with the number as the language writes it.
type Counted = fn(u32, &str) -> String;

pub struct Requests {
    /// In the menu, for both sides.
    pub menu: &'static str,
    pub buyer_title: &'static str,
    pub buyer_lead: &'static str,
    pub supplier_title: &'static str,
    pub supplier_lead: &'static str,
    pub new: &'static str,
    pub none: &'static str,
    pub none_in: &'static str,
    pub drafts: &'static str,
    pub sent: &'static str,
    pub over: &'static str,
    pub to_answer: &'static str,
    pub with_buyer: &'static str,
    pub suits: &'static str,
    pub lines: Counted,
    pub asked: Counted,
    pub answered: Counted,
    pub needed_by: Named,
    pub valid_until: Named,
    pub more_lines: Counted,
    pub untitled: &'static str,
    pub state: RequestStates,
    pub read_only: &'static str,
    pub need_company: &'static str,
    pub need_company_help: &'static str,
}

/// How it stands with a request, in a word.
pub struct RequestStates {
    pub draft: &'static str,
    pub waiting: &'static str,
    pub refused: &'static str,
    pub open: &'static str,
    pub expired: &'static str,
    pub closed: &'static str,
    pub awarded: &'static str,
}

/// Writing one.
pub struct Compose {
    pub title: &'static str,
    pub lead: &'static str,
    pub what: &'static str,
    pub what_hint: &'static str,
    pub item: &'static str,
    pub item_hint: &'static str,
    pub quantity: &'static str,
    pub unit: &'static str,
    pub target: Named,
    pub of_line: fn(&str, u32) -> String,
    pub add: &'static str,
    pub from_list: Counted,
    pub remove: fn(u32) -> String,
    pub terms: &'static str,
    pub destination: &'static str,
    pub choose: &'static str,
    pub elsewhere: &'static str,
    pub elsewhere_code: &'static str,
    pub incoterm: &'static str,
    pub incoterms: [&'static str; INCOTERMS.len()],
    pub ports: [&'static str; PORTS.len()],
    pub needed_by: &'static str,
    pub valid_until: &'static str,
    pub currency: &'static str,
    pub certificates: &'static str,
    pub add_certificate: &'static str,
    pub drop_certificate: Named,
    pub note: &'static str,
    pub note_hint: &'static str,
    pub who: &'static str,
    pub who_hint: &'static str,
    pub who_none: &'static str,
    pub who_waiting: &'static str,
    pub who_failed: &'static str,
    pub who_nobody: &'static str,
    pub suits: fn(&str, &str) -> String,
    pub in_catalogue: &'static str,
    pub best: &'static str,
    /// Everybody who suits, and how many they are.
    pub all: Named,
    pub more: &'static str,
    pub chosen: Counted,
    pub check: &'static str,
    pub check_hint: &'static str,
    pub complete: &'static str,
    pub lacks_destination: &'static str,
    pub lacks_incoterm: &'static str,
    pub lacks_needed_by: &'static str,
    pub lacks_certificates: &'static str,
    pub lacks_target: &'static str,
    pub lacks_words: fn(u32) -> String,
    pub send: Counted,
    pub sent: &'static str,
    pub drop: &'static str,
    pub drop_sure: &'static str,
    pub saved: &'static str,
    pub fault_lines: &'static str,
    pub fault_item: &'static str,
    pub fault_quantity: &'static str,
    pub fault_target: &'static str,
    pub fault_asked: &'static str,
    pub fault_valid: &'static str,
    pub fault_needed: &'static str,
    pub fault_place: &'static str,
    pub fault_some: Counted,
}

/// What came of it.
pub struct SentWords {
    pub asked: &'static str,
    pub what: &'static str,
    pub who: &'static str,
    pub close: &'static str,
    pub close_lead: &'static str,
    pub close_sure: &'static str,
    pub closed: &'static str,
    pub reasons: &'static [(&'static str, &'static str)],
    pub again: &'static str,
    pub waiting: &'static str,
}

/// Why a supplier suits.
pub struct Suits {
    pub price: Named,
    pub price_target: fn(&str, &str) -> String,
    pub excess: Named,
    pub days: Named,
    pub late: fn(&str, &str) -> String,
    pub stock: Named,
    pub certificates: Named,
    pub no_certificates: Named,
    pub on_time: fn(&str, &str) -> String,
    pub verification: [&'static str; 4],
    pub response: Named,
    pub disputes: fn(&str, &str) -> String,
    pub sells_there: &'static str,
    pub preference: &'static str,
}
