use std::collections::BTreeMap;

use domain::Slug;

use super::{AttributeKey, Category, Department};
use crate::column::{Column, template};
use crate::diagnostic::{Diagnostic, Problem};
use crate::limits;
use crate::report::Report;
use crate::row::Row;
use crate::table;

template!(DepartmentColumn {
    Slug "slug" Filled,
    NameEn "name_en" Filled,
    NameZh "name_zh" Filled,
    SummaryEn "summary_en" Filled,
    SummaryZh "summary_zh" Filled,
});

template!(CategoryColumn {
    Slug "slug" Filled,
    Department "department" Filled,
    NameEn "name_en" Filled,
    NameZh "name_zh" Filled,
    Picture "picture" Filled,
});

template!(AttributeColumn {
    Key "key" Filled,
    NameEn "name_en" Filled,
    // Some names are letters in every language: AQL, pH. So Chinese is read as words, not as a text.
    NameZh "name_zh" Filled,
    Kind "kind" Filled,
    Unit "unit" Optional,
});

pub(super) fn departments(bytes: &[u8]) -> (Vec<Department>, Vec<Diagnostic>) {
    read(
        "departments.csv",
        bytes,
        DepartmentColumn::COLUMNS,
        &mut |row| {
            use DepartmentColumn as Of;
            let slug = row.parse::<Slug>(Of::Slug, |_| Problem::Slug);
            let name = row.name(Of::NameEn, Of::NameZh);
            let summary = row.text(Of::SummaryEn, Of::SummaryZh, limits::DESCRIPTION_CHARACTERS);
            Some(Department {
                slug: slug?,
                name: name?,
                summary: summary?,
            })
        },
    )
}

pub(super) fn categories(
    bytes: &[u8],
    departments: &[Department],
) -> (Vec<Category>, Vec<Diagnostic>) {
    read(
        "categories.csv",
        bytes,
        CategoryColumn::COLUMNS,
        &mut |row| {
            use CategoryColumn as Of;
            let slug = row.parse::<Slug>(Of::Slug, |_| Problem::Slug);
            let department = row.parse::<Slug>(Of::Department, |_| Problem::Slug);
            if department
                .as_ref()
                .is_some_and(|slug| departments.iter().all(|have| have.slug != *slug))
            {
                row.refuse(Of::Department, Problem::UnknownDepartment);
            }
            let name = row.name(Of::NameEn, Of::NameZh);
            let picture = row.parse(Of::Picture, |_| Problem::Slug);
            Some(Category {
                slug: slug?,
                department: department?,
                name: name?,
                picture: picture?,
            })
        },
    )
}

pub(super) fn attributes(bytes: &[u8]) -> (Vec<AttributeKey>, Vec<Diagnostic>) {
    read(
        "attributes.csv",
        bytes,
        AttributeColumn::COLUMNS,
        &mut |row| {
            use AttributeColumn as Of;
            let key = row.words(Of::Key, limits::NAME_CHARACTERS);
            let en = row.words(Of::NameEn, limits::NAME_CHARACTERS);
            let zh = row.words(Of::NameZh, limits::NAME_CHARACTERS);
            let kind = row.parse(Of::Kind, |_| Problem::AttributeKind);
            let unit = row.parse(Of::Unit, |_| Problem::Unit);
            Some(AttributeKey {
                key: key?,
                name: domain::Text::new(en?, zh?),
                kind: kind?,
                unit,
            })
        },
    )
}

/// The first column of every table here is its key.
fn read<T>(
    file: &str,
    bytes: &[u8],
    template: &'static [Column],
    read_row: &mut dyn FnMut(&mut Row<'_>) -> Option<T>,
) -> (Vec<T>, Vec<Diagnostic>) {
    let mut report = Report::new(file);
    let mut values = Vec::new();
    let mut rows = BTreeMap::new();
    table::read_text(bytes, template, &mut report, &mut |mut row| {
        let value = read_row(&mut row);
        let key = row.cell(0usize).to_owned();
        match rows.get(&key) {
            Some(first) => row.refuse(0usize, Problem::RepeatedKey { row: *first }),
            None => {
                rows.insert(key, row.number);
            }
        }
        values.extend(value.filter(|_| !row.is_wrong()));
    });
    (values, report.into_diagnostics())
}
