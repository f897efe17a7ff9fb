//! What was written and is not with the hub: what it is, since when, how it stands with it, and what may be done.

use std::collections::BTreeMap;

use api_types::address::Language;
use api_types::company::CompanyForm;
use api_types::draft::DraftKind;
use api_types::problem::Code;
use browser::format;
use leptos::prelude::*;
use markup::view;
use serde_json::Value;
use workflow::office::OfficePlace;
use workflow::office::copy::Copy as Known;
use workflow::outbox::page::{State, Sync};
use workflow::outbox::{Standing, Written};

use crate::components::{clicked, icon, live};
use crate::drafts::{self, Content, Kept};
use crate::locales::words;
use crate::outbox::Outbox;
use crate::pages::{self, DealForm};

/// More than a person reads; a file has them all.
const SHOWN: usize = 50;

/// One row a form, however often it was saved.
pub fn list(language: Language, outbox: Outbox) -> AnyView {
    let sync = outbox.sync();
    let mut rows: BTreeMap<String, &Written> = BTreeMap::new();
    for written in sync.written() {
        // The newest says most.
        if let Some(form) = &written.form {
            rows.insert(form.name.clone(), written);
        }
    }
    let rows = rows
        .into_iter()
        .take(SHOWN)
        .map(|(form, written)| row(language, outbox, &sync, &form, written));
    let rows: Vec<AnyView> = rows.collect();
    view! { <ul class="unsent-list">{rows}</ul> }
}

fn row(language: Language, outbox: Outbox, sync: &Sync, form: &str, written: &Written) -> AnyView {
    let words = &words(language).outbox;
    let text = written.form.as_ref().map_or("", |form| form.text.as_str());
    let (what, name) = title(language, form, text);
    let state = sync.state(form);
    let is_refused = matches!(state, State::Refused { .. });
    let (tone, standing, why) = match &state {
        State::Refused { code } => ("attention", words.refused, Some(reason(language, code))),
        State::NotSaved => ("bad", words.unsaved, None),
        State::Saving => ("waiting", words.saving, None),
        _ if written.standing == Standing::Typed => ("waiting", words.typed, None),
        State::SavedHere | State::Sent => ("waiting", words.waiting, None),
    };
    let when = u64::try_from(written.written_at)
        .ok()
        .filter(|when| 0 < *when);
    let when = when.map(|when| format!(" · {}", format::moment(language, when)));
    let open = place(form, text).map(|place| {
        view! { <a class="button" href=place.address(language)>{words.open}</a> }
    });
    let again = is_refused.then(|| {
        let form = form.to_owned();
        view! { <button class="button" type="button" on:click=clicked(move || outbox.retry(&form))>{words.again}</button> }
    });
    let may_go = is_refused || written.standing == Standing::Typed;
    let discard = may_go.then(|| discard(language, outbox, form.to_owned()));
    view! {
        <li class="stack" data-tone=tone>
            <p><b>{name}</b> <small>{what}{when}</small></p>
            <p class="standing">{icon(if is_refused { "circle-alert" } else { "clock" })}<span>{standing}</span></p>
            {why.map(|why| view! { <p>{why}</p> })}
            <p class="acts">{open}{again}{discard}</p>
        </li>
    }
}

/// Asks once more before something is gone for good.
fn discard(language: Language, outbox: Outbox, form: String) -> AnyView {
    let words = &words(language).outbox;
    let is_sure = RwSignal::new(false);
    let label = move || {
        if is_sure.get() {
            words.discard_sure
        } else {
            words.discard
        }
    };
    let act = move || {
        if is_sure.get_untracked() {
            outbox.discard(&form);
        } else {
            is_sure.set(true);
        }
    };
    view! { <button class="button" type="button" on:click=clicked(act)>{live(label)}</button> }
}

/// Where a form is opened again.
fn place(form: &str, text: &str) -> Option<OfficePlace> {
    if let Some((kind, (company, of))) = pages::deal_named(form) {
        return Some(match kind {
            DealForm::Request | DealForm::Closing | DealForm::Drop => OfficePlace::Request {
                company,
                request: of,
            },
            DealForm::Step => OfficePlace::Order { company, order: of },
            DealForm::Decision => OfficePlace::Approvals(company),
            DealForm::Bid | DealForm::Deed | DealForm::Message => OfficePlace::Quotation {
                company,
                quotation: of,
            },
        });
    }
    if let Some((company, draft)) = drafts::named(form) {
        let kept = Known::<Kept>::read(text)?.content;
        return Some(match kept.kind {
            DraftKind::SourcingRequest => OfficePlace::Request {
                company,
                request: draft,
            },
            DraftKind::Product | DraftKind::Profile => OfficePlace::Catalogue(company),
        });
    }
    pages::profile_named(form).map(OfficePlace::Company)
}

