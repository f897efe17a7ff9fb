//! Quotations side by side: a table where there is room, a card each where there is not.

use std::sync::Arc;

use api_types::address::Language;
use api_types::catalogue::Front;
use browser::{clock, document, field, file, format};
use domain::{Currency, Date, Id};
use leptos::prelude::*;
use markup::view;
use workflow::office::OfficePlace;
use workflow::office::compare::{Heads, Landed, Offer, Table, borne, compare, csv, landed, offer};
use workflow::office::quotation::{Bid, Deal, Standing};
use workflow::office::request::{Sheet, Suitor};

use super::landed::Typed;
use super::{compare_cards, compare_table, suits};
use crate::components::{changed, clicked, icon, live, memo};
use crate::locales::words;
use crate::matcher::use_matcher;
use crate::pages::deal::{name_of, rate, say, seller};
use crate::pages::drawn::Drawn;

/// Reasons of each supplier's match.
const REASONS: usize = 4;

/// All that a quotation is shown with.
#[derive(Clone, PartialEq)]
pub(super) struct Seller {
    pub deal: Deal,
    pub offer: Offer,
    pub name: String,
}

/// What the table is made of.
#[derive(Clone, PartialEq)]
pub(super) struct Shown {
    pub language: Language,
    pub company: Id,
    pub sheet: Sheet,
    pub sides: Vec<Seller>,
    pub table: Table,
    /// What the buyer expects to pay besides.
    pub typed: Typed,
    pub suits: RwSignal<Vec<Suitor>>,
    pub front: Option<Arc<Front>>,
}

pub(super) fn side_by_side(
    language: Language,
    company: Id,
    sheet: &Sheet,
    deals: Memo<Vec<Deal>>,
) -> AnyView {
    let words = &words(language).compare;
    let matcher = use_matcher();
    matcher.wake();
    let currency = RwSignal::new(sheet.currency.parse().unwrap_or(Currency::Sgd));
    let suits = suits::of_sent(matcher, sheet.clone());
    let typed = Typed::new(sheet);
    let sheet = sheet.clone();
    let shown = memo(move || {
        let front = matcher.front();
        let sides = deals.with(|deals| {
            let sides = deals.iter().filter_map(|deal| {
                Some(Seller {
                    offer: offer(&sheet, deal)?,
                    name: seller(language, front.as_deref(), deal),
                    deal: deal.clone(),
                })
            });
            sides.collect::<Vec<Seller>>()
        });
        let offers: Vec<Offer> = sides.iter().map(|side| side.offer.clone()).collect();
        let lines: Vec<Id> = sheet.filled().filter_map(|(_, line)| line.id).collect();
        let rate = front.as_deref().and_then(rate);
        let table = compare(&lines, &offers, currency.get(), rate.as_ref());
        Arc::new(Shown {
            language,
            company,
            sheet: sheet.clone(),
            sides,
            table,
            typed,
            suits,
            front,
        })
    });
    let choose = move |event: leptos::ev::Event| {
        if let Ok(chosen) = field::of(&event).value.parse() {
            currency.set(chosen);
        }
    };
    let options = move || {
        let options = Currency::ALL.into_iter().map(|one| {
            let is_chosen = live(move || currency.get() == one);
            view! { <option value=one.code() prop:selected=is_chosen>{one.code()}</option> }
        });
        options.collect::<Vec<AnyView>>()
    };
    let export = move || {
        let text = shown.with_untracked(|shown| export(shown));
        file::save(words.file, "text/csv", text.as_bytes());
    };
    let waiting = move || {
        let number = deals.with(|deals| deals.iter().filter(|deal| is_silent(deal)).count());
        let number = u32::try_from(number).unwrap_or(u32::MAX);
        (0 < number).then(|| (words.waiting)(number, &format::count(language, number)))
    };
    let cards: StoredValue<Option<Drawn>> = StoredValue::new(None);
    let print = move || {
        if let Some(drawn) = cards.get_value() {
            drawn.finish();
        }
        request_animation_frame(document::print);
    };
    let body = move || {
        shown.with(|shown| match shown.sides.len() {
            0 => view! { <p class="note">{words.none}</p> },
            _ if document::is_wide() => compare_table::table(shown),
            all => {
                let drawn = Drawn::new(1, all);
                cards.set_value(Some(drawn));
                compare_cards::cards(shown, drawn)
            }
        })
    };
    let rate_line = move || {
        let day = shown.with(|shown| shown.table.rate_of)?;
        let day = format::date(language, &day.to_string());
        Some((words.at_rate)(currency.get().code(), &day))
    };
    let has_any = memo(move || shown.with(|shown| !shown.sides.is_empty()));
    let tools = move || {
        has_any.get().then(|| {
            view! {
                <div class="deal-tools">
                    <label for="compare-in">{words.in_currency}</label>
                    <select id="compare-in" on:change=changed(choose)>{options()}</select>
                    <p class="note">{live(rate_line)}</p>
                    <button class="button" type="button" on:click=clicked(print)>{icon("printer")}<span>{words.print}</span></button>
                    <button class="button" type="button" on:click=clicked(export)>{words.csv}</button>
                </div>
            }
        })
    };
    view! {
        <section class="panel stack deal-compare" aria-labelledby="deal-compare">
            <h2 id="deal-compare">{words.title}</h2>
            <p class="note">{words.lead}</p>
            {live(tools)}
            {live(move || has_any.get().then(|| typed.view(language)))}
            {live(body)}
            <p class="note" role="status">{live(waiting)}</p>
        </section>
    }
}

