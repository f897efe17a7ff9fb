//! What the worker says, as values: the way back from [`super::message`], on the page's side.

use js_sys::Array;
use wasm_bindgen::{JsCast, JsValue};
use workflow::outbox::journal::Finding;
use workflow::outbox::page::Told;
use workflow::outbox::{Attention, Kept, Status};

use super::database::id;

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
            let kept = match number(&parts.get(2))? {
                0 => Kept::Nowhere,
                1 => Kept::Once,
                _ => Kept::Twice,
            };
            Told::Kept(id(&text(1)?)?, kept)
        }
        "status" => Told::Status(status(parts)?),
        "draft" => Told::Draft {
            form: text(1)?,
            text: text(2),
        },
        "export" => Told::Export(text(1)?),
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

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
fn number(value: &JsValue) -> Option<u32> {
    value.as_f64().map(|number| number as u32)
}
