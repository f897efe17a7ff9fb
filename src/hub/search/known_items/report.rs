//! How many known items come among the first, by kind of case, and which do not.

use std::{collections::BTreeMap, fmt::Write, fs, path::Path};

use domain::Product;

use super::{Case, FIRST, Kind, generate};
use crate::{
    search::engine::{self, Demonstration},
    trouble::Trouble,
    workspace::Workspace,
};

/// Looked at for what failed: how far down it is.
const DEEP: u32 = 20;

/// A case with the rows that the engine gave, best first.
struct Asked {
    case: Case,
    hits: Vec<u32>,
}

impl Asked {
    fn is_found(&self) -> bool {
        let mut first = self.hits.iter().take(FIRST);
        first.any(|row| self.case.answers.contains(row))
    }
}

/// Asks the engine every case.
fn ask_all(demonstration: &mut Demonstration) -> Vec<Asked> {
    let cases = generate(&demonstration.products).into_iter();
    cases
        .map(|case| Asked {
            hits: engine::rows(&mut demonstration.engine, &case.query, DEEP),
            case,
        })
        .collect()
}

/// Found, and asked in all.
pub fn totals(workspace: &Workspace) -> Result<(usize, usize), Trouble> {
    let mut demonstration = engine::demonstration(workspace)?;
    let (_, totals) = count(&ask_all(&mut demonstration));
    Ok(totals)
}

/// Found, and asked in all, by kind and over all kinds.
fn count(asked: &[Asked]) -> (BTreeMap<Kind, (usize, usize)>, (usize, usize)) {
    let mut kinds: BTreeMap<Kind, (usize, usize)> = BTreeMap::new();
    for one in asked {
        let (found, all) = kinds.entry(one.case.kind).or_default();
        *found += usize::from(one.is_found());
        *all += 1;
    }
    let sum = kinds
        .values()
        .fold((0, 0), |sum, kind| (sum.0 + kind.0, sum.1 + kind.1));
    (kinds, sum)
}

/// `98.7 %`, cut and not rounded, so that nothing that failed looks whole.
fn share(found: usize, all: usize) -> String {
    let tenths = found * 1000 / all.max(1);
    format!("{}.{} %", tenths / 10, tenths % 10)
}

/// Prints the table; with `out`, writes every case that was not found there.
pub fn print_report(workspace: &Workspace, out: Option<&Path>) -> Result<(), Trouble> {
    let mut demonstration = engine::demonstration(workspace)?;
    let asked = ask_all(&mut demonstration);
    let (kinds, (found, all)) = count(&asked);
    for kind in Kind::ALL {
        let (found, all) = kinds.get(&kind).copied().unwrap_or_default();
        println!(
            "{:>8}  {found:>4} of {all:<4}  {}",
            share(found, all),
            kind.name()
        );
    }
    println!(
        "{:>8}  {found:>4} of {all:<4}  all, in the first {FIRST}",
        share(found, all)
    );
    if let Some(file) = out {
        let text = failures(&asked, &demonstration.products);
        fs::write(file, text).map_err(|error| Trouble::file(file, &error))?;
        println!("what was not found is in {}", file.display());
    }
    Ok(())
}

/// What was not found: kind, query, one right answer, and what came instead.
fn failures(asked: &[Asked], products: &[Product]) -> String {
    let name = |row: u32| {
        let product = usize::try_from(row).ok().and_then(|at| products.get(at));
        product.map_or_else(
            || "?".to_owned(),
            |product| {
                format!(
                    "{} | {} | {}",
                    product.sku, product.name.en, product.name.zh
                )
            },
        )
    };
    let mut text = String::new();
    for one in asked.iter().filter(|one| !one.is_found()) {
        let answer = one
            .case
            .answers
            .first()
            .map_or_else(String::new, |row| name(*row));
        let place = one
            .hits
            .iter()
            .position(|row| one.case.answers.contains(row));
        writeln!(
            text,
            "{}: {:?}\n  right ({}): {answer}{}",
            one.case.kind.name(),
            one.case.query,
            one.case.answers.len(),
            place.map_or_else(String::new, |place| format!("  at place {}", place + 1)),
        )
        .expect("writing to a string cannot fail");
        for row in one.hits.iter().take(FIRST) {
            writeln!(text, "  came: {}", name(*row)).expect("writing to a string cannot fail");
        }
    }
    text
}
