//! The shape of what is said of what was written and is not with the hub yet.

type Numbered = fn(u32) -> String;

pub struct Outbox {
    pub title: &'static str,
    // One word in the frame of every page.
    pub quiet: &'static str,
    pub sent: &'static str,
    pub saved_here: Numbered,
    pub saved_once: Numbered,
    pub needs_attention: Numbered,
    pub needs_sign_in: Numbered,
    pub not_saved: Numbered,
    pub broken: &'static str,
    // What it means, in the panel.
    pub about: &'static str,
    pub nothing: &'static str,
    pub saved_once_help: &'static str,
    pub not_saved_help: &'static str,
    pub broken_help: &'static str,
    pub sign_in: &'static str,
    pub sign_in_help: &'static str,
    pub restored: &'static str,
    pub lost: &'static str,
    pub of_others: Numbered,
    // What something is, and how it stands with it.
    pub company: &'static str,
    pub product: &'static str,
    pub profile: &'static str,
    pub request: &'static str,
    pub thing: &'static str,
    pub typed: &'static str,
    pub waiting: &'static str,
    pub saving: &'static str,
    pub unsaved: &'static str,
    pub refused: &'static str,
    // What may be done about it.
    pub open: &'static str,
    pub again: &'static str,
    pub discard: &'static str,
    pub discard_sure: &'static str,
    pub export: &'static str,
    pub export_file: &'static str,
    pub close: &'static str,
    // Signing out.
    pub leaving: &'static str,
    pub leaving_help: &'static str,
    pub leave_send: &'static str,
    pub leave_keep: &'static str,
    pub leave_discard: &'static str,
    pub leaving_sending: &'static str,
    pub stay: &'static str,
    pub still_signed_in: &'static str,
    // Why the hub refused something.
    pub changed: &'static str,
    pub gone: &'static str,
    pub forbidden: &'static str,
    pub too_large: &'static str,
    pub too_many: &'static str,
    pub invalid: &'static str,
    pub other: &'static str,
    /// What was typed here before stands in the fields again.
    pub reopened: &'static str,
    pub take_theirs: &'static str,
}
