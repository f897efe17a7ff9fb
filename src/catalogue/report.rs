use std::sync::Arc;

use crate::diagnostic::{Diagnostic, Problem};
use crate::limits;

/// The diagnostics of one file, as they come.
pub(crate) struct Report {
    file: Arc<str>,
    diagnostics: Vec<Diagnostic>,
}

impl Report {
    pub(crate) fn new(file: &str) -> Self {
        Self {
            file: file.into(),
            diagnostics: Vec::new(),
        }
    }

    /// Of the whole file.
    pub(crate) fn file(&mut self, problem: Problem) {
        self.add(None, None, "", problem);
    }

    pub(crate) fn row(&mut self, row: u32, problem: Problem) {
        self.add(Some(row), None, "", problem);
    }

    pub(crate) fn cell(&mut self, row: u32, column: &str, value: &str, problem: Problem) {
        self.add(Some(row), Some(column.into()), value, problem);
    }

    /// Of a column of the header.
    pub(crate) fn column(&mut self, row: u32, column: &str, problem: Problem) {
        self.add(
            Some(row),
            Some(
                column
                    .chars()
                    .take(Diagnostic::VALUE_CHARACTERS)
                    .collect::<String>()
                    .into(),
            ),
            "",
            problem,
        );
    }

    fn add(&mut self, row: Option<u32>, column: Option<Arc<str>>, value: &str, problem: Problem) {
        let (row, column, value, problem) = match self.diagnostics.len() {
            limits::DIAGNOSTICS.. => return,
            // The last place says that there would have been more.
            count if count + 1 == limits::DIAGNOSTICS => (
                None,
                None,
                "",
                Problem::TooManyDiagnostics {
                    most: limits::DIAGNOSTICS,
                },
            ),
            _ => (row, column, value, problem),
        };
        let value = value.chars().take(Diagnostic::VALUE_CHARACTERS).collect();
        self.diagnostics.push(Diagnostic {
            file: Arc::clone(&self.file),
            row,
            column,
            value,
            problem,
        });
    }

    pub(crate) fn into_diagnostics(self) -> Vec<Diagnostic> {
        self.diagnostics
    }
}
