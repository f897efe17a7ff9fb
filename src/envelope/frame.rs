//! How content is padded and cut, and the nonce of each chunk: the STREAM construction (Hoang, Reyhanitabar, Rogaway,
//! Vizár, 2015), with a counter and a flag for the last chunk in the nonce.

use std::ops::Range;

use zeroize::Zeroizing;

use crate::header::Header;

/// Content is padded to a multiple of this, so that its size says little of what it is: 64 KiB.
pub const PADDING: usize = 65_536;
/// Bytes of content in each chunk but the last: 256 KiB.
pub(crate) const CHUNK: usize = 262_144;
/// Bytes that AES-GCM adds to a chunk.
pub(crate) const TAG: usize = 16;
/// The longest padded content: 256 MiB, far above any document.
pub(crate) const MOST: u64 = 268_435_456;
/// Stands behind the content, before zeros (ISO/IEC 7816-4).
const END: u8 = 0x80;

/// All that AES-256-GCM is told of one chunk, here or in the browser.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chunk {
    /// Seven bytes of the header, four of the chunk's number, highest first, and 1 for the last chunk, else 0.
    pub nonce: [u8; 12],
    /// SHA-256 of the header.
    pub associated_data: [u8; 32],
    /// Where the chunk lies in the padded content.
    pub range: Range<usize>,
    /// Bytes of ciphertext, tag of 16 bytes at the end.
    pub sealed_length: usize,
}

impl Header {
    /// How many chunks there are: at least one.
    #[must_use]
    pub fn chunks(&self) -> u32 {
        let count = self.length().div_ceil(CHUNK as u64);
        u32::try_from(count).expect("a header holds no length above MOST")
    }

    /// The chunk of this number, from 0; nothing behind the last.
    #[must_use]
    pub fn chunk(&self, index: u32) -> Option<Chunk> {
        let last = self.chunks() - 1;
        if last < index {
            return None;
        }
        let mut nonce = [0; 12];
        nonce[..7].copy_from_slice(&self.nonce_prefix());
        nonce[7..11].copy_from_slice(&index.to_be_bytes());
        nonce[11] = u8::from(index == last);
        let start = usize::try_from(index).ok()?.checked_mul(CHUNK)?;
        let length = usize::try_from(self.length()).ok()?;
        let range = start..length.min(start + CHUNK);
        let sealed_length = range.len() + TAG;
        Some(Chunk {
            nonce,
            associated_data: self.digest(),
            range,
            sealed_length,
        })
    }
}

/// Adds the padding: one byte 0x80, then zeros to the next multiple of [`PADDING`].
///
/// Room for it is made once, and what was content before is wiped.
#[must_use]
pub fn pad(content: Vec<u8>) -> Zeroizing<Vec<u8>> {
    let content = Zeroizing::new(content);
    let length = (content.len() + 1).next_multiple_of(PADDING);
    let mut padded = Zeroizing::new(Vec::with_capacity(length));
    padded.extend_from_slice(&content);
    padded.push(END);
    padded.resize(length, 0);
    padded
}

/// Takes the padding away again; nothing if there is none.
#[must_use]
pub fn unpad(mut padded: Zeroizing<Vec<u8>>) -> Option<Zeroizing<Vec<u8>>> {
    let end = padded.iter().rposition(|byte| *byte != 0)?;
    if padded[end] != END || PADDING <= padded.len() - 1 - end {
        return None;
    }
    padded.truncate(end);
    Some(padded)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::header::Subject;

    fn header(length: u64) -> Header {
        let name = || "x".to_owned();
        let subject = Subject {
            company: name(),
            case: name(),
            document: name(),
            consent: [0; 32],
        };
        Header::new(subject, length, &mut |bytes: &mut [u8]| bytes.fill(9)).unwrap()
    }

    #[test]
    fn chunks_cover_the_content_once() {
        for length in [
            PADDING,
            CHUNK,
            CHUNK + PADDING,
            20 * CHUNK,
            20 * CHUNK + 3 * PADDING,
        ] {
            let header = header(length as u64);
            let chunks: Vec<Chunk> = (0..header.chunks())
                .map(|index| header.chunk(index).unwrap())
                .collect();
            assert_eq!(
                chunks.iter().map(|chunk| chunk.range.len()).sum::<usize>(),
                length
            );
            assert!(
                chunks
                    .windows(2)
                    .all(|pair| pair[0].range.end == pair[1].range.start)
            );
            let flags: Vec<u8> = chunks.iter().map(|chunk| chunk.nonce[11]).collect();
            assert_eq!(flags.iter().filter(|flag| **flag == 1).count(), 1);
            assert_eq!(flags.last(), Some(&1));
            assert_eq!(header.chunk(header.chunks()), None);
        }
        let second = header(3 * CHUNK as u64).chunk(1).unwrap();
        assert_eq!(second.nonce, [9, 9, 9, 9, 9, 9, 9, 0, 0, 0, 1, 0]);
        assert_eq!(second.sealed_length, CHUNK + 16);
    }

    #[test]
    fn padding_comes_off_as_it_went_on() {
        for length in [0, 1, PADDING - 1, PADDING, PADDING + 1] {
            let content = vec![0x80; length];
            let padded = pad(content.clone());
            assert_eq!(padded.len() % PADDING, 0);
            assert_eq!(unpad(padded).as_deref(), Some(&content));
        }
        assert_eq!(unpad(Zeroizing::new(vec![0; PADDING])), None);
        assert_eq!(unpad(Zeroizing::new(vec![1; PADDING])), None);
        let mut too_much = vec![0; 2 * PADDING];
        too_much[3] = END;
        assert_eq!(unpad(Zeroizing::new(too_much)), None);
    }
}
