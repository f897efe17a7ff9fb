//! What a page has of something that the hub keeps too: what it says here, and which version of it the hub has.

use serde::{Deserialize, Serialize, de::DeserializeOwned};

/// Kept on the device as the text of a form, so that the form can be opened again as it was.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Copy<T> {
    pub content: T,
    /// The version that the hub has, or will have when all that was saved here is sent. None while it knows nothing of it.
    pub known: Option<u64>,
}

impl<T: Serialize + DeserializeOwned> Copy<T> {
    /// None where it is not one: kept by another release.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        serde_json::from_str(text).ok()
    }

    /// # Panics
    ///
    /// Never for what is made of texts, numbers and lists of them.
    #[must_use]
    pub fn text(&self) -> String {
        serde_json::to_string(self).expect("texts and numbers are JSON")
    }

    /// The same after it has been saved: each save makes the next version.
    #[must_use]
    pub fn saved(self) -> Self {
        Self {
            known: Some(self.known.map_or(1, |version| version + 1)),
            ..self
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_kept_is_read_again_and_each_save_makes_the_next_version() {
        let copy = Copy {
            content: vec!["M8 \"bolt\"".to_owned(), "螺栓".to_owned()],
            known: None,
        };
        assert_eq!(Copy::read(&copy.text()), Some(copy.clone()));
        assert_eq!(copy.clone().saved().known, Some(1));
        assert_eq!(copy.saved().saved().known, Some(2));
        assert_eq!(Copy::<Vec<String>>::read("name=M8"), None);
        assert_eq!(Copy::<Vec<String>>::read(r#"{"content":{}}"#), None);
    }
}
