//! Why bytes are refused.

/// Why bytes are not a segment, or not a file of deletions for one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SegmentError {
    /// Shorter than a header, or than the header says.
    Short,
    /// Other bytes than a segment's at the beginning.
    Magic,
    /// Written by a version that this reader does not know.
    Version(u8),
    /// The bytes are not those that were written.
    Hash,
    /// The header contradicts itself: the section of this number does not lie where it may.
    Section(u8),
    /// Deletions that belong to no segment that is there.
    Stranger,
}

impl std::fmt::Display for SegmentError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            SegmentError::Short => f.write_str("the bytes end too early"),
            SegmentError::Magic => f.write_str("the bytes are not a segment"),
            SegmentError::Version(version) => write!(f, "version {version} is not known"),
            SegmentError::Hash => f.write_str("the bytes are damaged: the hash does not fit"),
            SegmentError::Section(number) => write!(f, "section {number} does not fit"),
            SegmentError::Stranger => f.write_str("the deletions belong to another segment"),
        }
    }
}

impl std::error::Error for SegmentError {}
