//! A sourcing request as it is typed, before it is sent: what a draft of that kind says.

use api_types::attachment::Attachment;
use domain::{Date, Id, Price};
use search::ask::{Need, Weights};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::need;

/// More than a buyer types; a request may have as many.
pub const MOST_LINES: usize = 500;

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Sheet {
    pub lines: Vec<Line>,
    /// UN/LOCODE.
    pub destination: String,
    /// Incoterms 2020, three letters.
    pub incoterm: String,
    /// ISO 8601.
    pub needed_by: String,
    pub certificates: Vec<String>,
    /// ISO 4217.
    pub currency: String,
    /// The last day on which suppliers may answer, ISO 8601.
    pub valid_until: String,
    pub note: String,
    /// Codes of the suppliers that are asked.
    pub asked: Vec<String>,
    /// A list that is pasted and not added to the lines yet. It goes nowhere with the request.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub pasted: String,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Line {
    pub id: Option<Id>,
    /// A product of the catalogue; may be empty.
    pub product: String,
    pub en: String,
    pub zh: String,
    pub quantity: String,
    /// UN/ECE Recommendation 20 or 21.
    pub unit: String,
    /// For one unit, in the request's currency; may be empty.
    pub target: String,
    /// Files that the company keeps at the hub already.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub attachments: Vec<Attachment>,
}

/// What suppliers always ask when a request does not say it. None of it keeps a request from being sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Missing {
    Destination,
    Incoterm,
    NeededBy,
    Certificates,
    /// A line with so few words that no supplier can price it.
    Words(usize),
    Target,
}

/// A description shorter than this says hardly more than a name.
const FEW: usize = 6;

impl Sheet {
    /// Whatever a draft holds; what makes no sense there is left out.
    #[must_use]
    pub fn read(content: &Map<String, Value>) -> Self {
        serde_json::from_value(Value::Object(content.clone())).unwrap_or_default()
    }

    /// What the draft of it says.
    ///
    /// # Panics
    /// Never: texts and lists of them are JSON.
    #[must_use]
    pub fn content(&self) -> Map<String, Value> {
        match serde_json::to_value(self).expect("texts and lists are JSON") {
            Value::Object(content) => content,
            _ => Map::new(),
        }
    }

    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.lines.iter().all(Line::is_empty)
    }

    /// Lines that say what is wanted.
    pub fn filled(&self) -> impl Iterator<Item = (usize, &Line)> {
        let lines = self.lines.iter().enumerate();
        lines.filter(|(_, line)| !line.is_empty())
    }

    /// Puts a supplier among those who are asked, or takes it out.
    pub fn ask(&mut self, code: &str, is_asked: bool) {
        self.asked.retain(|have| have != code);
        if is_asked {
            self.asked.push(code.to_owned());
        }
    }

    #[must_use]
    pub fn missing(&self) -> Vec<Missing> {
        let mut missing = Vec::new();
        let mut lacks = |is_missing: bool, what| {
            if is_missing {
                missing.push(what);
            }
        };
        for (at, line) in self.filled() {
            let letters = line.en.chars().count() + 3 * line.zh.chars().count();
            lacks(line.product.is_empty() && letters < FEW, Missing::Words(at));
        }
        lacks(self.destination.is_empty(), Missing::Destination);
        lacks(self.incoterm.is_empty(), Missing::Incoterm);
        lacks(self.needed_by.is_empty(), Missing::NeededBy);
        lacks(self.certificates.is_empty(), Missing::Certificates);
        let has_target = self.filled().any(|(_, line)| !line.target.is_empty());
        lacks(!has_target, Missing::Target);
        missing
    }

    /// What the engine is asked about a line; none where it says nothing. `in_sgd`: a price in the request's currency,
    /// in SGD, as ten-thousandths.
    #[must_use]
    pub fn need(&self, line: &Line, in_sgd: impl Fn(Price) -> Price) -> Option<Need> {
        if line.names_nothing() {
            return None;
        }
        let target: Option<Price> = line.target.trim().parse().ok();
        let text = match (line.en.trim(), line.zh.trim()) {
            ("", zh) => zh.to_owned(),
            (en, "") => en.to_owned(),
            // The same thing twice: words of one language are enough, and the lexicon has the others.
            (en, _) => en.to_owned(),
        };
        Some(Need {
            text,
            quantity: need::quantity(&line.quantity),
            target_price: target
                .map(|price| in_sgd(price).ten_thousandths())
                .filter(|price| 0 < *price),
            needed_by: self.needed_by.parse().ok().map(Date::days_since_epoch),
            destination: self.destination.get(..2).map(str::to_owned),
            certificates: self.certificates.clone(),
            incoterm: Some(self.incoterm.clone()).filter(|term| !term.is_empty()),
            sample: false,
            weights: Weights::default(),
        })
    }
}

