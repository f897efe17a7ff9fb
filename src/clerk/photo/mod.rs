//! A photograph on its way in: which kind of file, how large a picture, and whether it says more than what it shows.
//!
//! The headers alone are looked at, as the bytes pass; what stands between them is skipped. A file is taken if every
//! part of it is of a kind that a picture needs: what is not known is taken for a remark about who took it, and where.

mod jpeg;
mod png;
pub mod sample;
mod walk;
mod webp;

#[cfg(test)]
mod tests;

use api_types::problem::Code;
use market::{BlobLimits, Media};

use walk::{Next, Walk};

/// What a photograph turned out to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Picture {
    pub media: Media,
    /// Pixels.
    pub width: u32,
    pub height: u32,
}

/// Why a photograph is not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Unfit {
    #[error("none of the kinds of pictures, or broken")]
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
    kind: Option<Kind>,
}

#[derive(Debug)]
enum Kind {
    Jpeg(jpeg::Jpeg),
    Png(png::Png),
    Webp(webp::Webp),
}

/// Bytes by which the three kinds are told apart.
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

/// The content type of a kind of picture.
#[must_use]
pub fn media(media: Media) -> &'static str {
    match media {
        Media::Jpeg => "image/jpeg",
        Media::Png => "image/png",
        Media::Webp => "image/webp",
    }
}

/// Whether a content type is that of a kind of picture.
#[must_use]
pub fn is_media(content_type: &[u8]) -> bool {
    let mut all = Media::ALL.into_iter();
    all.any(|one| media(one).as_bytes() == content_type)
}

impl Default for Inspector {
    fn default() -> Self {
        Self {
            walk: Walk::new(MAGIC),
            kind: None,
        }
    }
}

impl Inspector {
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Looks at the next bytes.
    ///
    /// # Errors
    /// They are not of such a picture.
    pub fn feed(&mut self, bytes: &[u8]) -> Result<(), Unfit> {
        let kind = &mut self.kind;
        self.walk.feed(bytes, |part| match kind {
            None => {
                let (found, next) = recognize(part)?;
                *kind = Some(found);
                Ok(next)
            }
            Some(Kind::Jpeg(jpeg)) => jpeg.step(part),
            Some(Kind::Png(png)) => png.step(part),
            Some(Kind::Webp(webp)) => webp.step(part),
        })
    }

    /// What it was, now that all has passed.
    ///
    /// # Errors
    /// It is not whole, or of another size.
    pub fn finish(self, limits: BlobLimits) -> Result<Picture, Unfit> {
        let (media, size) = match self.kind {
            Some(Kind::Jpeg(jpeg)) => (Media::Jpeg, jpeg.size()),
            Some(Kind::Png(png)) => (Media::Png, png.size()),
            Some(Kind::Webp(webp)) => (Media::Webp, webp.size()),
            None => return Err(Unfit::Unknown),
        };
        let (width, height) = size
            .filter(|_| self.walk.is_at_end())
            .ok_or(Unfit::Unknown)?;
        let (least, most) = limits.side;
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

fn recognize(start: &[u8]) -> Result<(Kind, Next), Unfit> {
    match start {
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
