use catalogue::Cells;
use domain::{Certificate, Id};
use market::{Fault, Why};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

/// What the console writes into a draft.
#[derive(Clone, Debug, Default)]
pub struct Content {
    pub(super) cells: Cells,
    /// Its photographs, which whoever checks it looks up.
    pub photos: Vec<Id>,
    /// Of a supplier's page, each as the template has it; they stand for the cell of that name.
    pub(super) certificates: Option<Vec<String>>,
}

/// What is kept of a listing: cells that the catalogue can be made from, and the names of its photographs.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Kept {
    pub cells: Cells,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub photos: Vec<String>,
}

impl Kept {
    pub(super) fn text(&self) -> String {
        serde_json::to_string(self).expect("texts are JSON")
    }

    /// What this program has written, or nothing.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        serde_json::from_str(text).ok()
    }
}

impl Content {
    /// A draft is kept as it was typed, so that anything may stand in it.
    ///
    /// # Errors
    /// What does not stand in it as the console writes it.
    pub fn read(text: &str) -> Result<Self, Fault> {
        let form = |pointer: &'static str| Fault::new(pointer, Why::Form);
        let content: Map<String, Value> = serde_json::from_str(text).map_err(|_| form("/cells"))?;
        let mut read = Self::default();
        match content.get("cells") {
            Some(Value::Object(cells)) => {
                for (name, value) in cells {
                    let value = value.as_str().ok_or_else(|| form("/cells"))?;
                    read.cells.insert(name.clone(), value.to_owned());
                }
            }
            None | Some(Value::Null) => (),
            Some(_) => return Err(form("/cells")),
        }
        let list = |name: &str, pointer: &'static str| match content.get(name) {
            None | Some(Value::Null) => Ok(None),
            Some(Value::Array(values)) => {
                let texts = values.iter().map(|value| value.as_str().map(str::to_owned));
                let texts: Option<Vec<_>> = texts.collect();
                texts.map(Some).ok_or_else(|| form(pointer))
            }
            Some(_) => Err(form(pointer)),
        };
        for photo in list("photos", "/photos")?.unwrap_or_default() {
            read.photos
                .push(photo.parse().map_err(|_| form("/photos"))?);
        }
        read.certificates = list("certificates", "/certificates")?;
        Ok(read)
    }
}

/// The certificates of a listing that is kept.
#[must_use]
pub fn certificates(content: &str) -> Vec<Certificate> {
    let kept = Kept::read(content).unwrap_or_default();
    let cell = kept.cells.get("certificates").map_or("", String::as_str);
    cell.split(';')
        .filter_map(|part| part.trim().parse().ok())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whatever_stands_in_a_draft_is_read_or_pointed_at() {
        let check = |text: &str, expected: &str| {
            let found = Content::read(text).map(|content| content.cells.len());
            match found {
                Ok(count) => assert_eq!(count.to_string(), expected, "{text}"),
                Err(fault) => assert_eq!(fault.pointer, expected, "{text}"),
            }
        };
        check("{}", "0");
        check(r#"{"cells":{"sku":"A","name_en":""}}"#, "2");
        check(r#"{"cells":null,"photos":null}"#, "0");
        check(r#"{"cells":[1]}"#, "/cells");
        check(r#"{"cells":{"moq":100}}"#, "/cells");
        check(r#"{"photos":["x"]}"#, "/photos");
        check(r#"{"photos":[1]}"#, "/photos");
        check(r#"{"certificates":"CE"}"#, "/certificates");
        check("[]", "/cells");
    }

    #[test]
    fn certificates_are_read_from_what_is_kept() {
        let content =
            r#"{"cells":{"certificates":"CE|1|TÜV|2027-01-31; nonsense;EN 388|2|B|2028-01-31"}}"#;
        assert_eq!(certificates(content).len(), 2);
        assert!(certificates("{}").is_empty());
    }
}