impl Line {
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.names_nothing() && self.attachments.is_empty()
    }

    /// Whether it does not say what is wanted: a picture alone does not.
    #[must_use]
    pub fn names_nothing(&self) -> bool {
        self.product.is_empty() && self.en.trim().is_empty() && self.zh.trim().is_empty()
    }

    /// The supplier of the product, if the line is one.
    #[must_use]
    pub fn supplier(&self) -> Option<&str> {
        let (code, _) = self.product.split_once('.')?;
        Some(code)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sheet() -> Sheet {
        Sheet {
            lines: vec![
                Line {
                    product: "tuasbolt.HX-M8".to_owned(),
                    en: "Hex bolt M8".to_owned(),
                    zh: "六角螺栓 M8".to_owned(),
                    quantity: "5000".to_owned(),
                    unit: "C62".to_owned(),
                    target: "0.40".to_owned(),
                    ..Line::default()
                },
                Line::default(),
                Line {
                    zh: "垫片".to_owned(),
                    ..Line::default()
                },
            ],
            destination: "CNSZX".to_owned(),
            currency: "CNY".to_owned(),
            ..Sheet::default()
        }
    }

    #[test]
    fn a_draft_says_what_was_typed() {
        assert_eq!(Sheet::read(&sheet().content()), sheet());
        assert_eq!(Sheet::read(&Map::new()), Sheet::default());
        let strange = serde_json::json!({ "lines": 7 });
        let strange = strange.as_object().cloned().unwrap_or_default();
        assert!(Sheet::read(&strange).is_empty());
    }

    #[test]
    fn what_suppliers_always_ask_is_named() {
        let expected = [Missing::Incoterm, Missing::NeededBy, Missing::Certificates];
        assert_eq!(sheet().missing(), expected);
        let mut bare = sheet();
        bare.lines[2].zh = "垫".to_owned();
        assert_eq!(bare.missing()[0], Missing::Words(2));
    }

    #[test]
    fn the_engine_is_asked_about_lines_that_say_something() {
        let sheet = sheet();
        let half = |price: Price| Price::from_ten_thousandths(price.ten_thousandths() / 5);
        let needs: Vec<Option<Need>> = sheet
            .lines
            .iter()
            .map(|line| sheet.need(line, half))
            .collect();
        let first = needs[0].clone().unwrap();
        assert_eq!(
            (first.quantity, first.target_price),
            (Some(5000), Some(800))
        );
        assert_eq!(first.destination.as_deref(), Some("CN"));
        assert_eq!(needs[1], None);
        assert_eq!(needs[2].clone().unwrap().text, "垫片");
        assert_eq!(sheet.lines[0].supplier(), Some("tuasbolt"));
    }

    #[test]
    fn a_supplier_is_asked_once() {
        let mut sheet = sheet();
        sheet.ask("tuasbolt", true);
        sheet.ask("tuasbolt", true);
        assert_eq!(sheet.asked, ["tuasbolt"]);
        sheet.ask("tuasbolt", false);
        assert!(sheet.asked.is_empty());
    }
}
