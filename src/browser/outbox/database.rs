//! The first place: rows in IndexedDB, written with strict durability.
//!
//! Of each row the store has, under its name in hexadecimal, eight bytes of version and the generation in which it went
//! (lowest byte first; the latter zero while it is there), then its bytes. Under `generation` it has that number.

use std::cell::{Cell, RefCell};

use js_sys::{Array, Object, Promise, Reflect, Uint8Array};
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{IdbDatabase, IdbObjectStore, IdbOpenDbRequest, IdbRequest, IdbTransaction};
use workflow::outbox::journal::{self, Kept, Place, REMEMBERED};
use workflow::outbox::{Id, Row};

use super::scope::{bytes, databases, now, within};

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
const NAME: &str = "hub.outbox";
const STORE: &str = "rows";
const GENERATION: &str = "generation";
/// What takes longer counts as failed: a person who has written something hears within two seconds where it is.
const PATIENCE_MS: u64 = 1_500;
/// The first of all may have to wait for the disk to wake.
const FIRST_PATIENCE_MS: u64 = 3_000;
/// A database that was silent is not asked again before: each row would wait for it in vain.
const SULK_MS: u64 = 4_000;
const HEAD: usize = 8;

#[derive(Default)]
pub struct Database {
    open: RefCell<Option<IdbDatabase>>,
    /// By when what is being done must be done.
    until: Cell<u64>,
    /// Not to be asked before.
    silent_until: Cell<u64>,
}

/// What became of a write.
pub enum Put {
    Done,
    /// There is a newer row.
    Newer(Kept),
    /// The database has been emptied behind our back.
    Emptied,
}

impl Database {
    pub async fn read(&self) -> Result<Place, JsValue> {
        self.begin_wait(FIRST_PATIENCE_MS)?;
        match self.try_read().await {
            Ok(place) => Ok(place),
            // "Connection to Indexed Database server lost": once more with a new one.
            Err(error) => {
                self.may_try_again(error)?;
                self.try_read().await
            }
        }
    }

    /// Puts one row in, if it is newer.
    pub async fn put(&self, row: &Kept) -> Result<Put, JsValue> {
        self.begin_wait(PATIENCE_MS)?;
        match self.try_put(row).await {
            Ok(put) => Ok(put),
            Err(error) => {
                self.may_try_again(error)?;
                self.try_put(row).await
            }
        }
    }

    fn begin_wait(&self, patience: u64) -> Result<(), JsValue> {
        let now = now();
        if now < self.silent_until.get() {
            return Err("the database is silent".into());
        }
        self.until.set(now + patience);
        Ok(())
    }

    /// Drops the connection. What was silent is not asked at once again.
    fn may_try_again(&self, error: JsValue) -> Result<(), JsValue> {
        self.close();
        let now = now();
        if now < self.until.get() {
            return Ok(());
        }
        self.silent_until.set(now + SULK_MS);
        Err(error)
    }

    /// What a promise brings in the time that is left.
    async fn wait(&self, promise: &Promise) -> Result<JsValue, JsValue> {
        let left = self.until.get().saturating_sub(now());
        within(i32::try_from(left).unwrap_or(i32::MAX), promise).await
    }

    /// Puts in what was missing, begins a generation, and forgets what went long ago.
    pub async fn mend(&self, rows: &[Kept], generation: u32) -> Result<(), JsValue> {
        self.begin_wait(FIRST_PATIENCE_MS)?;
        let (transaction, store) = self.begin(true).await?;
        for row in rows {
            store.put_with_key(&value(row, generation), &name(row.id).into())?;
        }
        store.put_with_key(&generation.into(), &GENERATION.into())?;
        self.forget(&store, generation).await?;
        self.finish(&transaction).await
    }

    pub fn close(&self) {
        if let Some(open) = self.open.take() {
            open.close();
        }
    }

    async fn try_read(&self) -> Result<Place, JsValue> {
        let (_, store) = self.begin(false).await?;
        let (names, values) = (store.get_all_keys()?, store.get_all()?);
        let (names, values) = (answer(&names), answer(&values));
        let names: Array = self.wait(&names).await?.unchecked_into();
        let values: Array = self.wait(&values).await?.unchecked_into();
        let mut place = Place::default();
        for (name, value) in names.iter().zip(values.iter()) {
            let name = name.as_string().unwrap_or_default();
            if name == GENERATION {
                place.generation = number(&value);
            } else if let Some(row) = id(&name).and_then(|id| Some(read(id, &bytes(&value)?)?.0)) {
                place.add(row);
            } else {
                place.damaged += 1;
            }
        }
        Ok(place)
    }

