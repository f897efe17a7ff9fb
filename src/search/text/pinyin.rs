//! Latin letters of a query as pinyin.
//!
//! Documents have the terms `~buxiugang` (a word as it is said), `~bu`, `~xiu`, `~gang` (its characters) and `^bxg`,
//! `^bxgls` (initials of words together, up to eight, and of a name from its beginning up to twelve). A query is
//! looked up by [`initials_term`] as one word, and by [`words_said`] as one word or as several that were typed apart.

/// Every toneless syllable of Standard Chinese, `v` for `ü`, by its initial.
const SYLLABLES: [(&str, &str); 24] = [
    ("b", "a ai an ang ao ei en eng i ian iao ie in ing o u"),
    ("p", "a ai an ang ao ei en eng i ian iao ie in ing o ou u"),
    (
        "m",
        "a ai an ang ao e ei en eng i ian iao ie in ing iu o ou u",
    ),
    ("f", "a an ang ei en eng iao o ou u"),
    (
        "d",
        "a ai an ang ao e ei en eng i ia ian iao ie ing iu ong ou u uan ui un uo",
    ),
    (
        "t",
        "a ai an ang ao e ei eng i ian iao ie ing ong ou u uan ui un uo",
    ),
    (
        "n",
        "a ai an ang ao e ei en eng i ian iang iao ie in ing iu ong ou u uan ue un uo v ve",
    ),
    (
        "l",
        "a ai an ang ao e ei eng i ia ian iang iao ie in ing iu o ong ou u uan ue un uo v ve",
    ),
    (
        "g",
        "a ai an ang ao e ei en eng ong ou u ua uai uan uang ui un uo",
    ),
    (
        "k",
        "a ai an ang ao e ei en eng ong ou u ua uai uan uang ui un uo",
    ),
    (
        "h",
        "a ai an ang ao e ei en eng ong ou u ua uai uan uang ui un uo",
    ),
    ("j", "i ia ian iang iao ie in ing iong iu u uan ue un"),
    ("q", "i ia ian iang iao ie in ing iong iu u uan ue un"),
    ("x", "i ia ian iang iao ie in ing iong iu u uan ue un"),
    (
        "zh",
        "a ai an ang ao e ei en eng i ong ou u ua uai uan uang ui un uo",
    ),
    (
        "ch",
        "a ai an ang ao e en eng i ong ou u ua uai uan uang ui un uo",
    ),
    (
        "sh",
        "a ai an ang ao e ei en eng i ou u ua uai uan uang ui un uo",
    ),
    ("r", "an ang ao e en eng i ong ou u ua uan ui un uo"),
    ("z", "a ai an ang ao e ei en eng i ong ou u uan ui un uo"),
    ("c", "a ai an ang ao e en eng i ong ou u uan ui un uo"),
    ("s", "a ai an ang ao e en eng i ong ou u uan ui un uo"),
    ("y", "a an ang ao e i in ing o ong ou u uan ue un"),
    ("w", "a ai an ang ao ei en eng o u"),
    ("", "a ai an ang ao e ei en eng er o ou"),
];

/// The longest run of letters that is looked at.
const LONGEST: usize = 40;

/// Whether the letters are one syllable.
pub fn is_syllable(letters: &str) -> bool {
    let at = letters
        .find(|c: char| "aeiouv".contains(c))
        .unwrap_or(letters.len());
    let (initial, rest) = letters.split_at(at);
    let finals = SYLLABLES.iter().find(|(known, _)| *known == initial);
    finals.is_some_and(|(_, finals)| finals.split(' ').any(|known| known == rest))
}

/// Which ends of the letters a row of whole syllables comes to, as bits.
fn reachable(letters: &str) -> u64 {
    let mut reached = 1u64;
    for from in 0..letters.len() {
        if reached >> from & 1 == 1 {
            for to in from + 1..=(from + 6).min(letters.len()) {
                if is_syllable(&letters[from..to]) {
                    reached |= 1 << to;
                }
            }
        }
    }
    reached
}

/// Whether a folded word reads as one or more whole syllables.
pub fn is_pinyin(folded: &str) -> bool {
    let fits = (1..=LONGEST).contains(&folded.len())
        && folded.bytes().all(|byte| byte.is_ascii_lowercase());
    fits && reachable(folded) >> folded.len() & 1 == 1
}

/// The term that a folded word is looked up by as initials; none where it cannot be.
pub fn initials_term(folded: &str) -> Option<String> {
    // no syllable begins with i, u or v
    let fits = (2..=12).contains(&folded.len())
        && folded
            .bytes()
            .all(|byte| byte.is_ascii_lowercase() && !matches!(byte, b'i' | b'u' | b'v'));
    fits.then(|| format!("^{folded}"))
}

/// Ways to read the same letters that are told.
const READINGS: usize = 4;

/// The words that neighboring folded words of a query are when read together (`bu xiu gang`, `buxiugang luosi`,
/// `buxiugangluosi`): terms that `known` knows, as few as cover all letters. Several readings where as few words cover
/// them in several ways (`quanya` is `quan ya` and `qu anya`); none where nothing covers them.
pub fn words_said(typed: &[&str], known: &dyn Fn(&str) -> bool) -> Vec<Vec<String>> {
    let letters = typed.concat();
    if letters.is_empty() || letters.len() > LONGEST || !typed.iter().all(|word| is_pinyin(word)) {
        return Vec::new();
    }
    // the fewest words to each end, and where the last of them may begin
    let mut best: Vec<Option<(u32, Vec<usize>)>> = vec![None; letters.len() + 1];
    best[0] = Some((0, Vec::new()));
    for from in 0..letters.len() {
        let Some(count) = best[from].as_ref().map(|(count, _)| count + 1) else {
            continue;
        };
        let ends = reachable(&letters[from..]);
        for to in from + 1..=letters.len() {
            let is_said = ends >> (to - from) & 1 == 1;
            if !is_said || !known(&format!("~{}", &letters[from..to])) {
                continue;
            }
            match &mut best[to] {
                Some((before, starts)) if *before == count => starts.push(from),
                Some((before, _)) if *before < count => {}
                place => *place = Some((count, vec![from])),
            }
        }
    }
    let mut readings = Vec::new();
    let mut open = vec![(letters.len(), Vec::new())];
    while let Some((to, behind)) = open.pop() {
        if to == 0 && !letters.is_empty() {
            readings.push(behind.into_iter().rev().collect());
            if readings.len() == READINGS {
                break;
            }
            continue;
        }
        let starts = best[to].as_ref().map_or(&[][..], |(_, starts)| starts);
        for &from in starts {
            let mut words: Vec<String> = behind.clone();
            words.push(format!("~{}", &letters[from..to]));
            open.push((from, words));
        }
    }
    readings
}
