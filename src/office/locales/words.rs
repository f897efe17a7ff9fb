//! The shape of a language. Grouped as the pages are.

use super::catalogue::Catalogue;
use super::demonstration::Demonstration;
use super::files::Files;
use super::intake::Intake;
use super::notice::Notices;
use super::order::{Approvals, Order, Settings};
use super::outbox::Outbox;
use super::paste::Paste;
use super::quotation::{Changes, Compare, Quotation};
use super::request::{Compose, Requests, SentWords, Suits};

/// Something named.
type Named = fn(&str) -> String;
/// A number of things.
type Numbered = fn(u32) -> String;

pub struct Words {
    pub demonstration: Demonstration,
    pub frame: Frame,
    pub form: Form,
    pub fault: Fault,
    pub problem: Problem,
    pub entry: Entry,
    pub factor: Factor,
    pub passkey: Passkey,
    pub account: Account,
    pub company: Company,
    pub people: People,
    pub home: Home,
    pub join: Join,
    pub intake: Intake,
    pub outbox: Outbox,
    pub catalogue: Catalogue,
    pub requests: Requests,
    pub compose: Compose,
    pub paste: Paste,
    pub files: Files,
    pub sent: SentWords,
    pub suits: Suits,
    pub quotation: Quotation,
    pub changes: Changes,
    pub compare: Compare,
    pub order: Order,
    pub approvals: Approvals,
    pub settings: Settings,
    pub notices: Notices,
}

pub struct Frame {
    pub name: &'static str,
    pub menu: &'static str,
    pub home: &'static str,
    pub company: &'static str,
    pub account: &'static str,
    /// The pages that a phone's bar of tabs has no room for.
    pub more: &'static str,
    pub catalogue: &'static str,
    pub check: &'static str,
    pub sign_in: &'static str,
    pub sign_out: &'static str,
    pub not_found: &'static str,
    pub not_found_help: &'static str,
    pub to_home: &'static str,
    pub trouble: &'static str,
    pub no_hub: &'static str,
    pub no_hub_help: &'static str,
    pub again: &'static str,
}

pub struct Form {
    pub waiting: &'static str,
    pub show: &'static str,
    pub hide: &'static str,
    pub cancel: &'static str,
    pub copy: &'static str,
    pub copied: &'static str,
    pub copy_refused: &'static str,
    pub sure: &'static str,
}

pub struct Fault {
    pub number_check: &'static str,
    pub number_missing: &'static str,
    pub number_form: &'static str,
    pub email: &'static str,
    pub password_short: &'static str,
    pub password_guessable: &'static str,
    pub name_missing: &'static str,
    pub code: &'static str,
    pub missing: &'static str,
    pub too_long: &'static str,
    pub too_short: &'static str,
    pub form: &'static str,
}

pub struct Problem {
    pub offline: &'static str,
    pub no_hub: &'static str,
    pub broken: &'static str,
    pub not_found: &'static str,
    pub sign_in_required: &'static str,
    pub sign_in_failed: &'static str,
    pub second_factor_required: &'static str,
    pub second_factor_needed: &'static str,
    pub second_person_needed: &'static str,
    pub not_now: &'static str,
    pub forbidden: &'static str,
    pub cross_site: &'static str,
    /// Seconds to wait.
    pub too_many_attempts: Numbered,
    pub passkey_refused: &'static str,
    pub changed: &'static str,
    pub exists: &'static str,
    pub last_administrator: &'static str,
    pub too_many: &'static str,
    pub invalid: &'static str,
    pub not_here: &'static str,
    pub too_large: &'static str,
    pub busy: &'static str,
    pub full: &'static str,
    pub internal: &'static str,
}

/// Signing up and in.
pub struct Entry {
    pub sign_in: &'static str,
    pub sign_in_lead: &'static str,
    pub email: &'static str,
    pub email_hint: &'static str,
    pub password: &'static str,
    pub password_hint: &'static str,
    /// Characters that are missing yet.
    pub password_more: Numbered,
    pub password_good: &'static str,
    pub code: &'static str,
    pub code_hint: &'static str,
    pub no_account: &'static str,
    pub have_account: &'static str,
    pub sign_up: &'static str,
    pub sign_up_lead: &'static str,
    pub sign_up_button: &'static str,
    pub your_company: &'static str,
    pub yourself: &'static str,
    pub name: &'static str,
    pub name_hint: &'static str,
    pub maybe_known: &'static str,
    pub what_next: &'static str,
    pub next_steps: &'static [(&'static str, &'static str)],
}

/// The second factor.
pub struct Factor {
    pub title: &'static str,
    pub lead: &'static str,
    pub scan: &'static str,
    pub scan_help: &'static str,
    pub qr: &'static str,
    pub by_hand: &'static str,
    pub enter: &'static str,
    pub enter_help: &'static str,
    pub code: &'static str,
    pub code_hint: &'static str,
    pub confirm: &'static str,
    pub wrong: &'static str,
    pub codes: &'static str,
    pub codes_lead: &'static str,
    pub codes_save: &'static str,
    pub codes_file: &'static str,
    pub codes_kept: &'static str,
    pub codes_done: &'static str,
    pub later: &'static str,
}

/// Keys that a device holds.
pub struct Passkey {
    pub sign_in: &'static str,
    pub or: &'static str,
    /// Of the page that offers a passkey before an authenticator.
    pub page: &'static str,
    pub page_lead: &'static str,
    pub title: &'static str,
    pub lead: &'static str,
    pub create: &'static str,
    pub added: &'static str,
    pub otherwise: &'static str,
    pub closed: &'static str,
    pub already: &'static str,
    pub impossible: &'static str,
    pub unknown: &'static str,
    pub made: Named,
    pub used: Named,
    pub unused: &'static str,
    pub remove: &'static str,
    /// Which one, for screen readers.
    pub remove_of: Named,
    pub removed: &'static str,
}

