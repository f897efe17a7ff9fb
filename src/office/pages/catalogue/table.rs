use browser::{document, field, scroll};
use domain::Id;
use leptos::prelude::*;
use markup::view;
use workflow::intake::Window;
use workflow::office::catalogue::TABLE;

use super::desk::Desk;
use super::say;
use crate::components::{changed, clicked, live, memo};
use crate::locales::words;

/// Of a line, CSS pixels, as the sheet has it.
const LINE: u32 = 48;

/// All rows, of which those are in the page that can be seen.
pub(super) fn table(desk: Desk) -> AnyView {
    let words = &words(desk.language).catalogue;
    let scrolled = RwSignal::new((0_u32, 600_u32));
    let lines = memo(move || u32::try_from(desk.order.with(Vec::len)).unwrap_or(u32::MAX));
    let shown = memo(move || {
        let (top, height) = scrolled.get();
        let window = Window {
            line_height: LINE,
            height,
            top,
            lines: lines.get(),
        };
        window.shown()
    });
    let rows = move || {
        let shown = shown.get();
        desk.order.with(|order| {
            let rows = shown.filter_map(|at| Some((at, *order.get(at as usize)?)));
            rows.collect::<Vec<(u32, Id)>>()
        })
    };
    // A row that can still be seen stays in the page, and the keyboard in it.
    let rows = For(ForProps::builder()
        .each(rows)
        .key(|row: &(u32, Id)| *row)
        .children(move |(at, id)| row(desk, at, id))
        .build())
    .into_any();
    let columns = (TABLE.len() + 3).to_string();
    let space = move |height: u32| {
        view! {
            <tr class="space" aria-hidden="true"><td colspan=columns.clone()><svg width="1" height=height.to_string()></svg></td></tr>
        }
    };
    let above = {
        let space = space.clone();
        move || space(shown.get().start * LINE)
    };
    let below = move || space(lines.get().saturating_sub(shown.get().end) * LINE);
    let heads: Vec<AnyView> = TABLE
        .iter()
        .map(|name| view! { <th scope="col">{say::column(desk.language, name).to_owned()}</th> })
        .collect();
    let on_scroll = move |event: leptos::ev::Event| scrolled.set(scroll::within(&event));
    let all = desk.may_write.then(|| all(desk));
    view! {
        <div class="goods-list" role="region" tabindex="0" aria-label=words.title on:scroll=changed(on_scroll)>
            <table aria-rowcount=live(move || (lines.get() + 1).to_string())>
                <thead><tr><td>{all}</td><th scope="col">{words.state}</th>{heads}<td></td></tr></thead>
                <tbody>{live(above)}{rows}{live(below)}</tbody>
            </table>
        </div>
        <p class="note">{words.keys}</p>
    }
}

fn all(desk: Desk) -> AnyView {
    let words = &words(desk.language).catalogue;
    let is_all = memo(move || {
        desk.order.with(|order| {
            let is_in = |id: &Id| desk.selected.with(|selected| selected.contains(id));
            !order.is_empty() && order.iter().all(is_in)
        })
    });
    let choose = move |event: leptos::ev::Event| {
        let is_on = !field::of(&event).value.is_empty();
        let all = desk.order.get_untracked();
        desk.selected.update(|selected| {
            selected.clear();
            if is_on {
                selected.extend(all);
            }
        });
    };
    view! { <input type="checkbox" aria-label=words.select_all prop:checked=live(move || is_all.get()) on:change=changed(choose)/> }
}

fn row(desk: Desk, at: u32, id: Id) -> AnyView {
    let words = &words(desk.language).catalogue;
    let name = memo(move || desk.name(id));
    let state = memo(move || {
        let product = desk.book.with(|book| {
            let product = book.get(id)?;
            Some((product.state(), product.is_unsent))
        });
        product.unwrap_or((workflow::office::catalogue::State::Draft, true))
    });
    let label = move || words.states[state.get().0 as usize];
    let tone = move || state.get().0.name();
    let unsent = move || {
        state
            .get()
            .1
            .then(|| view! { <small>{words.unsent}</small> })
    };
    let select = desk.may_write.then(|| {
        let is_on = memo(move || desk.selected.with(|selected| selected.contains(&id)));
        let choose = move |event: leptos::ev::Event| {
            let is_on = !field::of(&event).value.is_empty();
            desk.selected.update(|selected| {
                if is_on {
                    selected.insert(id);
                } else {
                    selected.remove(&id);
                }
            });
        };
        let label = live(move || (words.select)(&name.get()));
        view! { <input type="checkbox" aria-label=label prop:checked=live(move || is_on.get()) on:change=changed(choose)/> }
    });
    let cells: Vec<AnyView> = TABLE
        .iter()
        .map(|column| cell(desk, (at, id), column, name))
        .collect();
    let edit = live(move || (words.edit_of)(&name.get()));
    let open = move || desk.show(id);
    view! {
        <tr aria-rowindex=(at + 2).to_string()>
            <td>{select}</td>
            <td><span class="goods-state" data-state=live(tone)>{live(label)}</span>{live(unsent)}</td>
            {cells}
            <td><button class="button small" type="button" aria-label=edit on:click=clicked(open)>{words.edit}</button></td>
        </tr>
    }
}

fn cell(desk: Desk, row: (u32, Id), column: &'static str, name: Memo<String>) -> AnyView {
    let (at, id) = row;
    let words = &words(desk.language).catalogue;
    let own = place(at, column);
    let value = memo(move || desk.cell(id, column));
    let fault = memo(move || {
        desk.book.with(|book| {
            let error = book.get(id)?.fault(column)?;
            Some(say::fault(desk.language, error))
        })
    });
    let label = move || {
        let label = (words.cell)(say::column(desk.language, column), &name.get());
        match fault.get() {
            Some(fault) => format!("{label}: {fault}"),
            None => label,
        }
    };
    let save = move |event: leptos::ev::Event| desk.save(id, column, &field::of(&event).value);
    let pressed = move |event: leptos::ev::Event| {
        if field::is_composing(&event) {
            return;
        }
        match field::key(&event).as_str() {
            "Escape" => field::write(&format!("#{}", place(at, column)), &value.get_untracked()),
            "Enter" => {
                desk.save(id, column, &field::of(&event).value);
                go(at.saturating_add(1), column);
            }
            "ArrowDown" => {
                event.prevent_default();
                go(at.saturating_add(1), column);
            }
            "ArrowUp" if 0 < at => {
                event.prevent_default();
                go(at - 1, column);
            }
            _ => {}
        }
    };
    let lang = match column {
        "name_en" => Some("en"),
        "name_zh" => Some("zh-Hans"),
        _ => None,
    };
    let locked = (!desk.may_write).then_some("");
    view! {
        <td class=column>
            <input id=own type="text" lang=lang autocomplete="off" spellcheck="false" readonly=locked aria-label=live(label)
                aria-invalid=live(move || fault.get().map(|_| "true")) title=live(move || fault.get())
                prop:value=live(move || value.get()) on:change=changed(save) on:keydown=changed(pressed)/>
        </td>
    }
}

/// The id of a cell's field in the page.
fn place(at: u32, column: &str) -> String {
    format!("goods-{at}-{column}")
}

fn go(at: u32, column: &str) {
    let selector = format!("#{}", place(at, column));
    document::focus(&selector);
    field::reveal(&selector);
}
