//! Photographs of a supplier's goods.

use api_types::change::Receipt;
use domain::Id;
use gloo_net::http::Method;

use super::call::Ask;
use super::{Deed, Refused};
use crate::photo::Photo;
use crate::{demo, file};

fn path(company: Id, photo: Id) -> String {
    format!("v1/companies/{company}/blobs/{photo}")
}

/// Keeps a photograph under an id of the client's.
///
/// # Errors
/// See [`Refused`].
pub async fn put_photo(deed: Deed, id: Id, photo: Photo) -> Result<Receipt, Refused> {
    let ask = deed.ask(Method::PUT, &format!("/blobs/{id}"));
    ask.file(photo.media, photo.bytes).read().await
}

/// Where the page finds a photograph. In the demonstration it is to be let go by [`file::free`].
///
/// # Errors
/// See [`Refused`].
pub async fn photo_address(company: Id, photo: Id) -> Result<String, Refused> {
    let path = path(company, photo);
    if !demo::is_here() {
        return Ok(path);
    }
    let bytes = Ask::get(&path).played().await?;
    file::address("", &bytes).ok_or(Refused::Broken)
}
