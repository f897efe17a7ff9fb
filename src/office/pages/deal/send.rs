//! What is sent from the pages of a deal, all of it through the outbox: kept on this device, shown at once, sent once.

use api_types::address::Language;
use api_types::approval::DecisionForm;
use api_types::attachment::Attachment;
use api_types::order::{Rate, Step};
use browser::format;
use domain::Id;
use leptos::prelude::untrack;
use serde::{Deserialize, Serialize};
use workflow::office::quotation::{Bid, total_of};
use workflow::office::request::Sheet;
use workflow::outbox::Standing;
use workflow::outbox::page::State;

use super::{title_of, wire};
use crate::drafts::Drafts;
use crate::outbox::Outbox;

/// A company, and something of its own.
pub type Whose = (Id, Id);

/// What is done to a quotation besides offering.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Deed {
    Decline {
        reason: String,
    },
    Withdraw {
        reason: String,
    },
    Accept {
        version: u32,
        /// That the buyer was shown.
        #[serde(default)]
        rate: Option<Rate>,
    },
}

/// A version as it is kept on the device.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Kept {
    /// From 1; 0 while it is only typed.
    number: u32,
    bid: Bid,
}

/// A message as it is kept on the device.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Said {
    pub words: String,
    pub attachments: Vec<Attachment>,
}

impl Said {
    /// Of words alone the words; those of an earlier release had nothing else.
    fn text(&self) -> String {
        if self.attachments.is_empty() {
            return self.words.clone();
        }
        text(self)
    }

    fn read(text: &str) -> Self {
        let of_words = || Self {
            words: text.to_owned(),
            ..Self::default()
        };
        let said: Option<Self> = read(text);
        said.filter(|said| !said.attachments.is_empty())
            .unwrap_or_else(of_words)
    }
}

/// What of a quotation is on this device and not with the hub.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Echo {
    pub version: Option<(u32, Bid, State)>,
    pub deed: Option<(Deed, State)>,
    pub messages: Vec<(Said, State)>,
    names: Vec<(String, State)>,
}

impl Echo {
    pub fn count(&self) -> usize {
        self.names.len()
    }

    /// Each with the name of its form.
    pub fn states(self) -> Vec<(String, State)> {
        self.names
    }
}

/// The kinds of forms, which are the first part of their names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    Request,
    Closing,
    Bid,
    Deed,
    Message,
    /// A draft is thrown away.
    Drop,
    /// Of an order.
    Step,
    /// Of an approval.
    Decision,
}

impl Form {
    const ALL: [Self; 8] = [
        Self::Request,
        Self::Closing,
        Self::Bid,
        Self::Deed,
        Self::Message,
        Self::Drop,
        Self::Step,
        Self::Decision,
    ];

    fn word(self) -> &'static str {
        match self {
            Self::Request => "request",
            Self::Closing => "closing",
            Self::Bid => "bid",
            Self::Deed => "deed",
            Self::Message => "message",
            Self::Drop => "drop",
            Self::Step => "step",
            Self::Decision => "decision",
        }
    }

    fn name(self, (company, of): Whose) -> String {
        format!("{}/{company}/{of}", self.word())
    }
}

/// What a form's name says: which kind, whose, and of what.
pub fn named(name: &str) -> Option<(Form, Whose)> {
    let mut parts = name.split('/');
    let word = parts.next()?;
    let form = Form::ALL.into_iter().find(|form| form.word() == word)?;
    let company = parts.next()?.parse().ok()?;
    let of = parts.next()?.parse().ok()?;
    Some((form, (company, of)))
}

/// What something that is unsent is called, in the panel of all that is.
pub fn title(language: Language, form: Form, text: &str) -> String {
    let first = |text: &str| text.lines().next().unwrap_or_default().to_owned();
    match form {
        Form::Request => read(text).map_or_else(String::new, |sheet| title_of(language, &sheet)),
        Form::Bid => {
            let kept: Option<Kept> = read(text);
            kept.map_or_else(String::new, |kept| {
                let total = total_of(&kept.bid).minor_units();
                format::amount(language, total, &kept.bid.currency)
            })
        }
        Form::Message => {
            let said = Said::read(text);
            let files = said.attachments.into_iter().map(|one| one.name);
            let mut lines = [first(&said.words)].into_iter().chain(files);
            lines.find(|line| !line.is_empty()).unwrap_or_default()
        }
        Form::Closing | Form::Deed | Form::Drop | Form::Step | Form::Decision => String::new(),
    }
}

