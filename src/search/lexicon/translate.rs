//! A query's words as they may be called in the other language.

use super::Lexicon;
use crate::order;

/// What a word may be called in the other language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wording {
    /// As people write it, for the reason shown: `stainless steel`, `手电筒`.
    pub text: String,
    /// The terms of the analysis, in order: stemmed words of an English phrase; one dictionary word for Chinese.
    pub terms: Vec<String>,
    /// How sure the translation is in this query and this index, 1 to 100.
    pub weight: u8,
}

/// A stretch of the query, and what it may be called. A document answers the stretch by the best of the wordings: a
/// wording of several terms only as far as all of them are there, near each other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stretch {
    /// The first character (Chinese) or word (English) of the stretch.
    pub start: usize,
    /// One after the last.
    pub end: usize,
    /// Surest first; empty for what no dictionary has, and for what asks for nothing.
    pub wordings: Vec<Wording>,
    /// The stretch asks for nothing (的, 适用于): leave it out.
    pub silent: bool,
}

/// How many documents must have a long word's name for its pieces to be left out.
const ENOUGH: u32 = 3;
/// A word taken from its pieces says less than the word.
const PIECES: u32 = 65;
/// Added to the cost of a word of which the index has no name, in hundredths of a bit.
const NAMELESS: u32 = 900;
/// The cost of a character that is no word.
const NO_WORD: u32 = 3200;
/// Our own words of one character are surer than this; those of the general dictionary mean too much.
const OURS: u8 = 70;
/// What is left of the weight of a lone character of the general dictionary, in hundredths.
const LONE: u32 = 60;
/// What is left of the weight of a part of a name (`case`) where it answers another word of it (`phone`), hundredths.
const PART: u32 = 30;
/// Wordings of a stretch at most: more cost time and bring noise.
const MOST: usize = 8;

impl Lexicon {
    /// What a Chinese word may be called in English, surest first.
    pub fn english(&self, word: &[char]) -> Vec<Wording> {
        self.word_of(word)
            .map(|word| self.names(word))
            .unwrap_or_default()
    }

    fn names(&self, word: u32) -> Vec<Wording> {
        let word = word as usize;
        let (Some(start), Some(end)) = (self.links.get(word), self.links.get(word + 1)) else {
            return Vec::new();
        };
        (*start..*end)
            .filter_map(|link| {
                let (phrase, weight) = self.link(link)?;
                Some(Wording {
                    weight,
                    ..self.phrase(phrase)?
                })
            })
            .collect()
    }

    /// What an English word or phrase, as analyzed terms, may be called in Chinese, surest first.
    pub fn chinese(&self, terms: &[&str]) -> Vec<Wording> {
        let Some(phrase) = self.phrase_of(&terms.join(" ")) else {
            return Vec::new();
        };
        let phrase = phrase as usize;
        let (Some(start), Some(end)) = (self.backward.get(phrase), self.backward.get(phrase + 1))
        else {
            return Vec::new();
        };
        let mut wordings: Vec<Wording> = (*start..*end)
            .filter_map(|place| {
                let (word, link) = *self.sources.get(place as usize)?;
                let text = self.spelled(word)?;
                Some(Wording {
                    terms: vec![text.clone()],
                    text,
                    weight: self.link(link)?.1,
                })
            })
            .collect();
        surest_first(&mut wordings);
        wordings
    }
}

impl Lexicon {
    /// The lengths of the words that a run of Han characters is made of.
    pub fn cut(&self, run: &[char]) -> Vec<usize> {
        cut(self, run, run.len(), &|_| 1)
    }
}

/// Cuts one run of Han characters (Simplified) into words and renders each in English. `frequency` tells how many
/// documents have an English term: among senses those that the index knows win, and a long word is taken in its parts
/// when the index has none of its names. The stretches follow one another and leave nothing out.
pub fn han(lexicon: &Lexicon, run: &[char], frequency: &dyn Fn(&str) -> u32) -> Vec<Stretch> {
    let mut stretches = Vec::new();
    let mut start = 0;
    for length in cut(lexicon, run, run.len(), frequency) {
        let word = &run[start..start + length];
        let named = lexicon.word_of(word).is_some();
        let all = lexicon.english(word);
        let mut wordings = known(&all, frequency);
        let reached = wordings
            .iter()
            .map(|wording| documents(wording, frequency))
            .max()
            .unwrap_or(0);
        if 1 < length && reached < ENOUGH {
            wordings.extend(from_pieces(lexicon, word, frequency));
        }
        finish(&mut wordings);
        let silent = named && all.is_empty() && wordings.is_empty();
        stretches.push(Stretch {
            start,
            end: start + length,
            wordings,
            silent,
        });
        start += length;
    }
    quiet(run, &mut stretches);
    stretches
}

