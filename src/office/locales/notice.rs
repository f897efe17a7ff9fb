//! The words of notices.

use api_types::message::NoticeKind;

pub struct Notices {
    pub title: &'static str,
    pub lead: &'static str,
    pub none: &'static str,
    pub new: &'static str,
    /// The way to them, with how many nobody has read.
    pub unread: fn(u32) -> String,
    /// What happened, and by whom; the name is empty where it was a colleague.
    pub said: fn(NoticeKind, &str) -> String,
}
