//! What is asked of the module that reads a supplier's file, and what it answers.
//!
//! `version` counts the files and the ways to read them; it comes back, so that a late answer can be dropped.

use api_types::catalogue::{Detail, Text};
use search::ask::Found;
use serde::{Deserialize, Serialize};

/// A message to the module; some travel with bytes beside them.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Ask {
    /// With the bytes of the published lexicon: words across languages, for the index. Before any file, or never.
    Learn,
    /// With the bytes of a file. `chosen` is which columns of earlier files were taken for which of the template.
    Open {
        version: u32,
        file: String,
        chosen: Vec<(String, String)>,
    },
    /// Check all rows under these columns, from the first on.
    Check { version: u32, sources: Vec<Source> },
    /// The next rows, until [`Answer::Checked`].
    Continue { version: u32 },
    /// Lines of the list of problems.
    Problems { version: u32, from: u32, count: u32 },
    /// Products that were accepted.
    Products { version: u32, from: u32, count: u32 },
    /// Among those that were accepted.
    Search {
        version: u32,
        text: String,
        limit: u32,
    },
    /// One product as the buyer sees it, by its row.
    Product { version: u32, row: u32 },
    /// What accepted rows have under the columns of the template, by their place among them.
    Cells { version: u32, from: u32, count: u32 },
    /// Rows as a file.
    File { version: u32, which: Which },
    /// With the bytes of a spreadsheet: its cells as text, a tab between them, no more than some bytes.
    List { most: u32 },
    /// A product as it is written, column by column; it is of no file.
    Look { cells: Vec<(String, String)> },
}

/// Where the values of a column of the template come from.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Source {
    /// From nowhere: the column is blank.
    #[default]
    Absent,
    /// From this column of the file, counted from 0.
    Place(u16),
    /// This is meant in every row.
    Always(String),
}

/// Rows that are wanted as a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Which {
    /// Those that were not accepted, as they are, with a column behind them that says what is wrong, in English or in
    /// Chinese.
    Refused { chinese: bool },
    /// Those that were accepted, under the template's own columns.
    Accepted,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Answer {
    Learned,
    /// While a file is opened: rows so far.
    Reading {
        version: u32,
        rows: u32,
    },
    Opened {
        version: u32,
        opened: Opened,
    },
    /// While rows are checked.
    Checking {
        version: u32,
        tally: Tally,
    },
    Checked {
        version: u32,
        checked: Checked,
    },
    /// These columns must not be missing, and are: by their place in the template.
    Missing {
        version: u32,
        columns: Vec<u16>,
    },
    Problems {
        version: u32,
        from: u32,
        problems: Vec<Problem>,
    },
    Products {
        version: u32,
        from: u32,
        products: Vec<Line>,
    },
    Found {
        version: u32,
        text: String,
        found: Found,
        /// Of the hits, in their order.
        products: Vec<Line>,
    },
    Product {
        version: u32,
        row: u32,
        product: Option<Box<Shown>>,
    },
    /// Of each row the cells, in the template's order.
    Cells {
        version: u32,
        from: u32,
        rows: Vec<Vec<String>>,
    },
    /// With a mark of the byte order in front, which Excel needs to see that it is UTF-8.
    File {
        version: u32,
        which: Which,
        bytes: Vec<u8>,
    },
    /// What is wrong with it, and the product if it is one.
    Looked {
        problems: Vec<Problem>,
        shown: Option<Box<Shown>>,
    },
    /// More than the most bytes where there is more; nothing where the file cannot be read.
    List {
        text: Option<String>,
    },
    /// What was asked for is not there, or the message cannot be read.
    Refused,
}

/// A file that was read.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Opened {
    /// What is wrong with the file itself; it may have rows all the same.
    pub troubles: Vec<Problem>,
    /// What its columns are called, and what stands in their first rows.
    pub columns: Vec<FileColumn>,
    pub rows: u32,
    pub template: Vec<TemplateColumn>,
    /// What seems to be meant, by place in the template.
    pub sources: Vec<Source>,
}

/// A column of the file.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct FileColumn {
    pub name: String,
    /// The first few that are not blank.
    pub examples: Vec<String>,
}

/// A column of the template.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TemplateColumn {
    /// `price_breaks`.
    pub name: String,
    pub label: Text,
    /// Whether no cell of it may be blank.
    pub is_required: bool,
}

/// Counts of rows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tally {
    /// Looked at so far.
    pub done: u32,
    pub of: u32,
    pub accepted: u32,
    /// Accepted rows that could be better.
    pub remarked: u32,
    pub refused: u32,
}

/// All rows were looked at.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Checked {
    pub tally: Tally,
    /// Lines of the list of problems.
    pub problems: u32,
    /// Problems of one kind in one column, the most frequent first.
    pub kinds: Vec<Kind>,
    /// Bytes of the index in which the accepted rows are found.
    pub index_bytes: u32,
}

/// Problems of one kind in one column.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Kind {
    pub count: u32,
    /// The first of them.
    pub example: Problem,
}

/// A cell, row or file that is not as it should be.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Problem {
    /// As the spreadsheet shows it.
    pub row: Option<u32>,
    /// As the template names it.
    pub column: Option<String>,
    pub value: String,
    /// What was expected.
    pub expected: Text,
    /// Whether the row is left out because of it.
    pub is_error: bool,
}

/// A product as a line of a list.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Line {
    /// By which it is asked for.
    pub row: u32,
    /// As the spreadsheet shows it.
    pub number: u32,
    pub sku: String,
    pub name: Text,
    pub category: Text,
    /// The lowest price of one unit, ten-thousandths of the currency.
    pub price: i64,
    pub currency: String,
    pub unit: String,
    pub moq: u32,
}

/// A product as the buyer sees it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Shown {
    pub number: u32,
    pub detail: Detail,
    pub category: Text,
    /// What its attributes are called, in their order, and the unit of their numbers.
    pub attributes: Vec<(Text, Option<String>)>,
    /// A whole SVG, if it can be drawn.
    pub drawing: Option<String>,
}
