//! Files of the person's own: taken when they are dropped or chosen, and given back as downloads.

use js_sys::{Array, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, HtmlInputElement, TextDecoder, Url};

use crate::ApiError;
use crate::catalogue::Bytes;
use crate::document::{document, window};

/// A file that a person gave; it is not read yet.
#[derive(Clone)]
pub struct Given(web_sys::File);

impl Given {
    #[must_use]
    pub fn name(&self) -> String {
        self.0.name()
    }

    /// Whether it says of itself that it is a PDF.
    #[must_use]
    pub fn is_document(&self) -> bool {
        let name = self.name().to_ascii_lowercase();
        self.0.type_() == "application/pdf" || name.ends_with(".pdf")
    }

    pub(crate) fn blob(&self) -> &Blob {
        &self.0
    }

    /// Its size, bytes.
    #[must_use]
    pub fn size(&self) -> f64 {
        self.0.size()
    }

    /// As text: in UTF-8 or UTF-16 where it says so or reads as such, else in GB 18030, as Chinese spreadsheets save it.
    ///
    /// # Errors
    ///
    /// The file was changed or taken away since it was chosen.
    pub async fn text(&self) -> Result<String, ApiError> {
        let Bytes(buffer) = self.bytes().await?;
        let bytes = Uint8Array::new(&buffer).to_vec();
        let encoding = match &*bytes {
            [0xff, 0xfe, ..] => "utf-16le",
            [0xfe, 0xff, ..] => "utf-16be",
            bytes if std::str::from_utf8(bytes).is_ok() => "utf-8",
            _ => "gb18030",
        };
        let decoder = TextDecoder::new_with_label(encoding).map_err(|_| ApiError::Broken)?;
        let text = decoder.decode_with_u8_array(&bytes);
        text.map_err(|_| ApiError::Broken)
    }

    /// # Errors
    ///
    /// The file was changed or taken away since it was chosen.
    pub async fn bytes(&self) -> Result<Bytes, ApiError> {
        let buffer = JsFuture::from(self.0.array_buffer()).await;
        let buffer = buffer.map_err(|_| ApiError::Broken)?;
        buffer.dyn_into().map(Bytes).map_err(|_| ApiError::Broken)
    }
}

/// The file that was dropped, of several the first. Without this the browser would show it in place of the page.
#[must_use]
pub fn dropped(event: &web_sys::Event) -> Option<Given> {
    event.prevent_default();
    let event: &web_sys::DragEvent = event.dyn_ref()?;
    event.data_transfer()?.files()?.get(0).map(Given)
}

/// The file that was chosen in an `<input type="file">`. The input forgets it, so that the same one can be chosen again
/// when it was corrected.
#[must_use]
pub fn chosen(event: &web_sys::Event) -> Option<Given> {
    let input: HtmlInputElement = event.target()?.dyn_into().ok()?;
    let file = input.files()?.get(0);
    input.set_value("");
    file.map(Given)
}

/// All files that were chosen; the input forgets them.
#[must_use]
pub fn all_chosen(event: &web_sys::Event) -> Vec<Given> {
    let input: Option<HtmlInputElement> = event.target().and_then(|input| input.dyn_into().ok());
    let Some(input) = input else {
        return Vec::new();
    };
    let files = input.files();
    let files = files.iter().flat_map(|files| {
        let files = (0..files.length()).map(|at| files.get(at));
        files.flatten().map(Given).collect::<Vec<_>>()
    });
    let files = files.collect();
    input.set_value("");
    files
}

/// A file of the site as if it were given.
///
/// # Errors
///
/// As any file of the site: it did not arrive.
pub async fn of_site(path: &str) -> Result<Bytes, ApiError> {
    crate::catalogue::of_site(path).await
}

/// Hands bytes to the person as a download.
pub fn save(name: &str, kind: &str, bytes: &[u8]) {
    if let Some(address) = address(kind, bytes) {
        let link = document().create_element("a").ok();
        if let Some(link) = link.and_then(|link| link.dyn_into::<HtmlAnchorElement>().ok()) {
            link.set_href(&address);
            link.set_download(name);
            link.click();
        }
        // Not at once: some browsers begin to fetch it only after the click has returned.
        let free = wasm_bindgen::closure::Closure::once_into_js(move || free(&address));
        let free = free.unchecked_ref();
        let _ = window().set_timeout_with_callback_and_timeout_and_arguments_0(free, 60_000);
    }
}

/// An address under which the page can show bytes, until they are let go by [`free`].
#[must_use]
pub fn address(kind: &str, bytes: &[u8]) -> Option<String> {
    let parts = Array::of1(&JsValue::from(Uint8Array::from(bytes)));
    let properties = BlobPropertyBag::new();
    properties.set_type(kind);
    let blob = Blob::new_with_u8_array_sequence_and_options(&parts, &properties).ok()?;
    Url::create_object_url_with_blob(&blob).ok()
}

pub fn free(address: &str) {
    let _ = Url::revoke_object_url(address);
}
