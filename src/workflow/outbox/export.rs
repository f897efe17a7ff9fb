//! Unsent items as a file that a person can keep, send by other means, or show to somebody who helps.

use std::fmt::Write;

use super::item::Stand;
use super::machine::Outbox;

impl Outbox {
    /// JSON: what who is signed in has written and the server does not have, in order. Requests are texts in it, as sent.
    #[must_use]
    pub fn export(&self) -> String {
        let mut items: Vec<_> = self.shelf.all().filter_map(|held| held.item()).collect();
        items.retain(|item| Some(&item.account) == self.account.as_ref());
        items.sort_by_key(|item| (&item.conversation, item.order, item.key));
        let mut out = String::from("[");
        for (place, item) in items.into_iter().enumerate() {
            let comma = if place == 0 { "" } else { "," };
            let refused = match &item.stand {
                Stand::Waiting => String::new(),
                Stand::Refused { status, code } => {
                    format!(
                        ",\"refused\":{{\"status\":{status},\"code\":{}}}",
                        quoted(code)
                    )
                }
            };
            let request = &item.request;
            let known = request.known.map_or_else(String::new, |version| {
                format!(",\"if_match\":\"\\\"{version}\\\"\"")
            });
            write!(
                out,
                "{comma}\n{{\"key\":\"{}\",\"conversation\":{},\"written_at\":{},\"method\":\"{}\",\"path\":{},\"body\":{}{known}{refused}}}",
                item.key,
                quoted(&item.conversation),
                item.written_at,
                request.method.name(),
                quoted(&request.path),
                quoted(&request.body),
            )
            .expect("text takes any text");
        }
        out.push_str("\n]\n");
        out
    }
}

/// RFC 8259, section 7, "Strings".
pub(super) fn quoted(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push('"');
    for letter in text.chars() {
        match letter {
            '"' | '\\' => out.extend(['\\', letter]),
            '\0'..='\u{1f}' => {
                write!(out, "\\u{:04x}", u32::from(letter)).expect("text takes any text");
            }
            _ => out.push(letter),
        }
    }
    out.push('"');
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_quoted_for_any_reader() {
        assert_eq!(quoted("a\"b\\c\nd螺"), "\"a\\\"b\\\\c\\u000ad螺\"");
    }
}
