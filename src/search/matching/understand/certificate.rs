//! Certificates that must be there.

use std::ops::Range;

use super::tokens::{Kind, Words};
use crate::matching::certificates::folded;

/// Pieces of the text, and the kind as the catalogue writes it.
pub type Found = (Range<usize>, String);

const BEFORE: [&str; 19] = [
    "must be",
    "must have",
    "certified to",
    "certificate of",
    "certified",
    "certificates",
    "certificate",
    "compliant with",
    "complies with",
    "with",
    "要有",
    "必须有",
    "需要有",
    "需有",
    "带有",
    "带",
    "通过",
    "符合",
    "有",
];
const AFTER: [&str; 19] = [
    "certification",
    "certificates",
    "certificate",
    "certified",
    "compliant",
    "compliance",
    "approved",
    "listed",
    "marked",
    "marking",
    "mark",
    "cert",
    "认证证书",
    "认证",
    "证书",
    "标志",
    "标准",
    "合格",
    "证",
];
/// Names of the same in Chinese.
const CHINESE: [(&str, &str); 3] = [("清真", "Halal"), ("欧盟认证", "CE"), ("安全数据表", "SDS")];

impl Words<'_> {
    /// The first certificate of one of these kinds.
    #[must_use]
    pub fn certificate(&self, kinds: &[&str]) -> Option<Found> {
        (0..self.tokens.len()).find_map(|at| {
            let (kind, next) = self.kind_at(at, kinds)?;
            let end = self.after_any(next, &AFTER);
            let start = self.before_any(at, &BEFORE);
            // Two capital letters are a certificate, two small ones may be anything.
            let short = kind.chars().count() <= 3;
            let sure = !short || self.is_capital(at) || end.is_some();
            sure.then(|| (start.unwrap_or(at)..end.unwrap_or(next), kind))
        })
    }

    /// The longest kind whose letters and digits stand here, however they are spaced.
    fn kind_at(&self, at: usize, kinds: &[&str]) -> Option<(String, usize)> {
        let spelled = kinds.iter().filter_map(|kind| {
            let next = self.spells(at, &folded(kind))?;
            Some(((*kind).to_owned(), next))
        });
        let chinese = CHINESE.iter().filter_map(|(name, kind)| {
            let known = kinds.iter().find(|known| folded(known) == folded(kind))?;
            Some(((*known).to_owned(), self.after(at, name)?))
        });
        spelled.chain(chinese).max_by_key(|(_, next)| *next)
    }

    fn spells(&self, at: usize, letters: &str) -> Option<usize> {
        let (mut rest, mut next) = (letters, at);
        while !rest.is_empty() {
            let word = self.word(next);
            let is_sign = next != at && self.kind(next) == Some(Kind::Mark);
            let plain = folded(word);
            rest = match is_sign {
                true if matches!(word, "(" | ")" | "-" | "/" | ":" | ".") => rest,
                _ if plain.is_empty() => return None,
                _ => rest.strip_prefix(&plain)?,
            };
            next += 1;
        }
        // A bracket that closes belongs to it, and `EN 149:2001` is `EN 149`.
        let close = self.after(next, ")").filter(|_| self.word(next - 1) != ")");
        let next = close.unwrap_or(next);
        let edition = self
            .after(next, ":")
            .filter(|after| matches!(self.count(*after), Some((1_950..2_100, _))));
        Some(edition.map_or(next, |after| after + 1)).filter(|next| at < *next)
    }
}
