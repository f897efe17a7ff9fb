use leptos::prelude::*;
use markup::view;
use workflow::intake::Stage;
use workflow::intake::ask::Problem;

use super::Page;
use super::lists::{List, list};
use crate::components::icon;
use crate::locales::words;

/// Every cell that is not as it should be.
pub(super) fn problems(page: Page) -> AnyView {
    let words = &words(page.language).intake;
    let lines = page.know(|intake| intake.lines());
    let has_none = page.intake.with_untracked(|intake| match &intake.stage {
        Stage::Checked(checked) => checked.problems == 0,
        _ => true,
    });
    if has_none {
        return view! { <p class="good">{words.all_good}</p> };
    }
    let line = move |at: u32| {
        let problem = page
            .intake
            .with_untracked(|intake| intake.problems.get(at).cloned())?;
        Some(cells(page, &problem))
    };
    list(
        page,
        List {
            label: words.expected,
            heads: vec![words.row, words.column, words.value, words.expected],
            lines,
            line: Box::new(line),
        },
    )
}

fn cells(page: Page, problem: &Problem) -> Vec<AnyView> {
    let words = &words(page.language).intake;
    let row = problem.row.map_or_else(String::new, |row| row.to_string());
    let label = problem.row.map_or_else(String::new, words.row_number);
    let value = match problem.value.is_empty() {
        true => view! { <span class="note">{words.empty_cell}</span> },
        false => view! { <bdi>{problem.value.clone()}</bdi> },
    };
    let (tone, about) = match problem.is_error {
        true => ("bad", words.error),
        false => ("warn", words.remark),
    };
    vec![
        view! { <td class="figure"><span class="visually-hidden">{label}</span><span aria-hidden="true">{row}</span></td> },
        view! { <td><code>{problem.column.clone().unwrap_or_default()}</code></td> },
        view! { <td class="value">{value}</td> },
        view! { <td class="expected"><span class=tone title=about>{icon("circle-alert")}</span><span class="visually-hidden">{about}": "</span>{page.say(&problem.expected)}</td> },
    ]
}
