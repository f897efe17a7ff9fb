//! A list of any length, of which only what can be seen is in the page.

use browser::{document, scroll};
use leptos::prelude::*;
use markup::view;
use workflow::intake::{Event, Window};

use super::Page;
use crate::components::{changed, effect, live, memo};

/// Heights of a line, CSS pixels, as the sheet has them.
const WIDE: u32 = 44;
const NARROW: u32 = 104;
/// More lines than this no browser can scroll through: it holds to some 30 million pixels.
const MOST: u32 = 250_000;

/// What a list is made of.
pub(super) struct List {
    pub label: &'static str,
    /// Heads of its columns.
    pub heads: Vec<&'static str>,
    /// How many lines there are now.
    pub lines: Memo<u32>,
    /// The cells of a line, each in its `<td>`; nothing while it is on its way. It is asked again when `page.intake` changes.
    pub line: Box<dyn Fn(u32) -> Option<Vec<AnyView>> + Send + Sync>,
}

pub(super) fn list(page: Page, list: List) -> AnyView {
    let List {
        label,
        heads,
        lines,
        line,
    } = list;
    let (line_height, shape) = match document::is_wide() {
        true => (WIDE, "list wide"),
        false => (NARROW, "list narrow"),
    };
    let lines = memo(move || lines.get().min(MOST));
    let scrolled = RwSignal::new((0_u32, 600_u32));
    let shown = memo(move || {
        let (top, height) = scrolled.get();
        let window = Window {
            line_height,
            height,
            top,
            lines: lines.get(),
        };
        window.shown()
    });
    effect(move || page.tell(Event::Scrolled(shown.get())));
    let columns = heads.len().to_string();
    let count = heads.len();
    let heads: Vec<AnyView> = heads
        .into_iter()
        .map(|head| view! { <th scope="col">{head}</th> })
        .collect();
    let line = StoredValue::new(line);
    let row = move |at: u32| {
        // Follows what arrives for this line, and nothing else of the page.
        let cells = move || {
            page.intake.track();
            let cells = line.with_value(|line| line(at));
            cells.unwrap_or_else(|| (0..count).map(|_| view! { <td>"…"</td> }).collect())
        };
        let number = (at + 2).to_string();
        view! { <tr aria-rowindex=number>{live(cells)}</tr> }
    };
    let rows = move || {
        let shown = shown.get();
        let above = shown.start * line_height;
        let below = lines.get().saturating_sub(shown.end) * line_height;
        let columns = columns.clone();
        let space = |height: u32| {
            view! {
                <tr class="space" aria-hidden="true"><td colspan=columns.clone()><svg width="1" height=height.to_string()></svg></td></tr>
            }
        };
        let mut rows = vec![space(above)];
        rows.extend(shown.map(row));
        rows.push(space(below));
        rows
    };
    let on_scroll = move |event: leptos::ev::Event| {
        scrolled.set(scroll::within(&event));
    };
    view! {
        <div class=shape role="region" tabindex="0" aria-label=label on:scroll=changed(on_scroll)>
            <table aria-rowcount=live(move || (lines.get() + 1).to_string())>
                <thead><tr>{heads}</tr></thead>
                <tbody>{live(rows)}</tbody>
            </table>
        </div>
    }
}