/// Asked, and neither answered nor over.
fn is_silent(deal: &Deal) -> bool {
    let today = Date::from_days_since_epoch(clock::today());
    today.is_some_and(|today| deal.standing(today) == Standing::Asked)
}

fn export(shown: &Shown) -> String {
    let all = words(shown.language);
    let words = &all.compare;
    let own = str::to_owned;
    let heads = Heads {
        line: own(words.line),
        quantity: own(words.quantity),
        price: own(words.unit_price),
        amount: own(words.amount),
        days: own(all.quotation.lead_time),
        total: own(words.total),
        terms: own(words.terms),
        valid_until: own(words.valid_until),
    };
    let lines = shown.lines();
    let names: Vec<String> = shown.sides.iter().map(|side| side.name.clone()).collect();
    let offers: Vec<Offer> = shown.sides.iter().map(|side| side.offer.clone()).collect();
    csv(&heads, &names, &lines, &offers, &shown.table)
}

impl Shown {
    /// A quotation's own page.
    pub fn address(&self, seller: &Seller) -> String {
        let place = OfficePlace::Quotation {
            company: self.company,
            quotation: seller.deal.id,
        };
        place.address(self.language)
    }

    /// What is the same for a whole quotation: name of the fact, and the value of each seller.
    pub fn facts(&self, seller: &Seller) -> Vec<(&'static str, String)> {
        let language = self.language;
        let all = words(language);
        let words = &all.compare;
        let bid = seller.deal.offer().map(|version| &version.bid);
        let text = |of: fn(&Bid) -> String| bid.map_or_else(String::new, of);
        let includes = match borne(&seller.offer.incoterm) {
            None => String::new(),
            Some(borne) => {
                let all = [
                    borne.export,
                    borne.carriage,
                    borne.insurance,
                    borne.import_duty,
                ];
                let named = all
                    .iter()
                    .zip(words.borne)
                    .filter(|(is_borne, _)| **is_borne);
                let named: Vec<&str> = named.map(|(_, name)| name).collect();
                match named.is_empty() {
                    true => words.goods_only.to_owned(),
                    false => named.join(" · "),
                }
            }
        };
        let until = seller.offer.valid_until.map(|day| day.to_string());
        let until = until.map_or_else(String::new, |day| format::date(language, &day));
        let cards = self.front.as_ref().map(|front| front.suppliers.as_slice());
        let mut cards = cards.unwrap_or_default().iter();
        let card = cards.find(|card| card.code == seller.deal.code);
        let on_time = card.filter(|card| 0 < card.orders).map(|card| {
            let share = format::percent(language, card.on_time_percent);
            (words.on_time)(&share, &format::count(language, card.orders))
        });
        let level = card.map(|card| all.suits.verification[usize::from(card.verification.min(3))]);
        vec![
            (
                words.terms,
                text(|bid| format!("{} {}", bid.incoterm, bid.place).trim().to_owned()),
            ),
            (words.includes, includes),
            (words.payment, text(|bid| bid.payment.clone())),
            (words.valid_until, until),
            (words.reliability, on_time.unwrap_or_default()),
            (words.verification, level.unwrap_or_default().to_owned()),
        ]
    }

    /// What each comes to with freight and duty, where that is known; nothing where it is known of none.
    pub fn landed(&self) -> Option<Vec<Option<Landed>>> {
        let rate = self.front.as_deref().and_then(rate);
        let incoterms = self.sides.iter().map(|side| &*side.offer.incoterm);
        let incoterms: Vec<&str> = incoterms.collect();
        let all = landed(&self.table, &incoterms, &self.typed.costs(), rate.as_ref());
        all.iter().any(Option::is_some).then_some(all)
    }

    /// How well the supplier's catalogue suits the request, and by what. It comes when the engine has looked.
    pub fn suit(&self, seller: &Seller) -> AnyView {
        let language = self.language;
        let words = &words(language).compare;
        let suits = self.suits;
        let cards = self.front.as_ref().map(|front| front.suppliers.as_slice());
        let mut cards = cards.unwrap_or_default().iter();
        let place = cards.position(|card| card.code == seller.deal.code);
        let lines: Vec<_> = self.sheet.filled().map(|(_, line)| line).collect();
        let has_target = lines.iter().any(|line| !line.target.is_empty());
        let all = lines.len();
        let found = move || {
            suits.with(|suits| {
                let own = suits
                    .iter()
                    .find(|one| Some(usize::from(one.supplier)) == place)?;
                let count = |number: usize| {
                    format::count(language, u32::try_from(number).unwrap_or(u32::MAX))
                };
                let share = format::percent(language, own.share());
                let head = (words.suit_of)(&share, &count(own.lines.len()), &count(all));
                let reasons = own.reasons().into_iter();
                let reasons = reasons.filter_map(|about| say::reason(language, about, has_target));
                let reasons: Vec<AnyView> = reasons
                    .take(REASONS)
                    .map(|line| view! { <small>{line}</small> })
                    .collect();
                Some(view! { <b>{head}</b>{reasons} })
            })
        };
        live(found).into_any()
    }

    /// The lines of the request, as they are called, and how much of each is wanted.
    pub fn lines(&self) -> Vec<(String, String)> {
        let lines = self.sheet.filled().filter(|(_, line)| line.id.is_some());
        let named = lines.map(|(_, line)| {
            let quantity = say::counted(self.language, &line.quantity, &line.unit);
            (name_of(self.language, line), quantity)
        });
        named.collect()
    }
}
