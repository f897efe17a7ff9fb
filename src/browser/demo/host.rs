//! The thread: one request after the other, each in one transaction of the database.

use std::cell::{Cell, RefCell};

use js_sys::Uint8Array;
use stage::ask::{Ask, Told, What, Wish};
use stage::{Moment, Record, Request, Stage};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{BroadcastChannel, MessagePort};

use super::database::{Database, Found};
use super::errand;
use super::player::CHANNEL;
use crate::outbox::scope::{chance, random, scope};

#[derive(Default)]
struct Host {
    database: Database,
    /// As it was after the last transaction that is known to be kept.
    stage: RefCell<Option<Stage>>,
    was_damaged: Cell<bool>,
    channel: RefCell<Option<BroadcastChannel>>,
    /// By which others know it.
    thread: u32,
}

thread_local! {
    static HOST: &'static Host = Box::leak(Box::new(Host {
        thread: chance(),
        ..Host::default()
    }));
}

/// Takes a page's question.
pub fn hear(message: &JsValue) {
    if let Some((wish, port)) = message.dyn_ref().and_then(errand::read) {
        return run(wish, port);
    }
    let Some(bytes) = message.dyn_ref::<Uint8Array>() else {
        return;
    };
    let Ok(ask) = postcard::from_bytes::<Ask>(&bytes.to_vec()) else {
        return;
    };
    let host = HOST.with(|host| *host);
    wasm_bindgen_futures::spawn_local(async move {
        let number = ask.number;
        let what = host.serve(&ask).await.unwrap_or(What::NotKept);
        let told = Told {
            number,
            what,
            was_damaged: host.was_damaged.get(),
            thread: host.thread,
        };
        let bytes =
            postcard::to_allocvec(&told).expect("an answer has only values of known length");
        scope().post_message(&Uint8Array::from(bytes.as_slice()));
    });
}

/// An errand of the outbox: if nothing comes of it, there is no answer, and it is asked again.
fn run(wish: Wish, port: MessagePort) {
    let host = HOST.with(|host| *host);
    wasm_bindgen_futures::spawn_local(async move {
        let ask = Ask {
            number: 0,
            // Whoever sends has read something here before.
            has_begun: true,
            wish,
        };
        if let Some(What::Answer(answer)) = host.serve(&ask).await {
            let sent = port.post_message(&errand::told(&answer));
            debug_assert!(sent.is_ok());
        }
    });
}

impl Host {
    async fn serve(&self, ask: &Ask) -> Option<What> {
        let done = self.database.within(
            || self.stage.borrow().as_ref().map(Stage::seal_bytes),
            |found| self.act(ask, found),
        );
        match done.await {
            Ok((what, changed)) => {
                if changed {
                    self.tell();
                }
                Some(what)
            }
            Err(error) => {
                web_sys::console::warn_2(&"the demonstration could not be kept:".into(), &error);
                // What it made of it is not what is kept.
                self.stage.take();
                self.database.close();
                None
            }
        }
    }

    /// What follows from a question, and what is to be written of it: in place of everything, if it begins anew.
    fn act(&self, ask: &Ask, found: Found) -> (What, bool, Vec<Record>) {
        let now = now();
        let mut begins = false;
        let known = match found {
            Found::Same => self.stage.take(),
            Found::Other(records) => {
                let pairs = records.iter().map(|(key, value)| (&key[..], &value[..]));
                match Stage::restore(pairs) {
                    Ok(Some(stage)) => Some(stage),
                    // A first visit, or emptied behind our back.
                    Ok(None) => {
                        self.was_damaged.set(ask.has_begun);
                        None
                    }
                    Err(_) => {
                        self.was_damaged.set(true);
                        None
                    }
                }
            }
        };
        let mut stage = known.unwrap_or_else(|| {
            begins = true;
            Stage::seeded(now)
        });
        let chance = random();
        let chance = std::array::from_fn(|at| chance[at]);
        let request = |call| Request {
            call,
            at: now,
            chance,
        };
        let what = match &ask.wish {
            Wish::Call(call) => What::Answer(stage.handle(&request(call))),
            Wish::As(account, call) => What::Answer(stage.handle_as(&request(call), *account)),
            Wish::Play(account, call) => What::Answer(stage.play(&request(call), *account)),
            Wish::People => What::People(stage.people()),
            Wish::StartAgain => {
                begins = true;
                stage = Stage::seeded(now);
                self.was_damaged.set(false);
                What::StartedAgain
            }
        };
        let records = stage.changes();
        self.stage.replace(Some(stage));
        (what, begins, records)
    }

    /// Other tabs look again.
    fn tell(&self) {
        let mut channel = self.channel.borrow_mut();
        if channel.is_none() {
            *channel = BroadcastChannel::new(CHANNEL).ok();
        }
        if let Some(channel) = channel.as_ref() {
            // Whoever does not hear it reads anew with the next request anyway.
            let _ = channel.post_message(&self.thread.into());
        }
    }
}

fn now() -> Moment {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "milliseconds since 1970 fit"
    )]
    let now = js_sys::Date::now() as u64;
    Moment(now)
}
