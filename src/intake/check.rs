use std::collections::HashMap;
use std::mem::discriminant;

use catalogue::{Checked, Checker, Problem, columns};
use publish::Shelf;
use search::ask::{Found, Part};
use search::engine::Engine;
use search::lexicon::Lexicon;
use workflow::intake::ask;
use workflow::intake::ask::{Answer, Kind, Line, Source, Tally};

use crate::desk::{House, number};
use crate::list::Places;
use crate::open::{Open, from_message, problem};
use crate::shown;

/// Kinds of problems that are told: more would be a list of its own.
const MOST_KINDS: usize = 30;

/// The rows of a file while they are looked at, and what is known of them afterwards. Products are not kept: looking at a
/// row again takes some microseconds, and 200,000 products would take more memory than a browser gives.
pub struct Check<'l> {
    pub version: u32,
    checker: Checker,
    tally: Tally,
    /// By row, the lines of the list of problems.
    problems: Places,
    /// By row, one if it was accepted.
    accepted: Places,
    kinds: HashMap<KindKey, Kind>,
    /// Where the accepted rows are gathered, until all are.
    shelf: Option<Shelf<'l>>,
    lexicon: Option<&'l (Lexicon, Vec<u8>)>,
    engine: Engine,
    index: Vec<u8>,
}

/// Column of the template, and what kind of problem.
type KindKey = (Option<String>, std::mem::Discriminant<Problem>);

impl<'l> Check<'l> {
    /// # Errors
    ///
    /// The places in the template of columns that must not be missing, and are.
    pub fn begin(
        version: u32,
        open: &Open,
        sources: &[Source],
        lexicon: Option<&'l (Lexicon, Vec<u8>)>,
    ) -> Result<Self, Vec<u16>> {
        let sources = sources.iter().map(from_message).collect();
        let checker = Checker::new(&open.sheet, sources).map_err(|missing| {
            let is_missing = |name: &str| {
                missing
                    .iter()
                    .any(|one| one.column.as_deref() == Some(name))
            };
            let template = (0..).zip(columns::template());
            let missing = template.filter(|(_, column)| is_missing(column.name));
            missing.map(|(place, _)| place).collect::<Vec<u16>>()
        })?;
        Ok(Check {
            version,
            checker,
            tally: Tally {
                of: number(open.sheet.len()),
                ..Tally::default()
            },
            problems: Places::default(),
            accepted: Places::default(),
            kinds: HashMap::new(),
            shelf: Some(Shelf::new(lexicon.map(|(lexicon, _)| lexicon))),
            lexicon,
            engine: Engine::default(),
            index: Vec::new(),
        })
    }

    pub fn is_done(&self) -> bool {
        self.shelf.is_none()
    }

    /// The segment of the accepted rows, once all were looked at.
    pub fn index(&self) -> &[u8] {
        &self.index
    }

    pub fn accepted(&self) -> &Places {
        &self.accepted
    }

    /// Looks at the next rows.
    pub fn go_on(&mut self, house: &House, open: &Open, rows: usize) -> Answer {
        let version = self.version;
        let first = self.tally.done as usize;
        let last = open.sheet.len().min(first + rows);
        for row in first..last {
            self.look(house, open, row);
        }
        self.tally.done = number(last);
        if last < open.sheet.len() {
            let tally = self.tally;
            return Answer::Checking { version, tally };
        }
        self.finish();
        let mut kinds: Vec<Kind> = self.kinds.values().cloned().collect();
        // The map has no order of its own.
        kinds.sort_by(|a, b| {
            let key = |kind: &Kind| {
                (
                    !kind.example.is_error,
                    u32::MAX - kind.count,
                    kind.example.row,
                )
            };
            (key(a), &a.example.column, &a.example.expected.en).cmp(&(
                key(b),
                &b.example.column,
                &b.example.expected.en,
            ))
        });
        kinds.truncate(MOST_KINDS);
        let checked = ask::Checked {
            tally: self.tally,
            problems: self.problems.lines(),
            kinds,
            index_bytes: number(self.index().len()),
        };
        Answer::Checked { version, checked }
    }

