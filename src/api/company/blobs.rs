use api_types::change::Receipt;
use axum::{
    body::Body,
    extract::{Request, State},
    http::{
        HeaderMap, HeaderValue,
        header::{CONTENT_DISPOSITION, CONTENT_SECURITY_POLICY, CONTENT_TYPE},
    },
    response::Response,
};
use blobs::BlobError;
use bytes::Bytes;
use clerk::{
    deal,
    offer::hexadecimal,
    photo::{Inspector, Unfit},
};
use domain::{Attachment, Id};
use market::{Blob, BlobKind, Command, access::Route};

use crate::{
    asked::{self, Ids},
    clock,
    identity::SignedIn,
    problem::Error,
    routes::Api,
    wire,
};

/// Whatever somebody has sent: where a browser shows it by itself, it runs nothing and fetches nothing.
const SANDBOX: HeaderValue = HeaderValue::from_static("default-src 'none'; sandbox");

/// A photograph or a document that the company keeps.
#[utoipa::path(get, path = "/companies/{company}/blobs/{blob}", tag = "blob", responses(
    (status = 200, content((Vec<u8> = "image/webp"), (Vec<u8> = "image/jpeg"), (Vec<u8> = "image/png"),
        (Vec<u8> = "application/pdf")))))]
pub(super) async fn show(
    State(api): State<Api>,
    who: SignedIn,
    Ids([company, blob]): Ids<2>,
    headers: HeaderMap,
) -> Result<Response, Error> {
    who.may(&api, Route::ShowBlob, Some(company)).await?;
    let found = api.store.companies().blob(company, blob).await?;
    let found = found.ok_or(Error::NotFound)?;
    api.send_blob(found, &headers, wire::ASK_AGAIN).await
}

/// Keeps a file under an id that the client made; it never changes. 2 MB at most: a photograph of 16 to 4,096 pixels a
/// side with nothing in it but the picture, or a PDF as it is.
#[utoipa::path(put, path = "/companies/{company}/blobs/{blob}", tag = "blob", request_body(content(
    (Vec<u8> = "image/webp"), (Vec<u8> = "image/jpeg"), (Vec<u8> = "image/png"), (Vec<u8> = "application/pdf"))),
    responses((status = 201, body = Receipt), (status = 200, body = Receipt)))]
pub(super) async fn put(
    State(api): State<Api>,
    who: SignedIn,
    Ids([company, blob]): Ids<2>,
    request: Request,
) -> Result<Response, Error> {
    who.may(&api, Route::PutBlob, Some(company)).await?;
    let (headers, line) = (request.headers().clone(), asked::line(&request));
    asked::key(&headers)?;
    let media = headers.get(CONTENT_TYPE).map(|value| value.as_bytes());
    let kind = media.and_then(BlobKind::of_content_type);
    let kind = kind.ok_or(Error::MediaType)?;
    // Whoever sends it again, or something else under its id, does not write where the first one's bytes lie.
    let object = format!("{company}/{}", crate::chance::id(clock::now())?);
    let (mut inspector, mut refused) = (Inspector::new(kind), None);
    let body = request.into_body().into_data_stream();
    let looked_at = futures_util::StreamExt::map(body, |piece| {
        let piece: Bytes = piece?;
        match inspector.feed(&piece) {
            Ok(()) => Ok(piece),
            Err(why) => {
                refused = Some(why);
                Err(axum::Error::new(why))
            }
        }
    });
    let most = kind.limits().bytes;
    let kept = api.blobs.put(&object, most, looked_at).await;
    let written = match (kept, refused) {
        (_, Some(why)) => return Err(why.into()),
        (Err(BlobError::TooLarge { .. }), None) => return Err(Error::BodyTooLarge),
        // Whoever sent it went away.
        (Err(BlobError::Stream(_)), None) => return Err(Error::Malformed),
        (kept, None) => kept?,
    };
    let what = inspector.finish().map(|picture| Blob {
        kind,
        media: picture.media,
        bytes: written.bytes,
        digest: written.digest,
        width: picture.width,
        height: picture.height,
        object: object.clone(),
        made_at: clock::now(),
    });
    let done = async {
        let terms = asked::terms(&headers, &line, &written.digest)?;
        let what = what?;
        api.order(
            &who,
            company,
            terms,
            (Command::PutBlob { blob, what }, true),
        )
        .await
    };
    let done = done.await;
    // What is not the blob's own is let go of; of what stays by a power cut nobody knows the name.
    let found = api.store.companies().blob(company, blob).await;
    if let Ok(found) = found
        && found.is_none_or(|found| found.object != object)
    {
        api.blobs.delete(&object).await?;
    }
    done
}

impl From<Unfit> for Error {
    fn from(why: Unfit) -> Self {
        Self::Photo(why)
    }
}

impl Api {
    /// Sends what is attached to something that the asker may read, out of what its sender keeps.
    pub(super) async fn send_attached(
        &self,
        (owner, attached): (Id, &Attachment),
        headers: &HeaderMap,
    ) -> Result<Response, Error> {
        let found = self.store.companies().blob(owner, attached.file).await?;
        let found = found.ok_or(Error::BlobMissing)?;
        let mut response = self.send_blob(found, headers, wire::ASK_AGAIN).await?;
        let disposition = HeaderValue::try_from(deal::disposition(attached));
        let disposition = disposition.expect("letters, digits and marks of a header");
        response
            .headers_mut()
            .insert(CONTENT_DISPOSITION, disposition);
        Ok(response)
    }

    /// Sends a blob as it is read.
    pub(crate) async fn send_blob(
        &self,
        found: Blob,
        headers: &HeaderMap,
        cache: HeaderValue,
    ) -> Result<Response, Error> {
        let tag = hexadecimal(&found.digest);
        let mut response = Response::new(Body::empty());
        if crate::representation::is_known(headers, &tag) {
            *response.status_mut() = axum::http::StatusCode::NOT_MODIFIED;
        } else {
            let read = self.blobs.get(&found.object).await?;
            let read = read.ok_or(Error::BlobMissing)?;
            *response.body_mut() = Body::from_stream(read.stream);
            let headers = response.headers_mut();
            let media = HeaderValue::from_static(found.media.content_type());
            headers.insert(CONTENT_TYPE, media);
            let length = HeaderValue::from(read.bytes);
            headers.insert(axum::http::header::CONTENT_LENGTH, length);
        }
        let tag = HeaderValue::try_from(format!("\"{tag}\""));
        let headers = response.headers_mut();
        headers.insert(axum::http::header::ETAG, tag.expect("digits and letters"));
        headers.insert(axum::http::header::CACHE_CONTROL, cache);
        headers.insert(CONTENT_SECURITY_POLICY, SANDBOX);
        if !found.media.is_picture() {
            headers.insert(CONTENT_DISPOSITION, HeaderValue::from_static("attachment"));
        }
        Ok(response)
    }
}
