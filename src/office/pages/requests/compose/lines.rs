use std::sync::Arc;

use api_types::address::{Language, Place};
use app::components::when_painted;
use browser::api::FileOf;
use browser::{chance, document, storage};
use domain::Id;
use leptos::control_flow::{ForEnumerate, ForEnumerateProps};
use leptos::prelude::*;
use markup::view;
use workflow::office::request::{Line, MOST_LINES, Part, Spot};
use workflow::picks::Picks;

use super::Desk;
use crate::components::{clicked, effect, icon, live, memo, spawn};
use crate::locales::words;
use crate::pages::cell::{Cell, Shape};
use crate::pages::deal::files::{self, Tray};
use crate::pages::deal::say;

/// Lines that are drawn in one frame.
const PIECE: usize = 4;
/// As many products of the reader's list as are taken at once.
const TAKEN: usize = 50;

pub(super) fn lines(desk: Desk) -> AnyView {
    let words = &words(desk.language).compose;
    let order = memo(move || {
        desk.sheet.with(|sheet| {
            let ids = sheet.lines.iter().filter_map(|line| line.id);
            ids.collect::<Vec<Id>>()
        })
    });
    // A long list comes piece by piece; whoever adds a line goes to it at once.
    let drawn = RwSignal::new(PIECE);
    effect(move || {
        if drawn.get() < order.with(Vec::len) {
            when_painted(move || {
                // The page may be gone by now.
                drawn.try_update(|drawn| *drawn += PIECE);
            });
        }
    });
    let each = move || {
        let mut order = order.get();
        order.truncate(drawn.get());
        order
    };
    let rows = ForEnumerate(ForEnumerateProps {
        each,
        key: |id: &Id| *id,
        children: move |place, id| row(desk, place, id),
    });
    let rows = rows.into_any();
    let fault = desk.fault(Spot::Lines);
    let none = move || {
        fault
            .get()
            .map(|fault| view! { <p class="bad">{say::fault(desk.language, fault)}</p> })
    };
    let add = move || {
        let id = chance::id();
        desk.change(Some(Spot::Lines), |sheet| {
            if sheet.lines.len() < MOST_LINES {
                sheet.lines.push(blank(id));
            }
        });
        drawn.set(order.with_untracked(Vec::len).max(PIECE));
        request_animation_frame(move || document::focus(&format!("#line-{id}-item")));
    };
    let kept = Picks::read(&storage::get("hub.favourites").unwrap_or_default(), TAKEN);
    let from_list = (!kept.ids().is_empty()).then(|| {
        let number = u32::try_from(kept.ids().len()).unwrap_or(u32::MAX);
        let label = (words.from_list)(number, &browser::format::count(desk.language, number));
        let take = move || {
            for product in kept.ids() {
                add_product(desk, product, None);
            }
        };
        view! { <button class="button" type="button" on:click=clicked(take)>{icon("star")}<span>{label}</span></button> }
    });
    let open = move || {
        desk.is_pasting.set(true);
        request_animation_frame(|| document::focus("#deal-pasted"));
    };
    let paste = crate::locales::words(desk.language).paste.open;
    let buttons = desk.may_write.then(|| {
        view! {
            <p class="actions"><button class="button" type="button" on:click=clicked(add)>{icon("plus")}<span>{words.add}</span></button><button class="button" type="button" on:click=clicked(open)>{paste}</button>{from_list}</p>
        }
    });
    view! {
        <section class="panel stack" aria-labelledby="deal-what">
            <h2 id="deal-what">{words.what}</h2>
            <p class="note">{words.what_hint}</p>
            <p class="note">{crate::locales::words(desk.language).files.hint}</p>
            {live(none)}
            <ol class="deal-lines">{rows}</ol>
            {buttons}
        </section>
    }
}

/// A line with nothing in it.
pub(in super::super) fn blank(id: Id) -> Line {
    Line {
        id: Some(id),
        unit: "C62".to_owned(),
        ..Line::default()
    }
}

/// A line for a product of the catalogue: written at once, named when the catalogue has said what it is.
fn add_product(desk: Desk, product: &str, quantity: Option<String>) {
    let is_there = desk.sheet.with_untracked(|sheet| {
        let mut lines = sheet.lines.iter();
        lines.any(|line| line.product == product)
    });
    if is_there {
        return;
    }
    let id = chance::id();
    let has_quantity = quantity.is_some();
    desk.change(Some(Spot::Lines), |sheet| {
        sheet.lines.retain(|line| !line.is_empty());
        if sheet.lines.len() < MOST_LINES {
            sheet.lines.push(Line {
                product: product.to_owned(),
                quantity: quantity.unwrap_or_default(),
                ..blank(id)
            });
        }
        if let Some(code) = product.split_once('.').map(|(code, _)| code) {
            sheet.ask(code, true);
        }
    });
    name_product(desk, id, product.to_owned(), has_quantity);
}

/// Fills in what the catalogue says of a line's product.
fn name_product(desk: Desk, id: Id, product: String, has_quantity: bool) {
    spawn(async move {
        let Some(detail) = desk.matcher.product(&product).await else {
            return;
        };
        // The page may be gone by now.
        if desk.sheet.try_with_untracked(|_| ()).is_none() {
            return;
        }
        desk.change_line(id, None, |line| {
            line.en = detail.name.en;
            line.zh = detail.name.zh;
            line.unit = detail.unit;
            if !has_quantity && line.quantity.is_empty() {
                line.quantity = detail.moq.to_string();
            }
        });
    });
}

