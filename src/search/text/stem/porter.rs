//! English stemming: Porter2 as published at snowballstem.org ("The English (Porter2) stemming algorithm").
//!
//! Works in place on lower-case ASCII letters.
//! What the published list of exceptions lacks for goods (`lens`, `knives`) stands in the parent module.

/// Cuts `word` down to its stem; words of one or two letters stay.
pub fn stem(word: &mut String) {
    if word.len() <= 2 {
        return;
    }
    let (r1, r2) = regions(word.as_bytes());
    plural(word);
    if matches!(
        word.as_str(),
        "inning"
            | "outing"
            | "canning"
            | "herring"
            | "earring"
            | "proceed"
            | "exceed"
            | "succeed"
            | "evening"
    ) {
        return;
    }
    past_and_participle(word, r1);
    final_y(word);
    derivation(word, r1);
    second_derivation(word, r1, r2);
    residue(word, r2);
    final_letter(word, r1, r2);
}

/// `y` is a consonant at the beginning and after a vowel.
fn is_vowel(word: &[u8], at: usize) -> bool {
    match word.get(at) {
        Some(b'a' | b'e' | b'i' | b'o' | b'u') => true,
        Some(b'y') => at > 0 && !is_vowel(word, at - 1),
        _ => false,
    }
}

fn has_vowel(word: &[u8]) -> bool {
    (0..word.len()).any(|at| is_vowel(word, at))
}

/// Where R1 and R2 begin: after the first consonant that follows a vowel, and the same again within R1.
fn regions(word: &[u8]) -> (usize, usize) {
    let after = |from: usize| {
        (from + 1..word.len())
            .find(|&at| is_vowel(word, at - 1) && !is_vowel(word, at))
            .map_or(word.len(), |at| at + 1)
    };
    let special = [
        "gener", "commun", "arsen", "univers", "organ", "emerg", "later", "past", "inter",
    ]
    .iter()
    .find(|head| word.starts_with(head.as_bytes()));
    let r1 = special.map_or_else(|| after(0), |head| head.len());
    (r1, after(r1))
}

/// A vowel between consonants at the end (not before `w`, `x`, `y`), a vowel and a consonant as the whole word.
fn ends_short(word: &[u8]) -> bool {
    let n = word.len();
    if word == b"past" {
        return true;
    }
    if n == 2 {
        return is_vowel(word, 0) && !is_vowel(word, 1);
    }
    n > 2
        && !is_vowel(word, n - 3)
        && is_vowel(word, n - 2)
        && !is_vowel(word, n - 1)
        && !matches!(word[n - 1], b'w' | b'x' | b'y')
}

/// Step 1a.
fn plural(word: &mut String) {
    let n = word.len();
    if word.ends_with("sses") {
        word.truncate(n - 2);
    } else if word.ends_with("ied") || word.ends_with("ies") {
        word.truncate(if n > 4 { n - 2 } else { n - 1 });
    } else if word.ends_with('s')
        && !word.ends_with("us")
        && !word.ends_with("ss")
        && (0..n - 2).any(|at| is_vowel(word.as_bytes(), at))
    {
        word.truncate(n - 1);
    }
}

/// Step 1b.
fn past_and_participle(word: &mut String, r1: usize) {
    for suffix in ["eedly", "eed"] {
        if let Some(rest) = word.strip_suffix(suffix) {
            let rest = rest.len();
            if rest >= r1 {
                word.truncate(rest + 2);
            }
            return;
        }
    }
    let Some(rest) = ["ingly", "edly", "ing", "ed"]
        .iter()
        .find_map(|suffix| word.strip_suffix(suffix))
    else {
        return;
    };
    if !has_vowel(rest.as_bytes()) {
        // dying, tying: one consonant before the y, which turns back into ie
        if word.ends_with("ying") && word.len() == 5 {
            word.truncate(1);
            word.push_str("ie");
        }
        return;
    }
    let rest = rest.len();
    if word.ends_with("ying") && word.len() == 5 {
        word.truncate(1);
        word.push_str("ie");
        return;
    }
    word.truncate(rest);
    let bytes = word.as_bytes();
    let n = bytes.len();
    if ["at", "bl", "iz"].iter().any(|tail| word.ends_with(tail)) {
        word.push('e');
    } else if n >= 2 && bytes[n - 1] == bytes[n - 2] && b"bdfgmnprt".contains(&bytes[n - 1]) {
        // add, egg, off stay whole
        if n > 3 || !matches!(bytes[0], b'a' | b'e' | b'o') {
            word.truncate(n - 1);
        }
    } else if n <= r1 && ends_short(bytes) {
        word.push('e');
    }
}

