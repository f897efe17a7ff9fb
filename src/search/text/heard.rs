//! The words of a run of Chinese, and the terms by which they are found when typed as they are said.

use super::HanWords;
use super::pass::Pass;
use super::token::Kind;

/// Words together are found by so many initials at most; whoever types more of a long name types other words too.
const TOGETHER: usize = 8;

/// The initials of a name as a whole may be more.
const WHOLE: usize = 12;

/// A word as it was heard.
#[derive(Clone, Copy, Debug)]
struct Word {
    /// Where its initials begin among all.
    initials: usize,
    position: u32,
    start: usize,
}

/// Buffers for one run, and what was heard in the runs before it of the same name.
#[derive(Debug, Default)]
pub struct Heard {
    pub chars: Vec<char>,
    /// Byte of the folded text where each character begins, and where the last ends.
    bytes: Vec<usize>,
    /// For the path: what it costs to come to each character, and the length of the word that comes there.
    costs: Vec<(u32, usize)>,
    /// Ends of the words of the path, in rising order.
    ends: Vec<usize>,
    initials: String,
    words: Vec<Word>,
}

impl Heard {
    /// A new name begins.
    pub fn forget(&mut self) {
        self.initials.clear();
        self.words.clear();
    }

    pub fn begin(&mut self, text: &str, start: usize) {
        self.chars.clear();
        self.bytes.clear();
        for (at, c) in text.char_indices() {
            self.chars.push(c);
            self.bytes.push(start + at);
        }
        self.bytes.push(start + text.len());
    }

    pub fn byte(&self, at: usize) -> usize {
        self.bytes
            .get(at)
            .or(self.bytes.last())
            .copied()
            .unwrap_or(0)
    }

    pub fn unsegmented(&mut self) {
        self.ends.clear();
    }

    /// Finds the path of least cost through the words of the dictionary.
    pub fn segment(&mut self, han: &dyn HanWords, unknown: u32) {
        let count = self.chars.len();
        self.costs.clear();
        self.costs.resize(count + 1, (u32::MAX, 1));
        self.costs[0].0 = 0;
        for from in 0..count {
            let here = self.costs[from].0;
            let costs = &mut self.costs;
            let mut step = |length: usize, cost: u32| {
                let there = here.saturating_add(cost);
                if let Some(best) = costs.get_mut(from + length)
                    && length > 0
                    && there < best.0
                {
                    *best = (there, length);
                }
            };
            step(1, unknown);
            han.words_at(&self.chars[from..], &mut step);
        }
        self.ends.clear();
        let mut at = count;
        while at > 0 {
            self.ends.push(at);
            at -= self.costs[at].1.clamp(1, at);
        }
        self.ends.reverse();
    }

    /// The words of the path, as characters from and to.
    pub fn words(&self) -> impl Iterator<Item = (usize, usize)> {
        let mut from = 0;
        self.ends
            .iter()
            .map(move |&to| (std::mem::replace(&mut from, to), to))
    }

    pub fn is_word(&self, from: usize, to: usize) -> bool {
        let Ok(at) = self.ends.binary_search(&to) else {
            return false;
        };
        from == at.checked_sub(1).map_or(0, |before| self.ends[before])
    }

    /// Tells how the words of the path are said: each word, each character, and the initials of words together.
    pub fn listen(&mut self, han: &dyn HanWords, pass: &mut Pass<'_>, first: u32) {
        let ends = std::mem::take(&mut self.ends);
        let chars = std::mem::take(&mut self.chars);
        let bytes = std::mem::take(&mut self.bytes);
        let byte = |at: usize| bytes.get(at).or(bytes.last()).copied().unwrap_or(0);
        let mut said = String::new();
        let mut from = 0;
        for &to in &ends {
            let word = chars.get(from..to).unwrap_or_default();
            let position = first + from as u32;
            let (start, end) = (byte(from), byte(to));
            self.words.push(Word {
                initials: self.initials.len(),
                position,
                start,
            });
            said.clear();
            said.push('~');
            let mut syllables = 0;
            let mut read = |syllable: &str| {
                let place = from + syllables;
                let (start, end) = match to - from {
                    1 => (start, end),
                    _ => (byte(place), byte(place + 1)),
                };
                let said_from = said.len();
                said.push_str(syllable);
                if to - from > 1 {
                    let alone = ["~", &said[said_from..]].concat();
                    tell_said(pass, &alone, first + place as u32, 1, start, end);
                }
                self.initials.extend(syllable.chars().next());
                syllables += 1;
            };
            han.reading(word, &mut read);
            if syllables > 0 {
                tell_said(pass, &said, position, (to - from) as u32, start, end);
            }
            self.tell_initials(pass, position + (to - from) as u32, end);
            for (inner_from, inner_to) in inner_words(han, &chars, from, to) {
                let word = chars.get(inner_from..inner_to).unwrap_or_default();
                let position = first + inner_from as u32;
                tell_inner(han, pass, word, position, byte(inner_from), byte(inner_to));
            }
            from = to;
        }
        self.ends = ends;
        self.chars = chars;
        self.bytes = bytes;
    }

    /// The initials of the last words together, from each of them on, and of the name so far.
    fn tell_initials(&self, pass: &mut Pass<'_>, after: u32, end: usize) {
        for (at, word) in self.words.iter().enumerate().rev() {
            let initials = self.initials.get(word.initials..).unwrap_or_default();
            let most = if at == 0 { WHOLE } else { TOGETHER };
            if (2..=most).contains(&initials.len()) {
                pass.scratch.clear();
                pass.scratch.push('^');
                pass.scratch.push_str(initials);
                let width = after.saturating_sub(word.position);
                pass.tell_scratch(Kind::Initials, word.position, width, word.start, end);
            }
            if initials.len() > WHOLE {
                break;
            }
        }
    }
}

/// Shorter words of the dictionary inside a long one: 螺栓 in 六角螺栓, which people ask for by the short one, too.
fn inner_words(han: &dyn HanWords, chars: &[char], from: usize, to: usize) -> Vec<(usize, usize)> {
    let mut inner = Vec::new();
    if to - from < 3 {
        return inner;
    }
    for start in from..to {
        let rest = chars.get(start..to).unwrap_or_default();
        han.words_at(rest, &mut |length, _| {
            if (2..to - from).contains(&length) && length <= rest.len() {
                inner.push((start, start + length));
            }
        });
    }
    inner
}

/// Tells how a word inside another one is said, whole and by its initials.
fn tell_inner(
    han: &dyn HanWords,
    pass: &mut Pass<'_>,
    word: &[char],
    position: u32,
    start: usize,
    end: usize,
) {
    let mut said = "~".to_owned();
    let mut initials = "^".to_owned();
    han.reading(word, &mut |syllable| {
        said.push_str(syllable);
        initials.extend(syllable.chars().next());
    });
    let width = word.len() as u32;
    if initials.len() > 2 {
        tell_said(pass, &said, position, width, start, end);
        pass.tell(
            Kind::Initials,
            &initials,
            &initials,
            position,
            width,
            start,
            end,
        );
    }
}

/// Tells of a word as it is said; `ü`, here `v`, is typed `u` as well.
fn tell_said(pass: &mut Pass<'_>, said: &str, position: u32, width: u32, start: usize, end: usize) {
    pass.tell(Kind::Pinyin, said, said, position, width, start, end);
    if said.contains('v') {
        let typed = said.replace('v', "u");
        pass.tell(Kind::Pinyin, &typed, &typed, position, width, start, end);
    }
}
