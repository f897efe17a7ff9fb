//! The records in IndexedDB, written with strict durability: what is answered is kept.

use std::cell::RefCell;

use js_sys::{Array, Object, Promise, Reflect, Uint8Array};
use stage::{Record, SEAL};
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{IdbDatabase, IdbObjectStore, IdbOpenDbRequest, IdbRequest, IdbTransaction};

use crate::outbox::scope::{bytes, databases, within};

#[wasm_bindgen]
extern "C" {
    /// web-sys counts durability among what may still change.
    #[wasm_bindgen(extends = IdbDatabase)]
    type Strict;
    #[wasm_bindgen(method, catch)]
    fn transaction(
        this: &Strict,
        store: &str,
        mode: &str,
        options: &Object,
    ) -> Result<IdbTransaction, JsValue>;
}

/// Never made of a date or a build: two tabs that disagree would close each other's database for ever.
const VERSION: u32 = 1;
const NAME: &str = "hub.demo";
const STORE: &str = "records";
/// A transaction that takes longer counts as failed.
const PATIENCE_MS: i32 = 8_000;

#[derive(Default)]
pub(super) struct Database {
    open: RefCell<Option<IdbDatabase>>,
}

/// What there is.
pub(super) enum Found {
    /// What the thread knows.
    Same,
    /// All records, by their keys.
    Other(Vec<(Vec<u8>, Vec<u8>)>),
}

impl Database {
    /// Reads what is there, has `act` say what is to be written (in place of everything, if it says so), and writes it, all in
    /// one transaction that no other tab gets between. Answers when all of it is kept, with whether anything changed.
    ///
    /// `known` is the seal of what the thread knows, asked when its turn has come.
    pub(super) async fn within<T>(
        &self,
        known: impl FnOnce() -> Option<Vec<u8>>,
        act: impl FnOnce(Found) -> (T, bool, Vec<Record>),
    ) -> Result<(T, bool), JsValue> {
        let (transaction, store) = self.begin().await?;
        let kept = within(PATIENCE_MS, &answer(&store.get(&name(SEAL))?)).await?;
        let kept = bytes(&kept);
        let found = if kept.is_some() && kept == known() {
            Found::Same
        } else {
            Found::Other(all(&store).await?)
        };
        let (made, is_anew, records) = act(found);
        let changed = is_anew || !records.is_empty();
        if is_anew {
            store.clear()?;
        }
        for record in &records {
            let key = name(&record.key);
            match &record.value {
                Some(value) => {
                    let value = Uint8Array::from(value.as_slice());
                    store.put_with_key(&value, &key)?;
                }
                None => {
                    store.delete(&key)?;
                }
            }
        }
        finish(&transaction).await?;
        Ok((made, changed))
    }

    pub(super) fn close(&self) {
        if let Some(open) = self.open.take() {
            open.close();
        }
    }

    async fn begin(&self) -> Result<(IdbTransaction, IdbObjectStore), JsValue> {
        match self.try_begin().await {
            Ok(begun) => Ok(begun),
            // "Connection to Indexed Database server lost": once more with a new one.
            Err(_) => {
                self.close();
                self.try_begin().await
            }
        }
    }

    async fn try_begin(&self) -> Result<(IdbTransaction, IdbObjectStore), JsValue> {
        let open = self.open.borrow().clone();
        let database = match open {
            Some(database) => database,
            None => {
                let database = open_anew().await?;
                *self.open.borrow_mut() = Some(database.clone());
                database
            }
        };
        let options = Object::new();
        Reflect::set(&options, &"durability".into(), &"strict".into())?;
        let database: Strict = database.unchecked_into();
        let transaction = database.transaction(STORE, "readwrite", &options)?;
        let store = transaction.object_store(STORE)?;
        Ok((transaction, store))
    }
}

async fn all(store: &IdbObjectStore) -> Result<Vec<(Vec<u8>, Vec<u8>)>, JsValue> {
    let (names, values) = (store.get_all_keys()?, store.get_all()?);
    let (names, values) = (answer(&names), answer(&values));
    let names: Array = within(PATIENCE_MS, &names).await?.unchecked_into();
    let values: Array = within(PATIENCE_MS, &values).await?.unchecked_into();
    let pairs = names.iter().zip(values.iter());
    // What is no key or no bytes of ours is left to be noticed as such.
    let pair = |(key, value): (JsValue, JsValue)| {
        let key = key.as_string().and_then(|name| key_of(&name));
        (key.unwrap_or_default(), bytes(&value).unwrap_or_default())
    };
    Ok(pairs.map(pair).collect())
}

async fn open_anew() -> Result<IdbDatabase, JsValue> {
    let request: IdbOpenDbRequest = databases()?.open_with_u32(NAME, VERSION)?;
    let opening = Promise::new(&mut |done, failed| {
        let asked = request.clone();
        let upgrade = wasm_bindgen::closure::Closure::once_into_js(move || {
            let database: Option<IdbDatabase> = asked.result().ok().map(JsCast::unchecked_into);
            if let Some(database) = database {
                // Where this fails, so does the first transaction.
                let _ = database.create_object_store(STORE);
            }
        });
        request.set_onupgradeneeded(Some(upgrade.unchecked_ref()));
        request.set_onsuccess(Some(&done));
        request.set_onerror(Some(&failed));
        request.set_onblocked(Some(&failed));
    });
    within(PATIENCE_MS, &opening).await?;
    request.result().map(JsCast::unchecked_into)
}

/// A promise of what a request brings.
fn answer(request: &IdbRequest) -> Promise {
    let done = Promise::new(&mut |done, failed| {
        request.set_onsuccess(Some(&done));
        request.set_onerror(Some(&failed));
    });
    let request = request.clone();
    wasm_bindgen_futures::future_to_promise(async move {
        wasm_bindgen_futures::JsFuture::from(done).await?;
        request.result()
    })
}

/// Waits until a transaction is on the disk.
async fn finish(transaction: &IdbTransaction) -> Result<(), JsValue> {
    let done = Promise::new(&mut |done, failed| {
        transaction.set_oncomplete(Some(&done));
        transaction.set_onerror(Some(&failed));
        transaction.set_onabort(Some(&failed));
    });
    within(PATIENCE_MS, &done).await.map(drop)
}

/// Two letters a byte: not every browser takes bytes for a key.
fn name(key: &[u8]) -> JsValue {
    use std::fmt::Write;
    let text = key.iter().fold(String::from("r"), |mut text, byte| {
        write!(text, "{byte:02x}").expect("text takes any text");
        text
    });
    text.into()
}

fn key_of(name: &str) -> Option<Vec<u8>> {
    let digits = name.strip_prefix('r').filter(|digits| digits.is_ascii())?;
    let pairs = (0..digits.len()).step_by(2);
    pairs
        .map(|at| u8::from_str_radix(digits.get(at..at + 2)?, 16).ok())
        .collect()
}