/// Step 1c.
fn final_y(word: &mut String) {
    let n = word.len();
    if n > 2 && word.ends_with('y') && !is_vowel(word.as_bytes(), n - 2) {
        word.truncate(n - 1);
        word.push('i');
    }
}

/// Replaces the longest suffix of `rules` if it lies in the region.
fn replace(word: &mut String, region: usize, rules: &[(&str, &str)]) -> bool {
    let Some((suffix, by)) = rules.iter().find(|(suffix, _)| word.ends_with(suffix)) else {
        return false;
    };
    let rest = word.len() - suffix.len();
    if rest >= region {
        word.truncate(rest);
        word.push_str(by);
    }
    true
}

/// Step 2; longer suffixes stand before those they end in.
const DERIVATIONS: [(&str, &str); 23] = [
    ("ational", "ate"),
    ("fulness", "ful"),
    ("iveness", "ive"),
    ("ization", "ize"),
    ("ousness", "ous"),
    ("biliti", "ble"),
    ("lessli", "less"),
    ("tional", "tion"),
    ("alism", "al"),
    ("aliti", "al"),
    ("ation", "ate"),
    ("entli", "ent"),
    ("fulli", "ful"),
    ("iviti", "ive"),
    ("ogist", "og"),
    ("ousli", "ous"),
    ("abli", "able"),
    ("alli", "al"),
    ("anci", "ance"),
    ("ator", "ate"),
    ("enci", "ence"),
    ("izer", "ize"),
    ("bli", "ble"),
];

fn derivation(word: &mut String, r1: usize) {
    if !matches!(
        word.as_bytes().last(),
        Some(b'l' | b's' | b'n' | b'i' | b'm' | b't' | b'r')
    ) || replace(word, r1, &DERIVATIONS)
    {
        return;
    }
    let n = word.len();
    if word.ends_with("ogi") {
        if n > r1 + 2 && word.ends_with("logi") {
            word.truncate(n - 1);
        }
    } else if word.ends_with("li")
        && n >= r1 + 2
        && n > 2
        && b"cdeghkmnrt".contains(&word.as_bytes()[n - 3])
    {
        word.truncate(n - 2);
    }
}

/// Step 3.
fn second_derivation(word: &mut String, r1: usize, r2: usize) {
    const RULES: [(&str, &str); 8] = [
        ("ational", "ate"),
        ("tional", "tion"),
        ("alize", "al"),
        ("icate", "ic"),
        ("iciti", "ic"),
        ("ical", "ic"),
        ("ness", ""),
        ("ful", ""),
    ];
    if !matches!(word.as_bytes().last(), Some(b'l' | b'e' | b'i' | b's')) {
        return;
    }
    if word.ends_with("ative") {
        if word.len() - 5 >= r2 {
            word.truncate(word.len() - 5);
        }
        return;
    }
    replace(word, r1, &RULES);
}

/// Step 4.
fn residue(word: &mut String, r2: usize) {
    const RULES: [(&str, &str); 17] = [
        ("ement", ""),
        ("ance", ""),
        ("ence", ""),
        ("able", ""),
        ("ible", ""),
        ("ment", ""),
        ("ant", ""),
        ("ent", ""),
        ("ism", ""),
        ("ate", ""),
        ("iti", ""),
        ("ous", ""),
        ("ive", ""),
        ("ize", ""),
        ("al", ""),
        ("er", ""),
        ("ic", ""),
    ];
    let n = word.len();
    if n <= r2 {
        return;
    }
    if word.ends_with("ion") {
        if n >= r2 + 3 && (word.ends_with("sion") || word.ends_with("tion")) {
            word.truncate(n - 3);
        }
        return;
    }
    replace(word, r2, &RULES);
}

/// Step 5.
fn final_letter(word: &mut String, r1: usize, r2: usize) {
    let n = word.len();
    let cut = if word.ends_with('e') {
        n > r2 || n > r1 && !ends_short(&word.as_bytes()[..n - 1])
    } else {
        word.ends_with("ll") && n > r2
    };
    if cut {
        word.truncate(n - 1);
    }
}
