//! The form of one version: by line what is offered, then the terms.

use std::collections::BTreeSet;
use std::sync::Arc;

use api_types::address::Language;
use browser::field;
use domain::Id;
use leptos::prelude::*;
use markup::view;
use workflow::office::quotation::{Bid, BidPart, BidSpot};
use workflow::office::request::Sheet;
use workflow::office::request::terms::INCOTERMS;

use crate::components::{changed, icon, live, memo};
use crate::locales::words;
use crate::pages::cell::{Cell, Shape};
use crate::pages::deal::{name_of, say};
use crate::pages::drawn::{Rows, in_pieces};

/// Lines that are drawn in one frame.
const PIECE: usize = 4;

/// Keeps what is typed on this device.
pub(super) type Keep = Arc<dyn Fn(&Bid) + Send + Sync>;

/// A version on its way.
#[derive(Clone, Copy)]
pub(super) struct BidDesk {
    pub language: Language,
    pub bid: RwSignal<Bid>,
    pub faults: RwSignal<BTreeSet<BidSpot>>,
    pub keep: StoredValue<Keep>,
}

impl BidDesk {
    fn change(self, spot: Option<BidSpot>, change: impl FnOnce(&mut Bid)) {
        if let Some(spot) = spot
            && self.faults.with_untracked(|faults| faults.contains(&spot))
        {
            self.faults.update(|faults| {
                faults.remove(&spot);
            });
        }
        self.bid.update(change);
        self.bid
            .with_untracked(|bid| self.keep.with_value(|keep| keep(bid)));
    }

    fn fault(self, spot: Option<BidSpot>) -> Memo<Option<String>> {
        let language = self.language;
        memo(move || {
            let is_wrong = self
                .faults
                .with(|faults| faults.contains(&spot?).then_some(spot?));
            Some(say_fault(language, is_wrong?).to_owned())
        })
    }
}

fn say_fault(language: Language, spot: BidSpot) -> &'static str {
    let words = &words(language).quotation;
    match spot {
        BidSpot::Lines => words.fault_lines,
        BidSpot::Line(_, BidPart::Price) => words.fault_price,
        BidSpot::Line(_, BidPart::Quantity) => words.fault_quantity,
        BidSpot::Line(_, _) => words.fault_days,
        BidSpot::Place => words.fault_place,
        BidSpot::ValidUntil => words.fault_valid,
    }
}

pub(super) fn fields(desk: BidDesk, sheet: &Sheet) -> AnyView {
    let lines = sheet.filled().filter_map(|(_, line)| {
        let name = name_of(desk.language, line);
        let asked = say::counted(desk.language, &line.quantity, &line.unit);
        Some((line.id?, name, asked))
    });
    let lines: Vec<(Id, String, String)> = lines.collect();
    let count = lines.len();
    let rows: Rows = Arc::new(move |range| {
        let rows = lines[range].iter();
        let rows = rows.map(|(id, name, asked)| one_line(desk, *id, name, asked));
        rows.collect()
    });
    let lines = in_pieces(count, PIECE, &rows);
    let none = desk.fault(Some(BidSpot::Lines));
    let none = move || {
        none.get().map(|fault| {
            view! { <p class="bad">{icon("circle-alert")}{fault}</p> }
        })
    };
    view! {
        {live(none)}
        <ol class="deal-bid">{lines}</ol>
        {terms(desk)}
    }
}

