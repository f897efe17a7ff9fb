//! The smallest parts of a folded text: runs of letters, of digits, of Han characters.

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Class {
    Letters,
    Digits,
    Han,
}

/// A run of one class; bytes of the folded text.
#[derive(Clone, Copy, Debug)]
pub struct Atom {
    pub class: Class,
    pub start: usize,
    pub end: usize,
}

fn class(c: char) -> Option<Class> {
    match c {
        'a'..='z' | 'A'..='Z' => Some(Class::Letters),
        '0'..='9' => Some(Class::Digits),
        '\0'..='\x7F' => None,
        '\u{4E00}'..='\u{9FFF}'
        | '\u{3400}'..='\u{4DBF}'
        | '々'
        | '〇'
        | '\u{F900}'..='\u{FAFF}'
        | '\u{20000}'..='\u{3FFFF}' => Some(Class::Han),
        'ª' | 'μ' | 'º' => Some(Class::Letters),
        // signs, punctuation, currency, arrows, boxes, private use, pictures
        '\u{80}'..='\u{BF}'
        | '×'
        | '÷'
        | '\u{2000}'..='\u{206F}'
        | '\u{20A0}'..='\u{20CF}'
        | '\u{2100}'..='\u{2BFF}'
        | '\u{2E00}'..='\u{2FFF}'
        | '\u{3000}'..='\u{303F}'
        | '・'
        | '\u{E000}'..='\u{F8FF}'
        | '\u{FE00}'..='\u{FE6F}'
        | '\u{FF00}'..='\u{FF65}'
        | '\u{FFE0}'..='\u{FFFF}'
        | '\u{1F000}'..='\u{1FAFF}'
        | '\u{E0000}'.. => None,
        _ => Some(Class::Letters),
    }
}

/// A letter of any script but Han.
pub fn is_letter(c: char) -> bool {
    class(c) == Some(Class::Letters)
}

/// Cuts a folded text into atoms.
pub fn cut(folded: &str, atoms: &mut Vec<Atom>) {
    atoms.clear();
    let mut open: Option<Atom> = None;
    for (at, c) in folded.char_indices() {
        let found = if c.is_ascii_lowercase() {
            Some(Class::Letters)
        } else {
            class(c)
        };
        if let Some(atom) = &mut open {
            if found == Some(atom.class) {
                continue;
            }
            atom.end = at;
            atoms.push(*atom);
        }
        open = found.map(|class| Atom {
            class,
            start: at,
            end: folded.len(),
        });
    }
    atoms.extend(open);
}
