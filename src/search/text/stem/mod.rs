//! From a word as it is written to the term that its forms share.

mod known;
mod porter;

pub use known::Known;

/// Forms that no rule reaches, in rising order: irregular plurals, and words for goods that the rules would take for
/// plurals or confuse with others.
const IRREGULAR: [(&str, &str); 62] = [
    ("andes", "andes"),
    ("atlas", "atlas"),
    ("bias", "bias"),
    ("buses", "bus"),
    ("calves", "calf"),
    ("canvas", "canvas"),
    ("canvases", "canvas"),
    ("children", "child"),
    ("childrens", "child"),
    ("cosmos", "cosmos"),
    ("dice", "die"),
    ("dying", "die"),
    ("earli", "earli"),
    ("early", "earli"),
    ("elves", "elf"),
    ("feet", "foot"),
    ("gas", "gas"),
    ("gases", "gas"),
    ("geese", "goose"),
    ("gentl", "gentl"),
    ("gently", "gentl"),
    ("grandchildren", "grandchild"),
    ("halves", "half"),
    ("hooves", "hoof"),
    ("howe", "howe"),
    ("idl", "idl"),
    ("idly", "idl"),
    ("kitchenaid", "kitchenaid"),
    ("knives", "knife"),
    ("leaves", "leaf"),
    ("lens", "lens"),
    ("lenses", "lens"),
    ("lice", "louse"),
    ("lives", "life"),
    ("loaves", "loaf"),
    ("lying", "lie"),
    ("men", "man"),
    ("mens", "man"),
    ("mice", "mouse"),
    ("news", "news"),
    ("onli", "onli"),
    ("only", "onli"),
    ("ourselves", "ourself"),
    ("oxen", "ox"),
    ("scarves", "scarf"),
    ("selves", "self"),
    ("shelves", "shelf"),
    ("singl", "singl"),
    ("singly", "singl"),
    ("skies", "sky"),
    ("skis", "ski"),
    ("sky", "sky"),
    ("teeth", "tooth"),
    ("themselves", "themself"),
    ("thieves", "thief"),
    ("tying", "tie"),
    ("ugli", "ugli"),
    ("ugly", "ugli"),
    ("wives", "wife"),
    ("wolves", "wolf"),
    ("women", "woman"),
    ("womens", "woman"),
];

/// Words longer than this are no English words; stemming would only cost time.
const LONGEST: usize = 24;

/// Replaces a folded word by its stem. Words with anything but ASCII letters in them stay.
pub fn stem(word: &mut String) {
    if word.len() <= 2
        || word.len() > LONGEST
        || !word.bytes().all(|byte| byte.is_ascii_lowercase())
    {
        return;
    }
    if let Some(singular) = irregular(word) {
        let done = irregular(singular).is_some();
        word.clear();
        word.push_str(singular);
        if done {
            return;
        }
    }
    porter::stem(word);
}

fn irregular(word: &str) -> Option<&'static str> {
    let at = IRREGULAR
        .binary_search_by(|(form, _)| (*form).cmp(word))
        .ok()?;
    Some(IRREGULAR[at].1)
}

/// The stem of a folded word.
pub fn stemmed(word: &str) -> String {
    let mut word = word.to_owned();
    stem(&mut word);
    word
}
