//! RFC 9649: chunks of a RIFF file, each with its kind and its length, padded to an even one.

use super::{Unfit, walk::Next};

#[derive(Debug)]
pub(super) struct Webp {
    size: Option<(u32, u32)>,
    /// Bytes of the file that are not accounted for yet.
    left: u64,
    /// The chunk whose start is looked at, and how much of it is behind that.
    within: Option<(Chunk, u64)>,
}

#[derive(Clone, Copy, Debug)]
enum Chunk {
    Extended,
    Lossy,
    Lossless,
}

impl Webp {
    /// `size` is what the file's header says is behind it.
    pub(super) fn new(size: u32) -> Result<Self, Unfit> {
        // WEBP itself has been read.
        let left = u64::from(size).checked_sub(4).ok_or(Unfit::Unknown)?;
        Ok(Self {
            size: None,
            left,
            within: None,
        })
    }

    pub(super) fn size(&self) -> Option<(u32, u32)> {
        self.size
    }

    pub(super) fn step(&mut self, part: &[u8]) -> Result<Next, Unfit> {
        if let Some((chunk, behind)) = self.within.take() {
            let found = start(chunk, part)?;
            // Of an extended file the canvas; the picture on it has its own header.
            self.size = self.size.or(Some(found));
            return Ok(self.go_on(behind));
        }
        let length = u32::from_le_bytes([part[4], part[5], part[6], part[7]]);
        let padded = u64::from(length) + u64::from(length % 2);
        self.left = self.left.checked_sub(8 + padded).ok_or(Unfit::Unknown)?;
        let (chunk, wanted) = match &part[..4] {
            // 2.7: flags and the canvas.
            b"VP8X" => (Chunk::Extended, 10),
            // 2.5 and RFC 6386, 9.1: the frame's tag, a start code and the sides.
            b"VP8 " => (Chunk::Lossy, 10),
            // 2.6: a signature and the sides.
            b"VP8L" => (Chunk::Lossless, 5),
            b"ALPH" | b"ANIM" | b"ANMF" | b"ICCP" => return Ok(self.go_on(padded)),
            _ => return Err(Unfit::Metadata),
        };
        let behind = padded.checked_sub(wanted).ok_or(Unfit::Unknown)?;
        self.within = Some((chunk, behind));
        Ok(Next::part(usize::try_from(wanted).unwrap_or_default()))
    }

    fn go_on(&self, behind: u64) -> Next {
        let want = if self.left == 0 { 0 } else { 8 };
        Next::after(behind, want)
    }
}

fn start(chunk: Chunk, part: &[u8]) -> Result<(u32, u32), Unfit> {
    let number = |bytes: &[u8]| {
        let bytes = bytes.iter().rev();
        bytes.fold(0, |sum: u32, byte| sum << 8 | u32::from(*byte))
    };
    match chunk {
        // Bits for EXIF and XMP.
        Chunk::Extended if part[0] & 0b1100 != 0 => Err(Unfit::Metadata),
        Chunk::Extended => Ok((number(&part[4..7]) + 1, number(&part[7..10]) + 1)),
        Chunk::Lossy if part[3..6] == [0x9d, 0x01, 0x2a] => {
            Ok((number(&part[6..8]) & 0x3fff, number(&part[8..10]) & 0x3fff))
        }
        Chunk::Lossless if part[0] == 0x2f => {
            let bits = number(&part[1..5]);
            Ok(((bits & 0x3fff) + 1, (bits >> 14 & 0x3fff) + 1))
        }
        _ => Err(Unfit::Unknown),
    }
}
