//! What page and worker say to each other: arrays whose first element says which, so that the page needs next to no code.
//!
//! | page to worker | |
//! |---|---|
//! | `start`, mark | first of all; the last `generation` that the page has kept, or null |
//! | `account`, name | who is signed in, or null |
//! | `submit`, token, conversation, method, path, body, known, form, text, key | Send was pressed; the version known, form and text are null where there is none, and so is the key (32 hexadecimal digits) if the worker shall make it |
//! | `type`, form, text | a form was typed in |
//! | `draft`, form | what was typed in it? |
//! | `retry`, id; `discard`, id; `replace`, id, method, path, body, known, form, text | about a refused item; the last two may be null |
//! | `leave`, `send` or `keep` or `discard` | sign out, and what becomes of what is not sent |
//! | `online` | the network seems to be back |
//! | `export` | what is not sent, as a file |
//!
//! | worker to page | |
//! |---|---|
//! | `found`, finding, generation | what the start has shown: `new`, `whole`, `mended`, `database-lost`, `journal-lost`, `both-lost` |
//! | `submitted`, token, id | null where nobody is signed in |
//! | `kept`, id, places | 2 is safe, 1 is a warning, 0 is "not saved" |
//! | `all`, entries | what who is signed in has written here and the server does not have, instead of all told before |
//! | `written`, entry | one of it is new or has changed |
//! | `gone`, id | one of it is with the server, or was let go |
//! | `status`, waiting, unsaved, needs sign-in, of others, refused | the last one `[id, conversation, form, HTTP status, code]` each |
//! | `draft`, form, text | null where there is none |
//! | `export`, JSON | |
//! | `sign-out` | nothing holds the session open any more |
//!
//! An entry: id; 0 typed, 1 waiting or 2 refused; HTTP status, code; form, text; order; clock; places or null; method, path,
//! body, version known. What it does not have is null.

use js_sys::Array;
use wasm_bindgen::{JsCast, JsValue};
use workflow::outbox::journal::Finding;
use workflow::outbox::{
    Event, Form, Kept, Key, Method, Request, Standing, Status, Unsent, Written,
};

use super::database::{id, name};
use super::scope::random;

/// What the page wants.
pub enum Wish {
    Start {
        mark: Option<u32>,
    },
    Event(Event),
    /// An event that the page knows by a token of its own.
    Submit {
        token: JsValue,
        event: Event,
        key: Key,
    },
    Draft {
        form: String,
    },
    Export,
}

/// None where the message makes no sense.
pub fn read(message: &JsValue, clock: i64) -> Option<Wish> {
    let parts: &Array = message.dyn_ref()?;
    let text = |place: u32| parts.get(place).as_string();
    let entry = || id(&text(1)?);
    let event = match text(0)?.as_str() {
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        "start" => {
            let mark = parts.get(1).as_f64().map(|mark| mark as u32);
            return Some(Wish::Start { mark });
        }
        "draft" => return Some(Wish::Draft { form: text(1)? }),
        "export" => return Some(Wish::Export),
        "submit" => {
            let key = text(9).and_then(|name| id(&name));
            let key = Key::new(key.map_or_else(random, |key| key.0));
            let event = Event::Submitted {
                key,
                conversation: text(2)?,
                request: request(parts, 3)?,
                draft: form(parts, 7),
                written_at: clock,
            };
            let token = parts.get(1);
            return Some(Wish::Submit { token, event, key });
        }
        "account" => Event::Account(text(1)),
        "type" => Event::Typed(Form {
            name: text(1)?,
            text: text(2)?,
        }),
        "retry" => Event::Retried(entry()?),
        "discard" => Event::Discarded(entry()?),
        "replace" => Event::Replaced {
            id: entry()?,
            key: Key::new(random()),
            request: request(parts, 2)?,
            draft: form(parts, 6),
        },
        "leave" => Event::Leaving(match text(1)?.as_str() {
            "send" => Unsent::Send,
            "keep" => Unsent::Keep,
            "discard" => Unsent::Discard,
            _ => return None,
        }),
        "online" => Event::Online,
        _ => return None,
    };
    Some(Wish::Event(event))
}

