use std::collections::HashMap;

use sha2::{Digest, Sha256};

/// What was made for the last publication, by what it was made from: the next one takes what would be the same. A
/// product more changes a few parts, and most of the work is in the others.
#[derive(Clone, Debug, Default)]
pub struct Memo {
    before: HashMap<[u8; 32], Vec<u8>>,
    now: HashMap<[u8; 32], Vec<u8>>,
}

impl Memo {
    /// The same as `make`, which depends on nothing but what `key` was made of.
    pub(crate) fn take(&mut self, key: Key, make: impl FnOnce() -> Vec<u8>) -> Vec<u8> {
        let key = key.0.finalize().into();
        if let Some(made) = self.now.get(&key) {
            return made.clone();
        }
        let made = self.before.remove(&key).unwrap_or_else(make);
        self.now.insert(key, made.clone());
        made
    }

    /// What was not taken this time is forgotten.
    pub(crate) fn turn_over(&mut self) {
        self.before = std::mem::take(&mut self.now);
    }
}

/// What something is made from: its kind, then texts and numbers, each told apart from the next.
pub(crate) struct Key(Sha256);

impl Key {
    pub(crate) fn new(kind: &str) -> Self {
        Self(Sha256::new()).text(kind.as_bytes())
    }

    pub(crate) fn text(mut self, text: &[u8]) -> Self {
        self.0.update((text.len() as u64).to_le_bytes());
        self.0.update(text);
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture::Market;
    use crate::{publish, publish_again};

    #[test]
    fn what_is_remembered_changes_nothing() {
        let mut market = Market::new();
        let mut memo = Memo::default();
        for change in 0..5 {
            match change {
                1 => market.products[7].stock += 1,
                2 => {
                    let mut more = market.products[3].clone();
                    more.sku = "a-new-one".parse().unwrap();
                    more.name.zh = "全新的螺栓".into();
                    market.products.push(more);
                }
                3 => drop(market.products.remove(0)),
                4 => market.products[5].photos.push("0a.webp".into()),
                _ => (),
            }
            let again = publish_again(&market.goods(), &mut memo).unwrap();
            assert!(again == publish(&market.goods()).unwrap(), "{change}");
        }
    }

    #[test]
    fn what_was_made_is_not_made_again_until_it_is_forgotten() {
        let mut memo = Memo::default();
        let key = |text: &str| Key::new("test").text(text.as_bytes());
        let mut made = 0;
        let mut take = |memo: &mut Memo, text| {
            memo.take(key(text), || {
                made += 1;
                vec![made]
            })
        };
        assert_eq!(
            (take(&mut memo, "a"), take(&mut memo, "a")),
            (vec![1], vec![1])
        );
        memo.turn_over();
        assert_eq!(take(&mut memo, "a"), [1]);
        memo.turn_over();
        memo.turn_over();
        assert_eq!(take(&mut memo, "a"), [2]);
    }
}
