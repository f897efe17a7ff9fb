//! The published catalogue, from the same relative addresses on a static host and on the API server.

use api_types::catalogue::{FOLDER, FRONT_PATH, Front, List, Shard, ShardRef, Suppliers, decode};
use gloo_net::http::Request;
use serde::de::DeserializeOwned;

use crate::ApiError;

/// The newest publication, past any cache of the browser's own: its parts are immutable, it is not.
pub async fn front() -> Result<Front, ApiError> {
    get(FRONT_PATH).await
}

pub async fn list(front: &Front) -> Result<List, ApiError> {
    part(&front.list).await
}

pub async fn shard(shard: &ShardRef) -> Result<Shard, ApiError> {
    part(&shard.file).await
}

pub async fn suppliers(front: &Front) -> Result<Suppliers, ApiError> {
    part(&front.supplier_details).await
}

async fn part<T: DeserializeOwned>(file: &str) -> Result<T, ApiError> {
    get(&format!("{FOLDER}{file}")).await
}

async fn get<T: DeserializeOwned>(path: &str) -> Result<T, ApiError> {
    let response = Request::get(path)
        .send()
        .await
        .map_err(|_| ApiError::Offline)?;
    match response.status() {
        200 => {
            let bytes = response.binary().await.map_err(|_| ApiError::Offline)?;
            decode(&bytes).map_err(|_| ApiError::Broken)
        }
        404 | 410 => Err(ApiError::Missing),
        _ => Err(ApiError::Broken),
    }
}
