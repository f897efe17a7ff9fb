//! Why a search in fetched blocks ends without an answer.

use super::Range;

/// What is wrong with bytes that were fetched.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ShardError {
    #[error("the root is not one, or is damaged")]
    Root,
    /// Other bytes than were written, or not so many as were asked for.
    #[error("{} bytes of {:?} from {} are damaged", .0.len, .0.file, .0.from)]
    Damaged(Range),
    /// Bytes that nobody asked for.
    #[error("{} bytes of {:?} from {} were not asked for", .0.len, .0.file, .0.from)]
    Unasked(Range),
}
