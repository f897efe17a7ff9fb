//! What the worker says, as values: the way back from [`super::message`], on the page's side.

use js_sys::Array;
use wasm_bindgen::{JsCast, JsValue};
use workflow::outbox::journal::Finding;
use workflow::outbox::page::Told;
use workflow::outbox::{Attention, Kept, Standing, Status, Written};

use super::database::id;
use super::message::{form, request};

/// The generation that a message names, if it does.
pub fn generation(message: &JsValue) -> Option<f64> {
    let parts: &Array = message.dyn_ref()?;
    let names = parts.get(0).as_string()? == "found";
    parts.get(2).as_f64().filter(|_| names)
}

/// None where it says nothing that a page needs to know.
pub fn read(message: &JsValue) -> Option<Told> {
    let parts: &Array = message.dyn_ref()?;
    let text = |place: u32| parts.get(place).as_string();
    Some(match text(0)?.as_str() {
        "found" => Told::Found(match text(1)?.as_str() {
            "new" => Finding::New,
            "whole" => Finding::Whole,
            "mended" => Finding::Mended,
            "database-lost" => Finding::DatabaseLost,
            "journal-lost" => Finding::JournalLost,
            _ => Finding::BothLost,
        }),
        "kept" => {
            let kept = kept(&parts.get(2))?;
            Told::Kept(id(&text(1)?)?, kept)
        }
        "all" => {
            let all: Array = parts.get(1).dyn_into().ok()?;
            let all = all.iter().map(|entry| written(entry.dyn_ref()?));
            Told::All(all.collect::<Option<_>>()?)
        }
        "written" => Told::Written(written(parts.get(1).dyn_ref()?)?),
        "gone" => Told::Gone(id(&text(1)?)?),
        "status" => Told::Status(status(parts)?),
        "sign-out" => Told::SignOut,
        _ => return None,
    })
}

fn status(parts: &Array) -> Option<Status> {
    let refused: Array = parts.get(5).dyn_into().ok()?;
    Some(Status {
        waiting: number(&parts.get(1))?,
        unsaved: number(&parts.get(2))?,
        needs_sign_in: parts.get(3).is_truthy(),
        of_others: number(&parts.get(4))?,
        attention: refused
            .iter()
            .map(|refused| attention(refused.dyn_ref()?))
            .collect::<Option<_>>()?,
    })
}

fn attention(parts: &Array) -> Option<Attention> {
    Some(Attention {
        id: id(&parts.get(0).as_string()?)?,
        conversation: parts.get(1).as_string()?,
        form: parts.get(2).as_string(),
        status: u16::try_from(number(&parts.get(3))?).ok()?,
        code: parts.get(4).as_string()?,
    })
}

fn kept(places: &JsValue) -> Option<Kept> {
    Some(match number(places)? {
        0 => Kept::Nowhere,
        1 => Kept::Once,
        _ => Kept::Twice,
    })
}

fn written(entry: &Array) -> Option<Written> {
    let text = |place| entry.get(place).as_string();
    let clock = |place| entry.get(place).as_f64();
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let (order, written_at) = (clock(6)? as u64, clock(7)? as i64);
    Some(Written {
        id: id(&text(0)?)?,
        standing: match number(&entry.get(1))? {
            0 => Standing::Typed,
            1 => Standing::Waiting,
            _ => Standing::Refused {
                status: u16::try_from(number(&entry.get(2))?).ok()?,
                code: text(3)?,
            },
        },
        form: form(entry, 4),
        request: request(entry, 9),
        order,
        written_at,
        kept: kept(&entry.get(8)),
    })
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
fn number(value: &JsValue) -> Option<u32> {
    value.as_f64().map(|number| number as u32)
}