/// What something is, and what it is called.
fn title(language: Language, form: &str, text: &str) -> (&'static str, String) {
    let words = &words(language).outbox;
    let called = |name: Option<&str>| name.unwrap_or(words.thing).to_owned();
    if pages::profile_named(form).is_some() {
        let form = Known::<CompanyForm>::read(text).map(|copy| copy.content.name);
        let name = form.as_ref().map(|name| pages::name_in(language, name));
        return (words.company, called(name));
    }
    if let Some((kind, _)) = pages::deal_named(form) {
        let what = match kind {
            DealForm::Request => words.request,
            DealForm::Closing => words.closing,
            DealForm::Bid => words.quotation,
            DealForm::Deed => words.deed,
            DealForm::Step => words.step,
            DealForm::Decision => words.decision,
            DealForm::Message => words.message,
            DealForm::Drop => words.drop,
        };
        return (what, pages::deal_title(language, kind, text));
    }
    if drafts::named(form).is_some()
        && let Some(copy) = Known::<Kept>::read(text)
    {
        let kind = match copy.content.kind {
            DraftKind::Product => words.product,
            DraftKind::Profile => words.profile,
            DraftKind::SourcingRequest => words.request,
        };
        if copy.content.kind == DraftKind::SourcingRequest {
            let text = Value::Object(copy.content.content).to_string();
            return (kind, pages::deal_title(language, DealForm::Request, &text));
        }
        return (kind, called(name(language, &copy.content.content)));
    }
    (words.thing, words.thing.to_owned())
}

/// What a draft is called, in the reader's language or else in the other, or its number.
fn name(language: Language, content: &Content) -> Option<&str> {
    let cells = content.get("cells")?;
    let names = match language {
        Language::English => ["name_en", "name_zh", "sku"],
        Language::Chinese => ["name_zh", "name_en", "sku"],
    };
    let mut names = names.iter().filter_map(|name| cells.get(name)?.as_str());
    names.find(|name| !name.trim().is_empty())
}

/// Why something was refused, as a sentence. `code`: the problem's.
pub fn reason(language: Language, code: &str) -> &'static str {
    let words = &words(language).outbox;
    let code = Value::String(code.to_owned());
    match serde_json::from_value(code) {
        Ok(Code::Changed | Code::Exists) => words.changed,
        Ok(Code::NotFound) => words.gone,
        Ok(Code::Forbidden | Code::SecondFactorNeeded) => words.forbidden,
        Ok(Code::BodyTooLarge) => words.too_large,
        Ok(Code::TooMany) => words.too_many,
        Ok(Code::InvalidBody | Code::MalformedBody) => words.invalid,
        Ok(Code::NotNow) => words.not_now,
        Ok(Code::Expired) => words.expired,
        _ => words.other,
    }
}

#[cfg(test)]
mod tests {
    use domain::Id;

    use super::*;

    #[test]
    fn every_refusal_has_a_reason() {
        let words = &words(Language::English).outbox;
        let reason = |code| reason(Language::English, code);
        assert_eq!(reason("changed"), words.changed);
        assert_eq!(reason("forbidden"), words.forbidden);
        assert_eq!(reason("of_a_newer_hub"), words.other);
        assert_eq!(reason(""), words.other);
    }

    #[test]
    fn a_draft_is_called_by_what_it_has() {
        let form = drafts::name(Id::new(1, [7; 10]), Id::new(2, [7; 10]));
        let text = |cells: &str| {
            format!(r#"{{"content":{{"kind":"product","content":{{"cells":{cells}}}}},"known":1}}"#)
        };
        let called = |cells| title(Language::Chinese, &form, &text(cells)).1;
        assert_eq!(called(r#"{"name_en":"Bolt","name_zh":"螺栓"}"#), "螺栓");
        assert_eq!(called(r#"{"name_en":"Bolt","name_zh":" "}"#), "Bolt");
        assert_eq!(called(r#"{"sku":"M8"}"#), "M8");
        assert_eq!(called("{}"), "您保存的内容");
        let kind = title(Language::English, &form, &text("{}")).0;
        assert_eq!(kind, "Product draft");
    }
}
