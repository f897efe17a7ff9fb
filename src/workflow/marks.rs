//! Which letters of a name a search matched.

use search::ask::Word;

/// A run of a text, and whether it is marked.
pub type Run<'a> = (bool, &'a str);

/// A letter as it is compared, and where it stands in the text.
struct Letter {
    folded: char,
    start: usize,
    end: usize,
}

/// Cuts a text into runs that match the words of a search and runs that do not. Put together, they are the text.
///
/// A mark is found at the beginning of a word; in Chinese, which has no spaces, anywhere. The longest one wins.
#[must_use]
pub fn runs<'a>(text: &'a str, words: &[Word]) -> Vec<Run<'a>> {
    let letters = fold(text);
    let marks: Vec<Vec<char>> = words
        .iter()
        .flat_map(|word| &word.marks)
        .map(|mark| fold(mark).into_iter().map(|letter| letter.folded).collect())
        .collect();
    let mut runs: Vec<Run> = Vec::new();
    // End of what is in `runs` already.
    let mut done = 0;
    let mut at = 0;
    while let Some(rest) = letters.get(at..).filter(|rest| !rest.is_empty()) {
        let before = at.checked_sub(1).and_then(|before| letters.get(before));
        let length = if begins_word(before, &rest[0]) {
            longest(rest, &marks)
        } else {
            0
        };
        if length == 0 {
            at += 1;
            continue;
        }
        let (start, end) = (rest[0].start, rest[length - 1].end);
        if done < start {
            runs.push((false, &text[done..start]));
        }
        match runs.last_mut() {
            // Neighbors are one mark, as the reader sees them.
            Some((true, last)) if done == start => *last = &text[done - last.len()..end],
            _ => runs.push((true, &text[start..end])),
        }
        done = end;
        at += length;
    }
    if done < text.len() {
        runs.push((false, &text[done..]));
    }
    runs
}

/// The words of a text that is still being typed, to be marked as they stand.
#[must_use]
pub fn typed(text: &str) -> Vec<Word> {
    let word = |text: &str| Word {
        text: text.to_owned(),
        marks: vec![text.to_owned()],
    };
    text.split_whitespace().map(word).collect()
}

fn longest(letters: &[Letter], marks: &[Vec<char>]) -> usize {
    let begins = |mark: &&Vec<char>| {
        mark.len() <= letters.len()
            && (mark.iter().zip(letters)).all(|(mark, letter)| *mark == letter.folded)
    };
    let found = marks.iter().filter(begins).map(Vec::len);
    found.max().unwrap_or(0)
}

/// A word begins behind what is no letter, and where letters and digits meet; each Chinese character begins one.
fn begins_word(before: Option<&Letter>, letter: &Letter) -> bool {
    let Some(before) = before else { return true };
    let kind = |letter: char| match letter {
        '0'..='9' => 1,
        _ if !letter.is_alphanumeric() => 2,
        _ if letter < '\u{2e80}' => 3,
        _ => 4,
    };
    let (left, right) = (kind(before.folded), kind(letter.folded));
    left != right || right == 4
}

/// Lower case, full width as half width, `×` and `*` as `x` without the spaces around them: as the engine reads sizes.
fn fold(text: &str) -> Vec<Letter> {
    let mut letters: Vec<Letter> = Vec::new();
    for (start, letter) in text.char_indices() {
        let narrow = match letter {
            '\u{3000}' => ' ',
            '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(letter) - 0xfee0).unwrap_or(letter),
            _ => letter,
        };
        let times = matches!(narrow, '×' | '*');
        let between = narrow == ' ' && text[start..].trim_start().starts_with(['×', '*', '＊']);
        let behind = narrow == ' ' && text[..start].trim_end().ends_with(['×', '*', '＊']);
        if between || behind {
            continue;
        }
        letters.push(Letter {
            folded: if times {
                'x'
            } else {
                // The few letters that become two in lower case are in no name of the trade.
                narrow.to_lowercase().next().unwrap_or(narrow)
            },
            start,
            end: start + letter.len_utf8(),
        });
    }
    letters
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `marks` with spaces between; marked runs of the text come back in brackets.
    #[track_caller]
    fn check(text: &str, marks: &str, expected: &str) {
        let words = [Word {
            text: String::new(),
            marks: marks.split_whitespace().map(str::to_owned).collect(),
        }];
        let runs = runs(text, &words);
        let together: String = runs.iter().map(|(_, run)| *run).collect();
        assert_eq!(together, text, "nothing is lost");
        let shown: String = runs
            .iter()
            .map(|&(marked, run)| match marked {
                true => format!("[{run}]"),
                false => run.to_owned(),
            })
            .collect();
        assert_eq!(shown, expected);
    }

    #[test]
    fn words_are_marked_from_their_beginnings() {
        check("Hex bolt, full thread", "bolt", "Hex [bolt], full thread");
        check("Hex Bolts", "bolt", "Hex [Bolt]s");
        check("Thunderbolt", "bolt", "Thunderbolt");
        check("Hex bolt", "", "Hex bolt");
        check("", "bolt", "");
    }

    #[test]
    fn the_longest_mark_wins_and_neighbors_join() {
        check("stainless steel", "stain stainless", "[stainless] steel");
        check("304不锈钢", "304 不锈钢", "[304不锈钢]");
    }

    #[test]
    fn sizes_are_found_however_they_are_written() {
        for mark in ["m8x40", "M8×40", "m8*40"] {
            check("Bolt M8 × 40, zinc", mark, "Bolt [M8 × 40], zinc");
            check("螺栓 M8×40 镀锌", mark, "螺栓 [M8×40] 镀锌");
        }
        check("6204-2RS", "2rs", "6204-[2RS]");
        check("500 ml", "500", "[500] ml");
    }

    #[test]
    fn chinese_is_marked_anywhere() {
        check("外六角螺栓", "螺栓", "外六角[螺栓]");
        check("不锈钢螺丝", "螺丝 不锈钢", "[不锈钢螺丝]");
        // The engine tells Traditional and Simplified marks of one word.
        check("不鏽鋼螺絲", "螺丝 螺絲", "不鏽鋼[螺絲]");
        check("螺丝刀", "螺栓", "螺丝刀");
    }

    #[test]
    fn width_does_not_matter() {
        check("ＩＳＯ４０１７ 螺栓", "iso4017", "[ＩＳＯ４０１７] 螺栓");
    }

    #[test]
    fn what_is_typed_is_marked_as_it_stands() {
        let words = typed(" Hex  bo ");
        assert_eq!(
            runs("hex bolt", &words),
            [(true, "hex"), (false, " "), (true, "bo"), (false, "lt")]
        );
    }
}
