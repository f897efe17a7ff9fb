//! What remains to be searched when everything else has been understood.

use super::tokens::{Kind, Words};

/// What people say around a request. The longer ones first.
const FILLERS: [&str; 66] = [
    "we are looking for",
    "i am looking for",
    "looking for",
    "we would like to buy",
    "i would like to buy",
    "we want to buy",
    "i want to buy",
    "want to buy",
    "we are sourcing",
    "sourcing",
    "please quote for",
    "please quote",
    "please",
    "quote for",
    "can you supply",
    "do you have",
    "we need",
    "i need",
    "we require",
    "need",
    "require",
    "required",
    "needed",
    "to buy",
    "buy",
    "purchase",
    "order",
    "delivered",
    "delivery",
    "ship",
    "thanks",
    "thank you",
    "hi",
    "hello",
    "我们需要",
    "我们想买",
    "我想买",
    "我需要",
    "我们要",
    "我要",
    "请报价",
    "请问有没有",
    "请问",
    "求购",
    "采购",
    "订购",
    "想买",
    "需要",
    "需",
    "寻找",
    "寻",
    "找",
    "购买",
    "报价",
    "谢谢",
    "您好",
    "你好",
    "交货",
    "送货",
    "送到",
    "发货",
    "大概",
    "大约",
    "一批",
    "最好",
    "的话",
];
/// Left over beside what was understood; they say nothing alone.
const STRANDED: [&str; 31] = [
    "by", "to", "in", "at", "for", "with", "under", "below", "of", "and", "or", "from", "on",
    "the", "a", "an", "is", "are", "must", "be", "each", "的", "要", "并", "且", "和", "含", "在",
    "能", "可", "有",
];

impl Words<'_> {
    /// The words left, joined with a space where something was taken out between them.
    #[must_use]
    pub fn rest(mut self) -> String {
        let mut at = 0;
        while at < self.tokens.len() {
            match self.after_any(at, &FILLERS) {
                Some(next) if self.is_filler(at, next) => {
                    self.take(at..next);
                    at = next;
                }
                _ => at += 1,
            }
        }
        self.drop_stranded();
        let mut rest = String::new();
        let mut end = None;
        for (token, used) in self.tokens.iter().zip(&self.used) {
            if *used {
                continue;
            }
            let written = self.text.get(token.bytes.clone()).unwrap_or_default();
            if end.is_some_and(|end| end != token.bytes.start) {
                rest.push(' ');
            }
            end = Some(token.bytes.end);
            rest.push_str(written);
        }
        rest
    }

    /// Fillers stand at the edges of what is asked for, not inside: `找` in `找平仪` is a part of its name.
    fn is_filler(&self, at: usize, next: usize) -> bool {
        let long = 1 < next - at || self.kind(at) == Some(Kind::Word);
        self.is_edge_before(at) && (long || self.is_edge(next))
    }

    /// Takes out, from the edges of every stretch that is left, punctuation and words that say nothing alone.
    fn drop_stranded(&mut self) {
        let nothing = |words: &Self, at: usize| {
            let word = words.word(at);
            let mark = words.kind(at) == Some(Kind::Mark)
                && !matches!(word, "\"" | "'" | "%" | "°" | "#" | "(" | ")");
            mark || STRANDED.contains(&word)
        };
        let count = self.tokens.len();
        for at in (0..count).chain((0..count).rev()) {
            let edge = at == 0 || at + 1 == count;
            let beside = |near: Option<usize>| {
                near.and_then(|near| self.used.get(near))
                    .copied()
                    .unwrap_or(false)
            };
            let stranded = edge || beside(at.checked_sub(1)) || beside(at.checked_add(1));
            if stranded && !self.used[at] && nothing(self, at) {
                self.take(at..at + 1);
            }
        }
    }
}
