use domain::Media;

use crate::Moment;

/// Blobs that a company may keep.
pub const MAX_BLOBS: u64 = 100_000;

/// Bytes of any of them.
pub const MAX_BLOB: u64 = 2 << 20;

/// What a blob is for, and with it what it may be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
pub enum BlobKind {
    /// Of a product, to be shown to everybody; or of whatever a request or a message is about.
    Photograph,
    /// Kept as it came: its metadata is its writer's.
    Document,
}

/// What a kind of blob may be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BlobLimits {
    pub bytes: u64,
    /// Pixels of a side, at least and at most; of what has none, 0.
    pub side: (u32, u32),
}

impl BlobKind {
    pub const ALL: [Self; 2] = [Self::Photograph, Self::Document];

    /// Which a file of a content type is.
    #[must_use]
    pub fn of_content_type(text: &[u8]) -> Option<Self> {
        let mut all = Media::ALL.into_iter();
        all.find(|media| media.content_type().as_bytes() == text)
            .map(Self::of)
    }

    #[must_use]
    pub fn of(media: Media) -> Self {
        if media.is_picture() {
            Self::Photograph
        } else {
            Self::Document
        }
    }

    #[must_use]
    pub fn limits(self) -> BlobLimits {
        match self {
            Self::Photograph => BlobLimits {
                bytes: MAX_BLOB,
                side: (16, 4096),
            },
            Self::Document => BlobLimits {
                bytes: MAX_BLOB,
                side: (0, 0),
            },
        }
    }

    /// As it is stored.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Photograph => "photograph",
            Self::Document => "document",
        }
    }

    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
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
    /// Pixels; of a document 0.
    pub width: u32,
    pub height: u32,
    /// Under which name the bytes lie: another one each time that somebody sends them.
    pub object: String,
    pub made_at: Moment,
}
