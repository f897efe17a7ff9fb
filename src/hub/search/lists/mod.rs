//! Lists as buyers paste them, made from the known items, and how many of their lines are matched rightly.
//!
//! Every line asks for one known item (by part number, GTIN, standard and size, name with a typing mistake, in English, in
//! Chinese, in Traditional or full-width letters) in one of the ways in which people write quantities. It is right if its
//! first choice is a right answer of the item and the quantity is the one that was written; what is doubtful must say so.

mod write;

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use std::time::Instant;

use search::ask::{Answer, Ask, Line, Other, OtherAnswer, Packed};
use search::lines::{Row, read};
use search::understood::Rates;

use super::engine::{self, Demonstration};
use super::known_items::{Case, Kind, generate};
use crate::{trouble::Trouble, workspace::Workspace};

/// Lines of one list.
pub const LENGTH: usize = 500;
/// The demonstration's rates: no line of these asks for a price.
const RATES: Rates = Rates {
    cny_per_sgd_millionths: 5_400_000,
    sgd_per_usd_millionths: 1_300_000,
};

/// How a line was asked for and what came of it.
struct Asked {
    case: Case,
    quantity: u32,
    line: Option<(Row, Line)>,
}

/// What became of lines.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Count {
    pub all: usize,
    /// Accepted, and the right thing.
    pub accepted: usize,
    /// Accepted, and another thing: nobody is asked.
    pub wrong: usize,
    /// Marked as doubtful with the right thing first.
    pub first: usize,
    /// Marked as doubtful with the right thing among the choices.
    pub among: usize,
    /// The quantity is not the one that was written.
    pub miscounted: usize,
}

impl Count {
    /// Right without a doubt or with one.
    pub fn right(&self) -> usize {
        self.accepted + self.first
    }

    fn add(&mut self, asked: &Asked) {
        self.all += 1;
        let Some((row, line)) = &asked.line else {
            self.miscounted += 1;
            return;
        };
        self.miscounted += usize::from(row.quantity != Some(asked.quantity));
        let is_right = |row| asked.case.answers.contains(&row);
        let is_first = line
            .choices
            .first()
            .is_some_and(|choice| is_right(choice.row));
        let is_among = line.choices.iter().any(|choice| is_right(choice.row));
        match (line.is_sure, is_first, is_among) {
            (true, true, _) => self.accepted += 1,
            (true, false, _) => self.wrong += 1,
            (false, true, _) => self.first += 1,
            (false, false, true) => self.among += 1,
            (false, false, false) => {}
        }
    }
}

/// Kinds of which a list of goods is made; nobody pastes pinyin.
fn is_listed(kind: Kind) -> bool {
    !matches!(kind, Kind::Pinyin | Kind::Initials)
}

/// All lists of the demonstration catalogue: text, with the case and quantity of each line.
pub fn lists(demonstration: &Demonstration) -> Vec<(String, Vec<(Case, u32)>)> {
    let mut cases = generate(&demonstration.products);
    cases.retain(|case| is_listed(case.kind));
    write::shuffle(&mut cases);
    let whole = cases.chunks_exact(LENGTH);
    whole
        .zip(0..)
        .map(|(cases, number)| write::list(cases, number))
        .collect()
}

fn ask(demonstration: &mut Demonstration, text: &str) -> Vec<(Row, Line)> {
    let rows = read(text, RATES).rows;
    let lines = Other::Lines(rows.iter().map(|row| row.ways.clone()).collect());
    let ask = Ask::Other {
        version: 0,
        other: Packed::new(&lines),
    };
    let answer = match demonstration.engine.answer(&ask) {
        Answer::Other { answer, .. } => answer.read(),
        _ => None,
    };
    let lines = match answer {
        Some(OtherAnswer::Lined(lines)) => lines,
        _ => Vec::new(),
    };
    rows.into_iter().zip(lines).collect()
}

fn ask_all(demonstration: &mut Demonstration) -> Vec<Asked> {
    let mut asked = Vec::new();
    for (text, cases) in lists(demonstration) {
        let began = Instant::now();
        let answer = ask(demonstration, &text);
        println!(
            "a list of {} lines: {} ms",
            cases.len(),
            began.elapsed().as_millis()
        );
        let mut lines: BTreeMap<u32, (Row, Line)> = answer
            .into_iter()
            .map(|line| (line.0.number, line))
            .collect();
        for ((case, quantity), place) in cases.into_iter().zip(write::FIRST_LINE..) {
            asked.push(Asked {
                line: lines.remove(&place),
                case,
                quantity,
            });
        }
    }
    asked
}

/// By kind, and over all.
fn count(asked: &[Asked]) -> (BTreeMap<Kind, Count>, Count) {
    let (mut kinds, mut all) = (BTreeMap::<Kind, Count>::new(), Count::default());
    for one in asked {
        kinds.entry(one.case.kind).or_default().add(one);
        all.add(one);
    }
    (kinds, all)
}

/// Prints the table; with `out`, writes every line whose first choice is wrong there.
pub fn print_report(workspace: &Workspace, out: Option<&Path>) -> Result<(), Trouble> {
    let mut demonstration = engine::demonstration(workspace)?;
    let asked = ask_all(&mut demonstration);
    let (kinds, all) = count(&asked);
    println!(
        "accepted right, accepted wrong, doubtful: right first, right among the choices, not there; miscounted; of"
    );
    for (name, count) in kinds
        .iter()
        .map(|(kind, count)| (kind.name(), count))
        .chain([("all", &all)])
    {
        let missed = count.all - count.accepted - count.wrong - count.first - count.among;
        println!(
            "{:>5} {:>4} {:>5} {:>4} {missed:>4} {:>4} {:>5}  {name}",
            count.accepted, count.wrong, count.first, count.among, count.miscounted, count.all
        );
    }
    println!("right: {} of {}", all.right(), all.all);
    let Some(out) = out else { return Ok(()) };
    let mut text = String::new();
    for one in &asked {
        let (row, line) = one.line.clone().unwrap_or_default();
        let first = line.choices.first().map(|choice| choice.row);
        let is_right = first.is_some_and(|row| one.case.answers.contains(&row));
        if is_right && row.quantity == Some(one.quantity) {
            continue;
        }
        let name = first.and_then(|row| demonstration.products.get(row as usize));
        let name = name.map_or("", |product| product.name.en.as_str());
        let (kind, sure) = (one.case.kind.name(), line.is_sure);
        writeln!(
            text,
            "{kind}\t{sure}\t{}\t{}\t{:?} of {}\t{name}",
            row.text,
            row.ways.join(" / "),
            row.quantity,
            one.quantity
        )
        .expect("text takes any text");
    }
    fs::write(out, text)
        .map_err(|error| Trouble::new(format!("{}: {error}", out.display()), "choose another file"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pasted_list_is_matched_and_its_doubtful_lines_are_marked() {
        let workspace = Workspace::find().unwrap();
        let mut demonstration = engine::demonstration(&workspace).unwrap();
        let asked = ask_all(&mut demonstration);
        let (_, all) = count(&asked);
        assert!(4 * LENGTH <= all.all, "{all:?}");
        assert!(all.all * 95 <= all.right() * 100, "{all:?}");
        assert!(all.wrong * 100 <= all.all, "{all:?}");
        assert_eq!(all.miscounted, 0, "{all:?}");
    }
}
