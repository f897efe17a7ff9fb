use browser::field;
use leptos::prelude::*;
use markup::view;
use workflow::intake::Event;
use workflow::intake::ask::{Source, TemplateColumn};

use super::Page;
use crate::components::{changed, element, live};
use crate::locales::words;

/// The values of the choice that are no place in the file.
const ABSENT: &str = "";
const ALWAYS: &str = "always";

/// Which column of the file is which of the template.
pub(super) fn columns(page: Page) -> AnyView {
    let words = &words(page.language).intake;
    let template = page
        .intake
        .with_untracked(|intake| intake.opened.template.clone());
    let rows: Vec<AnyView> = template
        .iter()
        .enumerate()
        .map(|(at, column)| row(page, at, column))
        .collect();
    let missing = page.know(move |intake| {
        let columns = intake.opened.template.iter().zip(&intake.sources);
        let missing: Vec<String> = columns
            .filter(|(column, source)| column.is_required && **source == Source::Absent)
            .map(|(column, _)| page.say(&column.label))
            .collect();
        let all = missing.join(if page.language.code() == "zh" {
            "、"
        } else {
            ", "
        });
        (!all.is_empty()).then(|| (words.missing)(&all))
    });
    let waits = page.know(|intake| (!intake.has_all_columns()).then_some("true"));
    let accept = move |event: leptos::ev::Event| {
        event.prevent_default();
        page.tell(Event::ColumnsAccepted);
    };
    view! {
        <form class="intake-columns" on:submit=changed(accept)>
            <h2>{words.columns}</h2>
            <p>{words.columns_lead}</p>
            <table>
                <thead><tr><th scope="col">{words.ours}</th><th scope="col">{words.yours}</th><th scope="col">{words.examples}</th></tr></thead>
                <tbody>{rows}</tbody>
            </table>
            <div class="intake-end">
                <button class="button primary" type="submit" aria-disabled=live(move || waits.get())>{words.check}</button>
                {page.button("button", words.another, || Event::Closed)}
                <p class="note" role="status">{live(move || missing.get())}</p>
            </div>
        </form>
    }
}

fn row(page: Page, at: usize, column: &TemplateColumn) -> AnyView {
    let words = &words(page.language).intake;
    let label = page.say(&column.label);
    let required = column
        .is_required
        .then(|| view! { <small class="badge">{words.required}</small> });
    let id = format!("column-{at}");
    let source = page.know(move |intake| intake.sources.get(at).cloned().unwrap_or_default());
    let is_always = move || matches!(source.get(), Source::Always(_));
    let is_always = crate::components::memo(is_always);
    let examples = page.know(move |intake| match intake.sources.get(at) {
        Some(Source::Place(place)) => {
            let column = intake.opened.columns.get(usize::from(*place));
            column
                .map(|column| column.examples.join(" · "))
                .unwrap_or_default()
        }
        _ => String::new(),
    });
    let chosen = move |event: leptos::ev::Event| {
        let value = field::of(&event).value;
        let source = match value.as_str() {
            ABSENT => Source::Absent,
            ALWAYS => Source::Always(String::new()),
            place => place.parse().map_or(Source::Absent, Source::Place),
        };
        page.tell(Event::SourceChosen { column: at, source });
    };
    let value = move || match source.get() {
        Source::Absent => ABSENT.to_owned(),
        Source::Always(_) => ALWAYS.to_owned(),
        Source::Place(place) => place.to_string(),
    };
    let names = page.intake.with_untracked(|intake| {
        let columns = intake.opened.columns.iter();
        columns
            .map(|column| column.name.clone())
            .collect::<Vec<String>>()
    });
    let now = value();
    let option = |value: &str, name: &str| {
        let chosen = (now == value).then(String::new);
        element("option", "")
            .with("value", value)
            .with("selected", chosen)
            .text(name)
            .view()
    };
    let mut options = vec![option(ABSENT, words.blank)];
    for (place, name) in names
        .iter()
        .enumerate()
        .filter(|(_, name)| !name.is_empty())
    {
        options.push(option(&place.to_string(), name));
    }
    options.push(option(ALWAYS, words.always));
    let select = element("select", "")
        .with("id", &id)
        .property("value", live(value))
        .on("change", changed(chosen))
        .holds(options);
    let typed = move |event: leptos::ev::Event| {
        let source = Source::Always(field::of(&event).value);
        page.tell(Event::SourceChosen { column: at, source });
    };
    let about = (words.always_value)(&label);
    let value_field = move || {
        is_always.get().then(|| {
            let value = match source.get_untracked() {
                Source::Always(text) => text,
                _ => String::new(),
            };
            view! { <input type="text" value=value aria-label=about.clone() on:input=changed(typed)/> }
        })
    };
    view! {
        <tr>
            <th scope="row"><label for=id.clone()>{label.clone()}</label>{required}</th>
            <td>{select.view()}{live(value_field)}</td>
            <td class="examples"><bdi>{live(move || examples.get())}</bdi></td>
        </tr>
    }
}
