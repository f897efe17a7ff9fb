//! What is shown of documents: pages of a few, so that a hit costs little.

use super::{File, Range, ShardError};
use crate::segment::bytes::{put_varint, u32_at, varint};
use crate::segment::hash::hash;

/// Documents on a page.
pub const PAGE: u32 = 8;
const SUM: usize = 4;

/// Writes the pages one after the other, and where each begins.
#[derive(Debug, Default)]
pub struct Titles {
    pub pages: Vec<u8>,
    pub starts: Vec<u8>,
    open: Vec<u8>,
    count: u32,
}

impl Titles {
    pub fn add(&mut self, key: &str, title: &str) {
        for text in [key, title] {
            put_varint(&mut self.open, text.len() as u32);
            self.open.extend(text.bytes());
        }
        self.count += 1;
        if self.count == PAGE {
            self.close();
        }
    }

    fn close(&mut self) {
        self.starts.extend((self.pages.len() as u32).to_le_bytes());
        self.pages.extend((hash(&self.open) as u32).to_le_bytes());
        self.pages.append(&mut self.open);
        self.count = 0;
    }

    /// Closes the last page; where it ends is the last of the starts.
    pub fn finish(mut self) -> (Vec<u8>, Vec<u8>) {
        if self.count > 0 {
            self.close();
        }
        self.starts.extend((self.pages.len() as u32).to_le_bytes());
        (self.starts, self.pages)
    }
}

/// Where it stands where the page of a document lies.
pub fn start_of(doc: u32) -> Range {
    Range {
        file: File::Pages,
        from: doc / PAGE * 4,
        len: 8,
    }
}

/// Where the page lies, by the bytes of [`start_of`].
pub fn page_of(doc: u32, bytes: &[u8], documents: u32) -> Result<Range, ShardError> {
    let (from, end) = (u32_at(bytes, 0), u32_at(bytes, 4));
    let len = end
        .checked_sub(from)
        .filter(|len| bytes.len() == 8 && *len as usize > SUM && end <= documents);
    let len = len.ok_or(ShardError::Damaged(start_of(doc)))?;
    Ok(Range {
        file: File::Documents,
        from,
        len,
    })
}

/// Key and title of a document on its page.
pub fn read(doc: u32, page: &[u8], range: Range) -> Result<(String, String), ShardError> {
    let damaged = || ShardError::Damaged(range);
    let body = page.get(SUM..).ok_or_else(damaged)?;
    if u32_at(page, 0) != hash(body) as u32 {
        return Err(damaged());
    }
    let mut at = 0;
    let mut text = || {
        let len = varint(body, &mut at) as usize;
        let bytes = body.get(at..at.checked_add(len)?)?;
        at += len;
        std::str::from_utf8(bytes).ok().map(str::to_owned)
    };
    for _ in 0..doc % PAGE {
        text().and_then(|_| text()).ok_or_else(damaged)?;
    }
    text().zip(text()).ok_or_else(damaged)
}
