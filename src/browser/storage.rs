//! Small choices kept between visits. A browser that keeps nothing (private windows, full disks) still works.

/// What was kept under `key`; nothing where the browser keeps nothing.
#[must_use]
pub fn get(key: &str) -> Option<String> {
    storage()?.get_item(key).ok()?
}

/// Keeps `value`, or forgets `key` when it is empty.
pub fn set(key: &str, value: &str) {
    let Some(storage) = storage() else { return };
    // A refusal (quota, private window) costs the reader a convenience, nothing they wrote.
    let _ = if value.is_empty() {
        storage.remove_item(key)
    } else {
        storage.set_item(key, value)
    };
}

fn storage() -> Option<web_sys::Storage> {
    web_sys::window()?.local_storage().ok()?
}