    async fn try_put(&self, row: &Kept) -> Result<Put, JsValue> {
        let (transaction, store) = self.begin(true).await?;
        let key = JsValue::from(name(row.id));
        let (there, generation) = (store.get(&key)?, store.get(&GENERATION.into())?);
        let (there, generation) = (answer(&there), answer(&generation));
        let there = self.wait(&there).await?;
        let Some(generation) = number(&self.wait(&generation).await?) else {
            return Ok(Put::Emptied);
        };
        let there = bytes(&there).and_then(|bytes| Some(read(row.id, &bytes)?.0));
        if !journal::accepts(there.as_ref(), row)
            && let Some(there) = there
        {
            return Ok(Put::Newer(there));
        }
        store.put_with_key(&value(row, generation), &key)?;
        self.finish(&transaction).await?;
        Ok(Put::Done)
    }

    async fn forget(&self, store: &IdbObjectStore, generation: u32) -> Result<(), JsValue> {
        let (names, values) = (store.get_all_keys()?, store.get_all()?);
        let (names, values) = (answer(&names), answer(&values));
        let names: Array = self.wait(&names).await?.unchecked_into();
        let values: Array = self.wait(&values).await?.unchecked_into();
        for (name, value) in names.iter().zip(values.iter()) {
            let row = bytes(&value).and_then(|bytes| read(Id([0; 16]), &bytes));
            let is_old =
                |(_, gone): &(Kept, u32)| 0 < *gone && gone.saturating_add(REMEMBERED) < generation;
            if row.as_ref().is_some_and(is_old) {
                store.delete(&name)?;
            }
        }
        Ok(())
    }

    async fn begin(&self, is_write: bool) -> Result<(IdbTransaction, IdbObjectStore), JsValue> {
        let open = self.open.borrow().clone();
        let database = match open {
            Some(database) => database,
            None => {
                let database = self.open_anew().await?;
                *self.open.borrow_mut() = Some(database.clone());
                database
            }
        };
        let mode = if is_write { "readwrite" } else { "readonly" };
        let options = Object::new();
        Reflect::set(&options, &"durability".into(), &"strict".into())?;
        let database: Strict = database.unchecked_into();
        let transaction = database.transaction(STORE, mode, &options)?;
        let store = transaction.object_store(STORE)?;
        Ok((transaction, store))
    }

    async fn open_anew(&self) -> Result<IdbDatabase, JsValue> {
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
        self.wait(&opening).await?;
        request.result().map(JsCast::unchecked_into)
    }

    /// Waits until a transaction is on the disk.
    async fn finish(&self, transaction: &IdbTransaction) -> Result<(), JsValue> {
        let done = Promise::new(&mut |done, failed| {
            transaction.set_oncomplete(Some(&done));
            transaction.set_onerror(Some(&failed));
            transaction.set_onabort(Some(&failed));
        });
        self.wait(&done).await.map(drop)
    }
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

fn value(row: &Kept, generation: u32) -> JsValue {
    let gone = if row.entry.is_some() {
        0
    } else {
        generation.max(1)
    };
    let mut bytes = Vec::from(row.version.to_le_bytes());
    bytes.extend(gone.to_le_bytes());
    bytes.extend(row.entry.iter().flatten());
    Uint8Array::from(bytes.as_slice()).into()
}

/// The row, and the generation in which it went.
fn read(id: Id, bytes: &[u8]) -> Option<(Kept, u32)> {
    let (head, body) = bytes.split_at_checked(HEAD)?;
    let (version, gone) = head.split_first_chunk::<4>()?;
    let version = u32::from_le_bytes(*version);
    let gone = u32::from_le_bytes(gone.try_into().ok()?);
    let entry = (gone == 0).then(|| body.to_vec());
    Some((Row { id, version, entry }, gone))
}

fn number(value: &JsValue) -> Option<u32> {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    value.as_f64().map(|number| number as u32)
}

/// Two letters a byte.
pub fn name(id: Id) -> String {
    use std::fmt::Write;
    id.0.iter().fold(String::new(), |mut name, byte| {
        write!(name, "{byte:02x}").expect("text takes any text");
        name
    })
}

/// The way back from [`name`].
pub fn id(name: &str) -> Option<Id> {
    let mut id = [0; 16];
    if name.len() != 32 || !name.is_ascii() {
        return None;
    }
    for (place, byte) in id.iter_mut().enumerate() {
        *byte = u8::from_str_radix(&name[2 * place..2 * place + 2], 16).ok()?;
    }
    Some(Id(id))
}
