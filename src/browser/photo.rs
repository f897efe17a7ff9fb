//! Photographs that a person chose, drawn anew before they go anywhere: smaller, upright, and with nothing in the file but
//! the picture. Place, time and camera stay where they were.

use domain::Media;
use js_sys::{Promise, Uint8Array};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, CanvasRenderingContext2d, HtmlCanvasElement, ImageBitmap};

use crate::catalogue::Bytes;
use crate::document::{document, window};
use crate::file::Given;

/// Pixels of the longer side: sharp on any screen, and a quarter of a megabyte.
const SIDE: f64 = 1600.0;
/// Bytes that the hub takes.
const MOST_BYTES: f64 = 2_097_152.0;
/// Formats, best first, and how good: not every browser writes WebP.
const FORMATS: [(Media, f64); 4] = [
    (Media::Webp, 0.82),
    (Media::Jpeg, 0.85),
    (Media::Webp, 0.6),
    (Media::Jpeg, 0.6),
];

/// Files larger than this are not pictures of goods; decoding them could take all the memory there is.
const MOST_GIVEN: f64 = 64.0 * 1_048_576.0;

/// A file as it is sent and kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Prepared {
    pub media: Media,
    pub bytes: Vec<u8>,
}

/// Why a file cannot be sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PhotoError {
    /// This browser sees no picture in it, and it is no document.
    NoPicture,
    /// Too large to be looked at, or still too large when drawn small.
    TooLarge,
}

/// A file to attach: a document as it is, with whatever it says of its writer; the picture of any other drawn anew.
///
/// # Errors
/// See [`PhotoError`].
pub async fn prepare(given: &Given) -> Result<Prepared, PhotoError> {
    if !given.is_document() {
        return redraw(given).await;
    }
    if MOST_BYTES < given.size() {
        return Err(PhotoError::TooLarge);
    }
    let Bytes(buffer) = given.bytes().await.map_err(|_| PhotoError::NoPicture)?;
    let bytes = Uint8Array::new(&buffer).to_vec();
    // As the hub looks at it.
    if !bytes.starts_with(b"%PDF-") {
        return Err(PhotoError::NoPicture);
    }
    let media = Media::Pdf;
    Ok(Prepared { media, bytes })
}

/// The picture in a file, drawn anew.
///
/// # Errors
/// See [`PhotoError`].
pub async fn redraw(given: &Given) -> Result<Prepared, PhotoError> {
    if MOST_GIVEN < given.size() {
        return Err(PhotoError::TooLarge);
    }
    let bitmap = window()
        .create_image_bitmap_with_blob(given.blob())
        .map_err(|_| PhotoError::NoPicture)?;
    let bitmap = JsFuture::from(bitmap).await;
    let bitmap: ImageBitmap = bitmap
        .ok()
        .and_then(|bitmap| bitmap.dyn_into().ok())
        .ok_or(PhotoError::NoPicture)?;
    let canvas = draw(&bitmap).ok_or(PhotoError::NoPicture);
    // Its pixels may be hundreds of megabytes: not left to the collector.
    bitmap.close();
    let canvas = canvas?;
    for (media, quality) in FORMATS {
        let Some(blob) = encode(&canvas, media.content_type(), quality).await else {
            continue;
        };
        // A browser that cannot write a format writes PNG instead.
        if blob.type_() == media.content_type() && blob.size() <= MOST_BYTES {
            let buffer = JsFuture::from(blob.array_buffer()).await;
            let buffer = buffer.map_err(|_| PhotoError::NoPicture)?;
            let bytes = Uint8Array::new(&buffer).to_vec();
            return Ok(Prepared { media, bytes });
        }
    }
    Err(PhotoError::TooLarge)
}

fn draw(bitmap: &ImageBitmap) -> Option<HtmlCanvasElement> {
    let (width, height) = (f64::from(bitmap.width()), f64::from(bitmap.height()));
    let scale = (SIDE / width.max(height)).min(1.0);
    let (width, height) = ((width * scale).round(), (height * scale).round());
    let canvas: HtmlCanvasElement = document().create_element("canvas").ok()?.dyn_into().ok()?;
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let (across, down) = (width as u32, height as u32);
    canvas.set_width(across);
    canvas.set_height(down);
    let context = canvas.get_context("2d").ok()??;
    let context: CanvasRenderingContext2d = context.dyn_into().ok()?;
    // What is transparent would be black where a format has no transparency.
    context.set_fill_style_str("#fff");
    context.fill_rect(0.0, 0.0, width, height);
    context.set_image_smoothing_enabled(true);
    context
        .draw_image_with_image_bitmap_and_dw_and_dh(bitmap, 0.0, 0.0, width, height)
        .ok()?;
    Some(canvas)
}

async fn encode(canvas: &HtmlCanvasElement, media: &str, quality: f64) -> Option<Blob> {
    let made = Promise::new(&mut |resolve, _| {
        let give = Closure::once_into_js(move |blob: JsValue| {
            let _ = resolve.call1(&JsValue::NULL, &blob);
        });
        let give = give.unchecked_ref();
        let _ = canvas.to_blob_with_type_and_encoder_options(give, media, &quality.into());
    });
    JsFuture::from(made).await.ok()?.dyn_into().ok()
}
