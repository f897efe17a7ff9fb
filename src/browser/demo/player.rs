//! Whom this tab plays, and what other tabs have done.

use domain::Id;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{BroadcastChannel, MessageEvent, Storage};

use super::client::is_of_another;
use crate::storage;

/// The session of this tab; of a new one, that of the tab which chose last.
const SESSION: &str = "hub.demo.session";
/// Nobody on purpose, which is not the same as not yet anybody.
const NOBODY: &str = "-";
/// Whether anything was ever kept here: a database that is empty nevertheless was emptied.
const BEGUN: &str = "hub.demo.begun";
/// Where threads tell that something has changed.
pub(super) const CHANNEL: &str = "hub.demo";

/// This tab's own storage; none in a worker.
fn tab() -> Option<Storage> {
    web_sys::window()?.session_storage().ok()?
}

/// The session that whoever is played here has.
#[must_use]
pub fn player() -> Option<Id> {
    let own = tab().and_then(|tab| tab.get_item(SESSION).ok()?);
    let text = own.or_else(|| storage::get(SESSION))?;
    text.parse().ok()
}

pub(super) fn remember(session: Option<Id>) {
    let text = session.map_or_else(|| NOBODY.to_owned(), |session| session.to_string());
    if let Some(tab) = tab() {
        // Where a tab keeps nothing, all tabs play the same person.
        let _ = tab.set_item(SESSION, &text);
    }
    storage::set(SESSION, &text);
}

pub(super) fn has_begun() -> bool {
    storage::get(BEGUN).is_some()
}

pub(super) fn begin() {
    storage::set(BEGUN, "1");
}

/// Has somebody told when another tab, or the outbox, has changed something. For as long as the page stands.
pub fn on_change(told: impl Fn() + 'static) {
    let Ok(channel) = BroadcastChannel::new(CHANNEL) else {
        return;
    };
    let hear = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
        if is_of_another(&event.data()) {
            told();
        }
    });
    channel.set_onmessage(Some(hear.as_ref().unchecked_ref()));
    hear.forget();
    // The browser keeps the channel open while it is listened to.
    std::mem::forget(channel);
}
