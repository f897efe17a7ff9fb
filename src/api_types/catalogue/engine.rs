use serde::{Deserialize, Serialize};

/// The parts that the search engine reads. They come when somebody searches, each by itself, and it answers with what it
/// has by then.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct EngineParts {
    /// The index of categories and suppliers: small, and first.
    pub places: FileRef,
    /// The index of the products of each of [`super::Front::departments`], in their order.
    pub departments: Vec<FileRef>,
    /// Words across languages.
    pub lexicon: FileRef,
    /// What matching a need to products knows of them beside words.
    pub offers: FileRef,
}

/// A part by its name and size, so that progress can be shown before it comes.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct FileRef {
    /// Relative to [`super::FOLDER`]. Empty where this publication has no such part.
    pub file: String,
    /// As it is read, not as it is sent.
    pub bytes: u32,
}
