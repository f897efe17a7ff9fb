//! What a name says the thing is: its head noun.

use super::layout::NO_HEAD;
use crate::text::{Kind, Token};

/// Words that begin what is only said about the thing.
const ABOUT: [&str; 16] = [
    "with", "for", "in", "by", "of", "to", "from", "and", "w", "without", "per", "plus", "from",
    "using", "on", "as",
];

/// Finds the head of a name while its tokens pass by: `Hex bolt M8×40 with nut, zinc` is a bolt.
///
/// The last word before the first comma, bracket or `with`; numbers, sizes and codes are no heads.
pub struct Head<'t> {
    text: &'t str,
    position: u8,
    end: usize,
    over: bool,
}

impl<'t> Head<'t> {
    pub fn new(text: &'t str) -> Self {
        Head {
            text,
            position: NO_HEAD,
            end: 0,
            over: false,
        }
    }

    pub fn see(&mut self, token: &Token) {
        if self.over {
            return;
        }
        let between = self.text.get(self.end..token.start as usize).unwrap_or("");
        let parted = between.contains([',', '(', '[', ';', '|', '，', '（', '【', '；', '、', '/']);
        let dashed = between.contains(" - ") || between.contains(" – ");
        if self.position != NO_HEAD && (parted || dashed || ABOUT.contains(&token.folded)) {
            self.over = true;
            return;
        }
        self.end = self.end.max(token.end as usize);
        match token.kind {
            Kind::Word | Kind::HanWord | Kind::HanBigram | Kind::HanChar if !token.stop => {
                self.position = u8::try_from(token.position).unwrap_or(NO_HEAD);
            }
            _ => {}
        }
    }

    /// The position, or [`NO_HEAD`].
    pub fn position(&self) -> u8 {
        self.position
    }
}
