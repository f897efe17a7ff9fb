//! Photographs of a supplier's goods, and files that go with requests and messages.

use api_types::change::Receipt;
use domain::Id;
use gloo_net::http::Method;

use super::call::Ask;
use super::{Deed, Refused};
use crate::photo::Prepared;
use crate::{demo, file};

/// By what a company may read a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileOf {
    /// It keeps it itself.
    Company,
    /// A line of the request names it.
    Request(Id),
    /// A message of the quotation names it.
    Quotation(Id),
}

impl FileOf {
    fn path(self, company: Id, file: Id) -> String {
        let base = format!("v1/companies/{company}");
        match self {
            Self::Company => format!("{base}/blobs/{file}"),
            Self::Request(request) => format!("{base}/requests/{request}/attachments/{file}"),
            Self::Quotation(quotation) => {
                format!("{base}/quotations/{quotation}/attachments/{file}")
            }
        }
    }
}

/// Keeps a file under an id of the client's.
///
/// # Errors
/// See [`Refused`].
pub async fn put_file(deed: Deed, id: Id, file: Prepared) -> Result<Receipt, Refused> {
    let ask = deed.ask(Method::PUT, &format!("/blobs/{id}"));
    let media = file.media.content_type();
    ask.file(media, file.bytes).read().await
}

/// Where the page finds a file of a content type. In the demonstration it is to be let go by [`file::free`].
///
/// # Errors
/// See [`Refused`].
pub async fn file_address(
    company: Id,
    of: FileOf,
    file: Id,
    content_type: &str,
) -> Result<String, Refused> {
    let path = of.path(company, file);
    if !demo::is_here() {
        return Ok(path);
    }
    let bytes = Ask::get(&path).played().await?;
    file::address(content_type, &bytes).ok_or(Refused::Broken)
}