/// Sends a request, unless that is on its way already.
pub fn request(outbox: Outbox, whose: Whose, sheet: &Sheet) {
    let is_on_its_way = untrack(|| {
        let sent = requests_of(outbox, whose.0);
        sent.iter()
            .any(|(id, _, state)| *id == whose.1 && !matches!(state, State::Refused { .. }))
    });
    if is_on_its_way {
        return;
    }
    let text = text(sheet);
    let request = wire::request(whose, sheet);
    outbox.send(&Form::Request.name(whose), &request, &text);
}

/// Lets go of a request that the hub has refused.
pub fn forget_request(outbox: Outbox, whose: Whose) {
    outbox.discard(&Form::Request.name(whose));
}

pub fn close(outbox: Outbox, whose: Whose, known: u64, reason: &str) {
    let request = wire::closing(whose, known, reason);
    outbox.send(&Form::Closing.name(whose), &request, reason);
}

/// Sends a version of a quotation: a supplier's, or a buyer's counter-offer.
pub fn version(outbox: Outbox, whose: Whose, known: u64, number: u32, bid: &Bid) {
    let kept = Kept {
        number,
        bid: bid.clone(),
    };
    if let Some(request) = wire::version(whose, known, bid) {
        outbox.send(&Form::Bid.name(whose), &request, &text(&kept));
    }
}

/// Keeps a version as it is typed.
pub fn type_bid(outbox: Outbox, whose: Whose, bid: &Bid) {
    let kept = Kept {
        number: 0,
        bid: bid.clone(),
    };
    outbox.typed(&Form::Bid.name(whose), &text(&kept));
}

/// What is typed of the next version, or was refused of it.
pub fn typed(outbox: Outbox, whose: Whose) -> Option<Bid> {
    let name = Form::Bid.name(whose);
    let kept: Kept = read(&outbox.newest(&name)?)?;
    let is_open = kept.number == 0 || matches!(outbox.state(&name), State::Refused { .. });
    is_open.then_some(kept.bid)
}

pub fn deed(outbox: Outbox, whose: Whose, known: u64, deed: &Deed) {
    let request = wire::deed(whose, known, deed);
    outbox.send(&Form::Deed.name(whose), &request, &text(deed));
}

pub fn message(outbox: Outbox, whose: Whose, id: Id, said: &Said) {
    let request = wire::message(whose, said);
    let name = format!("{}/{id}", Form::Message.name(whose));
    outbox.send(&name, &request, &said.text());
}

/// Throws a draft away: here, and at the hub if it has it.
pub fn drop_draft(outbox: Outbox, drafts: Drafts, whose: Whose) {
    let version = drafts.version(whose.1);
    drafts.give_way(whose.0, whose.1, None);
    if let Some(version) = version {
        let request = wire::drop_draft(whose, version);
        outbox.send(&Form::Drop.name(whose), &request, "-");
    }
}

/// Drafts that are being thrown away.
pub fn dropped(outbox: Outbox, company: Id) -> Vec<Id> {
    let found = sent(outbox, |form, whose| {
        form == Form::Drop && whose.0 == company
    });
    found.into_iter().map(|(_, (_, draft), _)| draft).collect()
}

/// Requests of a company that are on their way, or refused.
pub fn requests_of(outbox: Outbox, company: Id) -> Vec<(Id, Sheet, State)> {
    let found = sent(outbox, |form, whose| {
        form == Form::Request && whose.0 == company
    });
    let found = found.into_iter().filter_map(|(name, (_, request), text)| {
        let state = outbox.state(&name);
        Some((request, read(&text)?, state))
    });
    found.collect()
}

/// Takes an order a step further.
pub fn step(outbox: Outbox, whose: Whose, known: u64, step: &Step) {
    let request = wire::step(whose, known, step);
    outbox.send(&Form::Step.name(whose), &request, &text(step));
}

