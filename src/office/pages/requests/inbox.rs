//! What buyers ask a supplier: what suits their goods best first, with the reason.

use std::collections::BTreeMap;

use api_types::address::Language;
use api_types::company::Company;
use app::components::skeleton_rows;
use app::state::describe;
use browser::api::Refused;
use browser::{clock, format};
use domain::{Currency, Date, Id, Price};
use leptos::prelude::*;
use markup::view;
use search::ask::{Answer, Ask, Match, Need, Other, OtherAnswer, Packed};
use workflow::office::OfficePlace;
use workflow::office::quotation::{Asked, Side, Standing};

use crate::components::{effect, live, memo, spawn};
use crate::locales::words;
use crate::matcher::{Matcher, use_matcher};
use crate::pages::deal::own::EVERY;
use crate::pages::deal::{load, name_of, rate, repeat, say, state, title_of};
use crate::pages::name_in;
use crate::sentence::refused_sentence;

/// The question's place in the engine.
const PLACE: u32 = u32::MAX;
/// Reasons of each.
const REASONS: usize = 3;

#[derive(Clone, Copy)]
struct Inbox {
    language: Language,
    company: Id,
    rows: RwSignal<Option<Vec<Asked>>>,
    failed: RwSignal<Option<Refused>>,
    matcher: Matcher,
}

pub(super) fn inbox(language: Language, company: &Company) -> AnyView {
    let words = &words(language).requests;
    describe(language, words.supplier_title, words.supplier_lead);
    let inbox = Inbox {
        language,
        company: company.id,
        rows: RwSignal::new(None),
        failed: RwSignal::new(None),
        matcher: use_matcher(),
    };
    inbox.fetch();
    repeat(EVERY, move || inbox.fetch());
    inbox.rank();
    let fits = memo(move || inbox.fits());
    let body = move || {
        let Some(rows) = inbox.rows.get() else {
            return skeleton_rows();
        };
        if rows.is_empty() {
            return view! { <div class="goods-none"><p>{words.none_in}</p></div> };
        }
        let fits = fits.get();
        let groups = groups(rows, &fits);
        let sections = groups
            .into_iter()
            .zip(headings(language))
            .map(|(rows, name)| {
                let cards = rows
                    .iter()
                    .map(|row| card(inbox, row, fits.get(&row.deal.id)));
                let cards: Vec<AnyView> = cards.collect();
                (!cards.is_empty()).then(|| {
                    view! { <section><h2>{name}</h2><ul class="deal-cards">{cards}</ul></section> }
                })
            });
        let sections: Vec<AnyView> = sections.flatten().collect();
        view! { <div class="stack">{sections}</div> }
    };
    let said = move || {
        let refused = inbox.failed.get()?;
        Some(refused_sentence(language, &refused))
    };
    view! {
        <div class="page wide dealing">
            <h1 tabindex="-1">{words.supplier_title}</h1>
            <p class="lead">{words.supplier_lead}</p>
            <p class="said-line" role="status">{live(said)}</p>
            {live(body)}
        </div>
    }
}

fn headings(language: Language) -> [&'static str; 3] {
    let words = &words(language).requests;
    [words.to_answer, words.with_buyer, words.over]
}

/// To be answered, best fit first; with the buyer; over.
fn groups(rows: Vec<Asked>, fits: &BTreeMap<Id, Match>) -> [Vec<Asked>; 3] {
    let today = Date::from_days_since_epoch(clock::today());
    let mut groups: [Vec<Asked>; 3] = Default::default();
    for row in rows {
        let standing = today.map_or(row.deal.stored, |today| row.deal.standing(today));
        let at = match standing {
            Standing::Asked | Standing::Countered => 0,
            Standing::Quoted => 1,
            _ => 2,
        };
        groups[at].push(row);
    }
    let fit = |row: &Asked| fits.get(&row.deal.id).map_or(0, |fit| fit.score);
    groups[0].sort_by_key(|row| (std::cmp::Reverse(fit(row)), std::cmp::Reverse(row.at)));
    for group in &mut groups[1..] {
        group.sort_by_key(|row| std::cmp::Reverse(row.at));
    }
    groups
}

