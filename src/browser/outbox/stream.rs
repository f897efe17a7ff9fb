//! What tabs tell each other, and which of them leads. Neither is relied on.

use js_sys::{Promise, Uint8Array};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{BroadcastChannel, MessageEvent};
use workflow::outbox::{News, Row, journal};

use super::database::{id, name};
use super::scope::{bytes, locks};

const NAME: &str = "hub.outbox";

/// The channel between tabs, if the browser has one.
pub struct Stream(Option<BroadcastChannel>);

impl Stream {
    /// Opens it for as long as this thread lives.
    pub fn open(hear: impl Fn(News) + 'static) -> Self {
        let Ok(channel) = BroadcastChannel::new(NAME) else {
            return Self(None);
        };
        let heard = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
            if let Some(news) = read(&event.data()) {
                hear(news);
            }
        });
        channel.set_onmessage(Some(heard.into_js_value().unchecked_ref()));
        Self(Some(channel))
    }

    /// A row as its frame in the journal, an attempt as the item's name.
    pub fn tell(&self, news: &News) {
        let message = match news {
            News::Row(row) => Uint8Array::from(journal::entry(&row.to_bytes()).as_slice()).into(),
            News::Trying(id) => JsValue::from(name(*id)),
        };
        if let Some(channel) = &self.0 {
            // A tab that hears nothing looks for itself.
            let _ = channel.post_message(&message);
        }
    }
}

fn read(message: &JsValue) -> Option<News> {
    if let Some(text) = message.as_string() {
        return id(&text).map(News::Trying);
    }
    let place = journal::read(&bytes(message)?);
    let row = place.rows.values().next().and_then(Row::from_bytes)?;
    Some(News::Row(Box::new(row)))
}

/// Calls back when this tab leads: at once where the browser knows no locks, since the server takes each key once anyway.
pub fn lead(leads: impl Fn() + 'static) {
    let Some(locks) = locks() else {
        leads();
        return;
    };
    let granted = Closure::<dyn Fn() -> Promise>::new(move || {
        leads();
        // Never kept: the lock goes when the thread does.
        Promise::new(&mut |_, _| {})
    });
    let _ = locks.request(NAME, granted.into_js_value().unchecked_ref());
}
