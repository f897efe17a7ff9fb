//! The bytes of a lexicon, section by section as `FORMAT.md` has them.

use std::collections::{BTreeMap, BTreeSet};

use super::Gathered;
use crate::lexicon::{
    MAGIC,
    bytes::checksum,
    phrases::{BLOCK, SAME},
};

/// Steps of a word that no count knows: one in three hundred million. Compounds are such, and still beat two common
/// words side by side.
const UNKNOWN: u8 = 13;

/// How a phrase is written most often among those with its terms, and its number.
struct Phrases<'g> {
    written: BTreeMap<&'g str, &'g str>,
    numbers: BTreeMap<&'g str, usize>,
}

pub fn write(gathered: &Gathered) -> Vec<u8> {
    let phrases = Phrases::of(gathered);
    let mut words = Words::default();
    for (word, names) in &gathered.words {
        let cost = gathered.costs.get(word).copied().unwrap_or(UNKNOWN);
        let mut links: Vec<(usize, u8)> = names
            .iter()
            .map(|(terms, name)| (phrases.numbers[terms.as_str()], name.weight))
            .collect();
        links.sort_by_key(|(number, weight)| (std::cmp::Reverse(*weight), *number));
        links.truncate(255);
        words.push(word, cost, &links);
    }
    let (group_heads, group_count) = words.heads();
    let (block_lengths, phrase_text) = phrases.bytes();
    let syllables: BTreeSet<&str> = gathered
        .characters
        .values()
        .chain(gathered.odd.values().flatten())
        .map(String::as_str)
        .collect();
    let numbers: BTreeMap<&str, u16> = syllables.iter().copied().zip(0..).collect();
    let number_of = |syllable: &String| numbers[syllable.as_str()];
    let (mut gaps, mut read, mut last) = (Vec::new(), Vec::new(), 0);
    let units = gathered
        .characters
        .iter()
        .filter_map(|(c, s)| Some((u16::try_from(u32::from(*c)).ok()?, s)));
    for (unit, syllable) in units {
        push_16(&mut gaps, unit - last);
        push_16(&mut read, number_of(syllable));
        last = unit;
    }
    let (mut odd_heads, mut odd_syllables, mut last) = (Vec::new(), Vec::new(), 0);
    let mut odd_count = 0;
    for (number, word) in gathered.words.keys().enumerate() {
        let Some(syllables) = gathered.odd.get(word) else {
            continue;
        };
        push_16(&mut odd_heads, (number - last) as u16);
        push_16(&mut odd_heads, syllables.len() as u16);
        syllables
            .iter()
            .for_each(|syllable| push_16(&mut odd_syllables, number_of(syllable)));
        last = number;
        odd_count += 1;
    }
    let syllable_text = syllables.iter().copied().collect::<String>().into_bytes();
    let counts = [
        group_count,
        words.costs.len(),
        words.text.len(),
        words.weights.len(),
        phrases.written.len(),
        phrase_text.len(),
        syllables.len(),
        syllable_text.len(),
        gaps.len() / 2,
        odd_count,
    ];
    let mut body = Vec::new();
    for count in counts {
        let count = u32::try_from(count).expect("a lexicon is far below 4 GB");
        body.extend(count.to_le_bytes());
    }
    body.extend(group_heads);
    body.extend(words.text);
    body.extend(words.costs);
    body.extend(words.link_counts);
    body.extend(words.targets.iter().map(|target| (target & 0xff) as u8));
    body.extend(words.targets.iter().map(|target| (target >> 8) as u8));
    body.extend(words.weights);
    body.extend(block_lengths);
    body.extend(phrase_text);
    body.extend(syllables.iter().map(|syllable| syllable.len() as u8));
    body.extend(syllable_text);
    body.extend(gaps);
    body.extend(read);
    body.extend(odd_heads);
    body.extend(odd_syllables);
    let mut bytes = MAGIC.to_vec();
    bytes.extend(checksum(&body).to_le_bytes());
    bytes.extend(body);
    bytes
}

