//! Whether a sample is wanted first.

use std::ops::Range;

use super::tokens::{Kind, Words};

const BEFORE: [&str; 26] = [
    "please send a",
    "send a",
    "send me a",
    "need a",
    "want a",
    "with a",
    "with free",
    "with",
    "need",
    "want",
    "free",
    "a free",
    "and a",
    "and",
    "first a",
    "please send",
    "send",
    "request",
    "可以提供",
    "提供",
    "先要",
    "先寄",
    "先看",
    "需要",
    "要",
    "免费",
];
const AFTER: [&str; 14] = [
    "is needed first",
    "needed first",
    "required first",
    "before ordering",
    "before order",
    "needed",
    "required",
    "first",
    "please",
    "order first",
    "确认",
    "先行",
    "测试",
    "一份",
];

impl Words<'_> {
    #[must_use]
    pub fn sample(&self) -> Option<Range<usize>> {
        (0..self.tokens.len()).find_map(|at| {
            let next = self.after_any(
                at,
                &["samples", "sample", "样品", "样板", "打样", "寄样", "样件"],
            )?;
            let end = self.after_any(next, &AFTER);
            let start = self.before_any(at, &BEFORE);
            // A sample bottle is a bottle.
            let names_more =
                end.is_none() && matches!(self.kind(next), Some(Kind::Word | Kind::Han));
            let joins = matches!(
                self.word(next),
                "and" | "for" | "to" | "by" | "with" | "before" | "的" | "，"
            );
            (!names_more || joins).then(|| start.unwrap_or(at)..end.unwrap_or(next))
        })
    }
}
