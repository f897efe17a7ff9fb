//! Photographs and documents: taken by the same rules as by the server, and kept whole among the records.

use clerk::{offer::hexadecimal, photo::Inspector, tag};
use domain::Id;
use market::{Blob, BlobKind, Command, access::Route};
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
        self.send_blob(request, (company, id))
    }

    /// What is attached to what the company has.
    pub(crate) fn show_file(
        &self,
        request: &Request<'_>,
        found: &Found<'_>,
        who: &Session,
    ) -> Result<Answer, Fault> {
        let [company, of, file] = found.ids()?;
        self.may(who, found.route, Some(company))?;
        let rows = &self.rows;
        let attached = if found.route == Route::ShowRequestFile {
            let request = rows.request(company, of).ok_or(Fault::NotFound)?;
            request.attachment(file)
        } else {
            let quotation = rows.quotation(company, of).ok_or(Fault::NotFound)?;
            let thread = rows.thread(company, of).ok_or(Fault::NotFound)?;
            quotation.attachment(thread, file)
        };
        let (owner, _) = attached.ok_or(Fault::NotFound)?;
        self.send_blob(request, (owner, file))
    }

    fn send_blob(&self, request: &Request<'_>, (company, id): (Id, Id)) -> Result<Answer, Fault> {
        let blob = self.rows.blob(company, id).ok_or(Fault::NotFound)?;
        let bytes = self.rows.bytes(company, id).ok_or(Fault::NotFound)?;
        let tag = hexadecimal(&blob.digest);
        let mut had = request.call.headers_of("if-none-match");
        let is_had = had.any(|list| tag::lists(list, &tag));
        let answer = if is_had {
            Answer::not_modified()
        } else {
            Answer::of(200, blob.media.content_type(), bytes.clone())
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
        let kind = BlobKind::of_content_type(media.as_bytes()).ok_or(Fault::MediaType)?;
        let bytes = &call.body;
        let mut inspector = Inspector::new(kind);
        inspector.feed(bytes)?;
        let digest: [u8; 32] = Sha256::digest(bytes).into();
        let terms = terms(request, &digest)?;
        let picture = inspector.finish()?;
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