impl<'g> Phrases<'g> {
    fn of(gathered: &'g Gathered) -> Self {
        // The surest writing of the same terms wins; among equals the shorter, then the first.
        let mut best: BTreeMap<&str, (u8, &str)> = BTreeMap::new();
        for (terms, name) in gathered.words.values().flatten() {
            let better = |(weight, written): &(u8, &str)| {
                (*weight, written.len(), *written)
                    < (name.weight, name.written.len(), &name.written)
                    && *weight < name.weight
            };
            if best.get(terms.as_str()).is_none_or(better) {
                best.insert(terms, (name.weight, &name.written));
            }
        }
        let written: BTreeMap<&str, &str> = best
            .into_iter()
            .map(|(terms, (_, written))| (terms, written))
            .collect();
        assert!(
            written.len() <= usize::from(u16::MAX),
            "a phrase's number has two bytes"
        );
        let numbers = written
            .keys()
            .enumerate()
            .map(|(number, terms)| (*terms, number))
            .collect();
        Phrases { written, numbers }
    }

    fn bytes(&self) -> (Vec<u8>, Vec<u8>) {
        let (mut lengths, mut text) = (Vec::new(), Vec::new());
        let (mut before, mut start) = ("", 0);
        for (index, (terms, written)) in self.written.iter().enumerate() {
            if index % BLOCK == 0 && 0 < index {
                push_16(&mut lengths, (text.len() - start) as u16);
                start = text.len();
                before = "";
            }
            let shared = shared_length(before.as_bytes(), terms.as_bytes());
            push_tail(&mut text, shared, terms);
            if terms == written {
                text.push(SAME);
            } else {
                push_tail(
                    &mut text,
                    shared_length(terms.as_bytes(), written.as_bytes()),
                    written,
                );
            }
            before = terms;
        }
        if start < text.len() {
            push_16(&mut lengths, (text.len() - start) as u16);
        }
        (lengths, text)
    }
}

#[derive(Default)]
struct Words {
    /// Initial, words, bytes.
    groups: Vec<(u16, u16, u16)>,
    before: Vec<u16>,
    text: Vec<u8>,
    costs: Vec<u8>,
    link_counts: Vec<u8>,
    targets: Vec<usize>,
    weights: Vec<u8>,
}

impl Words {
    fn push(&mut self, word: &str, cost: u8, links: &[(usize, u8)]) {
        let letters: Vec<u16> = word.encode_utf16().collect();
        let (initial, tail) = letters.split_first().expect("words are not empty");
        if self.groups.last().is_none_or(|group| group.0 != *initial) {
            self.groups.push((*initial, 0, 0));
            self.before.clear();
        }
        let shared = self
            .before
            .iter()
            .zip(tail)
            .take_while(|(a, b)| a == b)
            .count();
        let start = self.text.len();
        self.text.push((shared << 4 | (tail.len() - shared)) as u8);
        tail[shared..]
            .iter()
            .for_each(|letter| push_16(&mut self.text, *letter));
        let group = self.groups.last_mut().expect("a group was just begun");
        group.1 += 1;
        group.2 += (self.text.len() - start) as u16;
        self.before = tail.to_vec();
        self.costs.push(cost);
        self.link_counts.push(links.len() as u8);
        for (target, weight) in links {
            self.targets.push(*target);
            self.weights.push(*weight);
        }
    }

    fn heads(&self) -> (Vec<u8>, usize) {
        let (mut heads, mut last) = (Vec::new(), 0);
        for (initial, words, bytes) in &self.groups {
            push_16(&mut heads, initial - last);
            push_16(&mut heads, *words);
            push_16(&mut heads, *bytes);
            last = *initial;
        }
        (heads, self.groups.len())
    }
}

fn push_16(bytes: &mut Vec<u8>, number: u16) {
    bytes.extend(number.to_le_bytes());
}

/// Length shared with what is known already, length of the rest, the rest.
fn push_tail(bytes: &mut Vec<u8>, shared: usize, text: &str) {
    let tail = &text.as_bytes()[shared..];
    bytes.push(shared as u8);
    bytes.push(tail.len() as u8);
    bytes.extend(tail);
}

/// In bytes; whole characters are not asked for, since both halves are put together again.
fn shared_length(a: &[u8], b: &[u8]) -> usize {
    a.iter().zip(b).take_while(|(a, b)| a == b).count()
}
