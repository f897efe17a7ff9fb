use thiserror::Error;

/// Why something could not be fetched: one case for each thing a page can do about it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum ApiError {
    /// No answer. Worth another try when the network is back.
    #[error("no answer from the network")]
    Offline,
    /// The host has no such thing.
    #[error("not found")]
    Missing,
    /// An answer that makes no sense here: a newer version may be needed.
    #[error("the answer cannot be read")]
    Broken,
}
