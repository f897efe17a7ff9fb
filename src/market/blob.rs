use crate::Moment;

/// Blobs that a company may keep.
pub const MAX_BLOBS: u64 = 100_000;

/// What a blob is for, and with it what it may be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
pub enum BlobKind {
    /// Of a product, to be shown to everybody.
    Photograph,
}

/// What a kind of blob may be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BlobLimits {
    pub bytes: u64,
    /// Pixels of a side, at least and at most.
    pub side: (u32, u32),
}

impl BlobKind {
    #[must_use]
    pub fn limits(self) -> BlobLimits {
        match self {
            Self::Photograph => BlobLimits {
                bytes: 2 << 20,
                side: (16, 4096),
            },
        }
    }

    /// As it is stored.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Photograph => "photograph",
        }
    }

    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        [Self::Photograph]
            .into_iter()
            .find(|kind| kind.name() == name)
    }
}

/// A kind of file, told by its first bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
pub enum Media {
    Jpeg,
    Png,
    Webp,
}

impl Media {
    pub const ALL: [Self; 3] = [Self::Jpeg, Self::Png, Self::Webp];

    /// As it is stored, and as its address ends.
    #[must_use]
    pub fn extension(self) -> &'static str {
        match self {
            Self::Jpeg => "jpg",
            Self::Png => "png",
            Self::Webp => "webp",
        }
    }

    #[must_use]
    pub fn parse(extension: &str) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|media| media.extension() == extension)
    }
}

/// A blob that is kept: all but its bytes. It never changes.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Blob {
    pub kind: BlobKind,
    pub media: Media,
    pub bytes: u64,
    /// SHA-256.
    pub digest: [u8; 32],
    /// Pixels.
    pub width: u32,
    pub height: u32,
    /// Under which name the bytes lie: another one each time that somebody sends them.
    pub object: String,
    pub made_at: Moment,
}