fn row(desk: Desk, place: ReadSignal<usize>, id: Id) -> AnyView {
    // As it is counted aloud.
    let at = Signal::derive(move || u32::try_from(place.get() + 1).unwrap_or(u32::MAX));
    let line = untrack(|| desk.line(id)).unwrap_or_default();
    // Begun by an address, which says no more than the product.
    if !line.product.is_empty() && line.en.is_empty() && line.zh.is_empty() {
        let has_quantity = !line.quantity.is_empty();
        name_product(desk, id, line.product, has_quantity);
    }
    let words = &words(desk.language).compose;
    let product = untrack(|| desk.line(id)).map_or_else(String::new, |line| line.product);
    let remove = move || {
        desk.change(None, |sheet| sheet.lines.retain(|line| line.id != Some(id)));
        desk.save();
        document::focus("#deal-what");
    };
    let label = move || (words.remove)(at.get());
    let remove = desk.may_write.then(|| {
        view! {
            <button class="icon-button" type="button" aria-label=live(label) title=live(label) on:click=clicked(remove)>{icon("x")}</button>
        }
    });
    let item = match product.as_str() {
        "" => described(desk, at, id),
        product => named(desk, id, product),
    };
    let currency = memo(move || desk.sheet.with(|sheet| sheet.currency.clone()));
    let unit = untrack(|| desk.line(id)).map_or_else(String::new, |line| line.unit);
    let units = Shape::Choice(say::units(desk.language, &unit));
    view! {
        <li class="deal-line">
            {item}
            {cell(desk, at, id, Part::Quantity, words.quantity.to_owned(), Shape::Number)}
            {cell(desk, at, id, Part::Unit, words.unit.to_owned(), units)}
            {live(move || cell(desk, at, id, Part::Target, (words.target)(&currency.get()), Shape::Number))}
            {remove}
            {files(desk, at, id)}
        </li>
    }
}

/// Pictures and drawings of what is wanted.
fn files(desk: Desk, at: Signal<u32>, id: Id) -> AnyView {
    let files = memo(move || desk.line(id).unwrap_or_default().attachments);
    if !desk.may_write {
        let whose = (desk.company, FileOf::Company);
        return files::shown(desk.language, whose, &files.get_untracked());
    }
    let set = move |files| {
        // The page may be gone by now.
        if desk.sheet.try_with_untracked(|_| ()).is_some() {
            desk.change_line(id, Some(Spot::Lines), |line| line.attachments = files);
            desk.save();
        }
    };
    Tray {
        language: desk.language,
        company: desk.company,
        id: format!("line-{id}-files"),
        spoken: Signal::derive(move || (words(desk.language).files.attach_to_line)(at.get())),
        files,
        set: Arc::new(set),
    }
    .view()
}

/// What is wanted, in plain words of the reader's language.
fn described(desk: Desk, at: Signal<u32>, id: Id) -> AnyView {
    let words = &words(desk.language).compose;
    cell(
        desk,
        at,
        id,
        Part::Item,
        words.item.to_owned(),
        Shape::Long(2),
    )
}

/// A product of the catalogue, with its page and who sells it.
fn named(desk: Desk, id: Id, product: &str) -> AnyView {
    let address = Place::Product(product).address(desk.language);
    let fallback = product.to_owned();
    let name = memo(move || {
        let line = desk.line(id).unwrap_or_default();
        let names = match desk.language {
            Language::English => [line.en, line.zh],
            Language::Chinese => [line.zh, line.en],
        };
        let mut names = names.into_iter().filter(|name| !name.is_empty());
        names.next().unwrap_or_else(|| fallback.clone())
    });
    let code = product.split_once('.').map(|(code, _)| code.to_owned());
    let seller = move || {
        let front = desk.matcher.front();
        let code = code.as_deref()?;
        Some(say::supplier(desk.language, front.as_deref(), code))
    };
    view! {
        <p class="deal-item"><a href=address rel="external"><bdi>{live(move || name.get())}</bdi></a><small>{live(seller)}</small></p>
    }
}

fn cell(desk: Desk, at: Signal<u32>, id: Id, part: Part, label: String, shape: Shape) -> AnyView {
    let words = &words(desk.language).compose;
    let language = desk.language;
    let spot = Spot::Line(id, part);
    let value = memo(move || {
        let line = desk.line(id).unwrap_or_default();
        part.of(&line, language).to_owned()
    });
    let fault = desk.fault(spot);
    let fault = memo(move || {
        fault
            .get()
            .map(|fault| say::fault(language, fault).to_owned())
    });
    let set = move |text: String, is_done: bool| {
        desk.change_line(id, Some(spot), |line| part.set(line, language, &text));
        if is_done {
            desk.save();
        }
    };
    let spoken = {
        let label = label.clone();
        Signal::derive(move || (words.of_line)(&label, at.get()))
    };
    let name = match part {
        Part::Item => "item",
        Part::Quantity => "quantity",
        Part::Unit => "unit",
        Part::Target => "target",
    };
    Cell {
        id: format!("line-{id}-{name}"),
        spoken: Some(spoken),
        label,
        placeholder: if part == Part::Item {
            words.item_hint
        } else {
            ""
        },
        shape,
        value,
        set: Arc::new(set),
        fault,
        is_locked: !desk.may_write,
    }
    .view()
}
