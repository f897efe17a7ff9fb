//! A file on its way in. Of a photograph: which kind of file, how large a picture, and whether it says more than what it shows.
//!
//! The headers alone are looked at, as the bytes pass; what stands between them is skipped. A file is taken if every
//! part of it is of a kind that a picture needs: what is not known is taken for a remark about who took it, and where.
//! Of a document its head alone is looked at: nobody here opens it, and it is given out to be saved.

mod jpeg;
mod png;
pub mod sample;
mod walk;
mod webp;

#[cfg(test)]
mod tests;

use api_types::problem::Code;
use domain::Media;
use market::{BlobKind, BlobLimits};

use walk::{Next, Walk};

/// What a file turned out to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Picture {
    pub media: Media,
    /// Pixels; of a document 0.
    pub width: u32,
    pub height: u32,
}

/// Why a file is not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Unfit {
    #[error("none of the kinds of files, or broken")]
    Unknown,
    #[error("it says who took it, or where or with what")]
    Metadata,
    #[error("too many or too few pixels")]
    Dimensions,
}

/// Looks at a file while it passes.
#[derive(Debug)]
pub struct Inspector {
    walk: Walk,
    wanted: BlobKind,
    kind: Option<Kind>,
}

#[derive(Debug)]
enum Kind {
    Jpeg(jpeg::Jpeg),
    Png(png::Png),
    Webp(webp::Webp),
    Pdf,
}

/// Bytes by which the kinds are told apart.
const MAGIC: usize = 12;

impl Unfit {
    /// The HTTP status and the code.
    #[must_use]
    pub fn problem(self) -> (u16, Code) {
        match self {
            Self::Unknown => (409, Code::UnknownMedia),
            Self::Metadata => (409, Code::Metadata),
            Self::Dimensions => (409, Code::Dimensions),
        }
    }
}

impl Inspector {
    #[must_use]
    pub fn new(wanted: BlobKind) -> Self {
        Self {
            walk: Walk::new(MAGIC),
            wanted,
            kind: None,
        }
    }

    /// Looks at the next bytes.
    ///
    /// # Errors
    /// They are not of such a file.
    pub fn feed(&mut self, bytes: &[u8]) -> Result<(), Unfit> {
        let (wanted, kind) = (self.wanted, &mut self.kind);
        self.walk.feed(bytes, |part| match kind {
            None => {
                let (found, next) = recognize(wanted, part)?;
                *kind = Some(found);
                Ok(next)
            }
            Some(Kind::Jpeg(jpeg)) => jpeg.step(part),
            Some(Kind::Png(png)) => png.step(part),
            Some(Kind::Webp(webp)) => webp.step(part),
            Some(Kind::Pdf) => Ok(Next::rest()),
        })
    }

    /// What it was, now that all has passed.
    ///
    /// # Errors
    /// It is not whole, or of another size.
    pub fn finish(self) -> Result<Picture, Unfit> {
        let BlobLimits { side, .. } = self.wanted.limits();
        let (media, size) = match self.kind {
            Some(Kind::Jpeg(jpeg)) => (Media::Jpeg, jpeg.size()),
            Some(Kind::Png(png)) => (Media::Png, png.size()),
            Some(Kind::Webp(webp)) => (Media::Webp, webp.size()),
            Some(Kind::Pdf) => {
                return Ok(Picture {
                    media: Media::Pdf,
                    width: 0,
                    height: 0,
                });
            }
            None => return Err(Unfit::Unknown),
        };
        let (width, height) = size
            .filter(|_| self.walk.is_at_end())
            .ok_or(Unfit::Unknown)?;
        let (least, most) = side;
        let fits = |side: u32| (least..=most).contains(&side);
        if fits(width) && fits(height) {
            Ok(Picture {
                media,
                width,
                height,
            })
        } else {
            Err(Unfit::Dimensions)
        }
    }
}

fn recognize(wanted: BlobKind, start: &[u8]) -> Result<(Kind, Next), Unfit> {
    let found = recognize_any(start)?;
    let is_document = matches!(found, (Kind::Pdf, _));
    if is_document == (wanted == BlobKind::Document) {
        Ok(found)
    } else {
        Err(Unfit::Unknown)
    }
}

fn recognize_any(start: &[u8]) -> Result<(Kind, Next), Unfit> {
    match start {
        // ISO 32000-2, 7.5.2: the header, with the version behind it.
        [b'%', b'P', b'D', b'F', b'-', b'1' | b'2', b'.', ..] => Ok((Kind::Pdf, Next::rest())),
        // ISO/IEC 10918-1, B.2.1: start of image, then a marker.
        [0xff, 0xd8, 0xff, ..] => Ok((Kind::Jpeg(jpeg::Jpeg::default()), Next::again(2, 4))),
        // PNG (W3C), 5.2: signature.
        [0x89, b'P', b'N', b'G', 0x0d, 0x0a, 0x1a, 0x0a, ..] => {
            Ok((Kind::Png(png::Png::default()), Next::again(8, 8)))
        }
        // RFC 9649, 2.4: RIFF, size of what follows, WEBP.
        [b'R', b'I', b'F', b'F', a, b, c, d, b'W', b'E', b'B', b'P'] => {
            let size = u32::from_le_bytes([*a, *b, *c, *d]);
            Ok((Kind::Webp(webp::Webp::new(size)?), Next::part(8)))
        }
        _ => Err(Unfit::Unknown),
    }
}