/// Characters that foreign names are spelled with (Xinhua's tables of transliteration, the common ones).
const SPELLING: &str = "阿埃艾爱安昂奥巴白柏拜班邦鲍贝本比彼别宾波伯博勃卜布查达戴丹当道德登邓迪蒂丁顿多厄恩尔法凡范菲费芬丰佛弗福\
富盖冈高戈格葛根古瓜哈海汉翰豪赫黑亨华怀惠霍基吉季加贾杰金津卡凯坎康考柯科克肯孔库夸奎昆拉莱赖兰朗劳乐勒雷黎\
李里理利丽莉立列林琳龙隆卢鲁路伦罗洛马玛麦迈曼芒毛梅门蒙米密敏明莫默姆木穆纳娜南内尼年涅宁纽农努诺欧帕潘庞佩\
彭皮珀普奇恰钱乔切琴琼丘屈让热日荣儒瑞若萨塞赛桑瑟森沙莎山尚绍舍申圣施什史士斯思松苏孙索塔泰坦汤唐陶特腾提廷\
通图托瓦万旺威韦维卫魏温文翁沃乌武西希锡夏香肖歇谢辛欣兴休许雅亚延扬耶叶伊易因英尤于雨约泽扎詹珍芝朱兹佐";

/// Takes the meaning from characters that stand side by side, are no words of the trade and spell a name (布雷特):
/// what each of them means says nothing. Others keep some of their weight.
fn quiet(run: &[char], stretches: &mut [Stretch]) {
    let vague: Vec<bool> = stretches
        .iter()
        .map(|stretch| {
            let best = stretch.wordings.first().map_or(0, |wording| wording.weight);
            stretch.end - stretch.start == 1 && best < OURS && !stretch.silent
        })
        .collect();
    let spells: Vec<bool> = stretches
        .iter()
        .map(|stretch| {
            stretch.end - stretch.start == 1
                && run[stretch.start..stretch.end]
                    .iter()
                    .all(|c| SPELLING.contains(*c))
        })
        .collect();
    for (index, stretch) in stretches.iter_mut().enumerate() {
        let before = index.checked_sub(1).is_some_and(|before| spells[before]);
        if spells[index] && (before || spells.get(index + 1) == Some(&true)) {
            stretch.wordings.clear();
        }
        if !vague[index] {
            continue;
        }
        for wording in &mut stretch.wordings {
            let weight = u32::from(wording.weight) * LONE / 100;
            wording.weight = u8::try_from(weight).unwrap_or(1).max(1);
        }
    }
}

/// What to ask for, word by word: `phone case`, `cell phone case`, `cover` become (`phone` or `cover`), (`case` or
/// `cover`). The surest wording says how many words; another of as many lends its words one by one, any other answers
/// each of them as a whole.
pub fn word_by_word(wordings: &[Wording]) -> Vec<Vec<Wording>> {
    let Some(first) = wordings.first() else {
        return Vec::new();
    };
    let one = |wording: &Wording, term: &String| Wording {
        text: wording.text.clone(),
        terms: vec![term.clone()],
        weight: wording.weight,
    };
    let count = first.terms.len();
    (0..count)
        .map(|place| {
            let mut names: Vec<Wording> = Vec::new();
            for wording in wordings {
                let mut name = match wording.terms.get(place) {
                    Some(term) if wording.terms.len() == count => one(wording, term),
                    _ => wording.clone(),
                };
                let is_part = name.terms.iter().all(|term| first.terms.contains(term));
                if is_part && !name.terms.contains(&first.terms[place]) {
                    name.weight = u8::try_from(u32::from(name.weight) * PART / 100)
                        .unwrap_or(1)
                        .max(1);
                }
                if !names.iter().any(|other| other.terms == name.terms) {
                    names.push(name);
                }
            }
            names
        })
        .collect()
}

