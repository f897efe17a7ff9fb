//! Photographs: taken by the same rules as by the server, and kept whole among the records.

use clerk::{
    offer::hexadecimal,
    photo::{self, Inspector},
    tag,
};
use market::{Blob, BlobKind, Command};
use sha2::{Digest, Sha256};

use crate::{
    Answer, Request, Session, Stage,
    answer::Fault,
    routes::Found,
    rows::{Key, Row},
    things::{key, terms},
};

impl Stage {
    pub(crate) fn show_blob(
        &self,
        request: &Request<'_>,
        found: &Found<'_>,
        who: &Session,
    ) -> Result<Answer, Fault> {
        let [company, id] = found.ids()?;
        self.may(who, found.route, Some(company))?;
        let blob = self.rows.blob(company, id).ok_or(Fault::NotFound)?;
        let bytes = self.rows.bytes(company, id).ok_or(Fault::NotFound)?;
        let tag = hexadecimal(&blob.digest);
        let mut had = request.call.headers_of("if-none-match");
        let is_had = had.any(|list| tag::lists(list, &tag));
        let answer = if is_had {
            Answer::not_modified()
        } else {
            Answer::of(200, photo::media(blob.media), bytes.clone())
        };
        Ok(answer.tagged(format!("\"{tag}\"")))
    }

    pub(crate) fn put_blob(
        &mut self,
        request: &Request<'_>,
        found: &Found<'_>,
        who: &Session,
    ) -> Result<Answer, Fault> {
        let [company, id] = found.ids()?;
        self.may(who, found.route, Some(company))?;
        key(request)?;
        let call = request.call;
        let media = call.header("content-type").unwrap_or_default();
        if !photo::is_media(media.as_bytes()) {
            return Err(Fault::MediaType);
        }
        let (kind, bytes) = (BlobKind::Photograph, &call.body);
        let mut inspector = Inspector::new();
        inspector.feed(bytes)?;
        let digest: [u8; 32] = Sha256::digest(bytes).into();
        let terms = terms(request, &digest)?;
        let picture = inspector.finish(kind.limits())?;
        let what = Blob {
            kind,
            media: picture.media,
            bytes: bytes.len() as u64,
            digest,
            width: picture.width,
            height: picture.height,
            // There is one place for it.
            object: String::new(),
            made_at: request.at,
        };
        let is_there = self.rows.blob(company, id).is_some();
        let command = Command::PutBlob { blob: id, what };
        let answer = self.fulfil(request, who, (company, terms, command, true))?;
        if !is_there && self.rows.blob(company, id).is_some() {
            let row = Row::Bytes(bytes.clone());
            self.rows.put(Key::Bytes(company, id), row);
        }
        Ok(answer)
    }
}