pub struct Account {
    pub title: &'static str,
    pub who: &'static str,
    pub name: &'static str,
    pub email: &'static str,
    pub second_factor: &'static str,
    pub factor_on: &'static str,
    pub factor_off: &'static str,
    pub factor_key: &'static str,
    pub factor_set_up: &'static str,
    pub factor_replace: &'static str,
    pub password: &'static str,
    pub password_lead: &'static str,
    pub present: &'static str,
    pub next: &'static str,
    pub change: &'static str,
    pub changed: &'static str,
    pub sessions: &'static str,
    pub sessions_lead: &'static str,
    pub this_one: &'static str,
    pub since: Named,
    pub seen: Named,
    pub with_factor: &'static str,
    pub unknown_browser: &'static str,
    /// Browser and system.
    pub browser: fn(&str, &str) -> String,
    pub end: &'static str,
    /// Whose session is ended, for screen readers.
    pub end_of: Named,
    pub ended: &'static str,
}

pub struct Company {
    pub found: &'static str,
    pub found_lead: &'static str,
    pub found_button: &'static str,
    pub kind: &'static str,
    pub buyer: &'static str,
    pub buyer_line: &'static str,
    pub supplier: &'static str,
    pub supplier_line: &'static str,
    pub scheme: &'static str,
    pub uen: &'static str,
    pub uen_line: &'static str,
    pub uscc: &'static str,
    pub uscc_line: &'static str,
    pub number: &'static str,
    pub uen_hint: &'static str,
    pub uscc_hint: &'static str,
    /// Characters typed, and how many there will be.
    pub number_begun: fn(u32, &str) -> String,
    pub number_right: &'static str,
    pub number_check: &'static str,
    pub number_form: &'static str,
    pub name_en: &'static str,
    pub name_zh: &'static str,
    pub name_hint: &'static str,
    pub about_en: &'static str,
    pub about_zh: &'static str,
    pub about_hint: &'static str,
    pub profile: &'static str,
    pub save: &'static str,
    pub saved: &'static str,
    pub read_only: &'static str,
    pub nothing: &'static str,
    pub conflict: &'static str,
    pub conflict_help: &'static str,
    pub field: &'static str,
    pub theirs: &'static str,
    pub yours: &'static str,
    pub keep_yours: &'static str,
    pub take_theirs: &'static str,
}

/// Members and invitations.
pub struct People {
    pub members: &'static str,
    pub you: &'static str,
    pub role: &'static str,
    /// Whose role, for screen readers.
    pub role_of: Named,
    pub since: &'static str,
    pub viewer: &'static str,
    pub trader: &'static str,
    pub administrator: &'static str,
    pub viewer_line: &'static str,
    pub trader_line: &'static str,
    pub administrator_line: &'static str,
    pub remove: &'static str,
    pub remove_of: Named,
    pub remove_sure: Named,
    pub removed: &'static str,
    pub role_set: &'static str,
    pub invitations: &'static str,
    pub invitations_lead: &'static str,
    pub none_open: &'static str,
    pub invite: &'static str,
    pub invite_email: &'static str,
    pub invite_hint: &'static str,
    pub link: &'static str,
    pub link_help: Named,
    pub until: Named,
    pub revoke: &'static str,
    pub revoke_of: Named,
    pub revoked: &'static str,
    pub needs_factor: &'static str,
}

pub struct Home {
    pub title: Named,
    pub needs: &'static str,
    pub no_needs: &'static str,
    /// Requests that wait for a quotation.
    pub answer: fn(u32, &str) -> String,
    pub answer_act: &'static str,
    /// Quotations that wait for the buyer.
    pub decide: fn(u32, &str) -> String,
    pub decide_act: &'static str,
    /// Orders that wait for a step of one's own.
    pub orders: fn(u32, &str) -> String,
    pub orders_act: &'static str,
    pub approve: fn(u32, &str) -> String,
    pub approve_act: &'static str,
    pub second_factor: (&'static str, &'static str, &'static str),
    pub company: (&'static str, &'static str, &'static str),
    pub colleague: (&'static str, &'static str, &'static str),
    pub about: (&'static str, &'static str, &'static str),
    pub english_name: (&'static str, &'static str, &'static str),
    pub chinese_name: (&'static str, &'static str, &'static str),
    pub companies: &'static str,
    /// How many belong to it.
    pub members: Numbered,
    pub another: &'static str,
    /// Orders that are not over.
    pub running: &'static str,
    pub all_orders: &'static str,
    /// How a supplier has done.
    pub record: &'static str,
    /// A span of time, and of how many answers.
    pub record_median: fn(&str, &str) -> String,
    pub record_no_answer: &'static str,
    pub record_spans: [&'static str; 4],
    pub record_unanswered: &'static str,
    /// A share in percent, and of how many decided ones.
    pub record_rate: fn(&str, &str) -> String,
    pub record_no_rate: &'static str,
    /// Won, lost, open.
    pub record_outcomes: [&'static str; 3],
    /// Minutes, hours, days.
    pub record_units: [fn(u32, &str) -> String; 3],
    pub links: &'static str,
    pub link_list: &'static [(&'static str, &'static str, &'static str)],
}

pub struct Join {
    pub title: &'static str,
    pub lead: &'static str,
    pub accept: &'static str,
    pub signed_in_as: Named,
    pub stranger: &'static str,
    pub have_account: &'static str,
    pub new_here: &'static str,
    pub create: &'static str,
    pub gone: &'static str,
    pub gone_help: &'static str,
    pub member_already: &'static str,
    pub to_company: &'static str,
}
