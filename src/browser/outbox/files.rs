//! The second place: two journals in the origin's private file system, written and flushed by this thread.
//!
//! A file is open only while it is written: a browser gives it to one tab at a time, and that is all the locking there is.

use std::cell::Cell;

use js_sys::{Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{
    FileSystemDirectoryHandle, FileSystemFileHandle, FileSystemGetFileOptions,
    FileSystemSyncAccessHandle,
};
use workflow::outbox::journal::{self, Kept, Place};

use super::scope::{after, scope, within};

const NAMES: [&str; 2] = ["hub.outbox.0", "hub.outbox.1"];
const PATIENCE_MS: i32 = 1_500;
/// Another tab is writing: it will be done in a few of these.
const PAUSE_MS: i32 = 15;
const TRIES: u32 = 80;
/// A journal of this size, and of four times what it says, is mostly history.
const LARGE: usize = 256 * 1024;

#[derive(Default)]
pub struct Files {
    current: Cell<usize>,
}

impl Files {
    /// What both journals say. The one that was begun last is written from now on.
    pub async fn read(&self) -> Result<Place, JsValue> {
        let first = journal::read(&read(0).await?);
        let second = journal::read(&read(1).await?);
        self.current
            .set(usize::from(first.generation < second.generation));
        let mut place = first;
        place.join(second);
        Ok(place)
    }

    /// Adds these bytes, and waits until they are on the disk.
    pub async fn append(&self, bytes: &[u8]) -> Result<(), JsValue> {
        let file = File::open(self.current.get()).await?;
        let end = file.0.get_size()?;
        file.write(bytes, end)
    }

    /// Writes the present into the other journal and empties this one, if this one is mostly history. `rows` is what both
    /// places say, so that nothing is lost if the browser dies meanwhile.
    pub async fn shorten(&self, rows: &[Kept], generation: u32) -> Result<(), JsValue> {
        let whole = journal::whole(generation, rows);
        let here = read(self.current.get()).await?;
        if here.len() < LARGE || here.len() < 4 * whole.len() {
            return Ok(());
        }
        // The other one may have what this one lacks, and is about to be emptied.
        let known = journal::read(&here).rows;
        let lacking = rows.iter().filter(|row| known.get(&row.id) != Some(row));
        self.append(&lacking.flat_map(journal::entry).collect::<Vec<u8>>())
            .await?;
        let other = 1 - self.current.get();
        let file = File::open(other).await?;
        file.0.truncate_with_u32(0)?;
        file.write(&whole, 0.0)?;
        drop(file);
        let old = File::open(self.current.get()).await?;
        old.0.truncate_with_u32(0)?;
        old.0.flush()?;
        self.current.set(other);
        Ok(())
    }
}

async fn read(number: usize) -> Result<Vec<u8>, JsValue> {
    let file = File::open(number).await?;
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let mut bytes = vec![0; file.0.get_size()? as usize];
    file.0.read_with_u8_array(&mut bytes)?;
    Ok(bytes)
}

/// A file that this thread alone has open.
struct File(FileSystemSyncAccessHandle);

impl File {
    async fn open(number: usize) -> Result<Self, JsValue> {
        let storage = scope().navigator().storage();
        // Calling what is not there would end this thread: WebKit without TLS lacks the first, older browsers the others.
        if storage.is_undefined() || !Reflect::has(&storage, &"getDirectory".into())? {
            return Err("there is no file system".into());
        }
        let folder = within(PATIENCE_MS, &storage.get_directory()).await?;
        let folder: FileSystemDirectoryHandle = folder.unchecked_into();
        let options = FileSystemGetFileOptions::new();
        options.set_create(true);
        let asked = folder.get_file_handle_with_options(NAMES[number], &options);
        let handle: FileSystemFileHandle = within(PATIENCE_MS, &asked).await?.unchecked_into();
        if !Reflect::has(&handle, &"createSyncAccessHandle".into())? {
            return Err("files cannot be flushed".into());
        }
        let mut tries = 0;
        loop {
            let opening: Promise = handle.create_sync_access_handle();
            match within(PATIENCE_MS, &opening).await {
                Ok(file) => return Ok(Self(file.unchecked_into())),
                Err(error) if tries == TRIES => return Err(error),
                Err(_) => tries += 1,
            }
            within(PATIENCE_MS, &after(PAUSE_MS)).await?;
        }
    }

    fn write(&self, bytes: &[u8], at: f64) -> Result<(), JsValue> {
        let options = web_sys::FileSystemReadWriteOptions::new();
        options.set_at(at);
        let written = self.0.write_with_u8_array_and_options(bytes, &options)?;
        #[expect(clippy::cast_precision_loss)]
        if written < bytes.len() as f64 {
            return Err("the disk is full".into());
        }
        self.0.flush()
    }
}

impl Drop for File {
    fn drop(&mut self) {
        self.0.close();
    }
}
