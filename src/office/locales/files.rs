//! The words of files that go with a line of a request or with a message.

/// Something named.
type Named = fn(&str) -> String;

pub struct Files {
    pub attach: &'static str,
    /// To the line of this number.
    pub attach_to_line: fn(u32) -> String,
    pub hint: &'static str,
    pub attached: &'static str,
    pub size: Named,
    pub working: Named,
    pub many: Named,
    pub unread: Named,
    pub large: Named,
    pub offline: Named,
    pub remove: Named,
    pub missing: &'static str,
}
