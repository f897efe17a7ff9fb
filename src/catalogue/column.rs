use std::borrow::Cow;

use crate::diagnostic::Problem;
use crate::report::Report;

/// A column of a template.
pub(crate) struct Column {
    pub name: &'static str,
    pub need: Need,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Need {
    /// No cell may be blank.
    Filled,
    /// Cells may be blank, or the whole column be left out.
    Optional,
}

/// Names the columns of a template: an enum whose values say where in the template a column stands.
macro_rules! template {
    ($name:ident { $($variant:ident $column:literal $need:ident),+ $(,)? }) => {
        #[derive(Clone, Copy)]
        pub(crate) enum $name { $($variant),+ }

        impl $name {
            pub(crate) const COLUMNS: &[$crate::column::Column] = &[$(
                $crate::column::Column { name: $column, need: $crate::column::Need::$need }
            ),+];
        }

        impl From<$name> for usize {
            fn from(column: $name) -> usize {
                column as usize
            }
        }
    };
}

pub(crate) use template;

/// Where the values of a column come from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Source {
    /// From nowhere: the column is blank.
    #[default]
    Absent,
    /// From this place of the file, counted from 0.
    Place(usize),
    /// This is meant in every row.
    Always(String),
}

/// Where the columns of a template stand in a file.
pub(crate) struct Header {
    pub template: &'static [Column],
    /// By place in the template.
    sources: Vec<Source>,
    /// Columns of the file.
    pub width: usize,
}

impl Header {
    /// Finds the columns, whatever their order and case; nothing if one is missing that must not be.
    pub(crate) fn read(
        row: u32,
        cells: &[Cow<'_, str>],
        template: &'static [Column],
        report: &mut Report,
    ) -> Option<Self> {
        let mut sources = vec![Source::Absent; template.len()];
        for (place, cell) in cells.iter().enumerate() {
            let name = cell.trim();
            if name.is_empty() {
                continue;
            }
            match template
                .iter()
                .position(|column| column.name.eq_ignore_ascii_case(name))
            {
                Some(at) if sources[at] != Source::Absent => {
                    report.column(row, name, Problem::RepeatedColumn)
                }
                Some(at) => sources[at] = Source::Place(place),
                None => report.column(row, name, Problem::UnknownColumn),
            }
        }
        Self::new(row, cells.len(), sources, template, report)
    }

    /// With columns found elsewhere, by place in the template; nothing if one is missing that must not be.
    pub(crate) fn new(
        row: u32,
        width: usize,
        mut sources: Vec<Source>,
        template: &'static [Column],
        report: &mut Report,
    ) -> Option<Self> {
        sources.resize(template.len(), Source::Absent);
        let mut is_complete = true;
        for (column, source) in template.iter().zip(&sources) {
            if *source != Source::Absent {
                continue;
            }
            if column.need == Need::Filled {
                report.column(row, column.name, Problem::MissingColumn);
                is_complete = false;
            } else {
                report.column(row, column.name, Problem::AbsentColumn);
            }
        }
        is_complete.then_some(Self {
            template,
            sources,
            width,
        })
    }

    /// What a place of the file is called, if the template has it.
    pub(crate) fn name_at(&self, place: usize) -> Option<&'static str> {
        let place = Source::Place(place);
        let at = self.sources.iter().position(|have| *have == place)?;
        Some(self.template[at].name)
    }

    /// What is written under a column of the template.
    pub(crate) fn cell<'a>(&'a self, cells: &'a [Cow<'_, str>], column: usize) -> &'a str {
        match self.sources.get(column) {
            Some(Source::Place(place)) => cells.get(*place).map_or("", |cell| cell.trim()),
            Some(Source::Always(text)) => text.trim(),
            Some(Source::Absent) | None => "",
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::sample::{PRODUCT, SUPPLIER};

    #[test]
    fn the_template_is_documented_in_both_languages() {
        let (english, chinese) = include_str!("README.md")
            .split_once("\n# 供应商模板")
            .unwrap();
        for (column, _) in PRODUCT.iter().chain(&SUPPLIER) {
            assert!(english.contains(&format!("`{column}`")), "{column}");
            assert!(chinese.contains(&format!("`{column}`")), "{column}");
        }
    }
}
