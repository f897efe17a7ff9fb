//! Entries as a page knows them: what was written on this device and the server does not have.

use std::fmt::Write;

use super::event::Kept;
use super::export::quoted;
use super::item::{Entry, Form, Id, Request, Stand};
use super::machine::Outbox;
use super::shelf::Held;

/// Something that who is signed in has written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Written {
    pub id: Id,
    pub standing: Standing,
    /// The form it was written in, and what it says.
    pub form: Option<Form>,
    /// What is asked of the server. None for what was typed only.
    pub request: Option<Request>,
    /// Place among what was written in the same form; what was typed since is last.
    pub order: u64,
    /// The device's clock in milliseconds since 1970, to show only. Zero for what was typed only.
    pub written_at: i64,
    /// None while nobody has said.
    pub kept: Option<Kept>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Typed, and not sent.
    Typed,
    Waiting,
    Refused {
        /// The HTTP status.
        status: u16,
        /// The problem's code, empty where none came.
        code: String,
    },
}

impl Written {
    /// A form as it is typed, before the outbox has heard of it.
    #[must_use]
    pub fn typed(id: Id, form: Form) -> Self {
        Self {
            id,
            standing: Standing::Typed,
            form: Some(form),
            request: None,
            order: u64::MAX,
            written_at: 0,
            kept: None,
        }
    }

    fn of(held: &Held) -> Option<Self> {
        let (id, kept) = (held.row.id, held.kept);
        Some(match held.row.entry.as_ref()? {
            Entry::Draft(draft) => Self {
                kept,
                ..Self::typed(id, draft.form.clone())
            },
            Entry::Item(item) => Self {
                id,
                standing: match &item.stand {
                    Stand::Waiting => Standing::Waiting,
                    Stand::Refused { status, code } => Standing::Refused {
                        status: *status,
                        code: code.clone(),
                    },
                },
                form: item.draft.clone(),
                request: Some(item.request.clone()),
                order: item.order,
                written_at: item.written_at,
                kept,
            },
        })
    }
}

impl Outbox {
    /// All that who is signed in has written here and the server does not have.
    #[must_use]
    pub fn all_written(&mut self) -> Vec<Written> {
        self.shelf.take_news();
        let own = self.shelf.all().filter(|held| self.is_own(held));
        own.filter_map(Written::of).collect()
    }

    /// What has changed of it since this was asked last: as it is now, or the name of what has gone.
    #[must_use]
    pub fn news(&mut self) -> Vec<Result<Written, Id>> {
        let news = self.shelf.take_news();
        let now = |id| {
            let held = self.shelf.get(id).filter(|held| self.is_own(held));
            held.and_then(Written::of).ok_or(id)
        };
        news.into_iter().map(now).collect()
    }

    fn is_own(&self, held: &Held) -> bool {
        let account = match &held.row.entry {
            Some(Entry::Item(item)) => &item.account,
            Some(Entry::Draft(draft)) => &draft.account,
            None => return false,
        };
        Some(account) == self.account.as_ref()
    }
}

/// What is unsent as a file that a person can keep, send by other means, or show to somebody who helps: JSON.
#[must_use]
pub fn file<'a>(written: impl IntoIterator<Item = &'a Written>) -> String {
    let mut out = String::from("[");
    for (place, written) in written.into_iter().enumerate() {
        let comma = if place == 0 { "" } else { "," };
        let mut fields = Vec::new();
        if let Some(form) = &written.form {
            fields.push(("form", quoted(&form.name)));
            fields.push(("text", quoted(&form.text)));
        }
        if let Some(request) = &written.request {
            fields.push(("method", quoted(request.method.name())));
            fields.push(("path", quoted(&request.path)));
            fields.push(("body", quoted(&request.body)));
            fields.push(("written_at", written.written_at.to_string()));
        }
        if let Standing::Refused { status, code } = &written.standing {
            fields.push(("status", status.to_string()));
            fields.push(("code", quoted(code)));
        }
        let fields: Vec<String> = fields
            .into_iter()
            .map(|(name, value)| format!("\"{name}\":{value}"))
            .collect();
        write!(out, "{comma}\n{{{}}}", fields.join(",")).expect("text takes any text");
    }
    out.push_str("\n]\n");
    out
}

#[cfg(test)]
mod tests {
    use super::super::event::Event;
    use super::super::item::{Key, Method, draft_id};
    use super::*;

    fn form(text: &str) -> Form {
        Form {
            name: "rfq/1".to_owned(),
            text: text.to_owned(),
        }
    }

    fn submitted(number: u8) -> Event {
        Event::Submitted {
            key: Key::new([number; 16]),
            conversation: "rfq".to_owned(),
            request: Request {
                method: Method::Put,
                path: "v1/rfqs/1".to_owned(),
                body: "{}".to_owned(),
                known: None,
            },
            draft: Some(form("sent")),
            written_at: 7,
        }
    }

    fn outbox(events: Vec<Event>) -> Outbox {
        let mut outbox = Outbox::default();
        let first = [
            Event::Loaded(Vec::new()),
            Event::Account(Some("ann".to_owned())),
            Event::Led(true),
        ];
        for event in first.into_iter().chain(events) {
            let _ = outbox.update(event, 0, 0);
        }
        outbox
    }

    #[test]
    fn a_page_is_told_of_each_change_once_and_of_nothing_of_others() {
        let mut outbox = outbox(vec![submitted(1), Event::Typed(form("typed"))]);
        let of: Vec<_> = outbox.all_written().into_iter().collect();
        let standings: Vec<_> = of.iter().map(|written| written.standing.clone()).collect();
        assert_eq!(standings.len(), 2);
        assert!(standings.contains(&Standing::Waiting) && standings.contains(&Standing::Typed));
        assert!(outbox.news().is_empty());
        let _ = outbox.update(Event::Typed(form("")), 0, 0);
        assert_eq!(outbox.news(), [Err(draft_id("ann", "rfq/1"))]);
        let _ = outbox.update(Event::Account(Some("ben".to_owned())), 0, 0);
        assert!(outbox.all_written().is_empty());
    }

    #[test]
    fn a_file_of_it_is_json_and_says_all() {
        let mut outbox = outbox(vec![submitted(1), Event::Typed(form("\"M8\"\n螺栓"))]);
        let text = file(&outbox.all_written());
        assert!(
            text.contains(r#""path":"v1/rfqs/1","body":"{}","written_at":7"#),
            "{text}"
        );
        assert!(text.contains(r#""text":"\"M8\"\u000a螺栓""#), "{text}");
        assert_eq!(file(&[]), "[\n]\n");
    }

    #[test]
    fn what_stands_behind_a_refusal_may_go() {
        use super::super::answer::Answer;
        let refused = Answer::Refused {
            status: 412,
            code: "changed".to_owned(),
        };
        let [first, second] = [1, 2].map(|number| Key::new([number; 16]));
        let kept = |key: Key| Event::Kept {
            id: key.id(),
            version: 1,
            kept: Kept::Twice,
        };
        let mut outbox = outbox(vec![submitted(1), kept(first), submitted(2), kept(second)]);
        let _ = outbox.update(Event::Discarded(second.id()), 0, 0);
        assert!(outbox.has(second.id()), "it is next");
        let answered = Event::Answered {
            key: first,
            attempt: 1,
            answer: refused,
        };
        let _ = outbox.update(answered, 0, 0);
        let _ = outbox.update(Event::Discarded(second.id()), 0, 0);
        assert!(!outbox.has(second.id()));
        assert!(outbox.has(first.id()));
    }
}
