//! Requests, quotations, messages and notices: bodies into values, and values into the bodies that each side is shown.

mod approval;
mod attachment;
mod message;
mod order;
mod quotation;
mod request;
mod settings;
mod step;

pub use approval::approval;
pub use attachment::disposition;
pub use message::{MOST_NOTICES, message_in, messages, notices};
pub use order::order;
pub use quotation::{accepted_in, bid_in, quotation};
pub use request::{request, request_in};
pub use settings::{limits_in, payee_in, settings};
pub use step::step_in;

use std::str::FromStr;

use api_types::{company::Name, message::ReadForm};
use domain::{Id, Text};
use market::{Command, Fault, Refusal, Version, Why, access::Route};

/// What may be asked for at once: each may have hundreds of lines.
pub const MOST_DEALS: u32 = 50;

/// Reads a field; what is not of its form becomes a fault at this place.
fn read<T: FromStr>(faults: &mut Vec<Fault>, pointer: &str, text: &str) -> Option<T> {
    let read = text.parse().ok();
    if read.is_none() {
        faults.push(Fault::new(pointer.to_owned(), Why::Form));
    }
    read
}

/// The same of a field that may be left out.
fn read_some<T: FromStr>(
    faults: &mut Vec<Fault>,
    pointer: &str,
    text: Option<&String>,
) -> Option<T> {
    text.and_then(|text| read(faults, pointer, text))
}

/// What ends something with a reason: a request, or a quotation by its supplier. `None` for any other route.
#[must_use]
pub fn ended(route: Route, id: Id, reason: String, known: Version) -> Option<Command> {
    Some(match route {
        Route::CloseRequest => Command::CloseRequest {
            request: id,
            reason,
            known,
        },
        Route::DeclineQuotation => Command::DeclineQuotation {
            quotation: id,
            reason,
            known,
        },
        Route::WithdrawQuotation => Command::WithdrawQuotation {
            quotation: id,
            reason,
            known,
        },
        _ => return None,
    })
}

/// The number of a message up to which somebody has read.
///
/// # Errors
/// No message has such a number.
pub fn read_in(form: ReadForm) -> Result<u32, Refusal> {
    let fault = |_| Refusal::Invalid(vec![Fault::new("/read", Why::Check)]);
    u32::try_from(form.read).map_err(fault)
}

fn name(text: &Text) -> Name {
    Name {
        en: text.en.clone(),
        zh: text.zh.clone(),
    }
}
