//! Invented names, sizes and part numbers.

const SYLLABLES: [&str; 24] = [
    "ka", "to", "ri", "vel", "mar", "sun", "lin", "jo", "pra", "dex", "um", "tan", "hei", "bor",
    "qi", "nal", "sto", "gre", "wei", "fa", "zen", "oro", "lux", "tem",
];
/// Sizes that things are made in: a decade in ten steps.
const PREFERRED: [f64; 10] = [1.0, 1.25, 1.6, 2.0, 2.5, 3.0, 4.0, 5.0, 6.0, 8.0];

/// The invented word of this number: two to four syllables.
pub fn brand(number: usize) -> String {
    let count = SYLLABLES.len();
    let mut rest = number;
    let mut name = String::new();
    for turn in 0..4 {
        name += SYLLABLES[(rest + turn * 7) % count];
        rest /= count;
        if rest == 0 && 0 < turn {
            break;
        }
    }
    let first = name.remove(0).to_ascii_uppercase();
    format!("{first}{name}")
}

/// The text with every number that is a size moved `steps` along the preferred series. What stands behind a letter is a
/// size too (`M8`); years and standards of four digits and more stay.
pub fn resize(text: &str, steps: usize) -> String {
    if steps == 0 {
        return text.to_owned();
    }
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(start) = rest.find(|c: char| c.is_ascii_digit()) {
        let (before, from) = rest.split_at(start);
        let end = from
            .find(|c: char| !c.is_ascii_digit() && c != '.')
            .unwrap_or(from.len());
        let (number, after) = from.split_at(end);
        out += before;
        out += &resized(number, steps);
        rest = after;
    }
    out + rest
}

fn resized(number: &str, steps: usize) -> String {
    let Ok(value) = number.parse::<f64>() else {
        return number.to_owned();
    };
    let whole_digits = number.find('.').unwrap_or(number.len());
    if 4 <= whole_digits || value <= 0.0 {
        return number.to_owned();
    }
    let mut decade = 0.01;
    while decade * 10.0 <= value {
        decade *= 10.0;
    }
    let place = PREFERRED
        .iter()
        .rposition(|step| *step * decade <= value * 1.0001)
        .unwrap_or_default()
        + steps;
    let moved = PREFERRED[place % PREFERRED.len()]
        * decade
        * if PREFERRED.len() <= place { 10.0 } else { 1.0 };
    let text = format!("{moved:.3}");
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

/// `KAT-M8X40-01F3`: maker, the first size in the name, and the number that makes it unique.
pub fn part_number(maker: &str, name: &str, number: u32) -> String {
    let size: String = name
        .split([' ', ','])
        .find(|part| part.chars().any(|c| c.is_ascii_digit()))
        .unwrap_or("X")
        .chars()
        .filter(char::is_ascii_alphanumeric)
        .collect();
    let maker: String = maker.chars().take(3).collect();
    format!(
        "{}-{}-{number:04X}",
        maker.to_uppercase(),
        size.to_uppercase()
    )
}
