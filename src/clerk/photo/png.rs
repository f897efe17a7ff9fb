//! PNG (W3C, third edition), 5.3: chunks, each with its length, its kind and a checksum.

use super::{Unfit, walk::Next};

#[derive(Debug, Default)]
pub(super) struct Png {
    size: Option<(u32, u32)>,
    is_in_header: bool,
}

/// Chunks that a picture is drawn from; all others say something else.
const DRAWN_FROM: [&[u8; 4]; 18] = [
    b"PLTE", b"IDAT", b"tRNS", b"cHRM", b"gAMA", b"iCCP", b"sBIT", b"sRGB", b"cICP", b"mDCV",
    b"cLLI", b"bKGD", b"hIST", b"pHYs", b"sPLT", b"acTL", b"fcTL", b"fdAT",
];
/// Bytes of a checksum.
const SUM: u64 = 4;

impl Png {
    pub(super) fn size(&self) -> Option<(u32, u32)> {
        self.size
    }

    pub(super) fn step(&mut self, part: &[u8]) -> Result<Next, Unfit> {
        let number = |four: &[u8]| four.iter().fold(0, |sum, byte| sum << 8 | u32::from(*byte));
        if self.is_in_header {
            self.is_in_header = false;
            self.size = Some((number(&part[..4]), number(&part[4..8])));
            // Depth, color, compression, filter, interlace.
            return Ok(Next::after(5 + SUM, 8));
        }
        let (length, kind) = (u64::from(number(&part[..4])), &part[4..8]);
        match (kind, self.size) {
            (b"IHDR", None) if length == 13 => {
                self.is_in_header = true;
                Ok(Next::part(8))
            }
            (_, None) | (b"IHDR", _) => Err(Unfit::Unknown),
            (b"IEND", _) => Ok(Next::after(length + SUM, 0)),
            _ if DRAWN_FROM.iter().any(|known| known[..] == *kind) => {
                Ok(Next::after(length + SUM, 8))
            }
            _ => Err(Unfit::Metadata),
        }
    }
}