/// Approves an offer of one's own company's, or refuses it.
pub fn decision(outbox: Outbox, whose: Whose, known: u64, form: &DecisionForm) {
    let request = wire::decision(whose, known, form);
    outbox.send(&Form::Decision.name(whose), &request, &text(form));
}

/// The step of an order that is on its way, or refused.
pub fn unsent_step(outbox: Outbox, whose: Whose) -> Option<(Step, State)> {
    unsent_form(outbox, Form::Step, whose)
}

/// The decision of an approval that is on its way, or refused.
pub fn unsent_decision(outbox: Outbox, whose: Whose) -> Option<(DecisionForm, State)> {
    unsent_form(outbox, Form::Decision, whose)
}

fn unsent_form<T: for<'a> Deserialize<'a>>(
    outbox: Outbox,
    form: Form,
    whose: Whose,
) -> Option<(T, State)> {
    let found = sent(outbox, |kind, of| kind == form && of == whose);
    let (name, _, text) = found.into_iter().next()?;
    Some((read(&text)?, outbox.state(&name)))
}

/// Lets go of what the hub has refused.
pub fn forget(outbox: Outbox, form: Form, whose: Whose) {
    outbox.discard(&form.name(whose));
}

/// What of a quotation is on its way, or refused.
pub fn unsent(outbox: Outbox, whose: Whose) -> Echo {
    let mut echo = Echo::default();
    let found = sent(outbox, |form, of| {
        of == whose && matches!(form, Form::Bid | Form::Deed | Form::Message)
    });
    for (name, _, text) in found {
        let state = outbox.state(&name);
        match named(&name).map(|(form, _)| form) {
            Some(Form::Bid) => {
                let kept: Option<Kept> = read(&text);
                let version = kept.map(|kept| (kept.number, kept.bid, state.clone()));
                echo.version = version.or(echo.version);
            }
            Some(Form::Deed) => {
                echo.deed = read(&text).map(|deed| (deed, state.clone())).or(echo.deed);
            }
            Some(Form::Message) => {
                echo.messages.push((Said::read(&text), state.clone()));
            }
            _ => continue,
        }
        echo.names.push((name, state));
    }
    echo
}

/// The newest of each form that is sent from here, and not only typed.
fn sent(outbox: Outbox, is_meant: impl Fn(Form, Whose) -> bool) -> Vec<(String, Whose, String)> {
    let sync = outbox.sync();
    let mut found: Vec<(String, Whose, String)> = Vec::new();
    for written in sync.written() {
        let Some(form) = &written.form else { continue };
        let Some((kind, whose)) = named(&form.name) else {
            continue;
        };
        if written.standing == Standing::Typed || !is_meant(kind, whose) {
            continue;
        }
        found.retain(|(name, ..)| *name != form.name);
        found.push((form.name.clone(), whose, form.text.clone()));
    }
    found
}

fn text(value: &impl Serialize) -> String {
    serde_json::to_string(value).expect("texts, numbers and lists of them are JSON")
}

/// None where another release wrote it.
fn read<T: for<'a> Deserialize<'a>>(text: &str) -> Option<T> {
    serde_json::from_str(text).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_message_is_kept_with_its_files() {
        let file = workflow::office::attached::attached(
            Id::new(1, [7; 10]),
            "图.pdf",
            domain::Media::Pdf,
            12,
        );
        let bare = Said {
            words: "{\"words\":\"x\",\"attachments\":[]}".to_owned(),
            attachments: Vec::new(),
        };
        let full = Said {
            words: String::new(),
            attachments: vec![file],
        };
        for said in [bare, full.clone()] {
            assert_eq!(Said::read(&said.text()), said);
        }
        let name = title(Language::Chinese, Form::Message, &full.text());
        assert_eq!(name, "图.pdf");
        assert_eq!(Said::read("When?").words, "When?");
    }

    #[test]
    fn a_name_says_what_it_is_and_whose() {
        let whose = (Id::new(1, [7; 10]), Id::new(2, [7; 10]));
        for form in Form::ALL {
            assert_eq!(named(&form.name(whose)), Some((form, whose)));
        }
        let message = format!("{}/{}", Form::Message.name(whose), whose.1);
        assert_eq!(named(&message), Some((Form::Message, whose)));
        assert_eq!(named("draft/1/2"), None);
        assert_eq!(named("bid/1"), None);
    }
}