fn card(inbox: Inbox, row: &Asked, fit: Option<&Match>) -> AnyView {
    let language = inbox.language;
    let all = words(language);
    let words = &all.requests;
    let place = OfficePlace::Quotation {
        company: inbox.company,
        quotation: row.deal.id,
    };
    let count = |number: u32| format::count(language, number);
    let lines = u32::try_from(row.sheet.filled().count()).unwrap_or(u32::MAX);
    let mut facts = vec![
        name_in(language, &row.deal.buyer).to_owned(),
        (words.lines)(lines, &count(lines)),
    ];
    if let Some((_, line)) = row.sheet.filled().next().filter(|_| lines == 1) {
        facts.push(say::counted(language, &line.quantity, &line.unit));
    }
    if !row.sheet.destination.is_empty() {
        facts.push(say::port(language, &row.sheet.destination));
    }
    if !row.sheet.needed_by.is_empty() {
        let day = format::date(language, &row.sheet.needed_by);
        facts.push((words.needed_by)(&day));
    }
    if !row.sheet.valid_until.is_empty() {
        let day = format::date(language, &row.sheet.valid_until);
        facts.push((words.valid_until)(&day));
    }
    let has_target = row.sheet.filled().any(|(_, line)| !line.target.is_empty());
    let reasons = fit.map_or(&[][..], |fit| &fit.parts);
    let reasons = reasons
        .iter()
        .filter_map(|part| say::reason_to_supplier(language, &part.about, has_target));
    let reasons: Vec<String> = reasons.take(REASONS).collect();
    let suits = fit.map(|_| match reasons.is_empty() {
        true => words.suits.to_owned(),
        false => format!("{} · {}", words.suits, reasons.join(" · ")),
    });
    let suits = suits.map(|line| view! { <p class="facts good">{line}</p> });
    let today = Date::from_days_since_epoch(clock::today());
    let standing = today.map_or(row.deal.stored, |today| row.deal.standing(today));
    view! {
        <li class="deal-card">
            <h3><a href=place.address(language)><bdi>{title_of(language, &row.sheet)}</bdi></a></h3>
            {state::of_deal(language, standing, Side::Supplier)}
            <p class="facts">{facts.join(" · ")}</p>
            {suits}
        </li>
    }
}

impl Inbox {
    fn fetch(self) {
        spawn(async move {
            match load::inbox(self.company).await {
                Ok(rows) => {
                    // The page may be gone by now.
                    if self.failed.try_set(None).is_none()
                        && self
                            .rows
                            .with_untracked(|have| have.as_ref() != Some(&rows))
                    {
                        self.rows.set(Some(rows));
                    }
                }
                Err(refused) => drop(self.failed.try_set(Some(refused))),
            }
        });
    }

    /// Asks the engine how each open request suits what the supplier sells.
    fn rank(self) {
        effect(move || {
            let Some(rows) = self.rows.get().filter(|rows| !rows.is_empty()) else {
                return;
            };
            self.matcher.wake();
            let Some(front) = self.matcher.front() else {
                return;
            };
            let code = rows.iter().map(|row| row.deal.code.as_str());
            let code = code.into_iter().find(|code| !code.is_empty());
            let supplier = front
                .suppliers
                .iter()
                .position(|card| Some(card.code.as_str()) == code);
            let Some(supplier) = supplier.and_then(|at| u16::try_from(at).ok()) else {
                return;
            };
            let rate = rate(&front);
            let open = rows.iter().filter_map(|row| {
                let currency: Currency = row.sheet.currency.parse().unwrap_or(Currency::Sgd);
                let in_sgd = |price: Price| match &rate {
                    Some(rate) => rate.convert_price(price, currency, Currency::Sgd),
                    None => Price::default(),
                };
                let (_, line) = row.sheet.filled().next()?;
                let text: Vec<String> = row
                    .sheet
                    .filled()
                    .map(|(_, line)| name_of(Language::English, line))
                    .collect();
                let need = Need {
                    text: text.join(" "),
                    ..row.sheet.need(line, in_sgd)?
                };
                Some((row.deal.id.to_string(), need))
            });
            let open: Vec<(String, Need)> = open.collect();
            let limit = u32::try_from(open.len()).unwrap_or(u32::MAX);
            let other = Packed::new(&Other::Requests {
                supplier,
                open,
                today: clock::today(),
                limit,
            });
            let ask = Ask::Other { version: 0, other };
            self.matcher.ask(PLACE, ask);
        });
        on_cleanup(move || self.matcher.forget(|place| place == PLACE));
    }

    fn fits(self) -> BTreeMap<Id, Match> {
        let answer = self.matcher.answer(PLACE);
        let Some(Answer::Other { answer, .. }) = answer.as_deref() else {
            return BTreeMap::new();
        };
        let Some(OtherAnswer::Requested(requests)) = answer.read() else {
            return BTreeMap::new();
        };
        let fits = requests
            .iter()
            .filter_map(|one| Some((one.id.parse().ok()?, one.best.clone())));
        fits.collect()
    }
}
