//! The published catalogue, from the same relative addresses on a static host and on the API server.

use api_types::catalogue::{FOLDER, FRONT_PATH, Front, List, Shard, ShardRef, Suppliers, decode};
use gloo_net::http::{Request, RequestBuilder, Response};
use serde::de::DeserializeOwned;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::RequestCache;

use crate::ApiError;

/// The newest publication, past any cache of the browser's own: its parts are immutable, it is not.
pub async fn front() -> Result<Front, ApiError> {
    get(FRONT_PATH).await
}

pub async fn list(front: &Front) -> Result<List, ApiError> {
    part(&front.list).await
}

/// Products as they arrived; reading them is left to whoever knows of a good moment for it.
pub struct Unread(Vec<u8>);

impl Unread {
    pub fn read(&self) -> Result<Shard, ApiError> {
        decode(&self.0).map_err(|_| ApiError::Broken)
    }
}

pub async fn shard(shard: &ShardRef) -> Result<Unread, ApiError> {
    arrived(&format!("{FOLDER}{}", shard.file))
        .await
        .map(Unread)
}

pub async fn suppliers(front: &Front) -> Result<Suppliers, ApiError> {
    part(&front.supplier_details).await
}

/// Bytes that only pass through here on their way to the engine.
pub struct Bytes(pub(crate) js_sys::ArrayBuffer);

/// The bytes of a part as they are; `anew` where what caches have is known to be wrong.
pub async fn bytes(file: &str, anew: bool) -> Result<Bytes, ApiError> {
    let cache = if anew {
        RequestCache::Reload
    } else {
        RequestCache::Default
    };
    buffer(Request::get(&format!("{FOLDER}{file}")).cache(cache)).await
}

/// The bytes of a file of the site.
pub(crate) async fn of_site(path: &str) -> Result<Bytes, ApiError> {
    buffer(Request::get(path)).await
}

async fn buffer(request: RequestBuilder) -> Result<Bytes, ApiError> {
    let response = sent(request).await?;
    let response: web_sys::Response = response.into();
    let buffer = response.array_buffer().map_err(|_| ApiError::Broken)?;
    let buffer = JsFuture::from(buffer)
        .await
        .map_err(|_| ApiError::Offline)?;
    buffer.dyn_into().map(Bytes).map_err(|_| ApiError::Broken)
}

async fn part<T: DeserializeOwned>(file: &str) -> Result<T, ApiError> {
    get(&format!("{FOLDER}{file}")).await
}

async fn get<T: DeserializeOwned>(path: &str) -> Result<T, ApiError> {
    decode(&arrived(path).await?).map_err(|_| ApiError::Broken)
}

async fn arrived(path: &str) -> Result<Vec<u8>, ApiError> {
    let response = sent(Request::get(path)).await?;
    response.binary().await.map_err(|_| ApiError::Offline)
}

async fn sent(request: RequestBuilder) -> Result<Response, ApiError> {
    let response = request.send().await.map_err(|_| ApiError::Offline)?;
    match response.status() {
        200 => Ok(response),
        404 | 410 => Err(ApiError::Missing),
        _ => Err(ApiError::Broken),
    }
}
