//! Documents taken out of a segment: a small file beside it, since a segment itself never changes.

use super::bytes::{u32_at, u64_at};
use super::error::SegmentError;
use super::hash::hash;
use super::reader::Segment;

const MAGIC: [u8; 4] = *b"HubD";
const VERSION: u8 = 1;
const HASH_AT: usize = 8;
const SEGMENT_AT: usize = 16;
const DOCUMENTS_AT: usize = 24;
const BITMAP_AT: usize = 28;

/// The file that deletes all documents of the segment for which `gone` holds (asked with their numbers), and those that
/// are deleted already.
pub fn deletions(segment: &Segment, gone: impl Fn(u32) -> bool) -> Vec<u8> {
    let documents = segment.documents();
    let mut bytes = Vec::with_capacity(BITMAP_AT + documents.div_ceil(8) as usize);
    bytes.extend(MAGIC);
    bytes.extend([VERSION, 0, 0, 0]);
    bytes.extend([0; 8]);
    bytes.extend(segment.hash().to_le_bytes());
    bytes.extend(documents.to_le_bytes());
    for first in (0..documents).step_by(8) {
        let docs = first..(first + 8).min(documents);
        let bit = |doc: u32| u8::from(segment.is_deleted(doc) || gone(doc)) << (doc - first);
        bytes.push(docs.map(bit).fold(0, |all, one| all | one));
    }
    let sum = hash(&bytes[SEGMENT_AT..]);
    bytes[HASH_AT..SEGMENT_AT].copy_from_slice(&sum.to_le_bytes());
    bytes
}

/// Which segment a file of deletions belongs to, how many documents that one has, and the bitmap.
pub fn read(bytes: &[u8]) -> Result<(u64, u32, &[u8]), SegmentError> {
    if !bytes.starts_with(&MAGIC) {
        return Err(SegmentError::Magic);
    }
    let (Some(bitmap), Some(&version)) = (bytes.get(BITMAP_AT..), bytes.get(4)) else {
        return Err(SegmentError::Short);
    };
    if version != VERSION {
        return Err(SegmentError::Version(version));
    }
    if bytes[5..HASH_AT] != [0; 3] || u64_at(bytes, HASH_AT) != hash(&bytes[SEGMENT_AT..]) {
        return Err(SegmentError::Hash);
    }
    let documents = u32_at(bytes, DOCUMENTS_AT);
    if bitmap.len() != documents.div_ceil(8) as usize {
        return Err(SegmentError::Short);
    }
    Ok((u64_at(bytes, SEGMENT_AT), documents, bitmap))
}