/// Method, path, body and known version from this place on.
pub fn request(parts: &Array, place: u32) -> Option<Request> {
    let method = match parts.get(place).as_string()?.as_str() {
        "POST" => Method::Post,
        "PUT" => Method::Put,
        "PATCH" => Method::Patch,
        "DELETE" => Method::Delete,
        _ => return None,
    };
    let path = parts.get(place + 1).as_string()?;
    let body = parts.get(place + 2).as_string()?;
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let known = parts.get(place + 3).as_f64().map(|version| version as u64);
    // Nothing is ever sent to anybody else.
    path.starts_with("v1/").then_some(Request {
        method,
        path,
        body,
        known,
    })
}

/// Name and text from this place on.
pub fn form(parts: &Array, place: u32) -> Option<Form> {
    let name = parts.get(place).as_string()?;
    let text = parts.get(place + 1).as_string()?;
    Some(Form { name, text })
}

fn array(parts: &[JsValue]) -> Array {
    parts.iter().collect()
}

pub fn found(finding: Finding, generation: u32) -> Array {
    let finding = match finding {
        Finding::New => "new",
        Finding::Whole => "whole",
        Finding::Mended => "mended",
        Finding::DatabaseLost => "database-lost",
        Finding::JournalLost => "journal-lost",
        Finding::BothLost => "both-lost",
    };
    array(&["found".into(), finding.into(), generation.into()])
}

pub fn submitted(token: JsValue, key: Option<Key>) -> Array {
    let id = key.map_or(JsValue::NULL, |key| name(key.id()).into());
    array(&["submitted".into(), token, id])
}

pub fn kept(entry: workflow::outbox::Id, kept: Kept) -> Array {
    array(&["kept".into(), name(entry).into(), places(kept).into()])
}

fn places(kept: Kept) -> u32 {
    match kept {
        Kept::Nowhere => 0,
        Kept::Once => 1,
        Kept::Twice => 2,
    }
}

pub fn all(all: &[Written]) -> Array {
    let entries: Array = all.iter().map(entry).collect();
    array(&["all".into(), entries.into()])
}

/// What has become of one of them.
pub fn news(news: &Result<Written, workflow::outbox::Id>) -> Array {
    match news {
        Ok(written) => array(&["written".into(), entry(written).into()]),
        Err(gone) => array(&["gone".into(), name(*gone).into()]),
    }
}

fn entry(written: &Written) -> Array {
    let text = |text: Option<&str>| text.map_or(JsValue::NULL, Into::into);
    let (standing, status, code) = match &written.standing {
        Standing::Typed => (0, 0, ""),
        Standing::Waiting => (1, 0, ""),
        Standing::Refused { status, code } => (2, *status, code.as_str()),
    };
    let (form, request) = (written.form.as_ref(), written.request.as_ref());
    // Orders and clocks are far below 2^53, save that of what was typed only, which needs not be exact.
    #[expect(clippy::cast_precision_loss)]
    let (order, clock) = (written.order as f64, written.written_at as f64);
    array(&[
        name(written.id).into(),
        standing.into(),
        status.into(),
        code.into(),
        text(form.map(|form| form.name.as_str())),
        text(form.map(|form| form.text.as_str())),
        order.into(),
        clock.into(),
        written.kept.map(places).into(),
        text(request.map(|request| request.method.name())),
        text(request.map(|request| request.path.as_str())),
        text(request.map(|request| request.body.as_str())),
        request.map_or(JsValue::NULL, version),
    ])
}

/// Versions are counted from 1; a thing has few.
pub fn version(request: &Request) -> JsValue {
    #[expect(clippy::cast_precision_loss)]
    request
        .known
        .map_or(JsValue::NULL, |version| (version as f64).into())
}

pub fn status(status: &Status) -> Array {
    let refused = status.attention.iter().map(|refused| {
        let form = refused.form.as_deref().map_or(JsValue::NULL, Into::into);
        array(&[
            name(refused.id).into(),
            refused.conversation.as_str().into(),
            form,
            refused.status.into(),
            refused.code.as_str().into(),
        ])
    });
    array(&[
        "status".into(),
        status.waiting.into(),
        status.unsaved.into(),
        status.needs_sign_in.into(),
        status.of_others.into(),
        refused.collect::<Array>().into(),
    ])
}

pub fn draft(form: &str, text: Option<&str>) -> Array {
    array(&[
        "draft".into(),
        form.into(),
        text.map_or(JsValue::NULL, Into::into),
    ])
}

pub fn export(text: &str) -> Array {
    array(&["export".into(), text.into()])
}

pub fn sign_out() -> Array {
    array(&["sign-out".into()])
}