    fn look(&mut self, house: &House, open: &Open, row: usize) {
        let Checked {
            product,
            diagnostics,
        } = self.checker.check(&open.sheet, row, &house.rules());
        self.problems.push(number(diagnostics.len()));
        self.accepted.push(u32::from(product.is_some()));
        match &product {
            Some(product) => {
                self.tally.accepted += 1;
                self.tally.remarked += u32::from(!diagnostics.is_empty());
                if let Some(shelf) = &mut self.shelf {
                    let id = product.id();
                    let known = (id.as_str(), product);
                    shelf.add(&house.dictionary, known, &house.supplier, row);
                }
            }
            None => self.tally.refused += 1,
        }
        for found in &diagnostics {
            let column = found.column.as_deref().map(str::to_owned);
            let kind = self.kinds.entry((column, discriminant(&found.problem)));
            kind.and_modify(|kind| kind.count += 1)
                .or_insert_with(|| Kind {
                    count: 1,
                    example: problem(found),
                });
        }
    }

    /// Makes the index, and opens it.
    fn finish(&mut self) {
        let Some(shelf) = self.shelf.take() else {
            return;
        };
        self.index = shelf.finish();
        if let Some((_, bytes)) = self.lexicon {
            self.engine
                .add("lexicon".to_owned(), Part::Lexicon, bytes.clone());
        }
        self.engine
            .add("products".to_owned(), Part::Segment, self.index.clone());
    }

    /// What a row is, once more.
    pub fn look_again(&mut self, house: &House, open: &Open, row: usize) -> Checked {
        self.checker.check(&open.sheet, row, &house.rules())
    }

    /// What a row has under the columns of the template.
    pub fn cells(&self, open: &Open, row: usize) -> Vec<String> {
        self.checker.cells(&open.sheet, row)
    }

    /// Lines of the list of problems.
    pub fn problems(
        &mut self,
        house: &House,
        open: &Open,
        from: u32,
        count: u32,
    ) -> Vec<ask::Problem> {
        let mut lines = Vec::new();
        let Some((mut row, before)) = self.problems.find(from) else {
            return lines;
        };
        let mut skip = (from - before) as usize;
        let count = (count as usize).min(self.problems.lines() as usize);
        while lines.len() < count && row < open.sheet.len() {
            let checked = self.look_again(house, open, row);
            lines.extend(checked.diagnostics.iter().skip(skip).map(problem));
            skip = 0;
            row += 1;
        }
        lines.truncate(count);
        lines
    }

    /// Accepted rows, by their place among them.
    pub fn products(&mut self, house: &House, open: &Open, from: u32, count: u32) -> Vec<Line> {
        let rows = self.accepted_rows(from, count);
        self.lines(house, open, rows)
    }

    /// What accepted rows have under the columns of the template.
    pub fn accepted_cells(&self, open: &Open, from: u32, count: u32) -> Vec<Vec<String>> {
        let rows = self.accepted_rows(from, count).into_iter();
        rows.map(|row| self.cells(open, row)).collect()
    }

    fn accepted_rows(&self, from: u32, count: u32) -> Vec<usize> {
        let last = from.saturating_add(count).min(self.accepted.lines());
        let rows = (from..last).filter_map(|line| self.accepted.find(line));
        rows.map(|(row, _)| row).collect()
    }

    fn lines(&mut self, house: &House, open: &Open, rows: Vec<usize>) -> Vec<Line> {
        let lines = rows.into_iter().filter_map(|row| {
            let product = self.look_again(house, open, row).product?;
            let number = open.sheet.number(row)?;
            Some(shown::line(house, &product, row, number))
        });
        lines.collect()
    }

    /// What suits the words, best first.
    pub fn search(
        &mut self,
        house: &House,
        open: &Open,
        text: &str,
        limit: u32,
    ) -> (Found, Vec<Line>) {
        let found = self.engine.search(text, limit as usize);
        let rows = found.hits.iter().map(|hit| hit.row as usize).collect();
        let lines = self.lines(house, open, rows);
        (found, lines)
    }
}