fn one_line(desk: BidDesk, id: Id, name: &str, asked: &str) -> AnyView {
    let words = &words(desk.language).quotation;
    let is_offered = memo(move || {
        desk.bid
            .with(|bid| bid.line(id).is_some_and(|line| line.is_offered))
    });
    let offer = move |event: leptos::ev::Event| {
        let is_offered = !field::of(&event).value.is_empty();
        desk.change(Some(BidSpot::Lines), |bid| {
            let mut lines = bid.lines.iter_mut();
            if let Some(line) = lines.find(|line| line.line == id) {
                line.is_offered = is_offered;
            }
        });
    };
    let currency = memo(move || desk.bid.with(|bid| bid.currency.clone()));
    let own = name.to_owned();
    let body = move || {
        if !is_offered.get() {
            return view! { <p class="note">{words.not_offered}</p> };
        }
        let cell = |part, label: String, shape| part_of(desk, id, part, label, &own, shape);
        view! {
            <div class="deal-bid-fields">
                {cell(BidPart::Price, (words.price)(&currency.get()), Shape::Number)}
                {cell(BidPart::Quantity, words.quantity.to_owned(), Shape::Number)}
                {cell(BidPart::Days, words.lead_time.to_owned(), Shape::Number)}
                {cell(BidPart::Alternative, words.alternative.to_owned(), Shape::Text)}
                {cell(BidPart::Note, words.line_note.to_owned(), Shape::Text)}
            </div>
        }
    };
    let label = (words.offered)(name);
    view! {
        <li>
            <label class="deal-one"><input type="checkbox" value="on" aria-label=label prop:checked=live(move || is_offered.get()) on:change=changed(offer)/><b><bdi>{name.to_owned()}</bdi></b><small>{asked.to_owned()}</small></label>
            {live(body)}
        </li>
    }
}

fn part_of(desk: BidDesk, id: Id, part: BidPart, label: String, of: &str, shape: Shape) -> AnyView {
    let spot = BidSpot::Line(id, part);
    let value = memo(move || {
        desk.bid.with(|bid| {
            let line = bid.line(id);
            line.map_or_else(String::new, |line| part.of(line).to_owned())
        })
    });
    let set = move |text: String, _| {
        desk.change(Some(spot), |bid| {
            let mut lines = bid.lines.iter_mut();
            if let Some(line) = lines.find(|line| line.line == id) {
                part.set(line, &text);
            }
        });
    };
    let name = match part {
        BidPart::Price => "price",
        BidPart::Quantity => "quantity",
        BidPart::Days => "days",
        BidPart::Alternative => "alternative",
        BidPart::Note => "note",
    };
    let hint = words(desk.language).quotation.alternative_hint;
    Cell {
        id: format!("bid-{id}-{name}"),
        spoken: Some(Signal::stored(format!("{label}, {of}"))),
        label,
        placeholder: if part == BidPart::Alternative {
            hint
        } else {
            ""
        },
        shape,
        value,
        set: Arc::new(set),
        fault: desk.fault(Some(spot)),
        is_locked: false,
    }
    .view()
}

fn terms(desk: BidDesk) -> AnyView {
    let all = words(desk.language);
    let words = &all.quotation;
    let one = |id: &str, label: &str, hint, shape, spot, of: fn(&mut Bid) -> &mut String| {
        let value = memo(move || of(&mut desk.bid.get()).clone());
        let set = move |text: String, _| desk.change(spot, |bid| *of(bid) = text);
        Cell {
            id: format!("bid-{id}"),
            label: label.to_owned(),
            spoken: None,
            placeholder: hint,
            shape,
            value,
            set: Arc::new(set),
            fault: desk.fault(spot),
            is_locked: false,
        }
        .view()
    };
    let codes = ["SGD", "CNY", "USD"].map(|code| (code.to_owned(), code.to_owned()));
    let mut incoterms = vec![(String::new(), all.compose.choose.to_owned())];
    let named = INCOTERMS.map(|code| (code.to_owned(), say::incoterm(desk.language, code)));
    incoterms.extend(named);
    let until = Some(BidSpot::ValidUntil);
    view! {
        <div class="deal-terms">
            {one("currency", words.currency, "", Shape::Choice(codes.to_vec()), None, |bid| &mut bid.currency)}
            {one("incoterm", words.incoterm, "", Shape::Choice(incoterms), None, |bid| &mut bid.incoterm)}
            {one("place", words.place, "", Shape::Text, Some(BidSpot::Place), |bid| &mut bid.place)}
            {one("payment", words.payment, words.payment_hint, Shape::Text, None, |bid| &mut bid.payment)}
            {one("valid-until", words.valid_until, "", Shape::Date, until, |bid| &mut bid.valid_until)}
        </div>
        {one("note", words.note, "", Shape::Long(3), None, |bid| &mut bid.note)}
    }
}
