//! Words of the demonstration that has no server.

pub struct Demonstration {
    pub label: &'static str,
    pub playing: &'static str,
    pub nobody: &'static str,
    pub switch: &'static str,
    pub again: &'static str,
    pub sure: &'static str,
    pub begin: &'static str,
    pub keep: &'static str,
    pub begun: &'static str,
    pub damaged: &'static str,
    pub not_kept: &'static str,
    pub title: &'static str,
    pub lead: &'static str,
    pub play: &'static str,
    pub this_one: &'static str,
    pub open_invitation: &'static str,
    pub reviewer: &'static str,
    pub no_company: &'static str,
    /// Role and company.
    pub role_in: fn(&str, &str) -> String,
    /// Between two of them.
    pub and: &'static str,
}