/// Renders a run of English words, given as analyzed terms, in Chinese: phrases before words. `frequency` tells how
/// many documents have a Chinese word.
pub fn latin(lexicon: &Lexicon, run: &[&str], frequency: &dyn Fn(&str) -> u32) -> Vec<Stretch> {
    /// No name of a thing in the trade has more words.
    const LONGEST: usize = 4;
    let mut stretches = Vec::new();
    let mut start = 0;
    while start < run.len() {
        let longest = LONGEST.min(run.len() - start);
        let found = (1..=longest).rev().find_map(|length| {
            let mut wordings = known(&lexicon.chinese(&run[start..start + length]), frequency);
            finish(&mut wordings);
            (!wordings.is_empty()).then_some((length, wordings))
        });
        let (length, wordings) = found.unwrap_or((1, Vec::new()));
        stretches.push(Stretch {
            start,
            end: start + length,
            wordings,
            silent: false,
        });
        start += length;
    }
    stretches
}

/// How many documents have all terms of a wording, at most.
fn documents(wording: &Wording, frequency: &dyn Fn(&str) -> u32) -> u32 {
    wording
        .terms
        .iter()
        .map(|term| frequency(term))
        .min()
        .unwrap_or(0)
}

/// The wordings of which the index has every term.
fn known(wordings: &[Wording], frequency: &dyn Fn(&str) -> u32) -> Vec<Wording> {
    wordings
        .iter()
        .filter(|wording| 0 < documents(wording, frequency))
        .cloned()
        .collect()
}

fn surest_first(wordings: &mut [Wording]) {
    order::sort(wordings, |a, b| {
        b.weight.cmp(&a.weight).then_with(|| a.text.cmp(&b.text))
    });
}

fn finish(wordings: &mut Vec<Wording>) {
    surest_first(wordings);
    let mut seen: Vec<Vec<String>> = Vec::new();
    wordings.retain(|wording| {
        let is_new = !seen.contains(&wording.terms);
        seen.push(wording.terms.clone());
        is_new
    });
    wordings.truncate(MOST);
}

/// The lengths of the words on the cheapest way through a run; words longer than `longest` are not taken.
fn cut(
    lexicon: &Lexicon,
    run: &[char],
    longest: usize,
    frequency: &dyn Fn(&str) -> u32,
) -> Vec<usize> {
    // The cheapest way to the end from each place, and the length of its first word.
    let mut best = vec![(0_u32, 0_usize); run.len() + 1];
    for start in (0..run.len()).rev() {
        let mut cheapest = (best[start + 1].0.saturating_add(NO_WORD), 1);
        lexicon.words_at(&run[start..], &mut |found| {
            if longest < found.length {
                return;
            }
            let names = lexicon.names(found.word);
            let is_nameless = !names.is_empty() && known(&names, frequency).is_empty();
            let cost = found.cost + if is_nameless { NAMELESS } else { 0 };
            let way = best[start + found.length].0.saturating_add(cost);
            if way <= cheapest.0 {
                cheapest = (way, found.length);
            }
        });
        best[start] = cheapest;
    }
    let mut lengths = Vec::new();
    let mut at = 0;
    while at < run.len() {
        lengths.push(best[at].1);
        at += best[at].1;
    }
    lengths
}

/// A word by the surest names of its pieces, one after the other.
fn from_pieces(
    lexicon: &Lexicon,
    word: &[char],
    frequency: &dyn Fn(&str) -> u32,
) -> Option<Wording> {
    let (mut text, mut terms, mut weight, mut at) = (Vec::new(), Vec::new(), 100, 0);
    for length in cut(lexicon, word, word.len() - 1, frequency) {
        let names = known(&lexicon.english(&word[at..at + length]), frequency);
        let best = names.into_iter().next()?;
        weight = weight.min(u32::from(best.weight));
        text.push(best.text);
        terms.extend(best.terms);
        at += length;
    }
    terms.dedup();
    let weight = u8::try_from(weight * PIECES / 100).unwrap_or(1);
    Some(Wording {
        text: text.join(" "),
        terms,
        weight: weight.max(1),
    })
}
