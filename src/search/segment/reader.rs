//! One segment as it lies in memory.

use std::sync::OnceLock;

use super::bytes::{plane_at, varint};
use super::error::SegmentError;
use super::layout::{Header, NO_HEAD, Section};
use super::length;
use super::names::Names;
use crate::document::{Field, Kind};

/// A segment whose header and hash are right.
///
/// Nothing is parsed or copied: every question reads the bytes where they lie, within bounds that were checked. Bytes
/// that contradict each other behind a right hash give an empty answer.
#[derive(Clone, Debug)]
pub struct Segment {
    bytes: Vec<u8>,
    header: Header,
    /// Bit d: document d is deleted. Empty when none is.
    deleted: Vec<u8>,
    names: OnceLock<Names>,
}

impl Segment {
    /// Checks header and hash.
    ///
    /// # Errors
    /// Says what does not fit; see [`SegmentError`].
    pub fn open(bytes: Vec<u8>) -> Result<Segment, SegmentError> {
        let header = Header::read(&bytes)?;
        Ok(Segment {
            bytes,
            header,
            deleted: Vec::new(),
            names: OnceLock::new(),
        })
    }

    /// The hash by which deletions name their segment.
    pub fn hash(&self) -> u64 {
        Header::sum(&self.bytes)
    }

    /// Documents, deleted ones included; they are numbered from 0.
    pub fn documents(&self) -> u32 {
        self.header.documents()
    }

    /// Different terms; they are numbered from 0 in the order of their text.
    pub fn terms(&self) -> u32 {
        self.header.terms
    }

    pub(super) fn header(&self) -> &Header {
        &self.header
    }

    pub(super) fn section(&self, section: Section) -> &[u8] {
        self.bytes
            .get(self.header.range(section))
            .unwrap_or_default()
    }

    /// Words in a field of all documents.
    pub fn total_length(&self, field: Field) -> u32 {
        self.header.totals[field as usize]
    }

    /// Documents that have a field.
    pub fn documents_with(&self, field: Field) -> u32 {
        self.header.with[field as usize]
    }

    /// The lengths of a field, packed, by document; empty when no document has it.
    pub(super) fn lengths(&self, field: Field) -> &[u8] {
        let bit = 1u8 << field as u32;
        if self.header.fields & bit == 0 {
            return &[];
        }
        let before = (self.header.fields & (bit - 1)).count_ones() as usize;
        let documents = self.documents() as usize;
        let columns = self.section(Section::Lengths);
        columns
            .get(before * documents..(before + 1) * documents)
            .unwrap_or_default()
    }

    /// Words in a field of a document, within a sixteenth.
    pub fn length(&self, doc: u32, field: Field) -> u32 {
        self.lengths(field)
            .get(doc as usize)
            .map_or(0, |byte| length::unpack(*byte))
    }

    /// Position of the head noun in the English (0) or Chinese (1) name.
    pub fn head(&self, doc: u32, language: usize) -> Option<u32> {
        let documents = self.documents() as usize;
        if doc as usize >= documents || language > 1 {
            return None;
        }
        let head = self
            .section(Section::Heads)
            .get(language * documents + doc as usize)
            .copied();
        head.filter(|head| *head != NO_HEAD).map(u32::from)
    }

    /// The row by which the caller told the document.
    pub fn row(&self, doc: u32) -> u32 {
        plane_at(
            self.section(Section::Rows),
            self.documents() as usize,
            doc as usize,
        )
    }

    pub fn kind(&self, doc: u32) -> Kind {
        let [products, categories, _] = self.header.kinds;
        if doc < products {
            Kind::Product
        } else if doc < products.saturating_add(categories) {
            Kind::Category
        } else {
            Kind::Supplier
        }
    }

    /// A category's slug, a supplier's code; empty for a product, whose row says it.
    pub fn key(&self, doc: u32) -> &str {
        let Some(before) = doc.checked_sub(self.header.kinds[0]) else {
            return "";
        };
        let keys = self.section(Section::Keys);
        let mut at = 0;
        for _ in 0..before {
            if at >= keys.len() {
                return "";
            }
            at = (varint(keys, &mut at) as usize).saturating_add(at);
        }
        let len = varint(keys, &mut at) as usize;
        let key = keys.get(at..at.saturating_add(len)).unwrap_or_default();
        std::str::from_utf8(key).unwrap_or_default()
    }

    /// The terms of names, turned round at the first call.
    pub(super) fn names(&self) -> &Names {
        self.names.get_or_init(|| Names::new(self))
    }

    pub(super) fn deleted(&self) -> &[u8] {
        &self.deleted
    }

    /// Marks the documents of a bitmap as deleted, besides those that are.
    pub(super) fn delete(&mut self, bitmap: &[u8]) {
        self.deleted
            .resize(self.documents().div_ceil(8) as usize, 0);
        for (into, byte) in self.deleted.iter_mut().zip(bitmap) {
            *into |= byte;
        }
    }

    /// Whether a document is deleted.
    pub fn is_deleted(&self, doc: u32) -> bool {
        self.deleted
            .get(doc as usize / 8)
            .is_some_and(|byte| byte >> (doc % 8) & 1 == 1)
    }

    /// Lets tests damage what the hash guards and seal it again.
    #[cfg(test)]
    pub(super) fn reseal(bytes: &mut [u8]) {
        if bytes.len() >= super::layout::HEADER {
            let sum = super::hash::hash(&bytes[super::layout::HASHED_FROM..]) ^ u64::from(bytes[5]);
            bytes[8..16].copy_from_slice(&sum.to_le_bytes());
        }
    }
}
