//! Requests as values.

use serde_json::Value;
use stage::Call;

pub(super) fn plain(method: &str, path: &str) -> Call {
    Call {
        method: method.to_owned(),
        path: path.to_owned(),
        ..Call::default()
    }
}

pub(super) fn with_body(method: &str, path: &str, body: &Value) -> Call {
    let call = Call {
        body: body.to_string().into_bytes(),
        ..plain(method, path)
    };
    with(call, "content-type", "application/json")
}

/// With a photograph.
pub(super) fn with_file(path: &str, media: &str, file: Vec<u8>) -> Call {
    let call = Call {
        body: file,
        ..plain("PUT", path)
    };
    with(call, "content-type", media)
}

pub(super) fn with(mut call: Call, name: &str, value: &str) -> Call {
    call.headers.push((name.to_owned(), value.to_owned()));
    call
}
